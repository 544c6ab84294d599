"""One event told in several sentences of a document is one: the later tellings add what they know to the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from rawi.events.parse import Parse
from rawi.records import Analysis, Event, Mention, Party, Place, Span

REACH = 6
"""Sentences between two tellings at most."""
_TELLING = {"nominal": 1, "pronoun": 2}
_AGAIN = frozenset({"the", "this", "that", "these", "those"})


class Tellings:
    """Which events of a document are one."""

    def __init__(self, analysis: Analysis, parse: Parse) -> None:
        self._parse = parse
        self._mentions = {Span(m.start, m.end): m for m in analysis.mentions}
        self._ending = {m.end: m for m in sorted(analysis.mentions, key=lambda m: -m.start)}  # the longest of those that end in one place
        self._starts = {t.start: t for t in analysis.tokens}

    def merged(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """The events of a document in text order, each told once; one of which nothing is told but its kind ("the violence") is none."""
        kept: list[Event] = []
        for event in map(self._once, events):
            at = next((n for n in range(len(kept) - 1, -1, -1) if self._one(kept[n], event)), None)
            if at is None:
                kept.append(event)
            else:
                kept[at] = self._once(together(kept[at], event))
        return tuple(event for event in kept if _says(event))

    def _once(self, event: Event) -> Event:
        """The event with each party told once, by its fullest name; one harmed who is a target is told as that is."""
        source = self._each(event.source)
        doers = {key for party in source if (key := self._key(party))}
        target = self._each([party for party in event.target if self._key(party) not in doers])
        by_key = {key: party for party in target if (key := self._key(party))}
        harm = tuple(replace(h, who=by_key.get(self._key(h.who) or "", h.who)) if self._rank(h.who) else h for h in event.harm)
        return replace(event, source=source, target=target, harm=tuple(dict.fromkeys(harm)))

    def _each(self, parties: Sequence[Party]) -> tuple[Party, ...]:
        best: dict[str, Party] = {}
        for party in parties:
            who = self._key(party) or party.text.lower()
            best[who] = min((best.get(who, party), party), key=lambda p: (self._rank(p), p.spans))
        return tuple(sorted(best.values(), key=lambda p: p.spans))

    def _mention(self, party: Party) -> Mention | None:
        return self._mentions.get(party.spans[0]) or self._ending.get(party.spans[0].end)

    def _key(self, party: Party) -> str | None:
        """The key of the one it tells, by the mention that it is or ends with."""
        mention = self._mention(party)
        return mention.key if mention else None

    def _rank(self, party: Party) -> int:
        """0 by name, 1 by what he is, 2 by a pronoun."""
        mention = self._mention(party)
        return _TELLING.get(mention.kind, 0) if mention else 1

    def _one(self, first: Event, again: Event) -> bool:
        if first.kind != again.kind or first.status != again.status or not _agree(first.mode, again.mode):
            return False
        if not 0 <= self._sentence(again) - self._sentence_last(first) <= REACH or _clash(first, again):
            return False
        if self._names_again(again):
            return True
        for role in ("target", "source"):
            ours, theirs = set(self._who(getattr(first, role))), set(self._who(getattr(again, role)))
            if ours and theirs:
                return bool(ours & theirs) and (role == "target" or not (first.target and again.target))
        return False

    def _names_again(self, event: Event) -> bool:
        """ "The attack", with nobody new in it."""
        token = self._starts[event.evidence[0].start]
        definite = any(k.text.lower() in _AGAIN for k in self._parse.children(token, "det"))
        return token.tag.startswith("NN") and definite and not event.target and not event.source

    def _who(self, parties: Iterable[Party]) -> Iterator[str]:
        """The key of each party, else its last word."""
        return (self._key(party) or party.text.split()[-1].lower() for party in parties)

    def _sentence(self, event: Event) -> int:
        return self._starts[event.evidence[0].start].sentence

    def _sentence_last(self, event: Event) -> int:
        return self._starts[event.evidence[-1].start].sentence


def _says(event: Event) -> bool:
    return bool(event.source or event.target or event.instruments or event.harm or event.date or event.place)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _clash(first: Event, again: Event) -> bool:
    """Whether their days or places cannot be one."""
    places = {e.place.name for e in (first, again) if e.place and e.place.precision != "country"}
    if len(places) > 1:
        return True
    one, other = first.date, again.date
    if one is None or other is None or not (one.since and one.until and other.since and other.until):
        return False
    return one.since > other.until or other.since > one.until


def together(first: Event, again: Event) -> Event:
    """The first telling with what the other adds."""
    return replace(
        first,
        mode=first.mode or again.mode,
        source=(*first.source, *again.source),
        target=(*first.target, *again.target),
        instruments=_joined(first.instruments, again.instruments),
        harm=tuple(dict.fromkeys((*first.harm, *again.harm))),
        date=first.date or again.date,
        place=_nearer(first, again),
        evidence=tuple(sorted({*first.evidence, *again.evidence})),
    )


def _joined(ours: Sequence[Party], theirs: Sequence[Party]) -> tuple[Party, ...]:
    """Parties, each once by its words."""
    found: Mapping[str, Party] = {p.text.lower(): p for p in chain(reversed(theirs), reversed(ours))}
    return tuple(sorted(found.values(), key=lambda p: p.spans))


def _nearer(first: Event, again: Event) -> Place | None:
    """The place that is not only a country, if either has one."""
    places = [e.place for e in (first, again) if e.place]
    return next((p for p in places if p.precision != "country"), places[0] if places else None)
