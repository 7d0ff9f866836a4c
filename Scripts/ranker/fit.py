#!/usr/bin/env python3
"""Fits the weights that rank gaps (Sources/EssayCompiler/Selection/RankerWeights.swift).

    fit.py CANDIDATES.tsv SPANS.json OUT.json

CANDIDATES.tsv: one line for each candidate of many texts, tab-separated: text number, sentence number, start and
end of the sentence, answer ranges (`a-b,a-b`), features (`name=value,…`).  SPANS.json: for every text the spans
that people asked about, `[start, end, question]`, in characters.

A candidate is right when it holds a span that someone asked about and is at most four times as long, or lies in
such a span and covers three fifths of it.
Only sentences that hold such a span count: of the others nobody knows what is worth asking.  Logistic regression
with an L2 penalty, Newton's method, five folds by text.  Printed: how often the best candidate of a sentence is
right, by the families' own strength and by the fitted weights, on texts that the fit has not seen.
"""
import collections
import json
import sys

import numpy as np

PENALTY = 4.0


def hits(answer, span):
    shared = min(answer[1], span[1]) - max(answer[0], span[0])
    if shared <= 0:
        return False
    return shared / (span[1] - span[0]) >= 0.6 and shared / (answer[1] - answer[0]) >= 0.25


def load(path, spans):
    names = {}
    rows, labels, groups, texts = [], [], [], []
    for line in open(path, encoding="utf8"):
        text, sentence, low, high, answers, features = line.rstrip("\n").split("\t")
        text, low, high = int(text), int(low), int(high)
        inside = [s for s in spans[text] if low <= s[0] and s[1] <= high]
        if not inside:
            continue
        ranges = [tuple(map(int, a.split("-"))) for a in answers.split(",")]
        right = any(hits(r, s) for r in ranges for s in inside)
        values = []
        for item in features.split(","):
            name, value = item.rsplit("=", 1)
            values.append((names.setdefault(name, len(names)), float(value)))
        rows.append(values)
        labels.append(right)
        groups.append((text, int(sentence)))
        texts.append(text)
    matrix = np.zeros((len(rows), len(names) + 1))
    matrix[:, -1] = 1
    for i, values in enumerate(rows):
        for j, value in values:
            matrix[i, j] = value
    return list(names), matrix, np.array(labels, float), groups, np.array(texts)


def fit(x, y):
    w = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[-1] = 1e-6
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (p - y) + penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-7:
            break
    return w


def best_right(scores, labels, groups):
    best = {}
    for s, label, g in zip(scores, labels, groups):
        if g not in best or s > best[g][0]:
            best[g] = (s, label)
    return sum(label for _, label in best.values()) / max(1, len(best))


def main():
    candidates, spans, out = sys.argv[1:4]
    names, x, y, groups, texts = load(candidates, json.load(open(spans)))
    order = sorted(set(texts))
    held = np.zeros(len(y))
    for fold in range(5):
        test = np.isin(texts, order[fold::5])
        held[test] = x[test] @ fit(x[~test], y[~test])
    strength = x[:, names.index("strength")]
    ceiling = collections.defaultdict(float)
    for label, g in zip(y, groups):
        ceiling[g] = max(ceiling[g], label)
    print(f"candidates {len(y)}, sentences {len(ceiling)}, right {y.mean():.3f}")
    print(f"best candidate right: strength {best_right(strength, y, groups):.3f}, "
          f"fitted (unseen texts) {best_right(held, y, groups):.3f}, "
          f"ceiling {sum(ceiling.values()) / len(ceiling):.3f}")
    w = fit(x, y)
    weights = {name: round(float(w[i]), 3) for i, name in enumerate(names)}
    weights["bias"] = round(float(w[-1]), 3)
    json.dump(weights, open(out, "w"), indent=1, sort_keys=True)


if __name__ == "__main__":
    main()
