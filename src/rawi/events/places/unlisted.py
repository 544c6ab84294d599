"""Places that the table does not know, put where the text puts them: "the village of X, 25 km from Mekelle", "X, Diyala province"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from rawi.events.places.names import Named, ends, part_of_more
from rawi.events.places.vocabulary import demonyms, small_words, vocabulary
from rawi.events.places.words import Words
from rawi.gazetteer import lookup

_PLACES = ("GPE", "LOC", "FAC")
_LONGEST = 4
_REACH = 8
"""Tokens between a place and the one that says where it is."""
_JOINTS = frozenset({"in", "near", "from", "of", "outside", ","})
_TOWNS = ("city", "district", "camp")


def unlisted(words: Words, names: Sequence[Named]) -> Iterator[tuple[Named, int]]:
    """Names of places that are in no table, each with the position in ``names`` of the one that says where it is."""
    taken = {at for name in names for at in range(name.first, name.end)}
    following = 0
    for first in range(len(words.tokens)):
        while following < len(names) and names[following].first <= first:
            following += 1
        if first in taken or not words.named(words.tokens[first]) or words.named(words.token(first - 1, words.tokens[first].sentence)):
            continue
        name = _name(words, first, taken)
        if name is None or lookup(name.text, loosely=True) or part_of_more(words, name) or not _place(words, name):
            continue
        anchor = _anchor(words, name, names, following)
        if anchor is not None:
            yield name, anchor


def _name(words: Words, first: int, taken: set[int]) -> Named | None:
    """The run of words in capitals from ``first`` on."""
    sentence, end = words.tokens[first].sentence, first + 1
    while end not in taken and end - first < _LONGEST and words.named(words.token(end, sentence)) and ends(words, end):
        end += 1
    text = words.slice(first, end)
    return Named(first, end, text, sentence, ()) if end not in taken and "\n" not in text else None


def _place(words: Words, name: Named) -> bool:
    """Whether it is called a town or the like, or is an entity of places after "in" or "near"."""
    v, sentence = vocabulary(), name.sentence
    if words.lower[name.first] in small_words() or words.lower[name.first] in v.peoples or words.lower[name.first] in demonyms():
        return False
    link, called = words.beside(name.first - 1, sentence), words.beside(name.first - 2, sentence)
    if v.kinds.get(words.beside(name.end, sentence)) in _TOWNS or (link == "of" and v.kinds.get(called) in _TOWNS):
        return True
    return words.tokens[name.first].entity[2:] in _PLACES and v.before.get(link, 0.0) >= v.before["at"]


def _anchor(words: Words, name: Named, names: Sequence[Named], following: int) -> int | None:
    before = following - 1
    if before >= 0 and names[before].end + 1 == name.first and words.lower[name.first - 1] in ("'s", "’s"):
        return before
    if following == len(names) or names[following].sentence != name.sentence or names[following].first - name.end > _REACH:
        return None
    between = words.lower[name.end : names[following].first]
    said = not _JOINTS.isdisjoint(between) and all(word in _between() or word[:1].isdigit() for word in between)
    return following if said else None


@cache
def _between() -> frozenset[str]:
    """Words that may stand between a place and the one that says where it is."""
    v = vocabulary()
    return _JOINTS.union(("the", "a", "an", "some", "about", "-"), v.parts, v.kinds, v.ofs, v.near, v.units, v.directions)
