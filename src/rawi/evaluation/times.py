"""Time expressions measured end to end: raw texts in, expressions and values held against those that people marked.

A corpus has one text a line, as TempEval-3's are: ``{"id", "text", "published", "times": [{"start", "end", "kind", "value"}]}``. Every
marked expression is paired with the found one that overlaps it most, each used once. Measures (UzZaman et al. 2013, SemEval task 1):

- ``relaxed``: pairs; ``strict``: pairs whose two ends match;
- ``kind`` and ``value``: pairs of the same kind, of the same value.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rawi.analysis import analyse
from rawi.evaluation.attribution import intervals
from rawi.evaluation.measures import Count, Figure, total
from rawi.evaluation.passages import load_rows
from rawi.events import find_times
from rawi.reading import read
from rawi.reading.kinds import CORPUS
from rawi.records import Document, Given, Original

MEASURES = ("strict", "relaxed", "kind", "value")


@dataclass(frozen=True, slots=True)
class Marked:
    """One time expression, as marked or as found."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A text, the day it was published, and its time expressions."""

    id: str
    text: str
    published: str | None
    times: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class TimeSlip:
    """An expression that was missed, invented, or whose ends, kind or value differ: ``marked`` and ``found``, None where there is none."""

    text: str
    kind: str
    """``missed``, ``invented`` or ``otherwise``."""
    words: str
    marked: Marked | None
    found: Marked | None


@dataclass(frozen=True, slots=True)
class TimesReport:
    """The figures of one corpus. ``intervals`` hold 95 in 100 F1s of corpora drawn from these texts with replacement."""

    corpus: str
    sha256: str
    texts: int
    method: str
    figures: dict[str, Figure]
    intervals: dict[str, tuple[float, float]]
    errors: tuple[TimeSlip, ...]


def evaluate_times(corpus: Path) -> TimesReport:
    """Read every text of ``corpus`` as rawi reads any, and measure its time expressions. Raises InputError."""
    texts = load_times(corpus)
    found = list(_predict(texts))
    counts = [_count(pairs(text.times, times)) for text, times in zip(texts, found, strict=True)]
    return TimesReport(
        corpus=corpus.name,
        sha256=hashlib.sha256(corpus.read_bytes()).hexdigest(),
        texts=len(texts),
        method="rules",
        figures={name: c.figure for name, c in total(counts).items()},
        intervals=intervals([[one] for one in counts]),
        errors=tuple(slip for text, times in zip(texts, found, strict=True) for slip in _slips(text, times)),
    )


def load_times(path: Path) -> tuple[Dated, ...]:
    """Read a corpus. Raises DamagedInput, naming the line, where it is not one."""
    return load_rows(path, _text, "a text with times", __name__)


def pairs(marked: Sequence[Marked], found: Sequence[Marked]) -> list[tuple[Marked | None, Marked | None]]:
    """Each marked expression with the free one that overlaps it most, then what was found beside."""
    free = list(found)
    paired: list[tuple[Marked | None, Marked | None]] = []
    for one in marked:
        near = [other for other in free if other.start < one.end and one.start < other.end]
        best = max(near, key=lambda other: (min(one.end, other.end) - max(one.start, other.start), other.start), default=None)
        if best is not None:
            free.remove(best)
        paired.append((one, best))
    return [*paired, *((None, other) for other in free)]


def _count(paired: Iterable[tuple[Marked | None, Marked | None]]) -> Mapping[str, Count]:
    counts = dict.fromkeys(MEASURES, Count())
    for marked, found in paired:
        right = {
            "strict": marked is not None and found is not None and (marked.start, marked.end) == (found.start, found.end),
            "relaxed": marked is not None and found is not None,
            "kind": marked is not None and found is not None and marked.kind == found.kind,
            "value": marked is not None and found is not None and marked.value == found.value,
        }
        for name in MEASURES:
            counts[name] += Count(right[name], found is not None, marked is not None)
    return counts


def _slips(text: Dated, found: Sequence[Marked]) -> Iterator[TimeSlip]:
    for marked, other in pairs(text.times, found):
        if marked != other:
            shown = marked or other
            words = text.text[shown.start : shown.end] if shown else ""
            kind = "missed" if other is None else "invented" if marked is None else "otherwise"
            yield TimeSlip(text.id, kind, words, marked, other)


def _predict(texts: Iterable[Dated]) -> Iterator[tuple[Marked, ...]]:
    for analysis in analyse(map(_document, texts)):
        yield tuple(Marked(time.start, time.end, time.kind, time.value) for time in find_times(analysis))


def _text(row: Mapping[str, object]) -> Dated:
    text, published, times = row["text"], row.get("published"), row["times"]
    if not (isinstance(text, str) and isinstance(times, list) and (published is None or isinstance(published, str))):
        raise ValueError("text is a string, published a string or null, times a list")
    return Dated(str(row["id"]), text, published, tuple(Marked(t["start"], t["end"], t["kind"], t["value"]) for t in times))


def _document(text: Dated) -> Document:
    line = json.dumps({"id": text.id, "text": text.text, "published": text.published}).encode()
    given = Given(external_id=text.id, published=text.published)
    return read(Original(data=line, path=text.id, media_type=CORPUS, given=given))
