"""``rawi names``: what each outlet calls an actor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated

import typer

from rawi.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile, opened
from rawi.cli.screen import Column, console, rows_as_json, table
from rawi.errors import NotFound
from rawi.ledger import Calling

COLUMNS = (
    Column("name", wraps=True),
    Column("outlet", wraps=True),
    Column("documents", right=True),
    Column("mentions", right=True),
    Column("since"),
    Column("until"),
    Column("remark", wraps=True),
)


def names(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="An actor's id or one of its names.")],
    ledger: LedgerFile = DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """Show what each outlet calls an actor, how often and since when, and which names only one outlet uses."""
    from rawi.packs import hostile

    with opened(ledger) as opened_ledger:
        found = [(one, opened_ledger.callings(one.id)) for one in opened_ledger.actors(actor)]
    if not found:
        raise NotFound(f"no actor is called {actor!r}; `rawi actors` lists those there are")
    if as_json:
        rows_as_json(
            {"actor": one.id, **asdict(calling), "hostile": calling.name.lower() in hostile()}
            for one, callings in found
            for calling in callings
        )
        return
    out = console()
    for one, callings in found:
        out.print(f"{one.name}  {one.kind}  {one.id}")
        table(out, COLUMNS, [_row(calling, hostile()) for calling in callings])
        out.print()


def _row(calling: Calling, hostile: Mapping[str, str]) -> tuple[object, ...]:
    remarks = []
    if calling.only:
        remarks.append("this outlet only")
    if neutral := hostile.get(calling.name.lower()):
        remarks.append(f"its opponents' name for {neutral}")
    return calling.name, calling.outlet, calling.documents, calling.mentions, calling.since, calling.until, "; ".join(remarks)
