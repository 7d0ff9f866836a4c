#!/usr/bin/env python3
"""Builds Resources/data/lexicon.bin and Resources/data/characters.bin.

    python3 Scripts/build_lexicon.py            fetch both packages by name with pip, then write
    python3 Scripts/build_lexicon.py --check    the same, but compare with the files instead of writing

Two packages from PyPI are read, each from its archive (nothing is installed):
jieba 0.42.1 (dict.txt, MIT) and opencc-python-reimplemented 0.1.7 (TSCharacters.txt, STCharacters.txt:
OpenCC's data, Apache-2.0). The same input always gives the same bytes. NOTICE.md holds the licences.

All numbers are little-endian.

characters.bin: what a character stands for when words are looked up
    u32 magic "WGCH"   u32 version 1   u32 index count   u32 page count
    u16 index[]        page of scalar >> 6, for scalars below index count << 6
    u32 pages[][64]    bits 0-20 the simplified character (0: itself),
                       bit 21 only in Traditional text, bit 22 only in Simplified text

lexicon.bin: a double-array trie over folded characters; nothing has to be built at start
    u32 magic "WGLX"   u32 version 1
    u32 index count    u32 page count   u32 unit count   u32 weight count
    u32 tag count      u32 word count   u64 total frequency
    u64 units[]        bits 0-19 base (0: leaf), 20-33 code of the edge that leads here (0: empty),
                       34-47 weight index (0: no word ends here), 48-53 tag index
    (u32, u32) weights[]  frequency; cost in 1/4096 bits, -log2(frequency / total frequency)
    u32 tags[]         part of speech, up to four ASCII letters, first letter in the low byte
    u16 index[]        page of scalar >> 8
    u16 pages[][256]   code of a scalar (0: in no word)
The child of a unit over a character with code c is unit[base + c], if its own code is c: every base
belongs to one unit only.
"""

import math
import pathlib
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile

RESOURCES = pathlib.Path(__file__).resolve().parent.parent / "Resources" / "data"
PACKAGES = {"jieba": "0.42.1", "opencc-python-reimplemented": "0.1.7"}
LEAST_FREQUENCY = 20
COST_UNITS_PER_BIT = 4096


def fetch(package, folder):
    """Downloads one package archive by name and returns its path."""
    requirement = f"{package}=={PACKAGES[package]}"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    subprocess.run(command + ["--dest", folder, requirement], check=True)
    return next(pathlib.Path(folder).glob(package.replace("-", "?") + "-*"))


def lines(archive, name):
    """The lines of the one file in the archive whose path ends in `name`."""
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as packed:
            [path] = [entry for entry in packed.namelist() if entry.endswith("/" + name)]
            return packed.read(path).decode("utf-8").splitlines()
    with tarfile.open(archive) as packed:
        [member] = [entry for entry in packed.getmembers() if entry.name.endswith("/" + name)]
        return packed.extractfile(member).read().decode("utf-8").splitlines()


def mapping(rows):
    """OpenCC rows `character<tab>candidate candidate…`, single characters only."""
    table = {}
    for row in rows:
        source, _, targets = row.partition("\t")
        candidates = targets.split()
        if len(source) == 1 and candidates and all(len(candidate) == 1 for candidate in candidates):
            table[source] = candidates
    return table


def fold_table(traditional):
    """One simplified character for each Traditional one: the first candidate that is another character."""
    first = {}
    for source, candidates in traditional.items():
        others = [candidate for candidate in candidates if candidate != source]
        if others:
            first[source] = others[0]
    # A chain (麽 → 么, 麼 → 麽) ends at its last character, so that folding twice changes nothing.
    folded = {}
    for source, target in first.items():
        seen = {source}
        while target in first and target not in seen:
            seen.add(target)
            target = first[target]
        if target != source:
            folded[source] = target
    return folded


