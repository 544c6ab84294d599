"""Options that several verbs share, and the ledger they name."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

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


def opened(ledger: Path) -> Ledger:
    """The ledger to ask. Raises LedgerError where there is none."""
    return Ledger(ledger, create=False, read_only=True)
