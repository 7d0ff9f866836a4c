#!/usr/bin/env python3
"""Sets wengu-bench's figures beside those of fsrs-rs-python and py-fsrs, on this machine, in one run.

    bench_peers.py BENCH [LOG...]

BENCH is the wengu-bench executable; a LOG has the columns card_id, review_time_ms, rating, delta_t_days.
Peers that are not installed (PyPI: fsrs-rs-python, fsrs) are left out. Their times include handing the data
over from Python.
"""

import csv
import re
import subprocess
import sys
import time

try:
    import fsrs_rs_python as rust
except ImportError:
    rust = None
try:
    import fsrs as python
except ImportError:
    python = None


def seconds(work, runs=3):
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def ours(bench, *arguments):
    output = subprocess.run([bench, *arguments], capture_output=True, text=True, check=True).stdout
    print(output, end="")
    return output


def read(path):
    """Items as fsrs-rs wants them, in the order of time, with the card of each."""
    histories = {}
    items = []
    cards = []
    with open(path, newline="", encoding="utf-8") as file:
        rows = [(int(r[1]), int(r[0]), int(r[2]), int(r[3])) for r in list(csv.reader(file))[1:]]
    rows.sort(key=lambda row: row[0])
    for _, card, rating, days in rows:
        history = histories.setdefault(card, [])
        history.append(rust.FSRSReview(rating, days if history else 0))
        if len(history) > 1 and days > 0:
            items.append(rust.FSRSItem(list(history)))
            cards.append(card)
    return items, cards


def compare_fit(bench, path):
    print(f"== fit {path}")
    report = ours(bench, "fit", path, "unseen")
    if rust is None:
        return
    items, cards = read(path)
    model = rust.FSRS(rust.DEFAULT_PARAMETERS)
    for epochs in (5, 8):
        config = rust.TrainingConfig(num_epochs=epochs)
        start = time.perf_counter()
        weights = model.compute_parameters(items, cards, training_config=config)
        elapsed = time.perf_counter() - start
        loss = rust.FSRS(weights).evaluate(items).log_loss
        print(f"fsrs-rs {epochs} epochs: {elapsed:.3f} s, log loss {loss:.5f}")
        for effort in ("quick", "converged"):
            match = re.search(rf"fit fsrs-6 {effort}: ([0-9.e-]+) s", report)
            if match:
                print(f"  ours {effort} takes {float(match.group(1)) / elapsed:.2f} of its time")


def compare_scheduling(bench):
    print("== next states and replay")
    report = ours(bench, "next") + ours(bench, "replay")

    def rate(name):
        match = re.search(rf"{name}: ([0-9.]+) M/s", report)
        return float(match.group(1)) * 1e6 if match else float("nan")

    if rust is not None:
        model = rust.FSRS(rust.DEFAULT_PARAMETERS)
        state = rust.MemoryState(20.0, 5.0)
        count = 100_000
        elapsed = seconds(lambda: [model.next_states(state, 0.9, 21) for _ in range(count)])
        print(f"fsrs-rs next states: {count / elapsed / 1e6:.2f} M/s")
        print(f"  ours: {rate('next states fsrs-6') * elapsed / count:.1f} times as fast")
        items = [
            rust.FSRSItem([rust.FSRSReview(1 + (c + i * i) % 4, (c + 7 * i) % 60) for i in range(100)])
            for c in range(1000)
        ]
        elapsed = seconds(lambda: model.memory_state_batch(items))
        print(f"fsrs-rs replay: {1e5 / elapsed / 1e6:.2f} M/s")
        print(f"  ours: {rate('replay memories fsrs-6') * elapsed / 1e5:.1f} times as fast")
    if python is not None:
        scheduler = python.Scheduler(enable_fuzzing=False)

        def review():
            for _ in range(100):
                card = python.Card()
                for _ in range(10):
                    card, _ = scheduler.review_card(card, python.Rating.Hard, card.due)

        elapsed = seconds(review)
        print(f"py-fsrs replay: {1000 / elapsed / 1e6:.3f} M/s")
        print(f"  ours: {rate('replay rows fsrs-6') * elapsed / 1000:.1f} times as fast")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    compare_scheduling(sys.argv[1])
    for path in sys.argv[2:]:
        compare_fit(sys.argv[1], path)


if __name__ == "__main__":
    main()
