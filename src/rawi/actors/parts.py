"""A name taken apart for comparison: the words that tell it from others, and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml
from anyascii import anyascii

from rawi.actors.names import fold, vocabulary
from rawi.records import MentionKind

_SCRIPT = re.compile(r"[^\x00-\u052f\u1e00-\u218f\u2c60-\u2c7f\ua720-\ua7ff]")
_LETTERS = str.maketrans({"đ": "dj", "Đ": "Dj", "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "Ae", "ə": "a", "Ə": "A"})
# Digits that stand for letters of a person's name, as in text recognised from an image.
_DIGIT = re.compile(r"[01358]")
_DIGITS = str.maketrans("01358", "oiesb")
_SERVANT = re.compile(r"^abd(?:[aeiou]l?)?(?=[a-z]{3})")
_NUMBER = re.compile(r"0*(\d+)(?:st|nd|rd|th)?")
_LONE: dict[tuple[str, ...], int] = {("i",): 1, ("v",): 5, ("x",): 10}
_NONE: frozenset[str] = frozenset()
GENERIC = 0.4
"""What a word is worth that many organizations share, where another is worth 1."""


class Name(NamedTuple):
    """A name made ready for comparison. ``words`` are those that count, ``weights`` what each is worth."""

    person: bool
    words: tuple[str, ...]
    weights: tuple[float, ...]
    whole: str
    """All the letters, written together."""
    numbers: frozenset[str]
    legal: str
    spoken: tuple[str, ...]
    """An organization's words that count and the small ones between them, for its acronym."""
    places: frozenset[str]
    """Those of its words that are countries."""
    foreign: bool
    """In a script other than Latin, Greek or Cyrillic, so that its vowels cannot be trusted."""


class _Words(NamedTuple):
    """parts.yaml."""

    honours: frozenset[str]
    particles: frozenset[str]
    beginnings: Mapping[str, str]
    generations: Mapping[str, int]
    beside: frozenset[str]
    """Honours and generations."""
    small: frozenset[str]
    generic: frozenset[str]
    legal: Mapping[tuple[str, ...], str]
    legal_ends: frozenset[str]
    numbers: Mapping[str, int]
    words: Mapping[str, str]
    countries: frozenset[str]


def prepare(text: str, kind: MentionKind) -> Name:
    """Take a name apart. ``kind`` says whether it is a person's; what this returns is worth keeping where a name is compared often."""
    foreign = False
    if not text.isascii():
        foreign = bool(_SCRIPT.search(text))
        text = anyascii(text.translate(_LETTERS))
    return _person(text, foreign) if kind == "person" else _body(text, foreign)


def _person(text: str, foreign: bool) -> Name:
    data = _data()
    if text.count(",") == 1:
        text = _uninverted(text)
    folded = fold(text.translate(_DIGITS) if _DIGIT.search(text) else text)
    titles = vocabulary().titles
    start = 0
    while start < len(folded) - 1 and folded[start] in titles:
        start += 1
    numbers, rest = _NONE, folded[start:]
    if not data.beside.isdisjoint(rest):
        numbers = frozenset([str(data.generations[part]) for part in rest[1:] if part in data.generations])
        rest = tuple([part for part in rest if part not in (data.beside if numbers else data.honours)]) or folded
    parts = _joined(rest)
    kept = parts
    if not data.particles.isdisjoint(parts):
        kept = [part for at, part in enumerate(parts) if part not in data.particles or (at == 0 and part == "ben")] or parts
    return Name(True, tuple(kept), (1.0,) * len(kept), "".join(parts), numbers, "", (), frozenset(), foreign)


def _uninverted(text: str) -> str:
    """Solomin, Viktor as Viktor Solomin; Solomin, Jr. as it is."""
    family, given = text.split(",")
    return f"{family} {given}" if given.strip(" .").casefold() in _data().generations else f"{given} {family}"


def _joined(parts: Sequence[str]) -> list[str]:
    """Abd al-Rahman, Abdul Rahman and Abdulrahman as one word each, and Abu Bakr."""
    beginnings = _data().beginnings
    joined, begun = list[str](), ""
    for part in parts:
        if begun and part in ("al", "el"):
            continue
        if part in beginnings and not begun:
            begun = beginnings[part]
            continue
        name = begun + part
        joined.append(_SERVANT.sub("abd", name) if name.startswith("abd") else name)
        begun = ""
    return [*joined, begun] if begun else joined


def _body(text: str, foreign: bool) -> Name:
    data = _data()
    folded = fold(text)
    if not data.words.keys().isdisjoint(folded):
        folded = tuple([data.words.get(part, part) for part in folded])
    rest, legal = _formless(folded)
    numbers, parts = _numbered(rest)
    if not data.small.isdisjoint(parts):
        parts = tuple([part for part in parts if part not in data.small])
    weights = (1.0,) * len(parts)
    if not data.generic.isdisjoint(parts):
        weights = tuple([GENERIC if part in data.generic else 1.0 for part in parts])
    places = _NONE if data.countries.isdisjoint(parts) else data.countries.intersection(parts)
    return Name(False, parts, weights, "".join(folded), numbers, legal, rest, places, foreign)


def _formless(folded: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The words without legal forms at either end, and what the forms amount to."""
    data, legal = _data(), ""
    while len(folded) > 1 and (folded[-1] in data.legal_ends or folded[0] in data.legal_ends):
        for length in range(min(5, len(folded) - 1), 0, -1):
            if folded[-length:] in data.legal:
                form, folded = data.legal[folded[-length:]], folded[:-length]
                break
            if folded[:length] in data.legal:
                form, folded = data.legal[folded[:length]], folded[length:]
                break
        else:
            break
        legal = legal or ("" if form == "any" else form)
    return folded, legal


def _numbered(rest: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The numbers among the words, in digits, and the other words. A word with a digit in it is a number as it stands."""
    words = _data().numbers
    if words.keys().isdisjoint(rest) and "".join(rest).isalpha() and rest[-1:] not in _LONE:
        return _NONE, rest
    numbers, others, ten = set[str](), list[str](), 0
    for at, part in enumerate(rest):
        digits = _NUMBER.fullmatch(part)
        number = int(digits[1]) if digits else words.get(part, 0) or (_LONE.get(rest[at:], 0) if at else 0)
        if ten and 0 < number < 10:
            numbers.discard(str(ten))
            number += ten
        if number or not part.isalpha():
            numbers.add(str(number) if number else part)
        else:
            others.append(part)
        ten = number if number % 10 == 0 and not digits else 0
    return frozenset(numbers), tuple(others)


@cache
def _data() -> _Words:
    data: dict[str, Any] = yaml.load(files(__package__).joinpath("parts.yaml").read_text("utf-8"), yaml.CSafeLoader)
    legal = {tuple(form.split()): name for name, forms in data["legal"].items() for form in forms}
    return _Words(
        honours=frozenset(data["honours"]),
        particles=frozenset(data["particles"]),
        beginnings={spelt: name for name, spellings in data["beginnings"].items() for spelt in spellings},
        generations=data["generations"],
        beside=frozenset([*data["honours"], *data["generations"]]),
        small=frozenset(data["small"]),
        generic=frozenset(data["generic"]),
        legal=legal,
        legal_ends=frozenset(end for form in legal for end in (form[0], form[-1])),
        numbers=data["numbers"],
        words=data["words"] | data["countries"],
        countries=frozenset(data["countries"].values()),
    )
