"""One word of a name as it sounds, and how alike two words are.

A word is taken apart into consonants and the vowels between them. Two words are one word otherwise spelt when the consonants agree and
every group of vowels could be the other's: in names carried over from Arabic, Persian or Russian the vowels waver within bounds
(``e`` for ``a`` or ``i``, ``o`` for ``u``) and a wrong one makes another name (Jamal, Jamil).
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml
from rapidfuzz.distance import OSA

# What a group of vowels can be heard as: a; i; u; ai; ia; au.
OPEN, FRONT, BACK, CLOSING, OPENING, BROAD = (1 << bit for bit in range(6))
_VOWELS = frozenset("aeiouy")
_ALONE = {"a": OPEN, "e": OPEN | FRONT | CLOSING, "i": FRONT, "u": BACK}
_FINAL_H = re.compile(r"(?<=[aeiouy])h$")
_ARTICLES = ("al", "el")
_SOFT_C = re.compile("c(?=[eiy])")
LONG = 5
"""Letters of the longer of two words before a single other one is taken for a slip; the shorter may have one less."""
VERY_LONG = 7
"""Letters of the shorter of two words before two others are taken for a slip."""


class Likeness(IntEnum):
    """How alike two words are, from not at all to the same letters."""

    NONE = 0
    BEGINNING = 1
    INITIAL = 2
    VAGUE = 3
    LETTERS = 4
    ENDING = 5
    LETTER = 6
    CLOSE = 7
    SOUND = 8
    SAME = 9


class Sound(NamedTuple):
    """What is heard of a word: its consonants in four hearings (see spelling.yaml), and a set of bits for the vowels about each."""

    narrow: str
    wide: str
    soft: str
    bare: str
    vowels: tuple[int, ...]


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> Sound:
    """What is heard of a folded word."""
    signs, vowels = _sounds(word)
    narrow, wide, soft, bare = (signs.translate(table) for table in _hearings())
    return Sound(narrow, wide, soft, bare, vowels)


@lru_cache(maxsize=1 << 17)
def likeness(one: str, other: str) -> Likeness:
    """How alike two folded words are."""
    if one == other:
        return Likeness.SAME
    if len(one) == 1 or len(other) == 1:
        return Likeness.INITIAL if one[0] == other[0] else Likeness.NONE
    if one[:3] == other[:3] == "abd" and len(one) > 6 and len(other) > 6:
        return likeness(one[3:], other[3:])
    like = _heard(one, other) or _seen(one, other)
    if not like and (one.startswith(_ARTICLES) or other.startswith(_ARTICLES)):
        return _articled(one, other)
    return like


def _heard(one: str, other: str) -> Likeness:
    """For two words whose consonants are widely the same."""
    first, second = sound(one), sound(other)
    if first.wide != second.wide and first.soft != second.soft:
        return Likeness.NONE
    apart = vowels_apart(first.vowels, second.vowels)
    narrow = first.narrow == second.narrow
    if apart == 0:
        return Likeness.SOUND if narrow else Likeness.CLOSE
    if len(first.wide) < 3 and (not narrow or min(len(one), len(other)) < LONG):
        return Likeness.NONE
    if narrow and apart == 1:
        return Likeness.LETTER if first.vowels[-1] and second.vowels[-1] else _ending(one, other)
    return Likeness.VAGUE if len(first.wide) > 2 else Likeness.NONE


def _seen(one: str, other: str) -> Likeness:
    """For two words that do not sound the same: by the letters that differ (optimal string alignment distance)."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(long) >= LONG and len(short) >= LONG - 1 and len(long) - len(short) <= 2:
        distance = OSA.distance(one, other, score_cutoff=2)
        if distance == 1:
            return _ending(one, other)
        if distance == 2 and len(short) >= VERY_LONG:
            return Likeness.LETTERS
    return Likeness.BEGINNING if len(short) > 2 and long.startswith(short) else Likeness.NONE


def _articled(one: str, other: str) -> Likeness:
    """For two words of which one may have the Arabic article written to it (Alfayyad, al-Fayyad)."""
    short, long = sorted((one, other), key=len)
    if long.startswith(_ARTICLES) and len(long) >= max(VERY_LONG, len(short) + 1) and long[2] not in _VOWELS:
        bare = likeness(long[2:], short)
        return Likeness.CLOSE if bare >= Likeness.CLOSE else Likeness.NONE
    return Likeness.NONE


def _ending(one: str, other: str) -> Likeness:
    """For two words one letter apart. A vowel more at the end makes another name (Karim, Karima), save a mute ``e``."""
    last = max(one, other, key=len)[-1]
    return Likeness.ENDING if last in "aiouy" and (one[-1] in _VOWELS) != (other[-1] in _VOWELS) else Likeness.LETTER


def vowels_apart(first: tuple[int, ...], second: tuple[int, ...]) -> int:
    """In how many places the vowels cannot be the same."""
    if len(first) != len(second):
        return max(len(first), len(second))
    return sum(not one & other and one != other for one, other in zip(first, second, strict=True))


def _sounds(word: str) -> tuple[str, tuple[int, ...]]:
    """The signs of a word's consonants, and a set of bits for the vowels before, between and after them."""
    signs, vowels, letters = list[str](), list[int](), ""
    for part in _graphemes().findall(_SOFT_C.sub("ts", _FINAL_H.sub("", word))):
        if part in _VOWELS:
            letters += part
            continue
        for sign in _signs()[part] if signs or part != "x" else "s":
            if signs and not letters and signs[-1] == sign:
                continue
            signs.append(sign)
            vowels.append(_group(letters))
            letters = ""
    return "".join(signs), (*vowels, _group(letters))


@cache
def _group(letters: str) -> int:
    """What a run of vowels can be heard as."""
    if not letters:
        return 0
    heard = re.sub(r"(.)\1+", r"\1", letters.replace("ee", "i").replace("oo", "u").replace("y", "i").replace("o", "u"))
    if len(heard) == 1:
        return _ALONE[heard]
    kinds = set(heard)
    if kinds == {"e", "i"}:
        return CLOSING | FRONT if heard[0] == "e" else OPEN | FRONT | CLOSING | OPENING
    if "u" in kinds:
        return BROAD if "a" in kinds else BACK
    return CLOSING if heard[0] in "ae" else OPENING


@cache
def _data() -> dict[str, dict[str, dict[str, str]]]:
    data: dict[str, dict[str, dict[str, str]]] = yaml.load(
        files(__package__).joinpath("spelling.yaml").read_text("utf-8"), yaml.CSafeLoader
    )
    return data


@cache
def _signs() -> dict[str, str]:
    return {letters: str(sign) for letters, sign in _data()["consonants"].items()}


@cache
def _graphemes() -> re.Pattern[str]:
    return re.compile("|".join([*sorted(_signs(), key=len, reverse=True), "[aeiouy]"]))


@cache
def _hearings() -> tuple[dict[int, str], ...]:
    """As ``str.translate`` takes them: narrow, wide, soft, bare."""
    return tuple(str.maketrans(_data()["heard"][name]) for name in Sound._fields[:-1])
