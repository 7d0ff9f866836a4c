"""Makes the n-th write, sync, opening or truncation fail or kill the program, fills a small disk, and limits the size
of files: the program ends with a plain message and exit code 3, nothing that was acknowledged is lost, and the next
start is as if nothing had been.

usage: inject.py BINARY [--step N]
"""
import argparse
import collections
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

from program import Damaged, Learner, acknowledgements, script

FAULTS = [
    ("pwrite64", ("signal=KILL", "error=ENOSPC", "error=EIO"), 60),
    ("fdatasync", ("signal=KILL", "error=EIO"), 24),
    ("fsync", ("error=EIO",), 6),
    ("openat", ("error=EMFILE", "error=EACCES"), 60),
    ("ftruncate", ("error=EIO",), 4),
]


def judge(learner, ended, result, what, mayEndWell=True):
    """Looks at what a run with a fault left behind."""
    result["runs"] += 1
    acknowledged = acknowledgements(ended.stdout)
    code = ended.returncode
    result[f"exit {code}"] += 1
    isKilled = code < 0
    if not isKilled and code not in ((0, 3) if mayEndWell else (3,)):
        report(result, "unclean", f"{what}: ended with {code}: {ended.stderr[-300:]}")
    if code == 3 and not any(ended.stderr.strip().endswith(mark) for mark in (".", "again", "'", "。", ")")) \
            and len(ended.stderr.strip()) < 20:
        report(result, "no message", f"{what}: {ended.stderr!r}")
    try:
        have = learner.events() if os.path.exists(learner.file) else set()
    except Damaged as damage:
        return report(result, "damaged", f"{what}: {damage}")
    lost = [item for item in acknowledged if item not in have]
    if lost:
        report(result, "lost", f"{what}: {lost[0]} of {len(acknowledged)}")
    if len(have) - len(acknowledged) > 1:
        report(result, "unacknowledged", f"{what}: {len(have)} kept, {len(acknowledged)} acknowledged")
    again = subprocess.run(
        learner.quiz(), input=script(1), env=learner.environment(1), capture_output=True, text=True)
    if again.returncode != 0 or not acknowledgements(again.stdout):
        report(result, "next start", f"{what}: {again.returncode} {again.stderr[-300:]}")


def report(result, kind, text):
    result[kind] += 1
    print(text, file=sys.stderr)


def inject(binary, folder, step, result):
    for call, actions, last in FAULTS:
        for action in actions:
            for number in range(1, last + 1, step if last > 10 else 1):
                home = os.path.join(folder, "home")
                shutil.rmtree(home, ignore_errors=True)
                learner = Learner(binary, home)
                # Only the learner's own files are hit, from the first one made on: a library that cannot be opened
                # says nothing about the program.
                ended = subprocess.run(
                    ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-P", learner.file,
                     "-P", learner.file + "-wal", "-P", os.path.dirname(learner.file),
                     "-e", f"inject={call}:{action}:when={number}", *learner.quiz()],
                    input=script(12, undo_every=5), env=learner.environment(), capture_output=True, text=True)
                judge(learner, ended, result, f"{call} {action} {number}")


def fullDisk(binary, folder, result):
    """A disk that is full after so many kilobytes; false where none can be made."""
    for size in (180, 220, 300, 400, 600):
        disk = os.path.join(folder, f"disk{size}")
        os.makedirs(disk)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "wengu", disk], capture_output=True).returncode:
            return False
        try:
            learner = Learner(binary, disk)
            ended = subprocess.run(
                learner.quiz(new=200), input=script(200), env=learner.environment(), capture_output=True, text=True)
            acknowledged = acknowledgements(ended.stdout)
            subprocess.run(["mount", "-o", "remount,size=8m", disk], check=True)
            judge(learner, ended, result, f"disk of {size} kB, {len(acknowledged)} reviews")
        finally:
            subprocess.run(["umount", disk], check=False)
    return True


def limitedFiles(binary, folder, result):
    for size in (8, 60, 100, 160, 240):
        learner = Learner(binary, os.path.join(folder, f"limit{size}"))

        def limit():
            import signal
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size * 1024, size * 1024))

        ended = subprocess.run(
            learner.quiz(new=200), input=script(200), env=learner.environment(), capture_output=True, text=True,
            preexec_fn=limit)
        judge(learner, ended, result, f"files of {size} kB")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("binary")
    options.add_argument("--step", type=int, default=1)
    given = options.parse_args()
    start, result = time.time(), collections.Counter(runs=0, lost=0, damaged=0, unclean=0)
    folder = tempfile.mkdtemp(prefix="wengu-inject-")
    binary = os.path.realpath(given.binary)
    try:
        if shutil.which("strace"):
            inject(binary, folder, given.step, result)
        else:
            print("inject: calls are not made to fail, strace is not installed (apt-get install strace)")
        if not fullDisk(binary, folder, result):
            print("inject: no full disk, a tmpfs cannot be mounted here")
        limitedFiles(binary, folder, result)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    result["seconds"] = round(time.time() - start, 1)
    print("inject", json.dumps(result))
    return 1 if any(result[kind] for kind in (
        "lost", "damaged", "unclean", "unacknowledged", "next start", "no message")) else 0


if __name__ == "__main__":
    sys.exit(main())
