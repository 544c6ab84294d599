"""What a claim says: relations, events, times, quantities, loaded words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from .basis import Maker, Spans

EventStatus = Literal["done", "negated", "planned", "threatened", "hypothetical"]
Effect = Literal["killed", "wounded", "missing", "detained", "displaced", "damaged"]
TimeKind = Literal["DATE", "TIME", "DURATION", "SET"]
RelationKind = Literal[
    "allied_with",
    "commands",
    "controls",
    "employs",
    "finances",
    "founded",
    "leads",
    "member_of",
    "opposes",
    "part_of",
    "related_to",
    "represents",
    "succeeded",
    "supplies",
    "supports",
    "trains",
    "formerly_allied_with",
    "formerly_commands",
    "formerly_controls",
    "formerly_employs",
    "formerly_finances",
    "formerly_leads",
    "formerly_member_of",
    "formerly_opposes",
    "formerly_part_of",
    "formerly_related_to",
    "formerly_represents",
    "formerly_supplies",
    "formerly_supports",
    "formerly_trains",
]
Precision = Literal["site", "city", "near", "district", "division", "region", "country"]
"""How exactly a place is known: ``site`` is a camp, a quarter, a crossing; ``near`` a point reckoned from a place that is named."""
RELATION_KINDS: tuple[RelationKind, ...] = get_args(RelationKind)
EVENT_KINDS = (
    *("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"),
)
"""PLOVER's, cooperation first (Open Event Data Alliance, PLOVER codebook of 2021)."""


@dataclass(frozen=True, slots=True)
class Party:
    """Someone or something that takes part in an event or stands on one side of a relation."""

    text: str
    spans: Spans
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A lasting tie of ``subject`` to ``object``, as a claim states it; ``since`` and ``until`` are ISO dates as precise as printed."""

    id: str
    document: str
    claim: str | None
    subject: Party
    object: Party
    kind: RelationKind
    since: str | None
    until: str | None
    evidence: Spans
    maker: Maker


@dataclass(frozen=True, slots=True)
class Harm:
    """What was done to whom, and how many, as a range."""

    effect: Effect
    who: Party
    low: int | None
    high: int | None
    part: bool = False
    """Told apart among those of the harm before, never to be added to them: "14 people, including three nurses"."""


@dataclass(frozen=True, slots=True)
class Period:
    """When, as ISO dates and as printed."""

    since: str | None
    until: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where: as printed, and resolved."""

    text: str
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    geonames: int | None
    precision: Precision = "city"
    division: str | None = None
    """Name of the first-level division that it is or lies in; None where that is unknown or it is larger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Words of a document that name a place, and the place."""

    document: str
    start: int
    end: int
    text: str
    place: Place
    acting: bool
    """Whether the words stand for a government or a people ("Iran said") and not for where something happened."""
    reasons: tuple[tuple[str, float], ...]
    """What spoke for this place rather than its namesakes, each with its weight in log odds."""
    maker: Maker


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something said to have happened, in PLOVER's kinds and modes."""

    id: str
    document: str
    claim: str | None
    kind: str
    mode: str | None
    status: EventStatus
    source: tuple[Party, ...]
    target: tuple[Party, ...]
    instruments: tuple[Party, ...]
    harm: tuple[Harm, ...]
    date: Period | None
    place: Place | None
    evidence: Spans
    maker: Maker


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression with its TIMEX3 value and the dates it covers."""

    document: str
    start: int
    end: int
    text: str
    kind: TimeKind
    value: str
    since: str | None
    until: str | None
    maker: Maker


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit; ``of`` is the whole it is a part of."""

    document: str
    claim: str | None
    value: float
    low: float | None
    high: float | None
    approximate: bool
    unit: str
    of: float | None
    evidence: Spans
    maker: Maker


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A word that judges instead of naming, and whom it is about: a mention's key as made, the actor's id when the ledger is read."""

    document: str
    start: int
    end: int
    text: str
    about: str | None
    reason: str
    maker: Maker
