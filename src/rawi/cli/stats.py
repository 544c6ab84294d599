"""``rawi stats``: what is in the ledger, counted; what could not be read."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from rawi.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile, opened
from rawi.cli.screen import Column, console, rows_as_json, table
from rawi.export import row
from rawi.ledger import Stats


def stats(
    skipped: Annotated[bool, typer.Option("--skipped", help="List instead what could not be read, and why.")] = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """Count what the ledger holds: records, outlets, commitments, statuses, languages, genres."""
    out = console()
    with opened(ledger) as opened_ledger:
        if skipped and as_json:
            rows_as_json(map(row, opened_ledger.skips()))
        elif skipped:
            columns = (Column("path", wraps=True), Column("reason", wraps=True))
            table(out, columns, [(skip.path or skip.document, skip.reason) for skip in opened_ledger.skips()])
        elif as_json:
            typer.echo(json.dumps(_object(opened_ledger.stats()), ensure_ascii=False, indent=1))
        else:
            _show(out, opened_ledger.stats())


def _object(counted: Stats) -> dict[str, object]:
    sections: dict[str, object] = {name: dict(counts) for name, counts in _sections(counted).items()}
    return {**sections, "published": dict(zip(("first", "last"), counted.published, strict=True))}


def _sections(counted: Stats) -> dict[str, tuple[tuple[str, int], ...]]:
    return {
        "records": counted.records,
        "outlets": counted.outlets,
        "commitments": counted.commitments,
        "statuses": counted.statuses,
        "languages": counted.languages,
        "genres": counted.genres,
    }


def _show(out: Console, counted: Stats) -> None:
    sections = {name: counts for name, counts in _sections(counted).items() if counts}
    width = max(len(key) for counts in sections.values() for key, _ in counts)
    for name, counts in sections.items():
        out.print(Text(name, "bold"))
        for key, count in counts:
            out.print(f"  {key:{width}}  {count:>9,}")
    first, last = counted.published
    if first and last:
        out.print(Text("published", "bold"))
        out.print(f"  {first} to {last}")
