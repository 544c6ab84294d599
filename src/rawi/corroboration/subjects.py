"""What a document is about, as words: documents that share them may tell of the same, and only their claims are compared.

A block is a word and a fortnight, so that it stays small however long a corpus goes on; the first names meet in any year.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

from rawi.corroboration.meaning import table
from rawi.corroboration.words import folded, stem, vocabulary
from rawi.models.pieces import spelled

NAMES = 16
WORDS = 30
"""So many names and other words say what a document is about: 95 in 100 pairs of reports of one story share two of them."""
TIMELESS = 8
"""So many names are blocks without a date."""
PAIRED = 6
"""So many names are blocks two by two, which stay small in a large corpus."""
FORTNIGHT = 14
SHARED = 2
"""Words that two documents must share for their claims to be compared."""
SHORTEST = 3

_NAME = re.compile(r"(?<![.!?:\"“‘«]\s)(?<!^)(?<!\n)\b[A-Z][^\W\d_]+")
_LOWER = re.compile(r"\b[^\W\dA-Z_][^\W\d_]+")


def subjects(prose: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The stems of the names that ``prose`` has most, and of the words that say most of it."""
    names = Counter(_named(prose))
    words = Counter(_telling(prose))
    salience = {stem(word): count * _rarity(word) for word, count in words.items()}
    return _first(names, NAMES), _first(salience, WORDS)


def named(text: str) -> frozenset[str]:
    """The stems of the words that ``text`` writes with a capital, and never without, in the middle of a sentence."""
    return frozenset(_named(text))


def related(first: Iterable[int], second: Iterable[int]) -> bool:
    """Whether two documents' subject numbers say that they may tell of the same."""
    return len(set(first) & set(second)) >= SHARED


def numbers(names: Sequence[str], words: Sequence[str]) -> tuple[int, ...]:
    """A number for each word that a document is about."""
    return tuple(sorted({_number(word, size=4) for word in (*names, *words)}))


def blocks(names: Sequence[str], words: Sequence[str], published: str | None) -> Iterator[int]:
    """The blocking keys of a document that is about these."""
    if published:
        day = date.fromisoformat(published[:10]).toordinal()
        for word in {*names, *words}:
            yield _number(word, "from", day // FORTNIGHT)
            yield _number(word, "amid", (day + FORTNIGHT // 2) // FORTNIGHT)
    for name in names[:TIMELESS]:
        yield _number(name)
    for pair in combinations(sorted(names[:PAIRED]), 2):
        yield _number(*pair)


def _named(text: str) -> Iterator[str]:
    lower = set(_LOWER.findall(text))
    return (stem(word) for name in _NAME.findall(text) if name.casefold() not in lower for word in _telling(name))


def _telling(text: str) -> Iterator[str]:
    return (word for word in folded(text) if len(word) >= SHORTEST and word not in vocabulary().stop)


def _first(counted: Counter[str] | dict[str, float], most: int) -> tuple[str, ...]:
    return tuple(sorted(counted, key=lambda word: (-counted[word], word))[:most])


@lru_cache(maxsize=65536)
def _rarity(word: str) -> float:
    return max((float(table().weights[piece]) for piece in spelled(word)), default=0.0)


def _number(*parts: object, size: int = 6) -> int:
    return int.from_bytes(blake2b("\0".join(map(str, parts)).encode(), digest_size=size).digest(), "little")
