"""``rawi decide``, ``rawi undo``, ``rawi decisions``, ``rawi doubts``: which names are one actor, by a person's word."""

from __future__ import annotations

import getpass
import sys
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Annotated, Literal

import typer

from rawi.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile, Limit, bounded, opened
from rawi.cli.screen import Column, console, rows_as_json, table
from rawi.errors import DecisionConflict, InputError, NotFound
from rawi.export import row
from rawi.ledger import Ledger, from_ijson, to_ijson

SKIPPED = 3
DOUBTS = (Column("likely", right=True), Column("first", wraps=True), Column("second", wraps=True), Column("why", wraps=True))
DECISIONS = (
    Column("id", style="dim"),
    Column("at"),
    Column("by"),
    Column("verdict"),
    Column("first", wraps=True),
    Column("second", wraps=True),
    Column("note", wraps=True),
)

By = Annotated[str | None, typer.Option(metavar="NAME", help="Who decides. [default: your user name]")]


def decide(
    first: Annotated[str, typer.Argument(metavar="FIRST", help="An actor's id, one of its names, or a key as `rawi doubts` shows it.")],
    second: Annotated[str, typer.Argument(metavar="SECOND", help="The other one.")],
    verdict: Annotated[Literal["same", "different", "unsure"], typer.Argument(help="Whether they are one actor.")],
    by: By = None,
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why.")] = "",
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Say that two names are the same actor, or not. It outlives every re-reading; `rawi undo` takes it back."""
    from rawi.pipeline.settle import settle

    with Ledger(ledger, create=False) as opened_ledger:
        decision = opened_ledger.judge(first, second, verdict, by or getpass.getuser(), note)
        settle(opened_ledger)
    console().print(f"{decision.id}: {decision.subject} and {decision.other} are {verdict if verdict != 'same' else 'one actor'}")


def undo(
    decision: Annotated[str, typer.Argument(metavar="ID", help="A decision's id, as `rawi decisions` shows it.")],
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Take a decision back. It stays in the history."""
    from rawi.pipeline.settle import settle

    with Ledger(ledger, create=False) as opened_ledger:
        taken = opened_ledger.retract(decision)
        settle(opened_ledger)
    console().print(f"{taken.id} is taken back")


def doubts(limit: Limit = None, ledger: LedgerFile = DEFAULT_LEDGER, as_json: AsJson = False) -> None:
    """List pairs of actors that may be one, likeliest first, for `rawi decide`."""
    from rawi.actors import MERGE

    with opened(ledger) as opened_ledger:
        found = list(islice(opened_ledger.doubts(MERGE), bounded(limit, as_json)))
    if as_json:
        rows_as_json(map(asdict, found))
    elif not found:
        raise NotFound("no two actors of this ledger look alike enough to ask")
    else:
        table(console(), DOUBTS, [(f"{round(100 * d.score)} in 100", *d.keys, "; ".join(d.reasons)) for d in found])


def decisions(
    export: Annotated[bool, typer.Option("--ijson", help="Print those in force on pairs as nomenklatura's lines.")] = False,
    take: Annotated[Path | None, typer.Option("--import", metavar="FILE", help="Take over the decisions of such a file.")] = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """List what people decided, newest last, what was taken back too."""
    if take is not None:
        _import(take, ledger)
        return
    with opened(ledger) as opened_ledger:
        found = list(opened_ledger.decisions())
    if export:
        for line in to_ijson(found):
            typer.echo(line)
    elif as_json:
        rows_as_json(map(row, found))
    elif not found:
        raise NotFound("nobody has decided anything in this ledger yet; `rawi doubts` lists what could be")
    else:
        table(console(), DECISIONS, [(d.id, d.at[:16], d.by, _verdict(d.verdict, d.retracted), d.subject, d.other, d.note) for d in found])


def _verdict(verdict: str, retracted: bool) -> str:
    return f"{verdict} (taken back)" if retracted else verdict


def _import(path: Path, ledger: Path) -> None:
    from rawi.packs import wikidata
    from rawi.pipeline.settle import settle

    taken = left = 0
    with Ledger(ledger, create=False) as opened_ledger:
        for number, line in enumerate(_lines(path), start=1):
            try:
                if (decision := from_ijson(line, wikidata())) is not None:
                    opened_ledger.adopt(decision)
                    taken += 1
            except (InputError, DecisionConflict) as error:
                left += 1
                print(f"{path}:{number}: left out: {error}", file=sys.stderr)
        settle(opened_ledger)
    print(f"{taken} decisions taken over, {left} lines left out", file=sys.stderr)
    if left:
        raise typer.Exit(SKIPPED)


def _lines(path: Path) -> list[str]:
    try:
        return [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}; give a file of JSON lines in UTF-8") from error
