"""Who is credited with what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from .basis import Maker, Spans

Commitment = Literal["asserted", "claimed", "reported", "alleged", "believed", "denied", "admitted", "predicted"]
LinkKind = Literal["person", "organization", "publication", "office", "document", "unnamed"]
COMMITMENTS: tuple[Commitment, ...] = get_args(Commitment)


@dataclass(frozen=True, slots=True)
class Link:
    """One source in a chain, as printed. ``refers_to`` are the spans that "he" or "the same source" stands for."""

    text: str
    spans: Spans
    kind: LinkKind
    refers_to: Spans = ()
    actor: str | None = None
    """The actor's id, joined when the ledger is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A content with its chain (nearest the article's own voice first; empty where the article itself speaks) and commitment."""

    id: str
    document: str
    content: Spans
    text: str
    """The content's words as printed, parts joined by " … "."""
    cue: Spans
    chain: tuple[Link, ...]
    commitment: Commitment
    evidence: Spans = ()
    """The words that set the commitment: cue, hedge, negation."""
    maker: Maker
    cluster: str | None = None
    """The cluster's id, joined when the ledger is read."""
