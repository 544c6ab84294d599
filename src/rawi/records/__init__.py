"""The words of rawi as frozen records.

Every offset is a half-open range of Unicode code points into one document's ``text``. Ids are content-derived strings,
stable from run to run. Rooms take and return these records and know nothing else of one another.
"""

from .actors import Actor, ActorKind, Alias, Name
from .basis import Maker, Span, Spans, digest
from .claims import COMMITMENTS, Claim, Commitment, Link, LinkKind
from .documents import GENRES, Document, Genre, Given, Original, Skipped
from .happenings import (
    RELATION_KINDS,
    Effect,
    Event,
    EventStatus,
    Harm,
    Loaded,
    Located,
    Party,
    Period,
    Place,
    Precision,
    Quantity,
    Relation,
    RelationKind,
    Time,
    TimeKind,
)
from .language import Analysis, Mention, MentionKind, Quotation, Sentence, Token, Vectors
from .reading import ClaimSignature, Reading, Signature
from .standing import STATUSES, Cluster, Copy, CopyKind, Decision, Status

__all__ = [
    "COMMITMENTS",
    "GENRES",
    "RELATION_KINDS",
    "STATUSES",
    "Actor",
    "ActorKind",
    "Alias",
    "Analysis",
    "Claim",
    "ClaimSignature",
    "Cluster",
    "Commitment",
    "Copy",
    "CopyKind",
    "Decision",
    "Document",
    "Effect",
    "Event",
    "EventStatus",
    "Genre",
    "Given",
    "Harm",
    "Link",
    "LinkKind",
    "Loaded",
    "Located",
    "Maker",
    "Mention",
    "MentionKind",
    "Name",
    "Original",
    "Party",
    "Period",
    "Place",
    "Precision",
    "Quantity",
    "Quotation",
    "Reading",
    "Relation",
    "RelationKind",
    "Sentence",
    "Signature",
    "Skipped",
    "Span",
    "Spans",
    "Status",
    "Time",
    "TimeKind",
    "Token",
    "Vectors",
    "digest",
]
