"""Kills the program in the middle of sessions, one process or two on one learner, and looks whether every review that
was acknowledged is there, and no more than one more for each process that was killed.

usage: kill.py BINARY [--rounds N] [--seed N] [--preload LIBRARY]
"""
import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

from program import Damaged, Learner, acknowledgements, script


def torture(binary, rounds, processes, chance, preload, folder):
    learner = Learner(binary, folder)
    kept, result = set(), {"processes": processes, "rounds": rounds, "acknowledged": 0, "lost": 0, "unacknowledged": 0,
                           "damaged": 0, "errors": 0}
    for round in range(rounds):
        before = learner.events() if os.path.exists(learner.file) else set()
        running = [
            subprocess.Popen(
                learner.quiz(new=30), env=learner.environment(round, preload), text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(processes)]
        for process in running:
            process.stdin.write(script(60, undo_every=7, quit=False))
            process.stdin.flush()
        # The moment of the kill is counted from the first word, so that slow machines are hit in the middle too.
        first = running[0].stdout.readline()
        time.sleep(chance.uniform(0, 0.06))
        for process in running:
            process.kill()
        acknowledged = set()
        undone = 0
        for number, process in enumerate(running):
            output, errors = process.communicate()
            found = acknowledgements((first if number == 0 else "") + output)
            acknowledged |= {item for item in found if item[0] != "undo"}
            undone += sum(1 for item in found if item[0] == "undo")
            if errors:
                result["errors"] += 1
                print(errors[:300], file=sys.stderr)
        try:
            have = learner.events() if os.path.exists(learner.file) else set()
        except Damaged as damage:
            result["damaged"] += 1
            print(damage, file=sys.stderr)
            continue
        undosBefore = sum(1 for item in before if item[0] == "undo")
        promised = acknowledged | {("undo", undosBefore + number + 1) for number in range(undone)}
        result["acknowledged"] += len(promised)
        result["lost"] += len((promised | kept) - have)
        extra = len(have - before) - len(promised & have)
        result["unacknowledged"] = max(result["unacknowledged"], extra)
        kept = have
    ended = learner.run("doctor", day=rounds)
    if ended.returncode != 0:
        result["damaged"] += 1
        print(ended.stdout, ended.stderr, file=sys.stderr)
    return result


def main():
    options = argparse.ArgumentParser()
    options.add_argument("binary")
    options.add_argument("--rounds", type=int, default=300)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--preload")
    given = options.parse_args()
    failed = False
    for processes in (1, 2):
        start, chance = time.time(), random.Random(given.seed)
        folder = tempfile.mkdtemp(prefix="wengu-kill-")
        try:
            result = torture(os.path.realpath(given.binary), given.rounds, processes, chance, given.preload, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        result["seconds"] = round(time.time() - start, 1)
        print("kill", json.dumps(result))
        failed = failed or result["lost"] or result["damaged"] or result["unacknowledged"] > processes
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
