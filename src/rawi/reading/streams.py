"""Byte streams that stay within bounds, and what a stream is called."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass
from typing import IO, Protocol

from rawi.errors import TooLarge

CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A stream of bytes with what is known of it: the name to show, its media type, how many containers it lay in."""

    stream: IO[bytes]
    media_type: str
    path: str | None = None
    url: str | None = None
    size: int | None = None
    depth: int = 0

    @property
    def name(self) -> str:
        """What to call it in a message."""
        return self.path or self.url or "standard input"


def shown(path: str) -> str:
    """``path`` as text that every encoder takes: bytes that are not UTF-8 become ``\\xNN``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def slurp(stream: IO[bytes], limit: int, name: str) -> bytes:
    """All bytes of ``stream``. Raises TooLarge past ``limit``, having held no more than that."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(f"{name}: larger than {limit:,} bytes; split it, or give its text as JSON Lines, one document a line")
    return data


class Replayed(io.RawIOBase):
    """A stream whose first bytes were already taken to look at them."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed's Buffer has no slicing
        """Fill ``buffer`` from the head first, then from the rest."""
        part = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(part) :]
        buffer[: len(part)] = part
        return len(part)


class Readable(Protocol):
    """Anything that bytes can be read from."""

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes; none at the end."""
        ...


class Bounded(io.RawIOBase):
    """A decompressed stream that raises TooLarge once more than ``limit`` bytes came out of it."""

    def __init__(self, stream: Readable, limit: int, name: str) -> None:
        self._stream = stream
        self._left = limit
        self._name = name

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed's Buffer has no slicing
        """Fill ``buffer``, counting."""
        part = self._stream.read(len(buffer))
        self._left -= len(part)
        if self._left < 0:
            raise TooLarge(f"{self._name}: unpacks to far more than it should (a decompression bomb?); unpack it by hand if you trust it")
        buffer[: len(part)] = part
        return len(part)


def buffered(raw: io.RawIOBase) -> IO[bytes]:
    """``raw`` with a buffer, so that lines can be read from it."""
    return io.BufferedReader(raw, CHUNK)
