"""``rawi export``: the whole ledger for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from rawi.cli.options import DEFAULT_LEDGER, LedgerFile, opened


def export(
    output_format: Annotated[
        Literal["jsonl", "csv"], typer.Option("--format", help="JSON Lines with everything, or CSV with one claim a row.")
    ] = "jsonl",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead of standard output.")] = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Write the whole ledger: `jsonl` is the interchange format, `csv` a table of claims for a spreadsheet."""