def pages_of(values, page_size, entry):
    """A two-stage table: (index, pages) over `values` (scalar → number); page 0 is empty."""
    numbers = {}
    for scalar, value in values.items():
        numbers.setdefault(scalar // page_size, [0] * page_size)[scalar % page_size] = value
    index = [0] * (max(numbers) + 1)
    pages = [[0] * page_size]
    for page in sorted(numbers):
        index[page] = len(pages)
        pages.append(numbers[page])
    index += [0] * (-len(index) % 4)
    packed = b"".join(struct.pack(f"<{page_size}{entry}", *page) for page in pages)
    return index, pages, struct.pack(f"<{len(index)}H", *index), packed


def characters(folded, traditional, simplified):
    values = {ord(source): ord(target) for source, target in folded.items()}
    for source, candidates in traditional.items():
        if source not in candidates:
            values[ord(source)] = values.get(ord(source), 0) | 1 << 21
    for source, candidates in simplified.items():
        if source not in candidates:
            values[ord(source)] = values.get(ord(source), 0) | 1 << 22
    index, pages, packed_index, packed_pages = pages_of(values, 64, "I")
    return b"WGCH" + struct.pack("<3I", 1, len(index), len(pages)) + packed_index + packed_pages


def read_words(rows, folded):
    """Folded word → (frequency, tag), and the total frequency of the whole dictionary."""
    kept, total = {}, 0
    for row in rows:
        word, frequency, tag = row.split(" ")
        total += int(frequency)
        if int(frequency) < LEAST_FREQUENCY and len(word) > 1:
            continue
        key = "".join(folded.get(character, character) for character in word)
        kept.setdefault(key, []).append((int(frequency), tag))
    words = {}
    for key, entries in kept.items():
        # Two spellings of one word: the commoner one says what it is.
        words[key] = (max(1, sum(frequency for frequency, _ in entries)), max(entries)[1])
    return words, total


def codes_of(words):
    """Scalar → code from 1, the characters with the most edges first, which packs the trie tightly."""
    edges = {}
    for prefix in {word[: end + 1] for word in words for end in range(len(word))}:
        edges[prefix[-1]] = edges.get(prefix[-1], 0) + 1
    ranked = sorted(edges, key=lambda character: (-edges[character], character))
    return {character: code for code, character in enumerate(ranked, start=1)}


class Slots:
    """The free places of a double array, in order. A place that failed often is no longer tried first."""

    MOST_FAILURES = 250

    def __init__(self, size):
        self.following = list(range(1, size + 1))
        self.preceding = list(range(-1, size - 1))
        self.listed = bytearray(b"\1" * size)
        self.free = bytearray(b"\1" * size)
        self.failures = bytearray(size)
        self.take(0)

    def unlist(self, slot):
        if self.listed[slot]:
            self.listed[slot] = 0
            before, after = self.preceding[slot], self.following[slot]
            if before >= 0:
                self.following[before] = after
            else:
                self.first = after
            self.preceding[after] = before

    def take(self, slot):
        self.free[slot] = 0
        self.unlist(slot)

    def place(self, labels, bases):
        """The first base, used by no other unit, whose places for all labels (ascending) are free."""
        slot = self.first
        while True:
            base, after = slot - labels[0], self.following[slot]
            if base > 0 and base not in bases and all(self.free[base + label] for label in labels):
                for label in labels:
                    self.take(base + label)
                return base
            self.failures[slot] += 1
            if self.failures[slot] >= self.MOST_FAILURES:
                self.unlist(slot)
            slot = after


def build_trie(words, codes):
    """First-fit placement, units with the most children first. Returns unit → [base, code, word]."""
    children = {"": set()}
    for word in words:
        for end in range(len(word)):
            children.setdefault(word[:end], set()).add(word[end])
    slots, bases, chosen = Slots(1 << 20), set(), {}
    rest = sorted((prefix for prefix in children if prefix), key=lambda prefix: (-len(children[prefix]), prefix))
    for prefix in [""] + rest:
        chosen[prefix] = slots.place(sorted(codes[character] for character in children[prefix]), bases)
        bases.add(chosen[prefix])
    units, places = {0: [0, 0, None]}, {"": 0}
    for prefix in sorted(children, key=lambda prefix: (len(prefix), prefix)):
        units[places[prefix]][0] = chosen[prefix]
        for character in children[prefix]:
            word = prefix + character
            places[word] = chosen[prefix] + codes[character]
            units[places[word]] = [0, codes[character], word if word in words else None]
    return units


def lexicon(words, total):
    codes = codes_of(words)
    units = build_trie(words, codes)
    frequencies = sorted({frequency for frequency, _ in words.values()})
    weight_of = {frequency: place for place, frequency in enumerate(frequencies, start=1)}
    tags = sorted({tag for _, tag in words.values()})
    tag_of = {tag: place for place, tag in enumerate(tags)}
    count = max(units) + 1
    assert count < 1 << 20 and len(codes) < 1 << 14 and len(frequencies) < (1 << 14) - 1 and len(tags) < 64
    packed = [0] * count
    for place, (base, code, word) in units.items():
        packed[place] = base | code << 20
        if word is not None:
            frequency, tag = words[word]
            packed[place] |= weight_of[frequency] << 34 | tag_of[tag] << 48
    weights = [(0, cost(1, total))] + [(frequency, cost(frequency, total)) for frequency in frequencies]
    index, pages, packed_index, packed_pages = pages_of({ord(c): code for c, code in codes.items()}, 256, "H")
    return b"".join([
        b"WGLX",
        struct.pack("<7I", 1, len(index), len(pages), count, len(weights), len(tags), len(words)),
        struct.pack("<Q", total),
        struct.pack(f"<{count}Q", *packed),
        b"".join(struct.pack("<2I", *weight) for weight in weights),
        b"".join(struct.pack("<I", int.from_bytes(tag.encode("ascii"), "little")) for tag in tags),
        packed_index,
        packed_pages,
    ])


def cost(frequency, total):
    return round((math.log2(total) - math.log2(frequency)) * COST_UNITS_PER_BIT)


def main():
    with tempfile.TemporaryDirectory() as folder:
        jieba = fetch("jieba", folder)
        opencc = fetch("opencc-python-reimplemented", folder)
        traditional = mapping(lines(opencc, "TSCharacters.txt"))
        simplified = mapping(lines(opencc, "STCharacters.txt"))
        folded = fold_table(traditional)
        words, total = read_words(lines(jieba, "dict.txt"), folded)
    files = {
        "characters.bin": characters(folded, traditional, simplified),
        "lexicon.bin": lexicon(words, total),
    }
    different = [name for name, data in files.items()
                 if not (RESOURCES / name).is_file() or (RESOURCES / name).read_bytes() != data]
    if "--check" in sys.argv[1:]:
        if different:
            sys.exit(f"{', '.join(different)}: not what this script builds; run it without --check")
        return
    RESOURCES.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (RESOURCES / name).write_bytes(data)
        print(f"{name}: {len(data)} bytes")
    print(f"{len(words)} words, {len(folded)} folded characters")


if __name__ == "__main__":
    main()
