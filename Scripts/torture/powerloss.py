"""Simulates power failures: records what the program writes, rebuilds the disk as it may look at any moment after
one, and looks whether every review that was acknowledged by then is there.

Model: what was written to a file before its last sync is on the disk; each later write may be there, or not, or in
part, by sectors of 512 bytes (variants: none, all, some, torn). Names that were made, moved or removed are on the
disk once their folder was synced; before that, the first so many of them.

usage: powerloss.py BINARY [--images N] [--seed N] [--preload LIBRARY] [--work FOLDER]
prints one line of JSON; ends with 1 where a review was lost or a file is damaged.
"""
import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

from program import Damaged, Learner, OLD_FILE, acknowledgements, events, script

CALLS = "openat,pwrite64,write,fdatasync,fsync,ftruncate,unlink,link,linkat,rename,renameat,renameat2"


class Disk:
    """Files and names as they are, and as they are on the disk for certain."""

    def __init__(self, root):
        self.root = root
        self.names, self.sureNames, self.pendingNames = {}, {}, []
        self.sure, self.pending = {}, {}
        self.last = 0

    def new(self, content=b""):
        self.last += 1
        self.sure[self.last], self.pending[self.last] = bytearray(content), []
        return self.last

    def load(self):
        """Takes the files that are there for certain."""
        for folder, _, files in os.walk(self.root):
            for name in files:
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    self.names[path] = self.new(file.read())
        self.sureNames = dict(self.names)

    def name(self, path, inode):
        if inode is None:
            self.names.pop(path, None)
        else:
            self.names[path] = inode
        self.pendingNames.append((path, inode))

    def syncNames(self, folder):
        rest = []
        for path, inode in self.pendingNames:
            if os.path.dirname(path) != folder:
                rest.append((path, inode))
            else:
                settle(self.sureNames, path, inode)
        self.pendingNames = rest

    def sync(self, inode):
        for write in self.pending[inode]:
            put(self.sure[inode], write)
        self.pending[inode] = []

    def size(self, inode):
        size = len(self.sure[inode])
        for kind, offset, data in self.pending[inode]:
            size = offset if kind == "t" else max(size, offset + len(data))
        return size

    def image(self, folder, variant, random):
        """Writes the disk as it may be after a power failure now; the paths under it."""
        names = dict(self.sureNames)
        kept = {"none": 0, "all": len(self.pendingNames)}.get(variant, random.randint(0, len(self.pendingNames)))
        for path, inode in self.pendingNames[:kept]:
            settle(names, path, inode)
        written = []
        for path, inode in names.items():
            content = bytearray(self.sure[inode])
            for write in self.pending[inode]:
                if variant == "all" or (variant != "none" and random.random() < 0.5):
                    put(content, write, random if variant == "torn" else None)
            relative = os.path.relpath(path, self.root)
            if os.path.basename(relative).startswith("."):
                continue
            target = os.path.join(folder, relative)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as file:
                file.write(content)
            written.append(relative)
        return written


def settle(names, path, inode):
    if inode is None:
        names.pop(path, None)
    else:
        names[path] = inode


def put(content, write, torn=None):
    kind, offset, data = write
    if kind == "t":
        del content[offset:]
        content.extend(bytes(max(0, offset - len(content))))
        return
    content.extend(bytes(max(0, offset + len(data) - len(content))))
    if torn is None:
        content[offset:offset + len(data)] = data
        return
    for start in range(0, len(data), 512):
        if torn.random() < 0.5:
            end = min(start + 512, len(data))
            content[offset + start:offset + end] = data[start:end]


def text(escaped):
    return bytes.fromhex(escaped.replace("\\x", ""))


def path(escaped):
    return text(escaped).decode("utf8", "replace") if escaped.startswith("\\x") else escaped


def calls(trace):
    """The calls of a trace in the order in which they returned."""
    unfinished = {}
    with open(trace) as lines:
        for line in lines:
            pid, call = line.rstrip("\n").split(None, 1)
            if call.endswith("<unfinished ...>"):
                unfinished[pid] = call[: -len("<unfinished ...>")].rstrip()
                continue
            resumed = re.match(r"<\.\.\. \w+ resumed>(.*)$", call)
            if resumed:
                call = unfinished.pop(pid, "") + resumed.group(1)
            yield call


