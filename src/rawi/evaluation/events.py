"""Coded events measured end to end: raw sentences in, who did what kind of thing to whom held against PLOVER's gold standard records.

A corpus has one record a line: ``{"id", "text", "event", "source": [...], "target": [...]}``. A record holds one event of its sentence, so
only that one is looked for, among however many are found. Measures, each a share of the records, in percent:

- ``type``: some event of the sentence has the kind;
- ``source``, ``target``: such an event also names an actor of that side: one contains the other, in any case. A side that the record leaves
  empty is right whatever is found;
- ``triple``: one event has the kind and both sides.

``a_sentence`` is how many events are found in the mean, which is what hits cost.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rawi.attribution import Method
from rawi.evaluation.attribution import intervals
from rawi.evaluation.coding import by_text, load_some, read_corpus
from rawi.evaluation.measures import Count, Figure, total
from rawi.records import Event, Party

RENAMED = {"DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "DEMAND": "REQUEST", "FIGHT": "ASSAULT"}
"""Kinds of PLOVER 0.5, in which the records are, by what the codebook of 2021 calls them or merged them into."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A sentence and the event it is a record of."""

    id: str
    text: str
    kind: str
    source: tuple[str, ...]
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventSlip:
    """A record whose event was found with another kind, source or target, or not at all: the measures it misses, and what was found."""

    sentence: str
    missed: tuple[str, ...]
    marked: str
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventsReport:
    """The figures of one corpus; precision, recall and F1 are one share, since each record asks for one event."""

    corpus: str
    sha256: str
    sentences: int
    method: str
    a_sentence: float
    figures: dict[str, Figure]
    intervals: dict[str, tuple[float, float]]
    errors: tuple[EventSlip, ...]


def evaluate_events(corpus: Path, method: Method = "learned") -> EventsReport:
    """Read every sentence of ``corpus`` as rawi reads any text, and measure its events. Raises InputError."""
    records = load_some(corpus, _record, "a record with id, text, event, source and target", __name__)
    with read_corpus(corpus, method) as ledger:
        found = by_text(ledger)
    events = [found.get(record.id, []) for record in records]
    counts = [hits(record, several) for record, several in zip(records, events, strict=True)]
    return EventsReport(
        corpus=corpus.name,
        sha256=hashlib.sha256(corpus.read_bytes()).hexdigest(),
        sentences=len(records),
        method=f"coded, {method}",
        a_sentence=round(sum(map(len, events)) / len(records), 2),
        figures={name: count.figure for name, count in total(counts).items()},
        intervals=intervals([[one] for one in counts]),
        errors=tuple(
            _slip(record, several, one) for record, several, one in zip(records, events, counts, strict=True) if not one["triple"].right
        ),
    )


def hits(record: Coded, events: Sequence[Event]) -> Mapping[str, Count]:
    """Whether ``events`` have what the record asks for, by measure."""
    right = [event for event in events if _kind(event.kind) == _kind(record.kind)]
    sides = [(_named(record.source, event.source), _named(record.target, event.target)) for event in right]
    measured = {
        "type": bool(right),
        "source": any(source for source, _ in sides),
        "target": any(target for _, target in sides),
        "triple": any(source and target for source, target in sides),
    }
    return {name: Count(hit, 1, 1) for name, hit in measured.items()}


def _kind(kind: str) -> str:
    return RENAMED.get(kind.upper(), kind.upper())


def _named(marked: Sequence[str], found: Sequence[Party]) -> bool:
    pairs = ((_folded(name), _folded(party.text)) for name in marked for party in found)
    return not marked or any(one and other and (one in other or other in one) for one, other in pairs)


def _folded(name: str) -> str:
    return " ".join(name.lower().split())


def _slip(record: Coded, events: Sequence[Event], counts: Mapping[str, Count]) -> EventSlip:
    def shown(kind: str, source: Sequence[str], target: Sequence[str]) -> str:
        return f"{', '.join(source) or 'nobody'} | {kind} | {', '.join(target) or 'nobody'}"

    found = (shown(event.kind, [p.text for p in event.source], [p.text for p in event.target]) for event in events)
    missed = tuple(name for name, count in counts.items() if not count.right)
    return EventSlip(record.id, missed, shown(record.kind, record.source, record.target), tuple(found))


def _record(row: dict[str, Any]) -> Coded:
    text, kind, sides = row["text"], row["event"], [row[side] for side in ("source", "target")]
    if not (isinstance(text, str) and isinstance(kind, str) and all(isinstance(side, list) for side in sides)):
        raise ValueError("text and event are strings, source and target lists")
    return Coded(str(row["id"]), text, kind, *(tuple(map(str, side)) for side in sides))
