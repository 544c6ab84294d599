"""What every record is made of: spans, ids, makers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import NamedTuple


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
