"""How far predicted attributions agree with those people marked.

For each role (source, cue, content)

- ``exact``: spans whose two ends both match;
- ``chars``: characters, white space left out.

For whole attributions

- ``linked``: a predicted attribution matches a marked one when their contents overlap by half or more (intersection over
  union of characters) and so do their sources, or both name no source. Each is used once, best overlap of contents first.

Where a text has several annotators a prediction is counted against each, with the weight of one text divided among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from rawi.evaluation.corpus import Article, Attribution
from rawi.records import Spans

ROLES = ("source", "cue", "content")
ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall and their harmonic mean in percent, to one decimal."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Count:
    """How many were right, how many were predicted, how many were marked; fractions where annotators share a text."""

    right: float = 0
    predicted: float = 0
    marked: float = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.predicted + other.predicted, self.marked + other.marked)

    def __truediv__(self, annotators: int) -> Count:
        return Count(self.right / annotators, self.predicted / annotators, self.marked / annotators)

    @property
    def figure(self) -> Figure:
        """The three percentages; 0 where nothing was predicted or nothing was marked."""
        return Figure(
            round(100 * self.right / self.predicted, 1) if self.predicted else 0.0,
            round(100 * self.right / self.marked, 1) if self.marked else 0.0,
            round(200 * self.right / (self.predicted + self.marked), 1) if self.predicted + self.marked else 0.0,
        )


Counts = Mapping[str, Count]


def count(marked: Sequence[Attribution], predicted: Sequence[Attribution], text: str) -> Counts:
    """Every measure's counts for one text and one annotator."""
    counts = {}
    for role in ROLES:
        counts[f"{role}.exact"] = _compare(_ends(role, marked), _ends(role, predicted))
        counts[f"{role}.chars"] = _compare(_role_characters(role, marked, text), _role_characters(role, predicted, text))
    counts["linked.F1"] = Count(len(linked(marked, predicted, text)), len(predicted), len(marked))
    return counts


def count_all(article: Article, predicted: Sequence[Attribution]) -> tuple[Counts, ...]:
    """The counts against one annotator after another, each weighted by their number."""
    weight = len(article.annotations)
    return tuple({name: c / weight for name, c in count(marked, predicted, article.text).items()} for marked in article.annotations)


def total(counts: Iterable[Counts]) -> Counts:
    """The sum of each measure, added in the order given so that the last bit is the same on every machine."""
    sums: dict[str, Count] = {}
    for one in counts:
        for name, values in one.items():
            sums[name] = sums.get(name, Count()) + values
    return sums


def linked(marked: Sequence[Attribution], predicted: Sequence[Attribution], text: str) -> list[tuple[int, int]]:
    """Pairs of indices, marked and predicted, that are the same attribution."""
    content = [[characters(a.content, text) for a in side] for side in (marked, predicted)]
    source = [[characters(a.source, text) for a in side] for side in (marked, predicted)]
    near = [(overlap(m, p), i, j) for i, m in enumerate(content[0]) for j, p in enumerate(content[1]) if m & p]
    pairs: dict[int, int] = {}
    for score, i, j in sorted(near, reverse=True):
        free = i not in pairs and j not in pairs.values()
        if free and score >= ENOUGH and overlap(source[0][i], source[1][j]) >= ENOUGH:
            pairs[i] = j
    return sorted(pairs.items())


def characters(spans: Spans, text: str) -> frozenset[int]:
    """Offsets of the characters in ``spans`` that are not white space."""
    return frozenset(i for start, end in spans for i in range(start, end) if not text[i].isspace())


def overlap(a: frozenset[int], b: frozenset[int]) -> float:
    """Intersection over union; two empty sets agree."""
    return len(a & b) / len(a | b) if a | b else 1.0


def _compare(marked: Set[object], predicted: Set[object]) -> Count:
    return Count(len(marked & predicted), len(predicted), len(marked))


def _ends(role: str, side: Sequence[Attribution]) -> frozenset[tuple[int, int]]:
    return frozenset((span.start, span.end) for a in side for span in _spans(a, role))


def _role_characters(role: str, side: Sequence[Attribution], text: str) -> frozenset[int]:
    return characters(tuple(span for a in side for span in _spans(a, role)), text)


def _spans(attribution: Attribution, role: str) -> Spans:
    spans: Spans = getattr(attribution, role)
    return spans
