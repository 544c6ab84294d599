"""In which of PLOVER's modes something happened, by the lexicon's entries."""

from __future__ import annotations

from collections.abc import Iterable

from rawi.events.triggers import Entry


def mode_of(kind: str, entries: Iterable[Entry]) -> str | None:
    """The mode of the first entry that is of the kind and has one."""
    return next((entry.mode for entry in entries if entry.mode and entry.kinds[0] == kind), None)
