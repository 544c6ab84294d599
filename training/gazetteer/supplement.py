"""The supplement: what people wrote down beside GeoNames, in src/rawi/gazetteer/supplement/."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from training.gazetteer.places import Placed

FOLDER = Path(__file__).parents[2] / "src/rawi/gazetteer/supplement"
NEAREST = 7
"""Cities about a division's middle that say which of GeoNames' divisions it is."""
SEAT = 30_000
"""Inhabitants from which on a namesake is taken for the division's chief town: the village of Risaralda lies in Caldas."""


def files() -> Iterator[tuple[Path, dict[str, Any]]]:
    """The files of divisions and places, by name."""
    for path in sorted(FOLDER.glob("*.yaml")):
        if path.stem != "countries":
            yield path, yaml.safe_load(path.read_text("utf-8"))


def centres() -> dict[str, tuple[float, float]]:
    """Where each country lies."""
    rows = yaml.safe_load((FOLDER / "countries.yaml").read_text("utf-8"))
    return {code: (lat, lon) for code, (lat, lon) in rows.items()}


def supplement(cities: Sequence[Placed], ids: dict[tuple[str, str], int]) -> Iterator[Placed]:
    """Divisions with the code of the cities that lie there, then small places; ``ids`` has GeoNames ids by country and name."""
    by_country = defaultdict(list)
    for city in cities:
        by_country[city.country].append(city)
    for _, data in files():
        for country, rows in data["divisions"].items():
            for name, (lat, lon, *others) in ((name, row) for name, row in rows.items() if name != "called"):
                names, at = (name, *others), (lat, lon)
                code = division_of(at, names, by_country[country])
                yield Placed(kind="division", names=names, country=country, at=at, division=code, geonames=ids.get((country, name)))
        for name, (country, kind, lat, lon, *others) in data["places"].items():
            code = division_of((lat, lon), (), by_country[country]) if country and kind not in ("region", "river", "sea") else None
            yield Placed(kind=kind, names=(name, *others), country=country, at=(lat, lon), division=code)


def division_of(at: tuple[float, float], names: Sequence[str], cities: Sequence[Placed]) -> str | None:
    """The division of most cities about ``at``; a town of the division's own name, within 150 km or so, counts as six."""
    near = sorted(cities, key=lambda city: _apart(at, city.at))[:NEAREST]
    votes = Counter(city.division for city in near)
    seats = [c for c in cities if c.population >= SEAT and _apart(at, c.at) < 2 and set(_plain(names)) & set(_plain(c.names))]
    if seats:
        votes[max(seats, key=lambda c: c.population).division] += 6
    return max(votes, key=lambda code: votes[code]) if votes else None


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _plain(names: Sequence[str]) -> Iterator[str]:
    return (_fold(name) for name in names)


@cache
def _fold(name: str) -> str:
    from rawi.gazetteer import fold

    return fold(name)
