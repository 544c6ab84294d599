"""Attacks measured end to end: raw messages in, who attacked whom and how sure the text is of it held against MUC-4's templates.

A corpus has one message a line: ``{"id", "text", "incidents": [{"optional", "type", ROLE: [[string, ...], ...],
"organization_confidence": [[confidence, [string, ...]], ...]}]}``. Measures: ``type``, the set of a message's incident types; each role;
``all roles``; and ``confidence``, pairs of an organization and how sure the text is of it. ``rawi.evaluation.fillers`` says when a filler
is right; the tables below say what rawi's events are in MUC-4's terms.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rawi.attribution import Method
from rawi.evaluation.attribution import intervals
from rawi.evaluation.coding import by_text, load_some, read_corpus
from rawi.evaluation.fillers import ROLES, Incident, count
from rawi.evaluation.measures import Figure, total
from rawi.ledger import Ledger
from rawi.records import Actor, Claim, Commitment, Event, Party

TYPES = {"explosives": "BOMBING", "suicide-attack": "BOMBING", "abduct": "KIDNAPPING", "arson": "ARSON", "robbery": "ROBBERY"}
"""PLOVER's modes of assault as MUC-4's types; of any other mode it is an ATTACK."""
CONFIDENCE: dict[Commitment, str] = {
    "asserted": "REPORTED AS FACT",
    "reported": "REPORTED AS FACT",
    "claimed": "REPORTED AS FACT",
    "admitted": "CLAIMED OR ADMITTED",
    "alleged": "SUSPECTED OR ACCUSED",
    "believed": "POSSIBLE",
}


@dataclass(frozen=True, slots=True)
class Message:
    """A text and its incidents."""

    id: str
    text: str
    incidents: tuple[Incident, ...]


@dataclass(frozen=True, slots=True)
class IncidentsReport:
    """The figures of one corpus."""

    corpus: str
    sha256: str
    messages: int
    method: str
    figures: dict[str, Figure]
    intervals: dict[str, tuple[float, float]]


def evaluate_incidents(corpus: Path, method: Method = "learned") -> IncidentsReport:
    """Read every message of ``corpus`` as rawi reads any text, and measure its incidents. Raises InputError."""
    messages = load_some(corpus, _message, "a message with id, text and incidents", __name__)
    with read_corpus(corpus, method) as ledger:
        found = find_incidents(ledger)
    counts = [count(message.incidents, found.get(message.id, [])) for message in messages]
    return IncidentsReport(
        corpus=corpus.name,
        sha256=hashlib.sha256(corpus.read_bytes()).hexdigest(),
        messages=len(messages),
        method=f"coded, {method}",
        figures={name: one.figure for name, one in total(counts).items()},
        intervals=intervals([[one] for one in counts]),
    )


def find_incidents(ledger: Ledger) -> dict[str, list[Incident]]:
    """The assaults of each document as incidents, by the id that its text has in the corpus."""
    actors = {actor.id: actor for actor in ledger.actors()}
    claims = {claim.id: claim for claim in ledger.claims()}
    return {
        name: [
            _incident(event, actors, claims.get(event.claim or ""))
            for event in events
            if event.kind == "ASSAULT" and event.status not in ("negated", "hypothetical")
        ]
        for name, events in by_text(ledger).items()
    }


def _incident(event: Event, actors: Mapping[str, Actor], claim: Claim | None) -> Incident:
    """Organizations did it where an actor known for one did; whom and what it struck is told by kinds of actors and by harm."""

    def of(party: Party, *kinds: str) -> bool:
        actor = actors.get(party.actor or "")
        return actor is not None and actor.kind in kinds

    organizations = [party for party in event.source if of(party, "organization", "country", "office")]
    humans = [party for party in event.target if of(party, "person", "group", "office")]
    fillers: dict[str, Iterable[Party]] = {
        "perpetrator_individuals": [party for party in event.source if party not in organizations],
        "perpetrator_organizations": organizations,
        "human_targets": [*humans, *(harm.who for harm in event.harm if harm.effect != "damaged")],
        "physical_targets": [*(p for p in event.target if p not in humans), *(h.who for h in event.harm if h.effect == "damaged")],
        "instruments": event.instruments,
    }
    return Incident(
        TYPES.get(event.mode or "", "ATTACK"),
        {role: tuple(dict.fromkeys((party.text,) for party in parties)) for role, parties in fillers.items()},
        tuple((_confidence(claim, party), (party.text,)) for party in organizations),
    )


def _confidence(claim: Claim | None, organization: Party) -> str:
    if claim is None:
        return CONFIDENCE["asserted"]
    last = claim.chain[-1] if claim.chain else None
    if last and organization.actor and last.actor == organization.actor:
        return CONFIDENCE["admitted"]
    if claim.commitment == "alleged" and last and last.kind in ("office", "organization"):
        return "SUSPECTED OR ACCUSED BY AUTHORITIES"
    return CONFIDENCE.get(claim.commitment, CONFIDENCE["asserted"])


def _message(row: dict[str, Any]) -> Message:
    if not (isinstance(row["text"], str) and isinstance(row["incidents"], list)):
        raise ValueError("text is a string, incidents a list")
    return Message(str(row["id"]), row["text"], tuple(map(_marked, row["incidents"])))


def _marked(row: dict[str, Any]) -> Incident:
    return Incident(
        row.get("type") or "",
        {role: tuple((one,) if isinstance(one, str) else tuple(one) for one in row.get(role, ())) for role in ROLES},
        tuple((sure, tuple(names)) for sure, names in row.get("organization_confidence", ())),
        bool(row.get("optional")),
    )
