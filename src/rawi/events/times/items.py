"""A paragraph's tokens as the items that patterns are made of: "third-quarter" is three, "two hundred and ten" is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rawi.events.numbers import amount_at
from rawi.events.times.numeric import stamps
from rawi.events.times.vocabulary import Word, vocabulary
from rawi.events.vocabulary import vocabulary as numerals
from rawi.records import Token

PIECES = re.compile(r"\d\d?(?:[:.]\d\d)?(?=[ap]\.?m\b)|\d+(?:[:.,/]\d+){0,4}(?:st|nd|rd|th|s|'s)?(?!\w)|\d+|\w+(?:[.’']\w+)*\.?|\S", re.I)
DECADE = re.compile(r"(\d\d(?:\d\d)?)['’]?s")
NTH = re.compile(r"(\d{1,3})(?:st|nd|rd|th)", re.I)
TIME = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?::[0-5]\d)?")
LONGEST = 7
"""Words of the longest phrase of times.yaml."""
HALVES = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "½": 0.5, "¼": 0.25, "¾": 0.75}
MOST = 1e9
"""The greatest number that counts anything in time."""
MERIDIEM = {"a.m.": 0, "a.m": 0, "am": 0, "p.m.": 12, "p.m": 12, "pm": 12}
DASHES = frozenset("-–—‑")
APOSTROPHES = frozenset({"'s", "’s", "'S", "’S"})
NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "EVENT"})
NO_NAMES = frozenset({"UNIT", "UNITS", "NOON", "PART", "DEICTIC"})
"""Labels of words that may stand in a name without being a time: "60 Minutes"."""
SHORTEST = 6
"""Letters of the shortest name of a weekday that is no abbreviation."""


@dataclass(frozen=True, slots=True)
class Item:
    """A word, number or sign: its label in patterns, what it stands for, and where it is printed; ``token`` is the first it is of."""

    label: str
    value: Any
    start: int
    end: int
    text: str
    """In lower case."""
    token: Token


def items(tokens: Sequence[Token], text: str) -> list[Item]:
    """The items of the tokens of one paragraph, in text order; ``text`` is the document's."""
    pieces = list(_pieces(tokens, text))
    words = [piece.text for piece in pieces]
    found: list[Item] = []
    at = 0
    while at < len(pieces):
        item, at = _item(pieces, words, at)
        found.append(item)
    return found


def _pieces(tokens: Sequence[Token], text: str) -> Iterator[Item]:
    """Tokens cut at hyphens and between digits and letters; a date in digits is one piece however it was cut."""
    if not tokens:
        return
    dates = stamps(text, tokens[0].start, tokens[-1].end)
    stamp = next(dates, None)
    for token in tokens:
        while stamp and stamp.end <= token.start:
            stamp = next(dates, None)
        if stamp and stamp.start < token.end:
            if token.start <= stamp.start:
                yield Item("DATE", stamp, stamp.start, stamp.end, text[stamp.start : stamp.end], token)
            continue
        if token.text.isalpha() or token.text in APOSTROPHES:
            yield _plain(token.text, token.start, token)
            continue
        for piece in PIECES.finditer(token.text):
            yield _plain(piece[0], token.start + piece.start(), token)


def _plain(text: str, start: int, token: Token) -> Item:
    """A piece without a label of its own: patterns know it by its word."""
    word = "-" if text in DASHES else text.lower().replace("’", "'")
    return Item(word, None, start, start + len(text), word, token)


def _item(pieces: Sequence[Item], words: Sequence[str], at: int) -> tuple[Item, int]:
    """The item that begins with the piece at ``at``, and where the next one begins."""
    piece, word = pieces[at], words[at]
    if piece.label == "DATE":
        return piece, at + 1
    if (phrases := vocabulary().phrases.get(word)) is not None:
        for end in range(min(at + LONGEST, len(words)), at, -1):
            if (phrase := phrases.get(tuple(words[at:end]))) is not None:
                return _labelled(piece, pieces[end - 1], phrase), end
    known = _known(piece, word)
    if known is not None:
        return _labelled(piece, piece, known), at + 1
    scaled = word == "a" and at + 1 < len(words) and words[at + 1] in numerals().scales
    if word[0].isdigit() or word in HALVES or word in numerals().words or scaled:
        return _number(pieces, words, at)
    return piece, at + 1


def _labelled(first: Item, last: Item, word: Word) -> Item:
    text = first.text if first is last else f"{first.text} {last.text}"
    return Item(word.label, word.value, first.start, last.end, text, first.token)


def _known(piece: Item, word: str) -> Word | None:
    """The word's entry in the vocabulary, where it is used as a word of that label is."""
    listed = vocabulary().words
    entry = listed.get(word) or (listed.get(word[:-1]) if word[-1] == "." else None)
    tag = piece.token.tag
    if entry is None:
        return Word("MERIDIEM", MERIDIEM[word]) if word in MERIDIEM and not tag.startswith("VB") else None
    word, printed = word.removesuffix("."), piece.token.text
    named = piece.token.entity in NAMES and not printed.isupper()
    if (named and entry.label in NO_NAMES) or (entry.label == "WEEKDAY" and len(word) < SHORTEST and printed.islower()):
        return None
    if word in vocabulary().sets["ambiguous"]:
        common = entry.label in ("MONTH", "WEEKDAY") and printed.islower()
        if named or common or not tag.startswith("NN"):
            return Word("ORD", 2) if word == "second" else None
    return entry


def _number(pieces: Sequence[Item], words: Sequence[str], at: int) -> tuple[Item, int]:
    """D: a day's or hour's number; Y: a year's; N: any other; W: a number in words; TIME, DECADE, ORD, FRACTION as they look."""
    piece, word = pieces[at], words[at]
    label, value = _shape(word)
    if label is not None:
        return _labelled(piece, piece, Word(label, value)), at + 1
    number = amount_at(words, at)
    if number is None or number.value > MOST:
        return _labelled(piece, piece, Word("_")), at + 1
    if number.value in (20, 30) and (nth := _nth(words, number.end)):
        return _labelled(piece, pieces[number.end + 1], Word("ORD", int(number.value) + nth)), number.end + 2
    label = "N" if word[0].isdigit() else "W"
    if number.end == at + 1 and word.isdigit():
        label = "D" if len(word) <= 2 and 0 <= number.value <= 31 else "Y" if len(word) == 4 and 1000 <= number.value <= 2200 else "N"
    return _labelled(piece, pieces[number.end - 1], Word(label, number.value)), number.end


def _nth(words: Sequence[str], at: int) -> int | None:
    """The "first" of "twenty-first"."""
    entry = vocabulary().words.get(words[at + 1]) if at + 1 < len(words) and words[at] == "-" else None
    return entry.value if entry is not None and entry.label == "ORD" and entry.value < 10 else None


def _shape(word: str) -> tuple[str | None, Any]:
    if nth := NTH.fullmatch(word):
        return "ORD", int(nth[1])
    if decade := DECADE.fullmatch(word):
        return ("DECADE", int(decade[1])) if decade[1].endswith("0") else ("_", None)
    if word in HALVES:
        return "FRACTION", HALVES[word]
    if time := TIME.fullmatch(word):
        return "TIME" if ":" in word else "DOTTED", (int(time[1]), int(time[2]))
    return None, None
