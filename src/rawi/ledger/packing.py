"""How spans, names and keys are written in a column, and read back."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable
from typing import Any

from rawi.records import Span, Spans


def pack(value: object) -> str:
    """``value`` as compact JSON; tuples become lists."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def spans(packed: str) -> Spans:
    """Spans from their JSON."""
    return tuple(Span(start, end) for start, end in json.loads(packed))


def texts(packed: str) -> tuple[str, ...]:
    """Strings from their JSON."""
    return tuple(json.loads(packed))


def pairs(packed: str) -> tuple[tuple[str, str], ...]:
    """Named values (settings, identifiers) from their JSON."""
    return tuple((name, value) for name, value in json.loads(packed))


def pack_blocks(blocks: Iterable[int]) -> bytes:
    """Blocking keys as little-endian signed 64-bit integers."""
    numbers = tuple(blocks)
    return struct.pack(f"<{len(numbers)}q", *numbers)


def unpack_blocks(packed: bytes) -> tuple[int, ...]:
    """The keys that ``pack_blocks`` wrote."""
    return struct.unpack(f"<{len(packed) // 8}q", packed)


def printable(text: str | None) -> str | None:
    """``text`` as SQLite can hold it: a file name's undecodable bytes are written as escapes."""
    return None if text is None else text.encode("utf-8", "backslashreplace").decode("utf-8")


def ids(values: Iterable[Any]) -> str:
    """A JSON list for ``IN (SELECT value FROM json_each(?))``: any number of values in one statement."""
    return json.dumps(list(values))
