"""Which events of several documents are one happening, and what their tolls come to.

The rule is strict, since two raids on a town in one day are easily taken for one: the kind, the day and the place are known and equal, no
side that both name is another's, and they share an actor on the same side or the words for who was harmed. Events of one document are
one only where different voices tell them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Protocol

from rawi.corroboration.speakers import Report, same_voice, speaker
from rawi.corroboration.tolls import tolls
from rawi.corroboration.voices import hear
from rawi.corroboration.words import content_words, stem, vocabulary
from rawi.records import Event, Happening, Harm, Party, Place

_ABOUT = frozenset({"division", "region", "country"})
"""Precisions of a place in which much happens in a day."""


class Told(Protocol):
    """An event, and the claim on which it rests as a report: the article's own where it stands in no claim."""

    @property
    def event(self) -> Event: ...
    @property
    def report(self) -> Report: ...
    @property
    def unnamed(self) -> frozenset[str]:
        """Which of the event's actors no document names: "gunmen" here and "gunmen" there are two actors, and may be the same men."""
        ...


def join(told: Iterable[Told]) -> tuple[Happening, ...]:
    """The happenings of ``told``, which come in the order of their documents: those with a date by date, then the others in that order."""
    groups: list[list[Told]] = []
    known: defaultdict[tuple[object, ...], list[list[Told]]] = defaultdict(list)
    for telling in told:
        where_when = _key(telling.event)
        group = next((group for group in known[where_when] if _joins(telling, group)), None) if where_when else None
        if group is None:
            groups.append(group := [])
            if where_when:
                known[where_when].append(group)
        group.append(telling)
    return tuple(sorted(map(_happening, groups), key=lambda happening: (happening.date and happening.date.since) or "9999"))


def _key(event: Event) -> tuple[object, ...] | None:
    """What must be equal, None where part of it is not known."""
    day = event.date.since if event.date and event.date.since == event.date.until else None
    where = _where(event.place) if event.place and event.place.precision not in _ABOUT else None
    return (event.kind, event.status, day, where) if day and where else None


def _where(place: Place) -> tuple[object, ...]:
    # what is named as near a town has the town's id
    return (place.geonames, place.precision) if place.geonames is not None else (place.country, *content_words(place.name))


def _joins(one: Told, group: Sequence[Told]) -> bool:
    return all(_compatible(one, other) for other in group) and any(_linked(one.event, other.event) for other in group)


def _compatible(told: Told, other: Told) -> bool:
    if told.report.document == other.report.document and same_voice(speaker(told.report), speaker(other.report)):
        return False
    if told.event.mode and other.event.mode and told.event.mode != other.event.mode:
        return False
    pairs = ((side(told.event) - told.unnamed, side(other.event) - other.unnamed) for side in (_doers, _sufferers))
    return not any(mine and theirs and mine.isdisjoint(theirs) for mine, theirs in pairs)


def _linked(one: Event, other: Event) -> bool:
    shared = any(side(one) & side(other) for side in (_doers, _sufferers))
    return shared or any(mine.effect == theirs.effect and _words(mine) & _words(theirs) for mine in one.harm for theirs in other.harm)


def _doers(event: Event) -> frozenset[str]:
    return _actors(event.source)


def _sufferers(event: Event) -> frozenset[str]:
    return _actors((*event.target, *(harm.who for harm in event.harm)))


def _actors(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(party.actor for party in parties if party.actor)


def _words(harm: Harm) -> frozenset[str]:
    """The words for who was harmed, without those that fit anybody and numbers."""
    return frozenset(word for word in content_words(harm.who.text) if not word[0].isdigit()) - _anybody()


@cache
def _anybody() -> frozenset[str]:
    return frozenset(map(stem, vocabulary().anybody))


def _happening(group: Sequence[Told]) -> Happening:
    affirming = [one for one in group if one.report.commitment != "denied"]
    denying = [one for one in group if one.report.commitment == "denied"]
    return Happening(
        affirming=tuple(one.event for one in affirming),
        denying=tuple(one.event for one in denying),
        toll=tuple(tolls([(one.event, one.report) for one in affirming or denying])),
        voice_names=tuple(_names([one.report for one in affirming])),
        denied_by=tuple(_names([one.report for one in denying])),
    )


def _names(reports: Sequence[Report]) -> Iterator[str]:
    if reports:
        yield from hear(reports, reports).voices
