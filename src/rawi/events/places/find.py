"""The places of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, cast, get_args

from rawi.events.evidence import MAKER, within
from rawi.events.places.acting import acts
from rawi.events.places.distances import Point
from rawi.events.places.names import Named, names
from rawi.events.places.referring import references
from rawi.events.places.relative import between, middle, offset
from rawi.events.places.resolving import AREAS, Meant, resolve
from rawi.events.places.sightings import seen_again, sightings
from rawi.events.places.story import signs
from rawi.events.places.unlisted import unlisted
from rawi.events.places.words import Words
from rawi.gazetteer import Entry, divisions
from rawi.records import Analysis, Located, Place, Precision, Span

_STORY = 0.2
"""Share of the story that a country has to have before it speaks for names that little else speaks for."""
_PERHAPS = 0.3
"""What is to speak for a name before it counts among those that say where the story is set."""
_SITES = frozenset({"camp", "quarter", "crossing", "site", "dam"})
_AREAS = {"river": "region", "sea": "region", "island": "region", "lake": "region", "mountain": "near", "continent": "region"}

Kept: TypeAlias = tuple[Named, Meant]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Tokens that give a place, from ``first`` to before ``end``, and the point that they give."""

    first: int
    end: int
    point: Point
    precision: Precision


def find_places(analysis: Analysis) -> tuple[Located, ...]:
    """Every place that the document's prose names, in text order, each resolved to one of its namesakes.

    Names that are part of a body's or person's name are none, nor are demonyms; a country or capital that acts is marked ``acting``.
    Spans that give a place by another ("40 km north of Aleppo", "between Tikrit and Baiji") hold all of these words. What the table
    does not know is put where the text puts it, and left out where the text does not say.
    """
    words = Words(analysis)
    seen = sightings(words, list(names(words)))
    counts = signs(words)
    story = resolve(words, [s.name for s in seen if s.sum >= _PERHAPS], counts)
    told = counts + Counter(m.entry.country for m in story if m.entry.country)
    main = {country for country, times in told.items() if times >= _STORY * told.total()}
    found = [s.name for s in seen_again(words, seen, main) if s.enough]
    meant = resolve(words, found, counts)
    kept = [(name, what) for name, what in zip(found, meant, strict=True) if what.enough]
    located = [*_located(words, kept), *_referring(words, kept), *_unlisted(words, kept)]
    return tuple(sorted((p for p in located if not within((Span(p.start, p.end),), analysis.document.frame)), key=lambda p: p.start))


def _located(words: Words, kept: Sequence[Kept]) -> Iterator[Located]:
    """What is named, save that two ends of a "between" are the point half of the way."""
    done = 0
    for i, (name, meant) in enumerate(kept):
        if i < done:
            continue
        further = kept[i + 1] if i + 1 < len(kept) else None
        if further and between(words, name, further[0]) and (mid := middle(_point(meant.entry), _point(further[1].entry))):
            done = i + 2
            yield _record(words, _Spot(name.first - 1, further[0].end, mid, "near"), meant)
        else:
            yield _one(words, name, meant)


def _one(words: Words, name: Named, meant: Meant) -> Located:
    at, how = _point(meant.entry), offset(words, name)
    if how is None or (meant.entry.kind in AREAS and not how.kilometres):
        spot = _Spot(name.first, name.end, at, _precision(meant.entry))
        return _record(words, spot, meant, acting=acts(words, name, meant.entry))
    return _record(words, _Spot(how.first, name.end, how.point(at), "near"), meant)


def _referring(words: Words, kept: Sequence[Kept]) -> Iterator[Located]:
    """ "There", "the town"."""
    kinds = [None if acts(words, name, meant.entry) else meant.entry.kind for name, meant in kept]
    for first, end, which in references(words, [name for name, _ in kept], kinds):
        meant = kept[which][1]
        yield _record(words, _Spot(first, end, _point(meant.entry), _precision(meant.entry)), meant)


def _unlisted(words: Words, kept: Sequence[Kept]) -> Iterator[Located]:
    """What the table lacks, put where the place that it is given by is."""
    for name, which in unlisted(words, [name for name, _ in kept]):
        by, meant = kept[which]
        how, entry = offset(words, by), meant.entry
        point = how.point(_point(entry)) if how else _point(entry)
        found = _record(words, _Spot(name.first, name.end, point, _precision(entry) if entry.kind in AREAS else "near"), meant)
        yield replace(
            found, place=replace(found.place, name=name.text, geonames=None), reasons=((f"given by {by.text}", round(meant.likely, 2)),)
        )


def _record(words: Words, spot: _Spot, meant: Meant, *, acting: bool = False) -> Located:
    entry, text = meant.entry, words.slice(spot.first, spot.end)
    latitude, longitude = (round(degrees, 5) for degrees in spot.point)
    division = divisions().get(entry.division or "")
    return Located(
        document=words.analysis.document.id,
        start=words.tokens[spot.first].start,
        end=words.tokens[spot.end - 1].end,
        text=text,
        place=Place(text, entry.name, entry.country, latitude, longitude, entry.geonames, spot.precision, division),
        acting=acting,
        reasons=tuple((reason, round(weight, 2)) for reason, weight in meant.reasons if round(weight, 2)),
        maker=MAKER,
    )


def _precision(entry: Entry) -> Precision:
    if entry.kind in _SITES:
        return "site"
    kind = _AREAS.get(entry.kind, entry.kind)
    return cast(Precision, kind) if kind in get_args(Precision) else "city"


def _point(entry: Entry) -> Point:
    return entry.latitude, entry.longitude
