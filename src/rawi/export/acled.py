"""Happenings as a table in the manner of ACLED's: CSV, one happening a row; those that ACLED would not code are left out.

Columns before ``fatalities_low`` are named and filled as ACLED's codebook has them, as far as the text tells; those after are rawi's own.
docs/events.md says what each holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from rawi.export.csv import Cell, line
from rawi.export.recalling import Findable, Recalled, country_name, outlet, toll_of, versions
from rawi.export.sides import facing, one_side, side, victims
from rawi.records import Happening, Party, Period, Place

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "civilian_targeting"),
    *("country", "admin1", "location", "latitude", "longitude", "geo_precision", "source", "notes", "fatalities", "tags"),
    *("fatalities_low", "fatalities_high", "toll", "account", "sources", "denied_by", "status", "country_code", "events"),
)
_GEO_PRECISION = {"site": 1, "city": 1, "near": 2, "district": 2, "division": 3, "region": 3, "country": 3}
Type = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Mapping:
    """acled.yaml: the type of each kind and mode, the types that sides tell, the disorder of each type."""

    kinds: dict[str, dict[str, Type | Literal["sides"]]]
    sides: dict[str, Type]
    disorder: dict[str, str]


@cache
def mapping() -> Mapping:
    """How PLOVER's kinds and modes become ACLED's types."""
    rows = yaml.load(files(__package__).joinpath("acled.yaml").read_text("utf-8"), yaml.CSafeLoader)
    kinds = {kind: {mode: to if to == "sides" else tuple(to) for mode, to in modes.items()} for kind, modes in rows["kinds"].items()}
    return Mapping(kinds, {name: tuple(to) for name, to in rows["sides"].items()}, rows["disorder"])


def lines(ledger: Findable, happenings: Iterable[Happening]) -> Iterator[str]:
    """A line with the names of the columns, then one a happening, each with its line end."""
    yield line(COLUMNS)
    recalled = Recalled(ledger)
    for happening in happenings:
        if happening.kind in mapping().kinds:
            cells = _cells(happening, recalled)
            yield line(cells.get(column) for column in COLUMNS)


def _cells(happening: Happening, recalled: Recalled) -> dict[str, Cell]:
    event_type, sub_type = _type(happening, recalled)
    return {
        "disorder_type": mapping().disorder.get(event_type),
        "event_type": event_type,
        "sub_event_type": sub_type,
        **_when(happening.date),
        **_who(happening, recalled),
        **_where(happening.place),
        **_told(happening, recalled),
        **_deaths(happening),
        "event_id_cnty": f"{(happening.place and happening.place.country) or ''}{happening.id}",
        "tags": "/".join(filter(None, ("plover=" + happening.kind, happening.mode))),
    }


def _type(happening: Happening, recalled: Recalled) -> Type:
    modes = mapping().kinds[happening.kind]
    found = modes.get(happening.mode or "-", modes["-"])
    if found != "sides":
        return found
    sides = {one_side(parties, recalled) for parties in facing(happening)}
    if one_side(victims(happening), recalled) == "civilians":
        return mapping().sides["civilians"]
    return mapping().sides["armed"] if sides <= {"state", "armed"} else ("", "")


def _when(period: Period | None) -> dict[str, Cell]:
    if period is None or period.since is None:
        return {}
    return {"event_date": period.since, "year": period.since[:4], "time_precision": _time_precision(period)}


def _time_precision(period: Period) -> int | None:
    """1 the day, 2 a week, 3 a month."""
    days = span(period)
    return None if days is None or days > 31 else 1 if days == 1 else 2 if days <= 7 else 3


def span(period: Period) -> int | None:
    """How many days a period covers; None where an end is not known to the day."""
    try:
        return (date.fromisoformat(period.until or "") - date.fromisoformat(period.since or "")).days + 1
    except ValueError:
        return None


def _who(happening: Happening, recalled: Recalled) -> dict[str, Cell]:
    first, second = facing(happening)
    second = second or victims(happening)
    violent = happening.kind == "ASSAULT"
    return {
        "actor1": recalled.names(first[:1]),
        "assoc_actor_1": recalled.names(first[1:]),
        "inter1": {"PROTEST": "Rioters" if happening.mode == "riot" else "Protesters"}.get(happening.kind) or _inter(first, recalled),
        "actor2": recalled.names(second[:1]),
        "assoc_actor_2": recalled.names(second[1:]),
        "inter2": _inter(second, recalled),
        "civilian_targeting": "Civilian targeting" if violent and one_side(victims(happening), recalled) == "civilians" else None,
    }


def _inter(parties: tuple[Party, ...], recalled: Recalled) -> str | None:
    """ACLED tells forces of the state at hand from foreign ones and rebels from militias, which words do not: only civilians are said."""
    return "Civilians" if parties and side(parties[0], recalled) == "civilians" else None


def _where(place: Place | None) -> dict[str, Cell]:
    if place is None:
        return {}
    return {
        "country": country_name(place.country),
        "country_code": place.country,
        "admin1": place.division,
        "location": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geo_precision": _GEO_PRECISION[place.precision],
    }


def _told(happening: Happening, recalled: Recalled) -> dict[str, Cell]:
    return {
        "source": "; ".join(dict.fromkeys(map(outlet, recalled.documents(happening)))),
        "notes": recalled.notes(happening),
        "toll": "; ".join(map(versions, happening.toll)),
        "account": "; ".join(dict.fromkeys(map(recalled.account, happening.events))),
        "sources": len(happening.voice_names),
        "denied_by": "; ".join(happening.denied_by),
        "status": happening.status,
        "events": " ".join(event.id for event in happening.events),
    }


def _deaths(happening: Happening) -> dict[str, Cell]:
    """ACLED takes the most conservative number of those reported; where only a most is told, that is none."""
    killed = toll_of(happening, "killed")
    if killed is None:
        return {}
    return {"fatalities": killed.low, "fatalities_low": killed.low, "fatalities_high": killed.high}