WRITE = re.compile(r'pwrite64\(\d+<([^>]*)>, "([^"]*)", (\d+), (\d+)\)\s+= (\d+)')
APPEND = re.compile(r'write\((\d+)<([^>]*)>, "([^"]*)"[^)]*\)\s+= (\d+)')
SYNC = re.compile(r"f(?:data)?sync\(\d+<([^>]*)>\)\s+= 0")
TRUNCATE = re.compile(r"ftruncate\(\d+<([^>]*)>, (\d+)\)\s+= 0")
OPEN = re.compile(r'openat\([^"]*"([^"]*)", ([A-Z_|]*)[^=]*=\s+\d+')
REMOVE = re.compile(r'unlink\("([^"]*)"\)\s+= 0')
MOVE = re.compile(r'(link|rename)\w*\((?:AT_FDCWD[^,]*, )?"([^"]*)", (?:AT_FDCWD[^,]*, )?"([^"]*)"[^=]*= 0')


class Record:
    """Replays recorded calls on a disk and tells what was acknowledged when."""

    def __init__(self, disk):
        self.disk, self.acknowledged, self.output = disk, [], ""
        self.earlier, self.undone = [], 0

    def isOurs(self, name):
        return name.startswith(self.disk.root + "/") and not name.endswith("-shm")

    def take(self, call):
        """Returns whether the call changed something."""
        disk = self.disk
        if found := WRITE.match(call):
            return self.write(path(found[1]), int(found[4]), text(found[2])[: int(found[5])])
        if found := APPEND.match(call):
            data = text(found[3])[: int(found[4])]
            if found[1] == "1":
                self.output += data.decode("utf8", "replace")
                whole = self.output[: self.output.rfind("\n") + 1]
                self.acknowledged = self.earlier + [
                    ("undo", item[1] + self.undone) if item[0] == "undo" else item
                    for item in acknowledgements(whole)
                ]
                return True
            name = path(found[2])
            return self.isOurs(name) and name in disk.names and self.write(name, disk.size(disk.names[name]), data)
        if found := SYNC.match(call):
            name = path(found[1])
            if name in disk.names:
                disk.sync(disk.names[name])
            else:
                disk.syncNames(name)
            return True
        if found := TRUNCATE.match(call):
            name = path(found[1])
            if not self.isOurs(name) or name not in disk.names:
                return False
            disk.pending[disk.names[name]].append(("t", int(found[2]), b""))
            return True
        if found := OPEN.match(call):
            name = path(found[1])
            if self.isOurs(name) and "O_CREAT" in found[2] and name not in disk.names:
                disk.name(name, disk.new())
                return True
            return False
        if found := REMOVE.match(call):
            name = path(found[1])
            if self.isOurs(name) and name in disk.names:
                disk.name(name, None)
                return True
            return False
        if found := MOVE.match(call):
            old, new = path(found[2]), path(found[3])
            if self.isOurs(old) and old in disk.names:
                disk.name(new, disk.names[old])
                if found[1] == "rename":
                    disk.name(old, None)
                return True
        return False

    def write(self, name, offset, data):
        if not self.isOurs(name) or name not in self.disk.names:
            return False
        self.disk.pending[self.disk.names[name]].append(("w", offset, data))
        return True

    def endOfProcess(self):
        self.earlier = self.acknowledged
        self.undone = sum(1 for item in self.earlier if item[0] == "undo")
        self.output = ""


def scenarios(binary, folder):
    """The runs to record: a name, the learner, what the file promises before, the commands with their input."""
    fresh = Learner(binary, os.path.join(folder, "fresh"))
    yield "create, review, undo", fresh, [
        (fresh.quiz(), script(30, undo_every=4), 0), (fresh.quiz(), script(12, undo_every=5), 1)]
    kept = Learner(binary, os.path.join(folder, "kept"))
    kept_input = script(25)
    subprocess.run(kept.quiz(), input=kept_input, env=kept.environment(0), capture_output=True, text=True, check=True)
    yield "backup", kept, [
        (kept.arguments("backup"), "", 1), (kept.quiz(), script(8), 1), (kept.arguments("backup"), "", 2)]
    if os.path.exists(OLD_FILE):
        old = Learner(binary, os.path.join(folder, "old"), name="old")
        shutil.copy(OLD_FILE, old.file)
        yield "migration", old, [(old.quiz(), script(15, undo_every=5), 300), (old.quiz(), script(5), 301)]


