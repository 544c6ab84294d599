"""All that one document's reading yields."""

from __future__ import annotations

from dataclasses import dataclass

from .actors import Alias
from .basis import Maker
from .claims import Claim
from .documents import Document, Original, Skipped
from .happenings import Event, Loaded, Quantity, Relation, Time
from .language import Mention


@dataclass(frozen=True, slots=True)
class ClaimSignature:
    """What comparing and judging one claim needs."""

    claim: str
    context: bytes
    """What the encoder makes of it; empty where it did not read the document."""
    firsthand: bool
    """Whether the article speaks of itself around it: "we saw", "our correspondent", or all of it is a statement of its outlet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What blocking and comparison need of one document and of its claims."""

    document: str
    minhash: bytes
    """Of its word shingles."""
    subjects: tuple[int, ...]
    """A number for each word that says what it is about."""
    blocks: tuple[int, ...]
    """Its blocking keys."""
    claims: tuple[ClaimSignature, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was derived from one document: what the ledger stores in one transaction."""

    original: Original
    document: Document
    mentions: tuple[Mention, ...]
    aliases: tuple[Alias, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    events: tuple[Event, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    loaded: tuple[Loaded, ...]
    signature: Signature
    gaps: tuple[Skipped, ...] = ()
    """What of the document was passed over, and why."""
    maker: Maker
    """The pipeline's own: its version stands for every room's, so a stored reading is current when this is equal."""
