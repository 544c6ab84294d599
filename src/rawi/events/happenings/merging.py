"""One event told in several sentences of a document is one: the later tellings add what they know to the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from rawi.events.parse import Parse
from rawi.records import Analysis, Event, Mention, Party, Place, Span

REACH = 6
"""Sentences between two tellings at most."""
_AGAIN = frozenset({"the", "this", "that", "these", "those"})


class Tellings:
    """Which events of a document are one."""

    def __init__(self, analysis: Analysis, parse: Parse) -> None:
        self._parse = parse
        self._mentions = {Span(m.start, m.end): m for m in analysis.mentions}
        self._starts = {t.start: t for t in analysis.tokens}

    def merged(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """The events of a document in text order, each told once."""
        kept: list[Event] = []
        for event in events:
            at = next((n for n in range(len(kept) - 1, -1, -1) if self._one(kept[n], event)), None)
            if at is None:
                kept.append(event)
            else:
                kept[at] = together(kept[at], event)
        return tuple(kept)

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
        """The name that each party stands for, else its last word."""
        for party in parties:
            mention = self._mentions.get(party.spans[0])
            yield (self._named(mention).text if mention else party.text.split()[-1]).lower()

    def _named(self, mention: Mention) -> Mention:
        seen = {mention}
        while mention.refers_to and (found := self._mentions.get(mention.refers_to)) and found not in seen:
            mention = found
            seen.add(found)
        return mention

    def _sentence(self, event: Event) -> int:
        return self._starts[event.evidence[0].start].sentence

    def _sentence_last(self, event: Event) -> int:
        return self._starts[event.evidence[-1].start].sentence


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
        source=_joined(first.source, again.source),
        target=_joined(first.target, again.target),
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
