"""Events as JSON Lines in PLOVER's own form, one event a line.

Field names are those of the chapter on JSON of PLOVER's codebook (Open Event Data Alliance, draft 0.7b1 of 2021), which lets providers
add more; ``status``, ``commitment``, ``chain``, ``denied_by`` and ``size_info``'s ranges are rawi's. A field that is not known is left
out, save the required ``date`` and ``source``. ``link`` is the same for events of several documents that are one happening.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rawi.export.recalling import Findable, Recalled
from rawi.records import Claim, Document, Effect, Event, EventStatus, Happening, Harm, Party, Place

_CONTEXT: dict[EventStatus, str] = {"negated": "negation", "hypothetical": "hypothetical", "planned": "future", "threatened": "future"}
_SIZES: dict[Effect, str] = {"killed": "dead", "wounded": "injured", "detained": "arrested"}
Row = dict[str, Any]


def lines(ledger: Findable, happenings: Iterable[Happening]) -> Iterator[str]:
    """One JSON object an event, each with its line end."""
    recalled = Recalled(ledger)
    for happening in happenings:
        more = {"link": happening.id if len(happening.events) > 1 else None, "denied_by": list(happening.denied_by)}
        for event in happening.told:
            row = _row(event, recalled) | {name: value for name, value in more.items() if value}
            yield json.dumps(row) + "\n"  # in ASCII: a text may hold half a surrogate pair


def _row(event: Event, recalled: Recalled) -> Row:
    date, document, claim = event.date, recalled.document(event), recalled.claim(event)
    since, until = (date.since, date.until) if date else (None, None)
    known = {
        "enddate": until if until != since else None,
        "recipient": [_actor(party, recalled) for party in event.target],
        "event_loc": _place(event.place) if event.place else None,
        "event_text": [recalled.words(event)] if event.evidence else [],
        "mode": event.mode,
        "context": [_CONTEXT[event.status]] if event.status in _CONTEXT else [],
        "size_info": _sizes(event),
        "text_info": _extent(event),
        "cite_info": _cited(document),
        "coder": str(event.maker),
        **_said(claim),
    }
    return {
        "id": event.id,
        "date": since,
        "source": [_actor(party, recalled) for party in event.source],
        "event": [event.kind],
        "status": event.status,
        **{name: value for name, value in known.items() if value},
    }


def _said(claim: Claim | None) -> Row:
    """How far the words commit, and who passes them on, nearest the article first; nobody where the article itself speaks."""
    if claim is None:
        return {"commitment": "asserted"}
    return {"commitment": claim.commitment, "chain": [" ".join(link.text.split()) for link in claim.chain]}


def _actor(party: Party, recalled: Recalled) -> Row:
    actor = recalled.actor(party)
    row = {"actor_text": " ".join(party.text.split())}
    if actor:
        row["identifier_text"] = actor.name
        if item := dict(actor.identifiers).get("wikidata"):
            row["identifier_id"] = item
    return row


def _place(place: Place) -> Row:
    row = {"geonameid": place.geonames, "name": place.name, "latitude": place.latitude, "longitude": place.longitude}
    return {name: value for name, value in (row | {"country code": place.country}).items() if value is not None}


def _sizes(event: Event) -> Row:
    """Of each harm with a number: who, and between which bounds."""
    found: dict[str, list[Row]] = {}
    for harm in event.harm:
        if harm.effect in _SIZES and (harm.low, harm.high) != (None, None):
            found.setdefault(_SIZES[harm.effect], []).append(_size(harm))
    return found


def _size(harm: Harm) -> Row:
    return {"who": " ".join(harm.who.text.split()), "low": harm.low, "high": harm.high} | ({"part": True} if harm.part else {})


def _extent(event: Event) -> Row:
    if not event.evidence:
        return {}
    return {"start": min(start for start, _ in event.evidence), "end": max(end for _, end in event.evidence)}


def _cited(document: Document) -> Row:
    row = {
        "citation": document.external_id or document.id,
        "publication": document.outlet,
        "title": document.title,
        "url": document.url,
        "language": document.language,
    }
    return {name: value for name, value in row.items() if value}
