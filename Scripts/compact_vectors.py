#!/usr/bin/env python3
"""Compacts the reference vectors into the line format that SchedulingTests read.

    compact_vectors.py VECTORS_DIR OUT_DIR [--all]

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


def fuzz(vectors, everything):
    lines = [f"range {numbers(row[:3])}" for row in vectors["rows"]]
    for row in vectors["constrained_examples_from_source"]["rows"]:
        lines.append(f"draw {numbers(row)}")
    return lines


FILES = {
    "scheduler_fsrs6_public.json": ("fsrs6.txt", fsrs6),
    "fsrs6_functions_public.json": ("functions.txt", functions),
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


if __name__ == "__main__":
    main()
