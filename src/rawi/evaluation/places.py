"""Places measured end to end: raw text through reading, analysis and events, then held against what people resolved by hand.

A corpus is JSON Lines, one passage a line: ``{"id", "text", "published", "toponyms": [{"start", "end", "text", "name", "kind", "country",
"latitude", "longitude", "ambiguous", "why"}], "traps": [{"start", "end", "text", "why"}]}``; ``kind`` is ``country`` or ``place``. What is
marked as acting counts as not found. A place that shares characters with a toponym is held against it, each used once; one that
shares none is false, be it a trap or not. Measures:

- ``within 50 km``: found, and its point lies so near; of a country, which is no point, the code is right and it is taken for a country;
- ``country``: found, and its country's code is right;
- ``ambiguous``: as the first, of the toponyms that have namesakes elsewhere; false places are left out;
- ``plain``: as the first, of the others;
- ``found``: found, wherever it is put.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from rawi.analysis import analyse
from rawi.evaluation.measures import Count, Figure
from rawi.evaluation.passages import as_read, load_rows
from rawi.events import find_places
from rawi.events.places.distances import apart
from rawi.records import Located

NEAR = 50.0
"""Kilometres."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that name a place, and where people say that it is."""

    start: int
    end: int
    text: str
    name: str
    kind: str
    country: str
    latitude: float
    longitude: float
    ambiguous: bool
    why: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, the places it names, and names in it that are no places."""

    id: str
    text: str
    published: str | None
    toponyms: tuple[Toponym, ...]
    traps: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class PlaceError:
    """A place that was missed, invented or put elsewhere, and the heaviest reasons."""

    passage: str
    kind: Literal["missed", "false", "elsewhere"]
    text: str
    put: str
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class PlacesReport:
    """The figures of one corpus of places."""

    corpus: str
    sha256: str
    passages: int
    toponyms: int
    traps: int
    trapped: int
    """Traps that were taken for places."""
    false: int
    """Places where people see none, traps among them."""
    method: Literal["resolved"]
    figures: dict[str, Figure]
    errors: tuple[PlaceError, ...]


Right: TypeAlias = Callable[[Toponym, Located], bool]
Pairs: TypeAlias = list[tuple[Toponym, Located | None]]


def load_places(path: Path) -> tuple[Passage, ...]:
    """Read a corpus. Raises DamagedInput, naming the line, where it is not one."""
    return load_rows(path, _passage, "a passage with places", __name__)


def evaluate_places(corpus: Path) -> PlacesReport:
    """Read every passage of ``corpus`` as rawi reads any text, and measure its places. Raises InputError."""
    passages = load_places(corpus)
    found = [tuple(p for p in find_places(a) if not p.acting) for a in analyse(as_read(p.id, p.text, p.published) for p in passages)]
    held = [(passage, *_held(passage, places)) for passage, places in zip(passages, found, strict=True)]
    pairs = [pair for _, some, _ in held for pair in some]
    false = [(passage, place) for passage, _, others in held for place in others]
    trapped = sum(place.start < end and start < place.end for passage, place in false for start, end in passage.traps)
    return PlacesReport(
        corpus=corpus.name,
        sha256=hashlib.sha256(corpus.read_bytes()).hexdigest(),
        passages=len(passages),
        toponyms=len(pairs),
        traps=sum(len(passage.traps) for passage in passages),
        trapped=trapped,
        false=len(false),
        method="resolved",
        figures={
            "within 50 km": _figure(pairs, len(false), _near),
            "country": _figure(pairs, len(false), lambda marked, place: marked.country == place.place.country),
            "ambiguous": _figure([pair for pair in pairs if pair[0].ambiguous], 0, _near),
            "plain": _figure([pair for pair in pairs if not pair[0].ambiguous], 0, _near),
            "found": _figure(pairs, len(false), lambda marked, place: True),
        },
        errors=tuple(error for passage, some, others in held for error in _errors(passage, some, others)),
    )


def _near(marked: Toponym, place: Located) -> bool:
    where = place.place
    if marked.kind == "country":
        return where.precision == "country" and where.country == marked.country
    return (
        where.latitude is not None
        and where.longitude is not None
        and apart((marked.latitude, marked.longitude), (where.latitude, where.longitude)) <= NEAR
    )


def _figure(pairs: Pairs, false: int, right: Right) -> Figure:
    placed = [(marked, place) for marked, place in pairs if place is not None]
    return Count(sum(right(marked, place) for marked, place in placed), len(placed) + false, len(pairs)).figure


def _held(passage: Passage, places: Sequence[Located]) -> tuple[Pairs, tuple[Located, ...]]:
    """Each toponym with the place found for it, and the places that are nobody's."""
    free = list(places)
    pairs: Pairs = []
    for marked in passage.toponyms:
        same = next((p for p in free if p.start < marked.end and marked.start < p.end), None)
        if same is not None:
            free.remove(same)
        pairs.append((marked, same))
    return pairs, tuple(p for p in free if not any(p.start < t.end and t.start < p.end for t in passage.toponyms))


def _errors(passage: Passage, pairs: Pairs, others: Sequence[Located]) -> Iterator[PlaceError]:
    for marked, place in pairs:
        if place is None:
            yield PlaceError(passage.id, "missed", marked.text, "", ())
        elif not _near(marked, place):
            yield _error(passage, "elsewhere", place)
    for place in others:
        yield _error(passage, "false", place)


def _error(passage: Passage, kind: Literal["false", "elsewhere"], place: Located) -> PlaceError:
    where = place.place
    put = f"{where.name}, {where.country or 'no country'} ({where.latitude}, {where.longitude}, {where.precision})"
    return PlaceError(passage.id, kind, place.text, put, tuple(sorted(place.reasons, key=lambda reason: -abs(reason[1]))[:4]))


def _passage(row: dict[str, Any]) -> Passage:
    text = row["text"]
    toponyms = tuple(Toponym(**toponym) for toponym in row["toponyms"])
    traps = tuple((trap["start"], trap["end"]) for trap in row["traps"])
    if not isinstance(text, str) or any(text[t.start : t.end] != t.text for t in toponyms):
        raise ValueError("a toponym's text is not what stands there")
    return Passage(str(row["id"]), text, row.get("published"), toponyms, traps)
