"""Runs the program by its line protocol and keeps count of what it acknowledged."""
import json
import os
import sqlite3
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
DECK = os.path.join(HERE, "..", "..", "Decks", "essay.md")
OLD_FILE = os.path.join(HERE, "..", "..", "Tests", "LearnerStoreTests", "Fixtures", "v1.sqlite")


class Learner:
    """A learner with a home of their own under a folder."""

    def __init__(self, binary, folder, name="anna"):
        self.binary, self.folder, self.name = binary, folder, name
        self.data = os.path.join(folder, "data")
        os.makedirs(os.path.join(self.data, "learners"), exist_ok=True)
        self.deck = os.path.join(folder, "deck.md")
        if not os.path.exists(self.deck):
            with open(DECK, "rb") as source, open(self.deck, "wb") as copy:
                copy.write(source.read())

    @property
    def file(self):
        return os.path.join(self.data, "learners", self.name + ".sqlite")

    def environment(self, day=0, preload=None):
        values = {
            "HOME": self.folder, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TZ": "UTC",
            "SWIFT_BACKTRACE": "enable=no", "WENGU_NOW": f"2026-{1 + day // 28 % 12:02}-{1 + day % 28:02}T08:00:00Z",
        }
        if "LD_LIBRARY_PATH" in os.environ:
            values["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
        if preload:
            values["WENGU_MUTANT"] = os.environ.get("WENGU_MUTANT", "")
            values["LD_PRELOAD"] = preload
        return values

    def arguments(self, *words):
        return [self.binary, *words, "--data", self.data, "--learner", self.name]

    def quiz(self, new=40):
        return self.arguments("quiz", self.deck, "--jsonl", "--new", str(new), "--seed", "1")

    def run(self, *words, day=0, before=(), **options):
        return subprocess.run(
            [*before, *self.arguments(*words)], env=self.environment(day), capture_output=True, text=True, **options
        )

    def events(self, path=None):
        return events(path or self.file)


def script(reviews, undo_every=0, quit=True):
    """The lines that review so many cards and undo some."""
    lines = []
    for number in range(1, reviews + 1):
        lines += ['{"type":"reveal"}', '{"type":"rate","rating":%d,"milliseconds":900}' % (1 + number * 7 % 4)]
        if undo_every and number % undo_every == 0:
            lines.append('{"type":"undo"}')
    return "\n".join(lines + (['{"type":"quit"}'] if quit else [])) + "\n"


def acknowledgements(text):
    """What lines of the program's output promise: `(card, seq)` of a review, `("undo", n)` of the n-th undo."""
    found, undone = [], 0
    for line in text.split("\n"):
        try:
            message = json.loads(line)
        except ValueError:
            continue
        if message.get("type") == "recorded":
            found.append((message["card"], message["seq"]))
        elif message.get("type") == "undone":
            undone += 1
            found.append(("undo", undone))
    return found


class Damaged(Exception):
    """A learner file that is not whole."""


def events(path):
    """The promises that a learner file keeps."""
    connection = sqlite3.connect(path)
    try:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            raise Damaged(verdict)
        reviews = connection.execute(
            "SELECT card.name, seq FROM event JOIN card ON card.id = event.card WHERE kind = 1"
        ).fetchall()
        undone = connection.execute("SELECT count(*) FROM event WHERE kind = 2").fetchone()[0]
        return set(reviews) | {("undo", number) for number in range(1, undone + 1)}
    except sqlite3.DatabaseError as error:
        raise Damaged(str(error)) from error
    finally:
        connection.close()
