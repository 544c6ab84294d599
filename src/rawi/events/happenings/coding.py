"""Claims to events: what is found in each sentence with its parties, place, date, harm and status, told once a document."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.events.evidence import MAKER, smallest, within
from rawi.events.happenings import learned, rules
from rawi.events.happenings.found import Found
from rawi.events.happenings.harming import harms
from rawi.events.happenings.incidents import with_incidents
from rawi.events.happenings.merging import Tellings
from rawi.events.happenings.once import once
from rawi.events.happenings.setting import Settings
from rawi.events.happenings.status import status_of
from rawi.events.happenings.told import Told
from rawi.events.harm import find_harm
from rawi.events.parse import Parse
from rawi.events.places import find_places
from rawi.records import Analysis, Claim, Event, Span, Time, digest


def happen(analysis: Analysis, claims: Sequence[Claim], times: Sequence[Time]) -> tuple[Event, ...]:
    """Every event that the article's prose tells, in text order; by the network where the analysis has vectors, else by the lexicon."""
    if not analysis.tokens:
        return ()
    parse = Parse(analysis)
    events, incident = learned.find(analysis, parse) if analysis.vectors is not None else (rules.find(analysis, parse), None)
    found = list(once(events, parse))
    if incident is not None:
        found = with_incidents(found, incident, parse)
    return code(analysis, claims, times, parse, found)


def code(analysis: Analysis, claims: Sequence[Claim], times: Sequence[Time], parse: Parse, found: Sequence[Found]) -> tuple[Event, ...]:
    """Cite what was found."""
    suffered = harms(found, find_harm(parse, analysis), parse)
    settings = Settings(parse, times, find_places(analysis))
    told = Told(parse, analysis)
    events = []
    for one in found:
        evidence = tuple(sorted(Span(parse.tokens[i].start, parse.tokens[i].end) for i in one.words))
        if within(evidence, analysis.document.frame):
            continue
        parties = {role: told.parties(one, role) for role in ("source", "target", "instrument")}
        events.append(
            Event(
                id="e" + digest(analysis.document.id, one.kind, *evidence),
                document=analysis.document.id,
                claim=smallest(evidence, claims),
                kind=one.kind,
                mode=one.mode,
                status=status_of(one.kind, parse.tokens[one.trigger], parse),
                source=parties["source"],
                target=parties["target"],
                instruments=parties["instrument"],
                harm=suffered.get(one.trigger, ()),
                date=settings.when(one),
                place=settings.where(one),
                evidence=evidence,
                maker=MAKER,
            )
        )
    return Tellings(analysis, parse).merged(sorted(events, key=lambda e: e.evidence))
