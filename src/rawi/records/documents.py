"""What is read: originals, documents, and what was skipped."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal, get_args

from .basis import Span, Spans

Genre = Literal["report", "opinion", "statement", "bulletin", "other"]
GENRES: tuple[Genre, ...] = get_args(Genre)


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
