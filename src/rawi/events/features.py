"""What the learned event heads are told besides the encoder's vectors: syntax, and the lexicon of triggers.

Everything is a small whole number; 0 is none or unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rawi.events.triggers import NONE, Trigger, triggers
from rawi.records import EVENT_KINDS, Token

WORD_FEATURES = ("tag", "relation", "entity", "tag of the head", "listed")
LISTED = 2 * len(EVENT_KINDS) + 2
"""How many values ``listed`` has: no trigger, one of a kind, an ambiguous one likeliest of a kind, or likeliest of none."""
PAIR_FEATURES = ("path", "distance")
CLIMB = 4
"""Steps up, and down, of a way through the tree that are told."""
FAR = 12
"""Tokens between two words that are told apart, each way."""
ROLES = ("none", "source", "target", "instrument", "place")

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Labels:
    """The tags, relations, entity types and ways through the tree that training saw often enough, numbered from 1."""

    tag: Mapping[str, int]
    relation: Mapping[str, int]
    entity: Mapping[str, int]
    path: Mapping[str, int]


def numbered(names: Mapping[str, Sequence[str]]) -> Labels:
    """Number each kind's labels from 1."""
    return Labels(**{kind: {label: n for n, label in enumerate(row, 1)} for kind, row in names.items()})


def word_features(tokens: Sequence[Token], known: Labels, found: Iterable[Trigger] | None = None) -> Integers:
    """(tokens, 5) in the order of `WORD_FEATURES`; ``tokens`` are a document's, ``found`` its triggers where they are known already."""
    columns = (
        [known.tag.get(t.tag, 0) for t in tokens],
        [known.relation.get(t.relation, 0) for t in tokens],
        [known.entity.get(t.entity[2:], 0) for t in tokens],
        [known.tag.get(tokens[t.head].tag, 0) for t in tokens],
        _listed(tokens, triggers(tokens) if found is None else found),
    )
    return np.stack([np.asarray(column, dtype=np.int64) for column in columns], axis=1)


def _listed(tokens: Sequence[Token], triggered: Iterable[Trigger]) -> Integers:
    """What the lexicon says of each word."""
    found = np.zeros(len(tokens), dtype=np.int64)
    for words, entry in triggered:
        first = entry.kinds[0]
        kind = EVENT_KINDS.index(first) if first != NONE else len(EVENT_KINDS)
        found[list(words)] = 1 + kind + (len(EVENT_KINDS) if entry.sort == "ambiguous" else 0)
    return found


def pair_features(tokens: Sequence[Token], trigger: int, others: Sequence[int], known: Labels) -> Integers:
    """(others, 2) in the order of `PAIR_FEATURES`: how each of ``others`` stands to the word ``trigger``."""
    up = above(tokens, trigger)
    rows = [(known.path.get(path(tokens, other, up), 0), min(max(other - trigger, -FAR), FAR) + FAR) for other in others]
    return np.array(rows, dtype=np.int64).reshape(-1, len(PAIR_FEATURES))


def path(tokens: Sequence[Token], other: int, up: Mapping[int, int]) -> str:
    """The way from ``other`` to the word that ``up`` is `above`: relations with prepositions named, "pobj:by agent" or "nsubj / xcomp"."""
    climbed: list[str] = []
    at = other
    while at not in up:
        token = tokens[at]
        climbed.append(f"{token.relation}:{tokens[token.head].text.lower()}" if token.relation == "pobj" else token.relation)
        if token.head == at or len(climbed) > CLIMB:
            return ""
        at = token.head
    if up[at] > CLIMB:
        return ""
    down = [tokens[index].relation for index, steps in up.items() if steps < up[at]]
    return " ".join(climbed) + (" / " + " ".join(down) if down else "")


def above(tokens: Sequence[Token], index: int) -> dict[int, int]:
    """The word itself and those above it in the tree, in order, with the steps to each."""
    found = {index: 0}
    while tokens[index].head not in found and len(found) <= 2 * CLIMB:
        index = tokens[index].head
        found[index] = len(found)
    return found
