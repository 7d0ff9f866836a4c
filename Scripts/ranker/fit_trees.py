#!/usr/bin/env python3
"""Fits the trees that rank Chinese gaps (Sources/EssayCompiler/Selection/RankerTrees.swift).

    fit_trees.py BINARY QUESTIONS.jsonl.gz OUT.swift GOLD.json…

BINARY is wengu-candidates.  QUESTIONS holds paragraphs with the spans that people asked about; every fourth article
is used for fitting, every fourth other one for the figure.  Each GOLD names a text beside it (`path`) and its key
points (`source`, `answers`, `alt_answers`, `importance`).  Needs numpy and lightgbm.

A candidate is right when it holds a span that someone asked about (or an answer of a key point of its sentence) and
is at most four times as long, or lies in it and covers three fifths of it.  Gradient boosting of small trees; gold
candidates weigh 1, the others 0.2.  Printed: for each gold text the weight of key points covered at 22 cards per
1,000 characters by the family's strength, and by trees that were fitted without that text.
"""
import collections
import gzip
import json
import os
import subprocess
import sys
import tempfile

import lightgbm
import numpy as np

RATE, DISCOUNT, WEIGHT = 22, 0.6, 0.2
SETTINGS = dict(n_estimators=150, learning_rate=0.06, num_leaves=12, min_child_samples=15, subsample=0.8,
                subsample_freq=1, colsample_bytree=0.4, reg_lambda=5, verbose=-1, n_jobs=1, seed=1,
                deterministic=True)


def plain(text):
    return "".join(c.lower() for c in text if c.isalnum())


def right(answer, span):
    answer, span = plain(answer), plain(span)
    if not answer or not span:
        return False
    if span in answer:
        return len(span) / len(answer) >= 0.25
    return answer in span and len(answer) / len(span) >= 0.6


class Text:
    def __init__(self, name, text, candidates, points):
        self.name, self.candidates, self.points = name, candidates, points
        self.units = sum("\u3400" <= c <= "\u9fff" for c in text)
        for c in candidates:
            c["hits"] = self.hits(c, text)

    def hits(self, c, text):
        """The parts of key points that the candidate asks for."""
        place = c["source"]
        sentence = plain(text[place["start"]:place["end"]])
        found = []
        for number, (_, sources, alternatives) in enumerate(self.points):
            if not any(plain(s) in sentence or sentence in plain(s) for s in sources):
                continue
            for which, parts in enumerate(alternatives):
                for part, span in enumerate(parts):
                    if any(right(a, span) for a in c["answers"] + [c.get("correction") or ""]):
                        found.append((number, which, part))
        return found

    def covered(self, chosen):
        found = {h for k in chosen for h in self.candidates[k]["hits"]}
        done = total = 0
        for number, (importance, _, alternatives) in enumerate(self.points):
            total += importance
            done += importance * any(
                sum((number, which, part) in found for part in range(len(parts))) * 2 >= len(parts)
                for which, parts in enumerate(alternatives))
        return done / max(1, total)


