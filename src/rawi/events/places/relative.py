"""Places given by others: "40 km north of Aleppo", "near Jalula", "between Tikrit and Baiji"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rawi.events.places.distances import Point, apart, away, midway
from rawi.events.places.names import Named
from rawi.events.places.vocabulary import vocabulary
from rawi.events.places.words import Words
from rawi.events.vocabulary import vocabulary as numbers

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})?(?:\.\d+)?")
_FARTHEST = 400.0
"""Kilometres; farther away a town is no help to say where."""


@dataclass(frozen=True, slots=True)
class Offset:
    """Words before a name that say where from it: from token ``first``, so many kilometres in a direction, None where unsaid."""

    first: int
    kilometres: float
    bearing: float | None

    def point(self, at: Point) -> Point:
        """The point that is meant."""
        return away(at, self.kilometres, self.bearing) if self.bearing is not None else at


def offset(words: Words, name: Named) -> Offset | None:
    """What stands before ``name``: a distance, a direction, or a word like "near"; None where it stands for the place itself."""
    at, sentence = name.first - 1, name.sentence
    at -= words.beside(at, sentence) == "the"
    link = words.beside(at, sentence)
    if link in vocabulary().near or _phrase(words, at, sentence) in vocabulary().near:
        return Offset(name.first, 0.0, None)
    if link not in ("of", "from"):
        return None
    first, bearing = _direction(words, at - 1, sentence)
    begin, kilometres = _distance(words, first - 1, sentence)
    if kilometres is None:
        if bearing is None or link == "from" or words.beside(first - 1, sentence) in ("the", "in"):
            return None  # "from Tikrit", "in the north of Syria"
        return Offset(first, 0.0, None)
    return Offset(begin, kilometres, bearing) if kilometres <= _FARTHEST else None


def _phrase(words: Words, at: int, sentence: int) -> str:
    """ "close to", "next to", "far from" before a name."""
    return f"{words.beside(at - 1, sentence)} {words.beside(at, sentence)}"


def _direction(words: Words, at: int, sentence: int) -> tuple[int, float | None]:
    """The direction that ends at ``at`` and where it begins; hyphens stand as tokens of their own."""
    directions = vocabulary().directions
    hyphened = "-".join(words.beside(i, sentence) for i in (at - 2, at))
    if words.beside(at - 1, sentence) in ("-", "–") and hyphened in directions:
        return at - 2, directions[hyphened]
    found = directions.get(words.beside(at, sentence))
    return (at, found) if found is not None else (at + 1, None)


def _distance(words: Words, at: int, sentence: int) -> tuple[int, float | None]:
    """The distance in kilometres that ends at ``at`` and where it begins: "40 km", "twenty miles (32 km)" by its first number."""
    at -= words.beside(at, sentence) in ("away", "to")
    at -= words.beside(at, sentence) == "the"
    unit = vocabulary().units.get(words.beside(at, sentence))
    number = words.beside(at - 1, sentence)
    if unit is None:
        return at, None
    if _NUMBER.fullmatch(number):
        return at - 1, float(number.replace(",", "")) * unit
    written, tens = numbers().words, words.beside(at - 3, sentence)
    if words.beside(at - 2, sentence) in ("-", "–") and tens in written:
        return at - 3, (written[tens] + written.get(number, 0)) * unit
    return at - 1, written[number] * unit if number in written else None


def between(words: Words, one: Named, other: Named) -> bool:
    """Whether the two names are the ends of a "between"."""
    before = words.beside(one.first - 1, one.sentence)
    return before == "between" and one.sentence == other.sentence and words.lower[one.end : other.first] in (["and"], [",", "and"])


def middle(one: Point, other: Point) -> Point | None:
    """Half of the way, where the ends are near enough for it to say something."""
    return midway(one, other) if apart(one, other) <= _FARTHEST else None
