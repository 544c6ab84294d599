"""``rawi reread``: the stored originals again."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from rawi.cli.options import DEFAULT_LEDGER, AsJson, How, LedgerFile, Workers
from rawi.cli.reading import finish, run, tell
from rawi.ledger import Ledger


def reread(
    everything: Annotated[bool, typer.Option("--all", help="Read all documents again, not only those an older rawi read.")] = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
    workers: Workers = None,
    attribution: How = "learned",
    as_json: AsJson = False,
) -> None:
    """Read the documents in the ledger again from their stored bytes.

    Without --all only those that an older rawi, or another --attribution, read. Decisions are kept.
    """
    from rawi.pipeline import reread as read_again

    with Ledger(ledger, create=False) as opened:
        summary = run(lambda options: read_again(opened, options), workers, attribution, everything)
    if as_json:
        typer.echo(json.dumps(asdict(summary), ensure_ascii=False, indent=1))
    else:
        tell(summary)
    finish(summary)
