#!/usr/bin/env python3
"""Sets wengu-bench's figures beside those of fsrs-rs-python and py-fsrs, on this machine, in one run.

    bench_peers.py BENCH [LOG...]

BENCH is the wengu-bench executable; a LOG has the columns card_id, review_time_ms, rating, delta_t_days. Without
one, the real log of the tests and generated ones of 200,000 and 1,000,000 reviews are fitted.
Peers that are not installed (PyPI: fsrs-rs-python, fsrs) are left out. Their times are one thread's and include
handing the data over from Python.
"""

import csv
import os
import random
import re
import subprocess
import sys
import tempfile
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


def generated(path, reviews):
    """Writes a log of about so many reviews by learners whose memories grow and fade, the same on each run."""
    draw = random.Random(reviews)
    start = 1_600_000_000_000
    rows = []
    while len(rows) < reviews:
        card = len(rows) + 1
        day = draw.randrange(0, 600)
        stability = 0.0
        ease = draw.uniform(1.2, 3.5)
        for index in range(draw.randrange(4, 13)):
            if index == 0:
                rating = draw.choices((1, 2, 3, 4), (25, 10, 50, 15))[0]
                elapsed = 0
                stability = (0.4, 1.2, 2.5, 9.0)[rating - 1]
            else:
                elapsed = max(1, round(stability * draw.uniform(0.6, 1.8)))
                day += elapsed
                recall = (1 + elapsed / stability / 9) ** -1
                if draw.random() < recall:
                    rating = draw.choices((2, 3, 4), (18, 66, 16))[0]
                    stability *= 1 + (ease - 1) * (0.6, 1.0, 1.4)[rating - 2]
                else:
                    rating = 1
                    stability = max(0.5, 0.4 * stability**0.6)
            rows.append((start + day * 86_400_000 + card % 40_000_000, card, rating, elapsed))
    rows.sort()
    with open(path, "w", encoding="utf-8") as file:
        file.write("card_id,review_time_ms,rating,delta_t_days\n")
        for time_ms, card, rating, elapsed in rows:
            file.write(f"{card},{time_ms},{rating},{elapsed}\n")


def real(path):
    """Writes the real log that the tests carry."""
    source = os.path.join(os.path.dirname(__file__), "..", "Tests/SchedulingTests/Fixtures/log.txt")
    instant = 1_711_744_352
    with open(source, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as file:
        file.write("card_id,review_time_ms,rating,delta_t_days\n")
        for line in lines:
            card, seconds_since, rating, elapsed = line.split()
            instant += int(seconds_since)
            file.write(f"{card},{instant * 1000},{rating},{elapsed}\n")


def compare_fit(bench, path, unseen):
    print(f"== fit {os.path.basename(path)}")
    report = ours(bench, "fit", path, *(["unseen"] if unseen else []))
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
        if unseen:
            splits = rust.evaluate_with_time_series_splits(items, cards, training_config=config)
            print(f"  unseen: log loss {splits.log_loss:.5f}")
        for effort in ("quick", "converged"):
            match = re.search(rf"fit fsrs-6 {effort}: ([0-9.e-]+) s", report)
            if match:
                print(f"  ours {effort} takes {float(match.group(1)) / elapsed:.2f} of its time")


def compare_simulation(bench):
    print("== simulate a year of 10,000 cards at half an hour a day")
    report = ours(bench, "simulate")
    match = re.search(r"simulate fsrs-6: ([0-9.e-]+) s", report)
    if rust is None or not match:
        return
    config = rust.default_simulator_config()
    elapsed = seconds(lambda: rust.simulate(rust.DEFAULT_PARAMETERS, 0.9, config, 42))
    print(f"fsrs-rs simulate: {elapsed:.3f} s")
    print(f"  ours takes {float(match.group(1)) / elapsed:.2f} of its time")


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
    bench = sys.argv[1]
    for peer, package in ((rust, "fsrs-rs-python"), (python, "fsrs")):
        if peer is None:
            print(f"{package} is not installed and left out; 'pip install {package}' puts it beside ours")
    compare_scheduling(bench)
    compare_simulation(bench)
    for path in sys.argv[2:]:
        compare_fit(bench, path, unseen=True)
    if len(sys.argv) > 2:
        return
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, "real.csv")
        real(log)
        compare_fit(bench, log, unseen=True)
        for reviews in (200_000, 1_000_000):
            log = os.path.join(folder, f"{reviews}.csv")
            generated(log, reviews)
            compare_fit(bench, log, unseen=False)


if __name__ == "__main__":
    main()
