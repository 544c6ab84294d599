"""``rawi read``: articles into a ledger."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Literal

import typer

from rawi.cli.options import DEFAULT_LEDGER, How, Workers
from rawi.cli.overview import show_overview
from rawi.cli.reading import finish, run, tell
from rawi.cli.screen import console
from rawi.errors import NotFound
from rawi.export import jsonl
from rawi.ledger import Ledger


def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files, folders, http(s) URLs, feeds, JSON Lines corpora, or - for standard input."),
    ],
    ledger: Annotated[
        Path | None,
        typer.Option(
            "--ledger", "-l", envvar="RAWI_LEDGER", metavar="FILE", help="The ledger: one SQLite file, made if need be. [default: rawi.db]"
        ),
    ] = None,
    workers: Workers = None,
    attribution: How = "learned",
    output: Annotated[
        Literal["jsonl"] | None,
        typer.Option("--format", help="Write the whole ledger as JSON Lines; without --ledger, no ledger is left behind."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a summary of the run as JSON instead of the reading.")] = False,
) -> None:
    """Read articles into the ledger, then show what they say.

    Reads .txt .md .html .mhtml .pdf .docx .eml .warc .warc.gz .zip and .jsonl. What is in the ledger already is not read again, so a
    run that was stopped goes on where it was. What cannot be read is skipped with its reason, and the exit status is then 3.
    """
    from rawi.pipeline import read as read_into

    with _ledger(ledger, temporary=output is not None) as opened:
        summary = run(lambda options: read_into(paths, opened, options), workers, attribution)
        if as_json:
            typer.echo(json.dumps(asdict(summary), ensure_ascii=False, indent=1))
        else:
            tell(summary)
        if not (summary.read or summary.unchanged or summary.skipped):
            raise NotFound(f"there is nothing to read in {', '.join(paths)}")
        if output:
            sys.stdout.writelines(jsonl.lines(opened))
        elif not as_json:
            show_overview(console(), opened)
    finish(summary)


@contextmanager
def _ledger(path: Path | None, temporary: bool) -> Iterator[Ledger]:
    if path is not None or not temporary:
        with Ledger(path or DEFAULT_LEDGER) as opened:
            yield opened
        return
    with TemporaryDirectory(prefix="rawi-") as folder, Ledger(Path(folder) / "rawi.db") as opened:
        yield opened
