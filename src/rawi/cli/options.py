"""Options that several verbs share, and the ledger they name."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from rawi.ledger import Ledger

DEFAULT_LEDGER = Path("rawi.db")

LedgerFile = Annotated[
    Path, typer.Option("--ledger", "-l", envvar="RAWI_LEDGER", metavar="FILE", help="The ledger: one SQLite file.", show_default=True)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs: the rows of the JSON Lines format, as one array or object.")]
Workers = Annotated[
    int | None, typer.Option("--workers", "-w", min=1, metavar="N", help="Worker processes. [default: one for each processor]")
]

How = Annotated[
    Literal["learned", "rules"],
    typer.Option("--attribution", help="Find who is credited by the learned network, or by rules: they find less, sooner."),
]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="At most N. [default: a screenful in a terminal, all in a pipe]")]

SCREENFUL = 24


def bounded(limit: int | None, as_json: bool) -> int | None:
    """How many to list: ``limit``, else as many as a person reads, else (for a program) all."""
    return limit or (None if as_json or not sys.stdout.isatty() else SCREENFUL)


def day(value: str | None) -> str | None:
    """The callback of an option that takes a date: ISO 8601."""
    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a date; write it as 2031-05-12") from None


def opened(ledger: Path) -> Ledger:
    """The ledger to ask. Raises LedgerError where there is none."""
    return Ledger(ledger, create=False, read_only=True)
