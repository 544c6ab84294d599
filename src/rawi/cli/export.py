"""``rawi export``: the ledger for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import typer

from rawi.cli.events import StatusOption, happenings
from rawi.cli.options import DEFAULT_LEDGER, LedgerFile, opened
from rawi.export import acled, csv, jsonl, plover, ucdp

WHOLE = {"jsonl": jsonl, "csv": csv}
HAPPENINGS = {"acled": acled, "ucdp": ucdp, "plover": plover}


def export(
    output_format: Annotated[
        Literal["jsonl", "csv", "acled", "ucdp", "plover"],
        typer.Option("--format", help="Everything (jsonl), claims (csv), or happenings in the manner of these collections."),
    ] = "jsonl",
    status: StatusOption = "done",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead of standard output.")] = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Write the ledger for other programs.

    `jsonl` is the interchange format, with everything; `csv` a table of claims for a spreadsheet. `acled` and `ucdp` are CSV with the
    columns of these collections, one happening a row, and `plover` is JSON Lines in PLOVER's form, one event a line: these three are of
    what is said to have happened, unless --status says otherwise.
    """
    with opened(ledger) as opened_ledger:
        if output_format in HAPPENINGS:
            lines = HAPPENINGS[output_format].lines(opened_ledger, happenings(opened_ledger, status, {}))
        else:
            lines = WHOLE[output_format].lines(opened_ledger)
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
