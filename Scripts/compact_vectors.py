#!/usr/bin/env python3
"""Compacts the reference vectors into the line format that SchedulingTests read.

    compact_vectors.py VECTORS_DIR OUT_DIR [--all]

The real review log is read from ../data beside VECTORS_DIR.

A line is words separated by spaces; the first word says what it is. Without --all only a part of the
sequences is kept (every parameter set at least once), so that the fixtures stay small; with it, all of them:
point WENGU_SCHEDULING_VECTORS at that folder to run the tests over everything.
"""

import json
import os
import sys


def number(value):
    """The shortest text that reads back as the same double; '-' for nothing."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value)


def numbers(values):
    return " ".join(number(value) for value in values)


def steps(values):
    return ",".join(number(value) for value in values) or "-"


def sampled(sequences, everything, share, name=lambda sequence: sequence["params"]):
    """Every share-th sequence, and the first one of each parameter set."""
    if everything:
        return sequences
    seen = set()
    kept = []
    for index, sequence in enumerate(sequences):
        if index % share == 0 or name(sequence) not in seen:
            kept.append(sequence)
        seen.add(name(sequence))
    return kept


def parameter_lines(sets, used):
    return [f"weights {name} {numbers(sets[name])}" for name in sorted(used)]


def fsrs6(vectors, everything):
    kept = sampled(vectors["sequences"], everything, 6)
    lines = parameter_lines(vectors["parameter_sets"], {sequence["params"] for sequence in kept})
    for sequence in kept:
        lines.append(
            f"sequence {sequence['id']} {sequence['params']} {number(sequence['desired_retention'])}"
            f" {steps(sequence['learning_steps_min'])} {steps(sequence['relearning_steps_min'])}"
            f" {sequence['maximum_interval']}"
        )
        for index, row in enumerate(sequence["reviews"]):
            time, rating, days, recall, stability, difficulty, state, step, due, rs_s, rs_d, rs_next = row
            lines.append(
                f"review {time} {rating} {days} {numbers([recall, stability, difficulty])} {state}"
                f" {number(step)} {due} {numbers([rs_s, rs_d])}"
            )
            if everything or index % 4 == 1:
                lines.append("next " + " ".join(numbers(triple) for triple in rs_next))
    return lines


def functions(vectors, everything):
    share = 1 if everything else 2
    lines = parameter_lines(vectors["parameter_sets"], vectors["parameter_sets"])
    for row in vectors["next_interval"][::share]:
        lines.append(f"interval {row[0]} {numbers(row[1:])}")
    for name, ease, interval, retention, memory in vectors["memory_state_from_sm2"][::share]:
        lines.append(f"bridge {name} {numbers([ease, interval, retention, *memory])}")
    for name, start, reviews, memory in vectors["starting_state_replay"][::share]:
        flat = [value for review in reviews for value in review]
        lines.append(f"replay {name} {numbers([*start, *memory, *flat])}")
    for given, expected in vectors["migrate"]:
        if isinstance(expected, str):
            count = given if isinstance(given, int) else len(given)
            lines.append(f"refuse {count}")
        else:
            lines.append(f"migrate {len(given)} {numbers([*given, *expected])}")
    for raw, reviews, memory in vectors["constructor_clip"]:
        flat = [value for review in reviews for value in review]
        lines.append(f"clip {numbers([*raw, *memory, *flat])}")
    return lines


def fsrs7(vectors, everything):
    kept = sampled(vectors["sequences"], everything, 12)
    bridges = vectors["sm2_bridge"][:: 1 if everything else 3]
    used = {sequence["params"] for sequence in kept} | {bridge[0] for bridge in bridges}
    lines = parameter_lines(vectors["parameter_sets"], used)
    for name, interval, retention, memory in bridges:
        lines.append(f"bridge {name} {numbers([interval, retention, *memory])}")
    for sequence in kept:
        lines.append(
            f"sequence {sequence['id']} {sequence['params']} {number(sequence['desired_retention'])}"
            f" {number(sequence['max_rel_rs_vs_ts'])}"
        )
        for index, row in enumerate(sequence["reviews"]):
            seconds, rating, ts_recall, ts_next, rs_recall, rs_next = row
            lines.append(f"review {seconds} {rating} {numbers([ts_recall, rs_recall])}")
            lines.append("ts " + " ".join(numbers(memory) for memory in ts_next))
            if everything or index % 4 == 1:
                lines.append("rs " + " ".join(numbers(memory) for memory in rs_next))
    return lines


def anki_state(state):
    """One card state as a word: kind and numbers between colons; S and D last where there are any."""
    kind = state["k"]
    memory = state.get("mem") or (state["learn"].get("mem") if kind == "RL" else None) or []

    def review(part):
        return [part["days"], round(part["ease"], 4), part["lapses"], part["leech"]]

    if kind == "N":
        fields = []
    elif kind == "L":
        fields = [state["rem"], state["secs"]]
    elif kind == "R":
        fields = review(state)
    else:
        fields = [state["learn"]["rem"], state["learn"]["secs"], *review(state["rev"])]
    return ":".join([kind] + [number(field) for field in [*fields, *memory]])


ANKI_SM2 = [
    "initial_ease",
    "graduating",
    "easy_interval",
    "hard_multiplier",
    "easy_multiplier",
    "interval_multiplier",
    "lapse_multiplier",
    "minimum_lapse_interval",
]


def anki(vectors, everything):
    sets = vectors.get("parameter_sets", {})
    name = (lambda sequence: sequence["params"]) if sets else (lambda sequence: "")
    kept = sampled(vectors["sequences"], everything, 6 if sets else 3, name)
    lines = parameter_lines(sets, {name(sequence) for sequence in kept} if sets else [])
    for sequence in kept:
        own = (
            [sequence["params"], number(sequence["desired_retention"])]
            if sets
            else [number(sequence[key]) for key in ANKI_SM2]
        )
        lines.append(
            f"sequence {sequence['id']} {steps(sequence['learn_steps_min'])}"
            f" {steps(sequence['relearn_steps_min'])} {sequence['max_interval']}"
            f" {sequence['leech_threshold']} {' '.join(own)}"
        )
        elapsed = 0
        for step in sequence["steps"]:
            current = step["cur"]
            days = current["elapsed"] if current["k"] == "R" and not sets else elapsed
            states = [current, *step["next"]]
            lines.append(f"step {days} {' '.join(anki_state(state) for state in states)}")
            elapsed = step["gap_days"]
    return lines


def simulator(vectors, everything):
    """The mean and deviation of 24 runs; the behaviour is the default one, which the test has."""
    cases = vectors["cases"]
    if not everything:
        cases = [case for case in cases if case["config"]["deck_size"] <= 1000][:6]
    lines = parameter_lines(vectors["parameter_sets"], {case["params"] for case in cases})
    for case in cases:
        config = case["config"]
        limits = [config[key] for key in ("deck_size", "learn_span", "max_cost_perday", "max_ivl")]
        limits += [config[key] for key in ("learn_limit", "review_limit", "new_cards_ignore_review_limit")]
        limits += [config[key] for key in ("learning_step_count", "relearning_step_count")]
        limits.append(config["suspend_after_lapses"])
        lines.append(
            f"case {case['params']} {number(case['desired_retention'])} {numbers(limits)}"
            f" {case['seeds']} {numbers(case['mean'])} {numbers(case['sd'])}"
        )
    return lines


def fuzz(vectors, everything):
    lines = [f"range {numbers(row[:3])}" for row in vectors["rows"]]
    for row in vectors["constrained_examples_from_source"]["rows"]:
        lines.append(f"draw {numbers(row)}")
    return lines


def review_log(path):
    """The real log of py-fsrs's tests (MIT): card, seconds since the row before, rating, study days."""
    cards = {}
    last = None
    lines = []
    with open(path, encoding="utf-8") as file:
        rows = [line.split(",") for line in file.read().split("\n")[1:] if line]
    for card, time, rating, days, _ in sorted(rows, key=lambda row: int(row[1])):
        seconds = int(time) // 1000
        number_of_card = cards.setdefault(card, len(cards))
        lines.append(f"{number_of_card} {seconds - (last or seconds)} {rating} {days}")
        last = seconds
    return lines


FILES = {
    "scheduler_fsrs6_public.json": ("fsrs6.txt", fsrs6),
    "fsrs6_functions_public.json": ("functions.txt", functions),
    "scheduler_fsrs7_public.json": ("fsrs7.txt", fsrs7),
    "anki_fsrs6_public.json": ("anki_fsrs6.txt", anki),
    "anki_sm2_public.json": ("anki_sm2.txt", anki),
    "simulator_public.json": ("simulator.txt", simulator),
    "fuzz.json": ("fuzz.txt", fuzz),
}


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--all"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    source, target = arguments
    os.makedirs(target, exist_ok=True)
    for name, (compact, convert) in FILES.items():
        with open(os.path.join(source, name), encoding="utf-8") as file:
            lines = convert(json.load(file), "--all" in sys.argv)
        with open(os.path.join(target, compact), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        print(f"{compact}: {len(lines)} lines")
    log = os.path.join(source, "..", "data", "josh_dt.csv")
    with open(os.path.join(target, "log.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(review_log(log)) + "\n")


if __name__ == "__main__":
    main()
