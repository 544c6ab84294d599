"""Whether it stands: clusters, happenings, copies, decisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from .happenings import Effect, Event, EventStatus, Party, Period, Place

Status = Literal["single", "echoed", "corroborated", "contested"]
CopyKind = Literal["verbatim", "rewrite"]
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Claims of the same thing across documents, with status and independent voices."""

    id: str
    statement: str
    claims: tuple[str, ...]
    status: Status
    voices: int
    voice_names: tuple[str, ...]
    disputed_by: tuple[str, ...]
    reason: str
    """Why this status, in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A document that repeats another; ``of`` is the earlier or credited one."""

    document: str
    of: str
    kind: CopyKind
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided about a record; it outlives every re-reading."""

    id: str
    subject: str
    other: str | None = None
    """For a decision that two actors are the same, or not: the other one's key; ``subject`` is the first one's."""
    verdict: str
    by: str
    at: str
    note: str
    retracted: bool


@dataclass(frozen=True, slots=True)
class Version:
    """A number of killed, wounded or otherwise harmed, and whose it is; None at an end that is open."""

    low: int | None
    high: int | None
    voices: tuple[str, ...]
    """The names of the independent sources that give it."""
    outlets: int
    """How many documents' outlets carry it."""


@dataclass(frozen=True, slots=True)
class Toll:
    """What all versions say of one effect: the least and the most of them; None at an end that some version leaves open."""

    effect: Effect
    low: int | None
    high: int | None
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Events of one or several documents that are one: a row of who did what to whom, where, when, how many, by whose account."""

    affirming: tuple[Event, ...]
    """In the order of the documents."""
    denying: tuple[Event, ...]
    """Those that stand in claims which deny it. There is at least one event, of either sort."""
    toll: tuple[Toll, ...]
    voice_names: tuple[str, ...]
    """The independent sources that affirm it."""
    denied_by: tuple[str, ...]
    """The independent sources that deny it."""

    @property
    def events(self) -> tuple[Event, ...]:
        """All of them."""
        return *self.affirming, *self.denying

    @property
    def told(self) -> tuple[Event, ...]:
        """What it is known by: those that affirm it or, where nobody does, those that deny it."""
        return self.affirming or self.denying

    @property
    def id(self) -> str:
        """The id of its first event."""
        return self.told[0].id

    @property
    def kind(self) -> str:
        """PLOVER's kind, the same for all its events."""
        return self.told[0].kind

    @property
    def mode(self) -> str | None:
        """PLOVER's mode, where some event tells it."""
        return next((event.mode for event in self.told if event.mode), None)

    @property
    def status(self) -> EventStatus:
        """The same for all its events."""
        return self.told[0].status

    @property
    def date(self) -> Period | None:
        """When, the same for all its events where there are several."""
        return self.told[0].date

    @property
    def place(self) -> Place | None:
        """Where, the same for all its events where there are several."""
        return self.told[0].place

    @property
    def source(self) -> tuple[Party, ...]:
        """Who did it, each once."""
        return _distinct(party for event in self.told for party in event.source)

    @property
    def target(self) -> tuple[Party, ...]:
        """To whom, each once."""
        return _distinct(party for event in self.told for party in event.target)


def _distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The first of those that are one actor, or that are printed alike where no actor is known."""
    found: dict[tuple[str, str], Party] = {}
    for party in parties:
        found.setdefault(("actor", party.actor) if party.actor else ("text", " ".join(party.text.casefold().split())), party)
    return tuple(found.values())
