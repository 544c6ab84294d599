"""``rawi export``: the whole ledger for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import typer

from rawi.cli.options import DEFAULT_LEDGER, LedgerFile, opened
from rawi.export import csv, jsonl

FORMATS = {"jsonl": jsonl, "csv": csv}


def export(
    output_format: Annotated[
        Literal["jsonl", "csv"], typer.Option("--format", help="JSON Lines with everything, or CSV with one claim a row.")
    ] = "jsonl",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead of standard output.")] = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Write the whole ledger: `jsonl` is the interchange format, `csv` a table of claims for a spreadsheet."""
    with opened(ledger) as opened_ledger:
        lines = FORMATS[output_format].lines(opened_ledger)
        if output is None:
            sys.stdout.writelines(lines)
        else:
            write(output, lines)


def write(output: Path, lines: Iterable[str]) -> None:
    """Whole or not at all: what is interrupted does not leave half a file under the name asked for."""
    unfinished = output.with_name(output.name + ".unfinished")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
        unfinished.replace(output)
    except OSError as error:
        raise typer.BadParameter(f"cannot write {output}: {error.strerror}") from None
    finally:
        unfinished.unlink(missing_ok=True)
