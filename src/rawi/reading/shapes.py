"""What a format's reader hands back."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.records import Given


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The text of one original and what its format said about it.

    ``exact``: the text has offsets of its own that must hold, so not one character of it may move.
    """

    text: str
    found: Given = field(default_factory=Given)
    url: str | None = None
    notes: tuple[str, ...] = ()
    exact: bool = False