def choose(text, scores):
    """As `Compiler.rank` and `Selector` do: disjoint answers, each further card of a sentence worth less."""
    taken, counts, ranked = collections.defaultdict(list), collections.Counter(), []
    for k in sorted(range(len(scores)), key=lambda k: -scores[k]):
        c = text.candidates[k]
        sentence = c["source"]["sentence"]
        if any(a < d and b > e for a, d in c["ranges"] for e, b in taken[sentence]):
            continue
        ranked.append((scores[k] * DISCOUNT ** counts[sentence], k))
        counts[sentence] += 1
        taken[sentence] += c["ranges"]
    ranked.sort(reverse=True)
    return [k for _, k in ranked[:max(3, text.units * RATE // 1000)]]


def candidates(binary, texts):
    with tempfile.NamedTemporaryFile("w", encoding="utf8", newline="", suffix=".txt") as file:
        file.write("\f".join(texts))
        file.flush()
        lines = subprocess.run([binary, file.name], capture_output=True, text=True, check=True).stdout
    by = collections.defaultdict(list)
    for line in lines.splitlines():
        c = json.loads(line)
        by[c["n"]].append(c)
    return by


def load(binary, questions, golds):
    texts, points, names = [], [], []
    with gzip.open(questions, "rt", encoding="utf8") as file:
        for number, line in enumerate(file):
            if number % 4 > 1:
                continue
            article, text, spans = json.loads(line), "", []
            for p in article["paragraphs"]:
                body = p["text"].replace("\f", " ")
                spans += [(1, [body[max(0, s - 8):e + 8]], [[body[s:e]]]) for s, e, _ in p["spans"]]
                text += body + "\n\n"
            texts.append(text)
            points.append(spans)
            names.append(("fit " if number % 4 == 0 else "see ") + article["title"])
    for path in golds:
        gold = json.load(open(path, encoding="utf8"))
        file = os.path.join(os.path.dirname(path), gold["path"])
        texts.append(open(file, encoding="utf8", newline="").read())
        points.append([(p["importance"], p["source"] if isinstance(p["source"], list) else [p["source"]],
                        [p["answers"]] + p.get("alt_answers", [])) for p in gold["points"]])
        names.append("gold " + os.path.basename(path))
    by = candidates(binary, texts)
    return [Text(name, t, by[i], p) for i, (name, t, p) in enumerate(zip(names, texts, points))]


def fit(texts):
    x = np.vstack([t.x for t in texts])
    y = np.concatenate([[bool(c["hits"]) for c in t.candidates] for t in texts])
    w = np.concatenate([np.full(len(t.candidates), 1 if t.name.startswith("gold") else WEIGHT) for t in texts])
    return lightgbm.LGBMClassifier(**SETTINGS).fit(x, y, sample_weight=w)


def preorder(node, names, out):
    if "leaf_value" in node:
        out.append(f"{node['leaf_value']:.4g}")
        return
    out.append(f"{names[node['split_feature']]}<{node['threshold']:.5g}")
    preorder(node["left_child"], names, out)
    preorder(node["right_child"], names, out)


NOTE = """/// The trees of the ranker for Chinese, written by `Scripts/ranker/fit_trees.py`; do not edit.
///
/// One tree a line, in preorder: `feature<threshold` (what is not greater goes to the node that follows), or the
/// value of a leaf.  Fitted to the key points that a teacher marked in {gold} texts and to the spans that people asked
/// about in encyclopedia articles (DRCD, CC BY-SA 3.0, Simplified).  Key points covered at 22 cards per 1,000
/// characters, mean over the {gold} texts: {base:.2f} by the families' strength alone, {held:.2f} by trees fitted without the text.
enum RankerTrees {{
  static let chinese = \"\"\"
"""


def main():
    binary, questions, out, *golds = sys.argv[1:]
    texts = load(binary, questions, golds)
    names = sorted({f for t in texts for c in t.candidates for f in c["features"]})
    place = {n: i for i, n in enumerate(names)}
    for t in texts:
        t.x = np.zeros((len(t.candidates), len(names)))
        for i, c in enumerate(t.candidates):
            for f, v in c["features"].items():
                t.x[i, place[f]] = v
    gold = [t for t in texts if t.name.startswith("gold")]
    base, held = [], []
    for g in gold:
        model = fit([t for t in texts if t is not g and not t.name.startswith("see")])
        base.append(g.covered(choose(g, g.x[:, place["strength"]])))
        held.append(g.covered(choose(g, model.predict_proba(g.x)[:, 1])))
        print(f"{g.name:40} strength {base[-1]:.2f}  unseen {held[-1]:.2f}", flush=True)
    print(f"mean: strength {np.mean(base):.3f}, unseen {np.mean(held):.3f}")
    model = fit([t for t in texts if not t.name.startswith("see")])
    seen = [t for t in texts if t.name.startswith("see") and t.points]
    total = sum(len(t.points) for t in seen)
    for tag, scores in (("strength", lambda t: t.x[:, place["strength"]]),
                        ("trees", lambda t: model.predict_proba(t.x)[:, 1])):
        done = sum(t.covered(choose(t, scores(t))) * len(t.points) for t in seen if t.candidates)
        print(f"human questions of other articles covered by {tag}: {done / total:.3f} of {total}")
    with open(out, "w", encoding="utf8") as file:
        file.write(NOTE.format(gold=len(gold), base=np.mean(base), held=np.mean(held)))
        for tree in model.booster_.dump_model()["tree_info"]:
            words = []
            preorder(tree["tree_structure"], names, words)
            file.write("    " + " ".join(words) + "\n")
        file.write('    """\n}\n')


if __name__ == "__main__":
    main()
