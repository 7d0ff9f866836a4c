#!/usr/bin/env python3
"""Builds Resources/data/english.bin: what English words can be.

    python3 Scripts/build_english.py            fetch the package by name with pip, then write
    python3 Scripts/build_english.py --check    the same, but compare with the file instead of writing

One package from PyPI is read from its archive (nothing is installed): textblob 0.15.3, whose en-lexicon.txt is the
lexicon of Brill's tagger 1.14 (MIT). The same input always gives the same bytes. NOTICE.md holds the licence.

english.bin: an open-addressed table over lower-case words; little-endian
    u32 magic "WGEN"   u32 version 1   u32 slot count, a power of two   u32 word count
    u32 slots[]        0: empty; bits 0-3 the commonest class (CLASSES below, from 1), bit 4 can be a noun,
                       bit 5 can be a verb, bit 6 can be an adjective, bit 7 both past tense and participle,
                       bits 8-31 the highest 24 bits of the word's FNV-1a number
A word is looked for from slot (number modulo slot count) on.
"""

import pathlib
import struct
import sys
import tempfile

import build_lexicon

FILE = build_lexicon.RESOURCES / "english.bin"
build_lexicon.PACKAGES["textblob"] = "0.15.3"

CLASSES = ["noun", "plural", "base", "third", "past", "participle", "gerund", "adjective", "adverb"]
TAGS = {
    "NN": "noun", "NNS": "plural", "VB": "base", "VBP": "base", "VBZ": "third", "VBD": "past", "VBN": "participle",
    "VBG": "gerund", "JJ": "adjective", "JJR": "adjective", "JJS": "adjective", "RB": "adverb", "RBR": "adverb",
}
NOUN, VERB, ADJECTIVE, BOTH = 1 << 4, 1 << 5, 1 << 6, 1 << 7
ONLY_PAST = set("""
    became began bore broke came chose did drank drew drove ate fell flew forgot forgave froze gave grew hid knew
    lay overcame ran rang rode rose sang sank saw shook spoke stole swam swore threw tore took underwent undertook
    was were went withdrew woke wore wove wrote arose blew overtook foresaw slew strove sprang shrank bade""".split())
ONLY_PARTICIPLE = set("""
    been begun born borne broken chosen done drawn driven eaten fallen flown forgotten forgiven frozen given gone
    grown hidden known lain overtaken proven ridden risen seen shaken shown spoken stolen sworn taken thrown torn
    undergone undertaken withdrawn worn woven written arisen blown foreseen slain sung sunk sewn mistaken""".split())
# Words of Brill's corpora whose commonest use there is not the one of essays.
CORRECTIONS = {"well": "adverb", "like": "base", "lead": "base", "leads": "third", "found": "past"}


def number(word):
    value = 0xCBF29CE484222325
    for character in word:
        value = (value ^ ord(character)) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def forms(base):
    """The regular forms of a verb: -s, -ed, -ing."""
    if base.endswith("e"):
        return base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    sibilant = base.endswith(("s", "x", "z", "ch", "sh"))
    return base + ("es" if sibilant else "s"), base + "ed", base + "ing"


def bases(word):
    """What an -s form may be made of."""
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]


def read(rows):
    words = {}
    for row in rows:
        word, _, tag = row.partition(" ")
        tag = tag.split("|")[0]
        if word.isascii() and word.replace("-", "").isalpha() and word == word.lower() and tag in TAGS:
            words[word] = TAGS[tag]
    words.update(CORRECTIONS)
    return words


def described(words):
    """Word → (class, flags)."""
    verbal = {"base", "third", "past", "participle", "gerund"}
    verbs = {word for word in words if words[word] == "base"}
    for word in words:
        double = word + word[-1:] + "ed"
        kinds = [words.get(form) for form in forms(word)[1:] + (double,)]
        if len(word) > 2 and any(kind in verbal for kind in kinds):
            verbs.add(word)
    nouns = {word for word in words if words[word] == "noun" or words.get(forms(word)[0]) == "plural"}
    table = {}
    for word, kind in words.items():
        flags = 0
        if kind == "noun" or word in nouns:
            flags |= NOUN
        if kind in verbal or word in verbs:
            flags |= VERB
        if kind == "adjective":
            flags |= ADJECTIVE
        if kind == "plural" or any(base in nouns for base in bases(word)):
            flags |= NOUN
        if kind == "third" or any(base in verbs for base in bases(word)) and not word.endswith("ss"):
            flags |= VERB if kind in ("plural", "third") else 0
        if kind in ("past", "participle") and word not in ONLY_PAST and word not in ONLY_PARTICIPLE:
            flags |= BOTH
        if word in ONLY_PAST:
            kind = "past"
        if word in ONLY_PARTICIPLE:
            kind = "participle"
        if word.endswith("ed") and kind == "adjective" and word[:-1] in verbs | {word[:-2]}:
            flags |= VERB
        table[word] = kind, flags
    return table


def packed(table):
    count = 1
    while count < 1.4 * len(table):
        count *= 2
    slots = [0] * count
    for word in sorted(table):
        kind, flags = table[word]
        value = number(word)
        place = value % count
        while slots[place]:
            place = (place + 1) % count
        slots[place] = (value >> 40) << 8 | flags | CLASSES.index(kind) + 1
    return b"WGEN" + struct.pack(f"<3I{count}I", 1, count, len(table), *slots), len(table)


def main():
    with tempfile.TemporaryDirectory() as folder:
        archive = build_lexicon.fetch("textblob", folder)
        words = read(build_lexicon.lines(archive, "en-lexicon.txt"))
    data, count = packed(described(words))
    if "--check" in sys.argv[1:]:
        if not FILE.is_file() or FILE.read_bytes() != data:
            sys.exit(f"{FILE.name}: not what this script builds; run it without --check")
        return
    FILE.write_bytes(data)
    print(f"{FILE.name}: {len(data)} bytes, {count} words")


if __name__ == "__main__":
    main()
