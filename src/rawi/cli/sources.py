"""``rawi sources``: whose word the claims rest on."""

from __future__ import annotations

from dataclasses import asdict
from itertools import islice
from typing import Annotated

import typer

from rawi.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile, opened
from rawi.cli.screen import Column, console, rows_as_json, table
from rawi.errors import NotFound

COLUMNS = (
    Column("claims", right=True),
    Column("documents", right=True),
    Column("kind"),
    Column("source", ratio=3),
    Column("outlets", ratio=3),
    Column("how", ratio=3),
)


def sources(
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="At most N sources. [default: all]")] = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """List whom claims rest on in the end, those with most claims first: the last link of each chain."""
    with opened(ledger) as opened_ledger:
        found = list(islice(opened_ledger.sources(), limit))
    if as_json:
        rows_as_json({**asdict(source), "commitments": dict(source.commitments)} for source in found)
    elif not found:
        raise NotFound("no claim in this ledger names a source")
    else:
        rows = [
            (s.claims, s.documents, s.kind, s.name, ", ".join(s.outlets), ", ".join(f"{how} {count}" for how, count in s.commitments))
            for s in found
        ]
        table(console(), COLUMNS, rows)
