"""What a format's reader hands back."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.records import Given


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The text of one original and what its format said about it."""

    text: str
    found: Given = field(default_factory=Given)
    url: str | None = None
    notes: tuple[str, ...] = ()