def simulate(binary, images, seed, preload, work):
    result = {"images": 0, "lost": 0, "damaged": 0, "acknowledged": 0, "doctored": 0}
    examples = []
    chance = random.Random(seed)
    recorded = []
    for name, learner, runs in scenarios(binary, work):
        before = sorted(events(learner.file), key=str) if os.path.exists(learner.file) else []
        disk = Disk(learner.data)
        disk.load()
        traces = []
        for number, (words, given, day) in enumerate(runs):
            trace = os.path.join(learner.folder, f"trace{number}")
            environment = learner.environment(day, preload)
            command = ["strace", "-f", "-y", "-xx", "-s", "2000000", "-e", "trace=" + CALLS, "-o", trace]
            ended = subprocess.run([*command, *words], input=given, env=environment, capture_output=True, text=True)
            if ended.returncode != 0:
                raise SystemExit(f"{name}: the program ended with {ended.returncode}: {ended.stderr}")
            traces.append(trace)
        recorded.append((name, learner, before, disk, traces))
    total = sum(sum(1 for _ in calls(trace)) for *_, traces in recorded for trace in traces)
    share = images / max(1, total * 4)
    image = os.path.join(work, "image")
    due = 0.0
    for name, learner, before, disk, traces in recorded:
        record = Record(disk)
        record.earlier = list(before)
        record.undone = sum(1 for item in before if item[0] == "undo")
        record.acknowledged = list(before)
        for trace in traces:
            for call in calls(trace):
                changed = record.take(call)
                due += share
                if not changed or due < 1:
                    continue
                rounds, due = int(due), due - int(due)
                for variant in ("none", "all", "some", "torn") * rounds:
                    look(disk, record, image, variant, chance, learner, result, examples, name)
            record.endOfProcess()
        result["acknowledged"] += len(record.acknowledged) - len(before)
    return result, examples


def look(disk, record, image, variant, chance, learner, result, examples, name):
    shutil.rmtree(image, ignore_errors=True)
    written = disk.image(image, variant, chance)
    result["images"] += 1
    file = os.path.relpath(learner.file, learner.data)
    try:
        have = events(os.path.join(image, file)) if file in written else set()
        for backup in written:
            if backup.startswith("backups/") and backup.endswith(".sqlite"):
                events(os.path.join(image, backup))
    except Damaged as damage:
        result["damaged"] += 1
        examples.append(f"{name}, {variant}: {damage}")
        return
    missing = [item for item in record.acknowledged if item not in have]
    if missing:
        result["lost"] += 1
        examples.append(f"{name}, {variant}: lost {len(missing)} of {len(record.acknowledged)}, {missing[0]}")
    if file in written and result["images"] % 100 == 0:
        result["doctored"] += 1
        ended = subprocess.run(
            [learner.binary, "doctor", os.path.join(image, file), "--data", image, "--learner", learner.name],
            env=learner.environment(), capture_output=True, text=True)
        # A file of an older version is brought up to date by its next session, not by the doctor.
        if ended.returncode not in (0, 3) or (ended.returncode == 3 and name != "migration"):
            result["damaged"] += 1
            examples.append(f"{name}, {variant}: doctor says {ended.stdout}{ended.stderr}")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("binary")
    options.add_argument("--images", type=int, default=5000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--preload")
    options.add_argument("--work")
    given = options.parse_args()
    if not shutil.which("strace"):
        print("powerloss: skipped, strace is not installed (apt-get install strace)")
        return 0
    start = time.time()
    work = os.path.realpath(given.work or tempfile.mkdtemp(prefix="wengu-power-"))
    try:
        binary = os.path.realpath(given.binary)
        result, examples = simulate(binary, given.images, given.seed, given.preload, work)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    for example in examples[:5]:
        print(example, file=sys.stderr)
    result["seconds"] = round(time.time() - start, 1)
    print("powerloss", json.dumps(result))
    return 1 if result["lost"] or result["damaged"] else 0


if __name__ == "__main__":
    sys.exit(main())
