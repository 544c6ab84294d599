"""Whether it stands: clusters, copies, decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

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
