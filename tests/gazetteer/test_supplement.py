"""The supplement is held to what a person who adds to it may get wrong: codes, coordinates, kinds, names that stand twice."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from training.gazetteer.supplement import centres, files

from rawi.gazetteer import country, fold
from rawi.gazetteer.table import table

KINDS = {
    "camp",
    "city",
    "crossing",
    "dam",
    "district",
    "island",
    "lake",
    "mountain",
    "quarter",
    "region",
    "river",
    "sea",
    "site",
    "town",
    "village",
}
MARGIN = 2.0
"""Degrees around a country's cities within which what lies in it is to lie."""


def rows() -> Iterator[tuple[str, str, str | None, str, float, float, list[str]]]:
    """File, name, country, kind, latitude, longitude and other names of everything written down."""
    for path, data in files():
        for code, divisions in data["divisions"].items():
            for name, row in divisions.items():
                if name != "called":
                    yield path.stem, name, code, "division", row[0], row[1], row[2:]
        for name, (code, kind, lat, lon, *others) in data["places"].items():
            yield path.stem, name, code, kind, lat, lon, others


@cache
def boxes() -> dict[str, tuple[float, float, float, float]]:
    """South, north, west and east of each country's cities in the table."""
    found: dict[str, tuple[float, float, float, float]] = {}
    for row in range(len(table())):
        entry = table().entry(row)
        if entry.kind == "city" and entry.country:
            s, n, w, e = found.get(entry.country, (90.0, -90.0, 180.0, -180.0))
            lat, lon = entry.latitude, entry.longitude
            found[entry.country] = (min(s, lat), max(n, lat), min(w, lon), max(e, lon))
    return found


@pytest.mark.parametrize("row", list(rows()), ids=lambda row: f"{row[0]}: {row[1]}")
def test_an_entry_is_what_the_page_of_places_says(row: tuple[str, str, str | None, str, float, float, list[str]]) -> None:
    _, name, code, kind, lat, lon, others = row
    assert isinstance(name, str) and all(isinstance(other, str) for other in others), "quote what YAML takes for a truth value"
    assert kind in KINDS | {"division"}
    folded = [fold(one) for one in (name, *others)]
    assert all(folded) and len(set(folded)) == len(folded), "a name stands twice"
    assert code is not None or kind in ("sea", "river", "region", "lake", "island", "mountain")
    if code is not None:
        country(code)
        south, north, west, east = boxes()[code]
        assert south - MARGIN <= lat <= north + MARGIN, f"{lat} is north or south of {code}"
        assert west - MARGIN <= lon <= east + MARGIN, f"{lon} is east or west of {code}"


def test_no_division_and_no_place_stands_twice() -> None:
    listed = Counter((code, kind == "division", fold(one)) for _, name, code, kind, _, _, others in rows() for one in (name, *others))
    assert [key for key, times in listed.items() if times > 1] == []


def test_every_country_has_its_point_and_every_file_says_what_divisions_are_called() -> None:
    assert len(centres()) > 240
    for code, (lat, lon) in centres().items():
        assert len(code) == 2 and code.isupper() and -90 <= lat <= 90 and -180 <= lon <= 180
    for path, data in files():
        for code, divisions in data["divisions"].items():
            assert divisions["called"], f"{path.name}: {code}"
