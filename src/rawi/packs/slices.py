"""JSON Lines in other people's schemas: one entity at a time, and a count of what was left out."""

from __future__ import annotations

import gzip
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from rawi.errors import PackError

MAX_LINE = 16 * 1024 * 1024
_TOLD = 10
"""Broken lines of which the reason is kept."""

Entity = dict[str, Any]


@dataclass(slots=True)
class LeftOut:
    """What was left out of a pack: how often for each reason, how many lines were broken, and the reasons of the first of these."""

    counts: Counter[str] = field(default_factory=Counter)
    broken: int = 0
    reasons: list[str] = field(default_factory=list)

    def count(self, reason: str, times: int = 1) -> None:
        """Something was left out for this reason."""
        self.counts[reason] += times

    def line(self, reason: str) -> None:
        """A line could not be read."""
        self.broken += 1
        if len(self.reasons) < _TOLD:
            self.reasons.append(reason)


def lines(stream: IO[bytes], name: str) -> Iterator[bytes]:
    """The lines of a file, unpacked where it is gzip; of one over ``MAX_LINE`` no more than its beginning, one byte too long.

    Raises:
        PackError: the gzip file is damaged or cut off.
    """
    head = stream.read(2)
    stream.seek(0)
    inner = gzip.GzipFile(fileobj=stream) if head == b"\x1f\x8b" else stream
    try:
        while line := inner.readline(MAX_LINE + 1):
            yield line
            while len(line) > MAX_LINE and not line.endswith(b"\n"):
                line = inner.readline(MAX_LINE + 1)
                if len(line) <= MAX_LINE:
                    break
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise PackError(f"{name}: damaged or cut off ({error}); get a whole copy") from error


def entities(rows: Iterable[bytes], name: str, left: LeftOut) -> Iterator[Entity]:
    """The JSON object of each line, also where the lines are those of one JSON array; a broken line is told to ``left``."""
    for number, row in enumerate(rows, 1):
        data = (row.removeprefix(b"\xef\xbb\xbf") if number == 1 else row).strip()
        if data in (b"", b"[", b"]"):
            continue
        try:
            yield _entity(data)
        except PackError as error:
            left.line(f"{name}:{number}: {error}")


def _entity(data: bytes) -> Entity:
    if len(data) > MAX_LINE:
        raise PackError(f"the line is longer than {MAX_LINE:,} bytes; no entity is")
    try:
        found = json.loads(data.removesuffix(b",").decode("utf-8"))
    except UnicodeDecodeError:
        raise PackError("not UTF-8; save the file as UTF-8") from None
    except (ValueError, RecursionError) as problem:
        raise PackError(f"not a JSON object ({problem}); an entity is one whole object on a line") from None
    if not isinstance(found, dict):
        raise PackError("not a JSON object; an entity is one whole object on a line")
    return found
