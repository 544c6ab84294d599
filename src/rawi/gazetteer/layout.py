"""How ``places.bin`` is laid out, for the one that writes it and the one that reads it.

A line that names the format and its version, eight bytes that say how long the head is, the head in JSON, then the sections, each
beginning at a multiple of eight bytes. The head holds ``kinds``, ``countries`` and ``divisions`` (GeoNames codes, "IQ.10"), which the
rows count into, ``sections`` (where each begins and how many bytes it has) and ``made``, what the table was made from. All numbers are
little-endian. The sections:

- ``rows``: one ``ROW`` a place, the most populous first;
- ``texts``: the names that rows point into, in UTF-8, each ended by a line feed;
- ``buckets``: 65,537 numbers; the keys whose hash begins with the sixteen bits ``b`` are those from ``buckets[b]`` to ``buckets[b + 1]``;
- ``keys``: the other 32 bits of each key's hash, ascending within its bucket;
- ``owners``: for each key the row that bears it; ``ALTERNATE`` is set where the name is not the place's own.
"""

from __future__ import annotations

import struct
from hashlib import blake2b

MAGIC = b"rawi places 1\n"
ROW = struct.Struct("<iiIIIHBB")
"""Latitude and longitude in 1e-5 degrees, population, GeoNames id (0: none), where the name begins, division, country, kind."""
ALTERNATE = 1 << 31
NONE = 255
"""A country that is none: the sea, a river of many countries."""


def key(text: str) -> tuple[int, int]:
    """The bucket and the rest of the hash of a folded name; 48 bits, so that one unknown name in hundreds of millions looks known."""
    value = int.from_bytes(blake2b(text.encode(), digest_size=6).digest(), "big")
    return value >> 32, value & 0xFFFFFFFF


def loose_key(text: str) -> tuple[int, int]:
    """The same for what ``folding.loose`` makes of a name, which shares no key with a name as printed."""
    return key("~" + text)
