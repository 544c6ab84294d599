"""Happenings with deaths as a table in the manner of UCDP GED's: CSV, one happening a row.

Columns before ``where_description`` are named and filled as its codebook has them, as far as the text tells; those from there on are
rawi's own or GED's free text. docs/events.md says what each holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from rawi.export.acled import span
from rawi.export.csv import Cell, line
from rawi.export.recalling import Findable, Recalled, country_name, outlet, toll_of, versions
from rawi.export.sides import facing, one_side, side, victims
from rawi.records import Document, Event, Happening, Party, Period, Place

COLUMNS = (
    *("id", "date_start", "date_end", "date_prec", "type_of_violence", "side_a", "side_b"),
    *("where_coordinates", "where_prec", "latitude", "longitude", "country", "adm_1", "best", "low", "high"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "number_of_sources", "source_article"),
    *("where_description", "toll", "account", "notes", "denied_by", "status", "events"),
)
_WHERE_PREC = {"site": 1, "city": 1, "near": 2, "district": 3, "division": 4, "region": 5, "country": 6}
Bucket = Literal["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"]
Sides = tuple[tuple[Party, ...], tuple[Party, ...]]


def lines(ledger: Findable, happenings: Iterable[Happening]) -> Iterator[str]:
    """A line with the names of the columns, then one a happening, each with its line end."""
    yield line(COLUMNS)
    recalled = Recalled(ledger)
    for happening in happenings:
        killed = toll_of(happening, "killed")
        if happening.kind == "ASSAULT" and killed and killed.high != 0:
            cells = _cells(happening, recalled)
            yield line(cells.get(column) for column in COLUMNS)


def _cells(happening: Happening, recalled: Recalled) -> dict[str, Cell]:
    kind, sides = _violence(happening, recalled)
    killed = toll_of(happening, "killed")
    assert killed
    return {
        "id": happening.id,
        **_when(happening.date),
        "type_of_violence": kind,
        "side_a": recalled.names(sides[0]),
        "side_b": "Civilians" if kind == 3 else recalled.names(sides[1]),
        **_where(happening.place),
        "best": killed.low if killed.low == killed.high else None,
        "low": killed.low,
        "high": killed.high,
        **_buckets(happening, sides, recalled),
        "number_of_sources": len(happening.voice_names),
        "source_article": "; ".join(map(_article, recalled.documents(happening))),
        "toll": "; ".join(map(versions, happening.toll)),
        "account": "; ".join(dict.fromkeys(map(recalled.account, happening.events))),
        "notes": recalled.notes(happening),
        "denied_by": "; ".join(happening.denied_by),
        "status": happening.status,
        "events": " ".join(event.id for event in happening.events),
    }


def _violence(happening: Happening, recalled: Recalled) -> tuple[int | None, Sides]:
    """1 where a state fights, 2 where others do, 3 where civilians are the victims; and who stands where: GED puts the state first."""
    first, second = facing(happening)
    one, other = one_side(first, recalled), one_side(second, recalled)
    if one in ("state", "armed") and one_side(victims(happening), recalled) == "civilians":
        return 3, (first, second)
    if {one, other} <= {"state", "armed"}:
        swapped = one == "armed" and other == "state"
        return (1 if "state" in (one, other) else 2), (second, first) if swapped else (first, second)
    return None, (first, second)


def _buckets(happening: Happening, sides: Sides, recalled: Recalled) -> dict[str, Cell]:
    """Whose the dead were: a number only where all who give one give the same."""
    told: dict[Bucket, set[int | None]] = {}
    for event in happening.told:
        for bucket, number in _dead(event, sides, recalled).items():
            told.setdefault(bucket, set()).add(number)
    return {bucket: number for bucket, (number, *others) in told.items() if number is not None and not others}


def _dead(event: Event, sides: Sides, recalled: Recalled) -> dict[Bucket, int | None]:
    found: dict[Bucket, int | None] = {}
    for harm in event.harm:
        if harm.effect == "killed" and not harm.part:
            bucket = _bucket(harm.who, sides, recalled)
            # of two numbers for one side, one may be part of the other
            found[bucket] = harm.low if harm.low == harm.high and bucket not in found else None
    return found


def _bucket(who: Party, sides: Sides, recalled: Recalled) -> Bucket:
    of = side(who, recalled)
    if of == "civilians":
        return "deaths_civilians"
    mine = [bool(who.actor) and who.actor in {party.actor for party in parties} for parties in sides]
    if not any(mine):
        mine = [of is not None and of == one_side(parties, recalled) for parties in sides]
    return "deaths_unknown" if mine[0] == mine[1] else "deaths_a" if mine[0] else "deaths_b"


def _when(period: Period | None) -> dict[str, Cell]:
    if period is None:
        return {}
    return {"date_start": period.since, "date_end": period.until, "date_prec": _date_prec(period)}


def _date_prec(period: Period) -> int | None:
    """1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year."""
    days = span(period)
    bounds = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
    return None if days is None else next((precision for most, precision in bounds if days <= most), None)


def _where(place: Place | None) -> dict[str, Cell]:
    if place is None:
        return {}
    return {
        "where_coordinates": place.name,
        "where_description": place.text,
        "where_prec": _WHERE_PREC[place.precision],
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": country_name(place.country),
        "adm_1": place.division,
    }


def _article(document: Document) -> str:
    return ", ".join(part for part in (outlet(document), document.published, document.title) if part)
