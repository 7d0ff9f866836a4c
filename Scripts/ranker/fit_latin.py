#!/usr/bin/env python3
"""Fits the weights that rank English gaps (Sources/EssayCompiler/Selection/LatinWeights.swift).

    fit_latin.py MARKED.json [ASKED.json] > LatinWeights.swift

Both files hold a list of texts, each `{"name", "candidates", "points"}`.  A candidate is one that passed the lint:
`{"answers", "sentence", "features"}` (texts, the sentence's text, name → value; `rankingCandidates(of:)` lists them).
MARKED: key points that instructors marked, `{"source", "answers", "alt_answers", "importance"}`.  ASKED: spans that
people asked about (SQuAD 2.0 with XQuAD), `{"source", "answers"}`; they weigh a twentieth each, bring their own bias,
and say nothing about sentences.

A candidate is right when its answers hit half the spans of a point of its sentence (as the deck evaluator has it), the
more so the closer it is to the span.  Logistic regression with an L2 penalty, Newton's method.  Printed to standard
error: for every marked text the importance-weighted share of points that the best candidates hit, 37 for 1,000 words,
one for each sentence first, with weights fitted to the other texts, and by the families' own strength.
"""
import collections
import json
import re
import sys

import numpy as np

PENALTY, ASKED_WEIGHT, SECOND_GAP_LOSS = 10.0, 0.05, 3.0
NOTE = """/// Weights of the English ranker, written by `Scripts/ranker/fit_latin.py`; do not edit.
///
/// Fitted (logistic regression) to key points that instructors marked in nine English texts of different kinds, and, at
/// a twentieth of their weight, to spans that people asked about in encyclopedia articles (SQuAD 2.0 with XQuAD,
/// CC BY-SA 4.0). {figures}
enum LatinWeights {{
  static let all: [String: Double] = ["""


def units(text):
    return [unit.lower() for unit in re.findall(r"[A-Za-z\u00c0-\u024f]+(?:['’][A-Za-z]+)?|\d+(?:[.,]\d+)*%?", text)]


def common(one, other):
    """The length of the longest run of units that both hold."""
    previous, best = [0] * (len(other) + 1), 0
    for left in one:
        current = [0]
        for place, right in enumerate(other):
            current.append(previous[place] + 1 if left == right else 0)
        best, previous = max(best, *current), current
    return best


def hits(span, answer):
    span, answer = units(span), units(answer)
    if not span or not answer:
        return False
    run = common(span, answer)
    return run / len(span) >= 0.6 and (run / len(answer) >= 0.2 or run == len(answer))


def label(text):
    for candidate in text["candidates"]:
        words = units(candidate["sentence"])
        candidate["hits"], closeness = [], 0.0
        for number, point in enumerate(text["points"]):
            sources = point["source"] if isinstance(point["source"], list) else [point["source"]]
            if not any(common(words, units(s)) >= max(1, min(len(words), len(units(s))) / 2) for s in sources):
                continue
            for spans in [point["answers"]] + point.get("alt_answers", []):
                found = sum(any(hits(span, answer) for answer in candidate["answers"]) for span in spans)
                if found * 2 >= len(spans) and number not in candidate["hits"]:
                    candidate["hits"].append(number)
                for span in spans:
                    one, other = units(span), units(" ".join(candidate["answers"]))
                    closeness = max(closeness, 2 * common(one, other) / max(1, len(one) + len(other)))
        candidate["right"] = bool(candidate["hits"]) * (0.5 + 0.5 * min(1, closeness / 0.75))


def fit(x, y, weight):
    w, penalty = np.zeros(x.shape[1]), np.full(x.shape[1], PENALTY)
    penalty[-1] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (weight * (p - y)) + penalty * w
        step = np.linalg.solve((x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(penalty), gradient)
        w -= step
        if np.abs(step).max() < 1e-7:
            break
    return w


def coverage(text, scores):
    """The share of the points that a deck of the usual size covers."""
    sentences = collections.defaultdict(list)
    for place, candidate in enumerate(text["candidates"]):
        sentences[candidate["sentence"]].append(place)
    ranked = []
    for sentence, places in sentences.items():
        length = len(units(sentence))
        places = sorted(places, key=lambda place: -scores[place])
        taken = []
        for place in places:
            answer = " ".join(text["candidates"][place]["answers"])
            if len(taken) > min(4, length // 10) or any(common(units(answer), units(other)) for other in taken):
                continue
            crowding = SECOND_GAP_LOSS * len(taken) * min(1, 18 / max(1, length))
            ranked.append((scores[place] / (1 + crowding), place))
            taken.append(answer)
    budget = max(3, sum(len(units(sentence)) for sentence in sentences) * 37 // 1000)
    chosen = sorted(ranked, reverse=True)[:budget]
    covered = {number for _, place in chosen for number in text["candidates"][place]["hits"]}
    return sum(text["points"][number]["importance"] for number in covered) / sum(
        point["importance"] for point in text["points"])


def main():
    marked = json.load(open(sys.argv[1]))
    asked = json.load(open(sys.argv[2])) if len(sys.argv) > 2 else []
    for text in asked:
        for point in text["points"]:
            point.setdefault("importance", 1)
    names = sorted({name for text in marked + asked for c in text["candidates"] for name in c["features"]})
    index = {name: place for place, name in enumerate(names)}
    data = []
    for text in marked + asked:
        label(text)
        foreign = text in asked
        # Of sentences that nobody asked about nobody knows what is worth asking.
        wanted = {c["sentence"] for c in text["candidates"] if c["hits"]}
        kept = [c for c in text["candidates"] if not foreign or c["sentence"] in wanted]
        x = np.zeros((len(kept), len(names) + 2))
        x[:, -1], x[:, -2] = 1, foreign
        for row, candidate in enumerate(kept):
            for name, value in candidate["features"].items():
                if not (foreign and name.startswith("sentence.")):
                    x[row, index[name]] = value
        importance = [max([text["points"][n]["importance"] for n in c["hits"]], default=2) / 2 for c in kept]
        data.append((x, np.array([c["right"] for c in kept]), np.array(importance) * (ASKED_WEIGHT if foreign else 1)))

    def fitted(without=None):
        parts = [part for place, part in enumerate(data) if place != without and len(part[0])]
        return fit(*(np.concatenate([part[column] for part in parts]) for column in range(3)))

    learned, own = [], []
    for place, text in enumerate(marked):
        learned.append(coverage(text, data[place][0] @ fitted(without=place)))
        own.append(coverage(text, [c["features"].get("strength.0", 0) for c in text["candidates"]]))
        print(f"{text['name']:30s} strength {own[-1]:.3f} fitted to the others {learned[-1]:.3f}", file=sys.stderr)
    figures = f"Key points covered in a text left out: {np.mean(learned):.2f} (by the families alone {np.mean(own):.2f})."
    print(NOTE.format(figures=figures))
    weights = dict(zip(names, fitted()))
    weights["bias"] = fitted()[-1]
    for name in sorted(weights):
        if abs(weights[name]) >= 0.02:
            print(f'    "{name}": {weights[name]:.3f},')
    print("  ]\n}")


if __name__ == "__main__":
    main()
