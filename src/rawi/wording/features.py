"""What the learned judge of words is told besides the encoder's vectors: word pieces, the lexicon, syntax, quotation marks.

The pieces are there because vectors in context, tuned to find who says what, have lost much of what a word means by itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rawi import models
from rawi.records import Analysis
from rawi.wording.listing import NAMES, Listed, listed, scare_quotes

COLUMNS = ("listed", "tag", "relation", "marks", "firm words", "leaning words", "quoted share", "length")
MOST = 3
"""Listed words of a sentence that are counted."""
STEPS = 5
"""Degrees of a sentence's quoted share, and of its length in steps of ten words."""
MARKS = 16
"""How many values the marks have: quoted, a name, a capital, scare quotes, or any of these together."""

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Labels:
    """The lexicon's reasons, the tags and the relations that training knew, numbered from 1."""

    reason: dict[str, int]
    tag: dict[str, int]
    relation: dict[str, int]

    @property
    def counts(self) -> tuple[int, ...]:
        """How many values each of `COLUMNS` has."""
        return 2 * len(self.reason) + 1, len(self.tag) + 1, len(self.relation) + 1, MARKS, MOST + 1, MOST + 1, STEPS, STEPS


@dataclass(frozen=True, slots=True)
class Settings:
    """What belongs to the shipped weights: their labels and thresholds."""

    labels: Labels
    sentence: float
    """How much the likeliest words of a sentence must come to for any of them to be marked; see ``finding.evidence``."""
    word: float
    """How loaded a word of such a sentence must be."""


@cache
def settings() -> Settings:
    """Those of the shipped weights."""
    row = json.loads((models.FOLDER / "wording.json").read_text("utf-8"))
    return Settings(numbered(row["labels"]), row["sentence"], row["word"])


def numbered(names: Mapping[str, Sequence[str]]) -> Labels:
    """Number each kind's labels from 1."""
    return Labels(**{kind: {label: n for n, label in enumerate(row, 1)} for kind, row in names.items()})


def features(analysis: Analysis, known: Labels, found: Sequence[Listed] | None = None) -> Integers:
    """(tokens, 8) in the order of `COLUMNS`; ``found`` is what the lexicon lists, where that is known already."""
    tokens = analysis.tokens
    columns = np.zeros((len(tokens), len(COLUMNS)), dtype=np.int64)
    for span, entry in listed(tokens) if found is None else found:
        columns[span.start : span.stop, 0] = known.reason.get(entry.reason or "", 0) + len(known.reason) * entry.leaning
    columns[:, 1] = [known.tag.get(t.tag, 0) for t in tokens]
    columns[:, 2] = [known.relation.get(t.relation, 0) for t in tokens]
    quoted = inside(analysis)
    columns[:, 3] = quoted + 2 * np.array([t.entity in NAMES for t in tokens]) + 4 * np.array([t.text[:1].isupper() for t in tokens])
    for span in scare_quotes(analysis):
        columns[span.start : span.stop, 3] += 8
    own = np.where(quoted, 0, columns[:, 0])
    for s in analysis.sentences:
        words = own[s.first : s.last]
        firm, leaning = (int(((low < words) & (words <= low + len(known.reason))).sum()) for low in (0, len(known.reason)))
        share = int(quoted[s.first : s.last].mean() * (STEPS - 1))
        columns[s.first : s.last, 4:] = min(firm, MOST), min(leaning, MOST), share, min(len(words) // 10, STEPS - 1)
    return columns


def inside(analysis: Analysis) -> NDArray[np.bool_]:
    """Which tokens stand inside a quotation, marks included."""
    starts = np.array([t.start for t in analysis.tokens], dtype=np.int64)
    found = np.zeros(len(starts), dtype=np.bool_)
    for q in analysis.quotations:
        first, last = np.searchsorted(starts, (q.start, q.end))
        found[first:last] = True
    return found
