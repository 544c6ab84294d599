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
    """What blocking and comparison need of one claim: its folded content words and numbers, and its blocking keys."""

    claim: str
    words: tuple[str, ...]
    blocks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """What blocking and comparison need of one document: a MinHash of its word shingles, its blocking keys, its claims'."""

    document: str
    minhash: bytes
    blocks: tuple[int, ...]
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
