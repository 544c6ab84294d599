"""Who is named, under which names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from .basis import Span

ActorKind = Literal["person", "organization", "country", "office", "group"]


class Alias(NamedTuple):
    """Two name keys that a document says are one: "The Iranian Militias in Iraq (IMIS)"."""

    key: str
    other: str
    span: Span


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an actor: in how many documents, by which outlets."""

    text: str
    documents: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """The one a group of mentions stands for."""

    id: str
    name: str
    kind: ActorKind
    names: tuple[Name, ...]
    identifiers: tuple[tuple[str, str], ...] = ()
