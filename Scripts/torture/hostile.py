"""Damages learner files and lets the program mend them, beside what SQLite's own `.recover` saves; and opens files
that a stranger made to do harm.

usage: hostile.py BINARY [--files N] [--seed N]
"""
import argparse
import collections
import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from program import Learner, script

HOSTILE = [
    ("trigger", "CREATE TRIGGER harm AFTER INSERT ON event BEGIN DELETE FROM eventUndo; DELETE FROM event; END"),
    ("view", "CREATE VIEW harm AS SELECT * FROM event"),
    ("table", "CREATE TABLE harm (x)"),
    ("index on an expression", "CREATE INDEX harm ON event (abs(seq))"),
    ("changed table", "ALTER TABLE deck ADD COLUMN harm TEXT DEFAULT 'x'"),
    ("migration of tomorrow", "INSERT INTO grdb_migrations VALUES ('99 tomorrow')"),
    ("other program", "PRAGMA application_id = 7"),
]


def damaged(sound, kind, chance):
    content = bytearray(sound)
    if kind == 0:
        for _ in range(3):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif kind == 1:
        place = chance.randrange(0, len(content), 4096)
        content[place:place + 4096] = chance.randbytes(4096)
    elif kind == 2:
        content = content[: chance.randrange(len(content))]
    else:
        content[chance.randrange(100)] = chance.randrange(256)
    return bytes(content)


REVIEWS = """
SELECT device.name, seq, card.name, fingerprint, effectiveAt, wallLag, offsetMinutes, rating, durationMilliseconds,
  answer, isCorrect, intervalDays, intervalMilliseconds, scheduler, weightsVersion, checksum
FROM event JOIN device ON device.id = event.device JOIN card ON card.id = event.card
  JOIN cardText ON cardText.id = event.cardText
WHERE event.kind = 1
"""


def rows(path):
    """The reviews of a learner file with all that they say."""
    connection = sqlite3.connect(path)
    try:
        return set(connection.execute(REVIEWS))
    except sqlite3.DatabaseError:
        return set()
    finally:
        connection.close()


SHELL = os.environ.get("SQLITE3", "sqlite3")


def recovered(path, folder):
    """The reviews that `sqlite3 PATH .recover` saves."""
    target = os.path.join(folder, "recovered.sqlite")
    if os.path.exists(target):
        os.unlink(target)
    try:
        text = subprocess.run([SHELL, path, ".recover"], capture_output=True, timeout=30).stdout
        subprocess.run([SHELL, target], input=text, capture_output=True, timeout=30)
    except (subprocess.TimeoutExpired, FileNotFoundError):
        return set()
    return rows(target)


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).digest()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("binary")
    options.add_argument("--files", type=int, default=400)
    options.add_argument("--seed", type=int, default=5)
    given = options.parse_args()
    start, chance = time.time(), random.Random(given.seed)
    result, failed = collections.Counter(), False
    folder = tempfile.mkdtemp(prefix="wengu-hostile-")
    try:
        learner = Learner(os.path.realpath(given.binary), os.path.join(folder, "home"))
        for day in range(6):
            subprocess.run(learner.quiz(), input=script(30, undo_every=6), env=learner.environment(day),
                           capture_output=True, text=True, check=True)
        with open(learner.file, "rb") as file:
            sound = file.read()
        whole = rows(learner.file)
        victim = os.path.join(folder, "victim.sqlite")
        hasShell = len(recovered(learner.file, folder)) > 0
        for number in range(given.files):
            for ending in ("", "-wal", "-shm"):
                if os.path.exists(victim + ending):
                    os.unlink(victim + ending)
            with open(victim, "wb") as file:
                file.write(damaged(sound, number % 4, chance))
            before = digest(victim)
            shutil.rmtree(os.path.join(learner.data, "backups"), ignore_errors=True)
            try:
                ended = learner.run("doctor", victim, "--repair", "--json", timeout=30)
            except subprocess.TimeoutExpired:
                result["hang"] += 1
                continue
            result["files"] += 1
            result[f"exit {ended.returncode}"] += 1
            if ended.returncode not in (0, 1, 3):
                result["crash"] += 1
                print(number, ended.returncode, ended.stderr[-300:], file=sys.stderr)
            saved = None
            if ended.stdout.startswith("{"):
                said = json.loads(ended.stdout)
                saved = said["salvaged"] and said["salvaged"]["file"]
            if saved or ended.returncode != 0:
                if digest(victim) != before:
                    result["written"] += 1
                ours = rows(saved) & whole if saved else set()
                result["salvaged"] += 1
                result["reviews salvaged"] += len(ours)
                if hasShell:
                    theirs = recovered(victim, folder) & whole
                    result["reviews .recover"] += len(theirs)
                    if theirs - ours:
                        result["less than .recover"] += 1
                        print(number, number % 4, "less:", len(ours), len(theirs), ended.stderr[-200:], file=sys.stderr)
        for name, statement in HOSTILE:
            with open(learner.file, "wb") as file:
                file.write(sound)
            for ending in ("-wal", "-shm"):
                if os.path.exists(learner.file + ending):
                    os.unlink(learner.file + ending)
            connection = sqlite3.connect(learner.file)
            connection.execute(statement)
            connection.commit()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.close()
            before = digest(learner.file)
            ended = subprocess.run(learner.quiz(), input=script(3), env=learner.environment(9), capture_output=True,
                                   text=True, timeout=30)
            result["hostile"] += 1
            if ended.returncode != 3 or digest(learner.file) != before:
                result["let in"] += 1
                print(name, ended.returncode, ended.stderr[-200:], file=sys.stderr)
        if not hasShell:
            print("hostile: not compared with .recover, which the sqlite3 shell here cannot do; name one that can, built"
                  " with SQLITE_ENABLE_DBPAGE_VTAB, in SQLITE3")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    result["seconds"] = round(time.time() - start, 1)
    print("hostile", json.dumps(result))
    failed = any(result[kind] for kind in ("hang", "crash", "written", "less than .recover", "let in"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
