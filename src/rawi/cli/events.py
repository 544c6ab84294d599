"""``rawi events``: who did what to whom, where, when, how many, by whose account."""

from __future__ import annotations

from itertools import islice
from typing import Annotated, Literal, cast

import typer

from rawi.cli.happenings import as_row, show_happenings
from rawi.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile, Limit, bounded, day, opened
from rawi.cli.said import Teller
from rawi.cli.screen import console, rows_as_json, say
from rawi.errors import NotFound
from rawi.ledger import EventQuestion, Ledger
from rawi.records import EVENT_KINDS, Document, Effect, EventStatus, Happening

Shown = Literal[EventStatus, "all"]
StatusOption = Annotated[Shown, typer.Option("--status", help="Whether it is said to have happened; all: whatever is said of it.")]


def _kind(value: str | None) -> str | None:
    if value and value.upper() not in EVENT_KINDS:
        raise typer.BadParameter(f"{value!r} is no kind of event; choose from {', '.join(EVENT_KINDS)}")
    return value


def events(
    kind: Annotated[str | None, typer.Option(metavar="KIND", callback=_kind, help="One of PLOVER's kinds, such as assault.")] = None,
    status: StatusOption = "done",
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Somebody of this name takes part or is harmed.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="A place, or a country for all in it, by name or code.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", callback=day, help="Happened on this date or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", callback=day, help="Happened on this date or earlier.")] = None,
    harm: Annotated[Effect | None, typer.Option(help="What was done to people or things.")] = None,
    document: Annotated[str | None, typer.Option(metavar="ID", help="Told in this document.")] = None,
    limit: Limit = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """List what is said to have happened: who, to whom, where, when, how many, by whose account.

    Every option narrows the list further. What is denied by all who tell of it, negated, planned, threatened or hypothetical is left out
    unless asked for. Events of several documents that are one happening are one row, with every version of its toll.
    """
    asked = {"kind": kind, "actor": actor, "place": place, "since": since, "until": until, "harm": harm}
    question = cast(EventQuestion, {name: value for name, value in asked.items() if value is not None})
    most = bounded(limit, as_json)
    with opened(ledger) as opened_ledger:
        if document is not None:
            question["document"] = _document(opened_ledger, document)
        found = happenings(opened_ledger, status, question)
        if not found:
            raise NotFound("no event meets all of this; leave an option out, or --status all for what is not said to have happened")
        teller = Teller(opened_ledger)
        shown = islice(found, most)
        if as_json:
            rows_as_json(as_row(happening, teller) for happening in shown)
            return
        show_happenings(console(), shown, teller)
        if most and limit is None and len(found) > most:
            say(f"These are the first {most} of {len(found)}; --limit N shows more, --kind, --actor and --place narrow them.")


def happenings(ledger: Ledger, status: Shown, question: EventQuestion) -> tuple[Happening, ...]:
    """What ``question`` asks for, of one status or of all; what is ``done`` somebody affirms."""
    if status != "all":
        question["status"] = status
    from rawi.corroboration import join

    found = join(ledger.told(**question))
    return tuple(happening for happening in found if happening.affirming) if status == "done" else found


def _document(ledger: Ledger, id_: str) -> str:
    found = ledger.find(id_)
    if not isinstance(found, Document):
        raise NotFound(f"{id_} is no document; `rawi export` lists the documents and their ids")
    return found.id
