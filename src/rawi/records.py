"""The words of rawi as frozen records.

Every offset is a half-open range of Unicode code points into one document's ``text``. Ids are content-derived strings,
stable from run to run. Rooms take and return these records and know nothing else of one another.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

Genre = Literal["report", "opinion", "statement", "bulletin", "other"]
Commitment = Literal["asserted", "claimed", "reported", "alleged", "believed", "denied", "admitted", "predicted"]
LinkKind = Literal["person", "organization", "publication", "office", "document", "unnamed"]
ActorKind = Literal["person", "organization", "country", "office", "group"]
Status = Literal["single", "echoed", "corroborated", "contested"]
CopyKind = Literal["verbatim", "rewrite"]
EventStatus = Literal["done", "negated", "planned", "threatened", "hypothetical"]
Effect = Literal["killed", "wounded", "missing", "detained", "displaced", "damaged"]
TimeKind = Literal["DATE", "TIME", "DURATION", "SET"]

GENRES: tuple[Genre, ...] = get_args(Genre)
COMMITMENTS: tuple[Commitment, ...] = get_args(Commitment)
STATUSES: tuple[Status, ...] = get_args(Status)


class Span(NamedTuple):
    """A half-open range of code points in one document's text."""

    start: int
    end: int


Spans = tuple[Span, ...]


def digest(*parts: object) -> str:
    """Sixteen hexadecimal digits that name ``parts``: the one way ids are made."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Maker:
    """What made a derived record: a room, its version, the settings that change its output."""

    name: str
    version: str
    settings: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return " ".join([self.name, self.version, *(f"{k}={v}" for k, v in self.settings)])


# --- reading ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Metadata that came beside the bytes (a corpus line, a feed entry, an HTTP header); it wins over what the text says."""

    external_id: str | None = None
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    captured: str | None = None
    """When a crawl took it, as its archive says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The bytes of one document as they came, kept so that everything can be read again."""

    data: bytes
    path: str | None = None
    url: str | None = None
    media_type: str | None = None
    given: Given = field(default_factory=Given)

    @property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the bytes read."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def name(self) -> str:
        """What to call it in a message: its path, else its URL."""
        return self.path or self.url or "standard input"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as read."""

    id: str
    external_id: str | None
    path: str | None
    url: str | None
    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    translators: tuple[str, ...]
    published: str | None
    language: str
    genre: Genre
    text: str
    sha256: str
    notes: tuple[str, ...] = ()
    frame: Spans = ()
    """Ranges of ``text`` that are not the article's prose: site header, headline, byline, dateline, "Leave a Response"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """What could not be read, and why; ``document`` and ``span`` where a part of a document was passed over."""

    path: str | None
    reason: str
    document: str | None = None
    span: Span | None = None


# --- analysis ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """One token. ``index`` and ``head`` count over the document; a root is its own head."""

    index: int
    start: int
    end: int
    text: str
    tag: str
    """Penn Treebank part of speech."""
    relation: str
    """Dependency label in spaCy's English scheme (ClearNLP)."""
    head: int
    entity: str
    """OntoNotes entity type, or the empty string."""
    sentence: int


class Sentence(NamedTuple):
    """One sentence: its range of tokens and of characters, and which paragraph it stands in."""

    first: int
    last: int
    """One past the last token."""
    start: int
    end: int
    paragraph: int


class Quotation(NamedTuple):
    """A range between quotation marks, marks included. ``depth`` 0 is outermost; ``closed`` says whether both marks were found."""

    start: int
    end: int
    depth: int
    closed: bool


MentionKind = Literal["person", "organization", "country", "office", "group", "place", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, description or pronoun in the text, and the earlier mention it stands for within the document."""

    start: int
    end: int
    text: str
    kind: MentionKind
    refers_to: Span | None = None
    key: str | None = None
    """The normalised name that joins mentions across documents; set by the actors room, None where nothing is named."""
    document: str | None = None
    """The document's id, joined when the ledger is read."""
    actor: str | None = None
    """The actor's id, joined when the ledger is read."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document's language as structure. Lists are in text order."""

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]


# --- attribution ------------------------------------------------------------------------------------------------------


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


# --- actors -----------------------------------------------------------------------------------------------------------


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


# --- what a claim says ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A lasting tie between two actors, as a claim states it."""

    id: str
    document: str
    claim: str | None
    subject: str | None
    object: str | None
    kind: str
    since: str | None
    until: str | None
    evidence: Spans
    maker: Maker


@dataclass(frozen=True, slots=True)
class Party:
    """Someone or something that takes part in an event."""

    text: str
    spans: Spans
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Harm:
    """What was done to whom, and how many, as a range."""

    effect: Effect
    who: Party
    low: int | None
    high: int | None


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
    """A word that judges instead of naming, and whom it is about."""

    document: str
    start: int
    end: int
    text: str
    about: str | None
    reason: str
    maker: Maker


# --- corroboration ----------------------------------------------------------------------------------------------------


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
    verdict: str
    by: str
    at: str
    note: str
    retracted: bool


# --- what one document's reading yields -------------------------------------------------------------------------------


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
