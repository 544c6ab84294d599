"""A happening as it is always shown: who did what to whom, where, when, how many, and by whose account."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console
from rich.text import Text

from rawi.cli.said import SHORT, Teller, voice_of
from rawi.cli.screen import Column, indented, table
from rawi.export import row
from rawi.export.recalling import number, versions
from rawi.records import Event, Happening, Party, Period, Place, Toll

COLUMNS = (
    *(Column("id"), Column("date"), Column("event", wraps=True), Column("who", wraps=True), Column("whom", wraps=True)),
    *(Column("where", wraps=True), Column("harm", wraps=True), Column("status"), Column("by whose account", wraps=True)),
)


WIDE = 120
"""Columns of a terminal from which on a table of happenings can be read; in a narrower one each is a few lines."""


def show_happenings(out: Console, happenings: Iterable[Happening], teller: Teller) -> None:
    """A row a happening: a table in a wide terminal and in a pipe, a few lines each in a narrow one."""
    rows = (_row(happening, teller) for happening in happenings)
    if not out.is_terminal:
        table(out, COLUMNS, rows)
    elif out.width >= WIDE:
        table(out, COLUMNS, ((row[0][:SHORT], *row[1:]) for row in rows))
    else:
        for row in rows:
            _card(out, row)


def _card(out: Console, cells: tuple[str, ...]) -> None:
    id_, date, event, who, whom, place, harmed, status, by = cells
    head = Text("  ".join(filter(None, (date, event, place))), "bold")
    out.print(head.append("" if status == "done" else f"  {status}", "red"))
    for name, cell in (("who: ", who), ("whom: ", whom), ("", harmed), ("by ", by)):
        if cell:
            indented(out, Text(name + cell), 2)
    indented(out, Text(id_[:SHORT], "dim"), 2)
    out.print()


def _row(happening: Happening, teller: Teller) -> tuple[str, ...]:
    return (
        happening.id,
        when(happening.date),
        what(happening),
        parties(happening.source, teller),
        parties(happening.target, teller),
        where(happening.place),
        "; ".join(harm(happening)),
        happening.status if happening.affirming else f"{happening.status}, denied",
        "; ".join(accounts(happening, teller)),
    )


def what(event: Event | Happening) -> str:
    """ "assault, explosives"."""
    return ", ".join(filter(None, (event.kind.lower(), event.mode)))


def when(period: Period | None) -> str:
    """The day, the first and the last day, or the words where they are all there is."""
    if period is None:
        return ""
    days = [day for day in (period.since, period.until) if day]
    return " to ".join(dict.fromkeys(days)) or period.text


def where(place: Place | None) -> str:
    """ "Mosul, IQ"; as printed where it is a point reckoned from a place."""
    if place is None:
        return ""
    return ", ".join(filter(None, (place.text if place.precision == "near" else place.name, place.country)))


def parties(several: Iterable[Party], teller: Teller) -> str:
    """The usual name of each actor, else the words as printed."""
    return ", ".join(dict.fromkeys(teller.called(party) for party in several))


def harm(happening: Happening) -> Iterator[str]:
    """ "14 killed (villagers)"; "9 to 14 killed (miners): 14 (the ministry, in 2 outlets), 9 (villagers)"; "detained (a teacher)"."""
    tolls: dict[str, Toll] = {toll.effect: toll for toll in happening.toll}
    harmed: dict[str, dict[str, None]] = {}
    for one in (one for event in happening.told for one in event.harm):
        harmed.setdefault(one.effect, {})[" ".join(one.who.text.split())] = None
    for effect, words in harmed.items():
        toll = tolls.get(effect)
        yield f"{_counted(toll)}{effect} ({', '.join(words)}){_versions(toll)}"


def _counted(toll: Toll | None) -> str:
    return "" if toll is None or (toll.low, toll.high) == (None, None) else f"{number(toll.low, toll.high)} "


def _versions(toll: Toll | None) -> str:
    return f": {versions(toll).removeprefix(f'{toll.effect} ')}" if toll and len(toll.versions) > 1 else ""


def accounts(happening: Happening, teller: Teller) -> list[str]:
    """Through whom each document has it, and how far the words commit, each once: "Meridian Wire → two officials: claimed"."""
    return list(dict.fromkeys(": ".join(account(event, teller)) for event in happening.events))


def account(event: Event, teller: Teller) -> tuple[str, str]:
    """Through whom a document has an event, and the commitment."""
    claim = next(teller.claims([event.claim]), None) if event.claim else None
    return (teller.who(claim), claim.commitment) if claim else (voice_of(teller.documents[event.document]), "asserted")


def as_row(happening: Happening, teller: Teller) -> dict[str, Any]:
    """A happening for programs: its toll and voices, and its events as rows of the JSON Lines format, each with its account."""
    told = [row(event) | dict(zip(("account", "commitment"), account(event, teller), strict=True)) for event in happening.events]
    return {
        "type": "happening",
        "id": happening.id,
        "toll": [
            {
                "effect": toll.effect,
                "low": toll.low,
                "high": toll.high,
                "versions": [{"low": v.low, "high": v.high, "voices": list(v.voices), "outlets": v.outlets} for v in toll.versions],
            }
            for toll in happening.toll
        ],
        "voice_names": list(happening.voice_names),
        "denied_by": list(happening.denied_by),
        "events": told,
    }


def show_event(out: Console, event: Event, teller: Teller) -> None:
    """All of one event, line by line, beginning with what it is and by whose account."""
    who, commitment = account(event, teller)
    head = Text(what(event), "bold")
    head.append("" if event.status == "done" else f"  {event.status}", "red")
    out.print(head.append(f"  {who}").append(f"  {commitment}", "cyan"))
    lines = (
        ("who", parties(event.source, teller)),
        ("whom", parties(event.target, teller)),
        ("with", parties(event.instruments, teller)),
        ("when", when(event.date) + (f" ({event.date.text})" if event.date else "")),
        ("where", _placed(event.place)),
        *(("harm", _harmed(event, i, teller)) for i in range(len(event.harm))),
        ("claim", event.claim or ""),
    )
    for name, text in lines:
        if text:
            indented(out, Text(f"{name}: ").append(text), 2)


def _placed(place: Place | None) -> str:
    if place is None:
        return ""
    point = None if place.latitude is None or place.longitude is None else f"{place.latitude}, {place.longitude}"
    facts = (point, place.precision, place.geonames and f"GeoNames {place.geonames}", f"“{' '.join(place.text.split())}”")
    return f"{where(place)} ({'; '.join(str(fact) for fact in facts if fact)})"


def _harmed(event: Event, i: int, teller: Teller) -> str:
    one = event.harm[i]
    counted = "" if (one.low, one.high) == (None, None) else f"{number(one.low, one.high)} "
    return f"{counted}{one.effect}{' among them' if one.part else ''}: {teller.called(one.who)}"


def show_others(out: Console, event: Event, happening: Happening, teller: Teller) -> None:
    """Who else tells of what ``event`` tells, and the versions of how many."""
    others = [other for other in happening.events if other.id != event.id]
    if others:
        out.print("The same, by the account of")
        for other in others:
            line = Text(": ".join(account(other, teller)))
            indented(out, line.append(f"  {other.id[:SHORT] if out.is_terminal else other.id}", "dim"), 2)
        for toll in happening.toll:
            if len(toll.versions) > 1:
                out.print(versions(toll))
        out.print()
