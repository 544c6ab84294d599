"""A pack's records."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.records import ActorKind


@dataclass(frozen=True, slots=True)
class Tie:
    """A lasting tie of a known actor (its subject) to another, with where it is public. Dates are ISO, as precise as known."""

    kind: str
    object: str
    """The other's id."""
    source: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an office from when to when."""

    person: str
    """The person's id."""
    source: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A known actor."""

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    """Other names that anybody uses."""
    hostile: tuple[str, ...] = ()
    """Names that its opponents use."""
    adjectives: tuple[str, ...] = ()
    """Words that say of somebody that they are of it: "Iraqi"."""
    people: tuple[str, ...] = ()
    """What its members are called, in the plural."""
    capital: str | None = None
    """The seat of a state's government, whose name may stand for the government."""
    seats: tuple[str, ...] = ()
    """Other names of the capital."""
    metonyms: tuple[str, ...] = ()
    """Buildings and places whose names stand for a state's government."""
    country: str | None = None
    part_of: str | None = None
    of: str | None = None
    """For an office: whose it is."""
    holders: tuple[Holder, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    ties: tuple[Tie, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def every_name(self) -> tuple[str, ...]:
        """All names that stand for it by themselves, its own first."""
        return (self.name, *self.names, *self.hostile)


@dataclass(frozen=True, slots=True)
class Pack:
    """One file of known actors."""

    name: str
    title: str
    actors: tuple[Known, ...]
