"""``rawi sources``: whose word the claims rest on."""

from __future__ import annotations

from dataclasses import asdict
from itertools import islice

from rich.console import Console

from rawi.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile, Limit, bounded, opened
from rawi.cli.screen import Column, console, rows_as_json, several, table
from rawi.errors import NotFound
from rawi.ledger import Source

OUTLETS_SHOWN = 2
COLUMNS = (
    Column("claims", right=True),
    Column("documents", right=True),
    Column("kind"),
    Column("source", wraps=True),
    Column("how", wraps=True),
    Column("outlets", wraps=True),
)


def sources(
    limit: Limit = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """List whom claims rest on in the end, those with most claims first: the last link of each chain."""
    with opened(ledger) as opened_ledger:
        found = list(islice(opened_ledger.sources(), bounded(limit, as_json)))
    if as_json:
        rows_as_json({**asdict(source), "commitments": dict(source.commitments)} for source in found)
    elif not found:
        raise NotFound("no claim in this ledger names a source")
    else:
        out = console()
        table(out, COLUMNS, [_row(out, source) for source in found])


def _row(out: Console, source: Source) -> tuple[object, ...]:
    how = ", ".join(f"{commitment} {count}" for commitment, count in source.commitments)
    return source.claims, source.documents, source.kind, source.name, how, several(out, source.outlets, OUTLETS_SHOWN)
