"""How sure it is that two keys are one actor, by features that have names; and the blocks in which keys meet to be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations
from math import exp, log
from typing import NamedTuple

from rawi.actors.compare import MERGE as SURE
from rawi.actors.compare import Name, compare, prepare
from rawi.actors.context import Profile, beside, clues, weighed
from rawi.actors.names import bare, is_bare
from rawi.actors.spelling import sound

MERGE = 0.85
"""From here on two keys are one actor."""
DOUBT = 0.5
"""From here on a person is asked."""
MEMBERS = 200
"""The most full names of a block that are compared with each other, those in most documents."""
WORDS = 5
"""The most words of a name that make blocks."""
ACRONYM = 6
"""Letters of the longest acronym."""
CONTRADICTED = 0.35
"""Two names scored less are not in one group, whatever is between them."""
NEIGHBOURS = 3
"""Others that an acronym and a name must both stand beside to be one without anybody's saying so."""
_LIFTED = frozenset(
    {
        "to begin with",
        "words in common",
        "a word of one is missing in the other",
        "an initial stands for a word",
    }
)
"""What is found in two persons' names that the company they keep can outweigh; another letter or number is another name."""


class Like(NamedTuple):
    """Two keys, the smaller first, how sure it is that they are one actor (0 to 1), and why."""

    first: str
    second: str
    score: float
    reasons: tuple[str, ...]


def blocks(key: str) -> tuple[str, ...]:
    """The blocks of a key: every two of its words that tell it from others, as they sound; the word a bare name is; its initials."""
    kind, _, name = key.partition(":")
    if kind == "group":
        return (f"group {bare(name)}",)
    if kind not in ("person", "name"):
        return ()
    if is_bare(key):
        return (f"bare {sound(bare(name)).bare}",)
    own = prepared(key)
    words = [word for word, weight in zip(own.words, own.weights, strict=True) if weight == 1][:WORDS]
    sounds = list(dict.fromkeys(sound(word).bare for word in words))
    pairs = {f"{kind} {' '.join(sorted(pair))}" for pair in combinations(sounds, 2)}
    if kind == "person":
        return (*pairs, *sorted({f"bare {sound(word).bare}" for word in words[:1] + words[-1:]}))
    return (*(pairs or {f"name {sound}" for sound in sounds}), *sorted(_initials(own)))


def _initials(name: Name) -> set[str]:
    if len(name.words) == 1:
        return {f"letters {name.words[0]}"} if 1 < len(name.words[0]) <= ACRONYM else set()
    return {f"letters {''.join(word[0] for word in words)}" for words in (name.words, name.spoken) if len(words) > 1}


@lru_cache(maxsize=1 << 16)
def prepared(key: str) -> Name:
    """A key's name taken apart."""
    kind, _, name = key.partition(":")
    return prepare(bare(name), "person" if kind == "person" else "organization")


def full_names(one: Profile, other: Profile) -> Like | None:
    """Two full names: by the names themselves, and where they leave a doubt by the company they keep."""
    compared = compare(prepared(one.key), prepared(other.key))
    if compared.score < 1 - SURE:
        return None
    features = [*compared.features, *weighed(clues(one, other))]
    if other.key in one.near and compared.score < SURE:
        features.append(("a document names both", -1.0))
    lifted = _may_be_lifted(one, other, features)
    if compared.score < DOUBT and not lifted:
        return None
    if compared.score < SURE and not lifted:
        features.append(("names so near are often two", min(0.0, _LIMIT - worth(features))))
    return like(one.key, other.key, features)


def _may_be_lifted(one: Profile, other: Profile, features: Sequence[tuple[str, float]]) -> bool:
    found = {name for name, points in features if not name.startswith("both ")}
    if "acronym" in found:
        return len(beside(one, other)) >= NEIGHBOURS
    ours, theirs = prepared(one.key), prepared(other.key)
    if not ours.person:
        return found <= _LIFTED and _telling(ours) == _telling(theirs)
    return found <= _LIFTED and ours.words[0] == theirs.words[0] and ours.words[-1] == theirs.words[-1]


def _telling(name: Name) -> list[str]:
    """The words of a body's name that many others do not have."""
    return [word for word, weight in zip(name.words, name.weights, strict=True) if weight == 1]


def contradict(one: str, other: str) -> bool:
    """Two persons' full names that are clearly not one's, whatever joins them: "Robert B. Hale" and "Robert R. Hale"."""
    if not (one.startswith("person:") and other.startswith("person:")) or is_bare(one) or is_bare(other):
        return False
    return compare(prepared(one), prepared(other)).score < CONTRADICTED


_LIMIT = log(MERGE / (1 - MERGE)) - 0.05
"""Log odds just under those of a merge."""


def worth(features: Iterable[tuple[str, float]]) -> float:
    return sum(points for _, points in features)


def like(one: str, other: str, features: Sequence[tuple[str, float]]) -> Like | None:
    """The pair with the sum of its features as a logistic score; None where it is no doubt even."""
    score = round(1 / (1 + exp(-worth(features))), 3)
    if score < DOUBT:
        return None
    first, second = sorted((one, other))
    return Like(first, second, score, tuple(text for text, points in features if points))
