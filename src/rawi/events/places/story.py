"""Which countries a story is of, by what it names besides places: peoples, known actors, groups and forces."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from rawi.events.places.vocabulary import demonyms, vocabulary
from rawi.events.places.words import Words

_LONGEST = 6
"""Words of the longest sign."""
_ENOUGH = 5.0
"""Times that a country is named, from which on more say nothing more."""


def signs(words: Words) -> Counter[str]:
    """How often each country is meant by an adjective, a people, or an actor known to be of it; once a sentence each."""
    found: Counter[str] = Counter()
    for sentence in words.analysis.sentences:
        lower = words.lower[sentence.first : sentence.last]
        found.update(set(_countries(lower)))
    return found


def _countries(lower: list[str]) -> Iterable[str]:
    nations, actors = demonyms(), vocabulary().signs
    for at, word in enumerate(lower):
        if country := nations.get(word):
            yield country
        if word in _openings():
            phrases = ((" ".join(lower[at : at + size])) for size in range(1, _LONGEST))
            yield from (actors[phrase] for phrase in map(_plain, phrases) if phrase in actors)


@cache
def _openings() -> frozenset[str]:
    """The first words of all signs."""
    return frozenset(re.split(r"[\s-]", sign)[0] for sign in vocabulary().signs)


def _plain(phrase: str) -> str:
    """Tokens as they are printed: "al - shabaab" is "al-shabaab"."""
    return phrase.replace(" - ", "-").replace(" '", "'").replace(" ’", "'")


def support(country: str | None, counts: Mapping[str, float]) -> float:
    """How much a story that names a country so often speaks for it: the logarithm, and more than a few times say no more."""
    return math.log1p(2 * min(_ENOUGH, counts.get(country, 0.0))) if country else 0.0
