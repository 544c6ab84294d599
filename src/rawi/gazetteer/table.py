"""``places.bin``, mapped into memory: nothing of it is read before a name is looked up, and workers share its pages."""

from __future__ import annotations

import json
import mmap
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from rawi.gazetteer.folding import fold, loose
from rawi.gazetteer.layout import ALTERNATE, MAGIC, NONE, ROW, key, loose_key

TABLE = Path(__file__).with_name("places.bin")
MOST = 400
"""Namesakes that one look-up returns, the most populous first: San Antonio has more."""


class Entry(NamedTuple):
    """A place of the table."""

    name: str
    kind: str
    """``city`` (any populated place of GeoNames), ``division`` (of the first level), ``country``, ``continent``; or another.

    Others are as the supplement has them: ``town``, ``camp``, ``region``, ``river``."""
    country: str | None
    """ISO 3166 alpha-2, XK for Kosovo; None for seas, rivers and regions of many countries."""
    division: str | None
    """GeoNames' code of the first-level division that it is or lies in: "IQ.10"; None where unknown."""
    latitude: float
    longitude: float
    population: int
    """0 where unknown."""
    geonames: int | None
    own: bool
    """Whether the name it was found by is its own rather than an alternate one."""
    exact: bool
    """Whether it was found by that name rather than by a looser spelling of it."""


class Table:
    """The sections of a table file. Raises ValueError where the file is none."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._bytes[: len(MAGIC)] != MAGIC:
            raise ValueError(f"{path} is no table of places; python -m training.gazetteer makes one")
        begin = len(MAGIC) + 8
        head = json.loads(self._bytes[begin : begin + int.from_bytes(self._bytes[len(MAGIC) : begin], "little")])
        self.made: dict[str, str] = head["made"]
        self._kinds, self._countries, self._divisions = head["kinds"], head["countries"], head["divisions"]
        view = memoryview(self._bytes)
        sections = {name: view[start : start + size] for name, (start, size) in head["sections"].items()}
        self._rows, self._texts = sections["rows"], head["sections"]["texts"][0]
        self._buckets, self._keys, self._owners = (sections[name].cast("I") for name in ("buckets", "keys", "owners"))

    def __len__(self) -> int:
        return len(self._rows) // ROW.size

    def find(self, at: tuple[int, int], *, exact: bool) -> tuple[Entry, ...]:
        """Whom a key belongs to, own names first, the most populous first."""
        bucket, rest = at
        stop = self._buckets[bucket + 1]
        first = bisect_left(self._keys, rest, self._buckets[bucket], stop)
        last = first
        while last < stop and self._keys[last] == rest and last - first < MOST:
            last += 1
        return tuple(self.entry(owner & ~ALTERNATE, own=not owner & ALTERNATE, exact=exact) for owner in self._owners[first:last])

    def divisions(self) -> dict[str, str]:
        """The names of the first-level divisions, by GeoNames' code: {"IQ.10": ...}."""
        kind = self._kinds.index("division")
        rows = (row for row, fields in enumerate(ROW.iter_unpack(self._rows)) if fields[-1] == kind)
        return {entry.division: entry.name for entry in map(self.entry, rows) if entry.division}

    def entry(self, row: int, *, own: bool = True, exact: bool = True) -> Entry:
        """The place of a row."""
        north, east, people, geonames, text, division, country, kind = ROW.unpack_from(self._rows, row * ROW.size)
        begin = self._texts + text
        return Entry(
            self._bytes[begin : self._bytes.find(b"\n", begin)].decode(),
            self._kinds[kind],
            None if country == NONE else self._countries[country],
            self._divisions[division] or None,
            north / 1e5,
            east / 1e5,
            people,
            geonames or None,
            own,
            exact,
        )


@cache
def table() -> Table:
    """The table that rawi ships."""
    return Table(TABLE)


@lru_cache(maxsize=1 << 13)
def lookup(name: str, *, loosely: bool = False) -> tuple[Entry, ...]:
    """Every place that ``name`` may mean; ``loosely``, those it spells otherwise where nobody bears it, of which most are none."""
    folded = fold(name)
    found = table().find(key(folded), exact=True) if folded else ()
    if found or not loosely:
        return found
    heard = loose(folded)
    return table().find(loose_key(heard), exact=False) if heard else ()


@cache
def divisions() -> Mapping[str, str]:
    """The names of the first-level divisions, by GeoNames' code."""
    return table().divisions()


@cache
def country(code: str) -> Entry:
    """The country of an ISO 3166 alpha-2 code. Raises KeyError where there is none."""
    for entry in table().find(key(f"={code.lower()}"), exact=True):
        return entry
    raise KeyError(code)
