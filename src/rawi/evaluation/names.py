"""Comparing names measured on pairs that people marked as one actor's or two actors'.

A CSV file with the columns ``kind`` (``person`` or anything else; also called ``schema``), ``name1``, ``name2`` and ``same``
(``yes`` or ``true`` for one actor; also called ``is_match``). Other columns are left alone.
"""

from __future__ import annotations

import csv
import hashlib
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from rawi.actors.compare import MERGE, SAME, Comparison, compare, prepare
from rawi.errors import DamagedInput
from rawi.evaluation.measures import Count, Figure
from rawi.records import MentionKind

ROUNDS = 9
"""Times that everything is compared; the fastest says how fast it is, the first has vocabulary to read."""

BodyOrPerson = Literal["person", "organization"]


class Marked(NamedTuple):
    """Two names and whether people say that they are one actor's."""

    kind: BodyOrPerson
    first: str
    second: str
    same: bool


@dataclass(frozen=True, slots=True)
class NamesError:
    """A pair that was judged otherwise than people did, its score and its reasons, heaviest first."""

    kind: str
    first: str
    second: str
    same: bool
    score: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class NamesReport:
    """The figures of one file of pairs: how well ``same`` is found in all, by kind, and from the score on that merges unasked."""

    corpus: str
    sha256: str
    pairs: int
    method: Literal["compared"]
    figures: dict[str, Figure]
    compared_a_second: int
    """Pairs, of names that are prepared."""
    prepared_a_second: int
    """Pairs, the preparation of each distinct name included."""
    errors: tuple[NamesError, ...]


def evaluate_names(path: Path) -> NamesReport:
    """Compare every pair of ``path`` and hold the verdicts against the marks. Raises DamagedInput."""
    marked = load_pairs(path)
    compared, preparing, comparing = _compare(marked)
    scores = [comparison.score for comparison in compared]
    return NamesReport(
        corpus=path.name,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        pairs=len(marked),
        method="compared",
        figures={
            "same": count(marked, scores, SAME).figure,
            "same.persons": count(marked, scores, SAME, {"person"}).figure,
            "same.others": count(marked, scores, SAME, {"organization"}).figure,
            "merged": count(marked, scores, MERGE).figure,
        },
        compared_a_second=int(len(marked) / comparing),
        prepared_a_second=int(len(marked) / (preparing + comparing)),
        errors=tuple(_errors(marked, compared)),
    )


def load_pairs(path: Path) -> tuple[Marked, ...]:
    """The pairs of a file. Raises DamagedInput where a column is missing or there is no pair."""
    with path.open(encoding="utf-8", newline="") as rows:
        try:
            pairs = tuple(_marked(row) for row in csv.DictReader(rows))
        except (KeyError, ValueError, csv.Error) as error:
            raise DamagedInput(f"{path}: not pairs of names ({error!r}); see rawi.evaluation.names") from error
    if not pairs:
        raise DamagedInput(f"{path}: no pair of names in it; see rawi.evaluation.names")
    return pairs


def count(marked: Iterable[Marked], scores: Iterable[float], least: float, kinds: Iterable[str] = ("person", "organization")) -> Count:
    """How many pairs of these kinds are rightly called same from a score of ``least`` on, how many are called so, how many are."""
    rows = [(pair.same, score >= least) for pair, score in zip(marked, scores, strict=True) if pair.kind in kinds]
    return Count(sum(same and called for same, called in rows), sum(called for _, called in rows), sum(same for same, _ in rows))


def _marked(row: dict[str, str]) -> Marked:
    kind: BodyOrPerson = "person" if row["kind" if "kind" in row else "schema"].casefold() == "person" else "organization"
    return Marked(kind, row["name1"], row["name2"], row["same" if "same" in row else "is_match"].casefold() in ("yes", "true"))


def _compare(marked: Sequence[Marked]) -> tuple[list[Comparison], float, float]:
    """The comparisons; the seconds of one core for preparing each distinct name and for comparing, each the least of some rounds."""
    distinct: set[tuple[str, MentionKind]] = {(text, pair.kind) for pair in marked for text in (pair.first, pair.second)}
    preparing, comparing = list[float](), list[float]()
    for _ in range(ROUNDS):
        start = time.process_time()
        names = {(text, kind): prepare(text, kind) for text, kind in distinct}
        prepared = time.process_time()
        compared = [compare(names[pair.first, pair.kind], names[pair.second, pair.kind]) for pair in marked]
        preparing.append(prepared - start)
        comparing.append(time.process_time() - prepared)
    return compared, min(preparing), min(comparing)


def _errors(marked: Iterable[Marked], compared: Iterable[Comparison]) -> Iterable[NamesError]:
    for pair, (score, reasons) in zip(marked, compared, strict=True):
        if (score >= SAME) != pair.same:
            heaviest = sorted(reasons, key=lambda reason: -abs(reason[1]))
            yield NamesError(*pair, round(score, 3), tuple((name, round(weight, 2)) for name, weight in heaviest))
