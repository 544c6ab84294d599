"""``rawi claims``: who says what."""

from __future__ import annotations

from itertools import chain, islice
from typing import Annotated, cast

import typer

from rawi.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile, Limit, bounded, day, opened
from rawi.cli.said import Teller, show_claims
from rawi.cli.screen import console, rows_as_json, say
from rawi.errors import NotFound
from rawi.export import row
from rawi.ledger import Question
from rawi.records import Commitment, Status


def claims(
    about: Annotated[str | None, typer.Option(metavar="NAME", help="Claims that mention this actor, under whatever name.")] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Claims that rest on this actor, source or outlet.")] = None,
    commitment: Annotated[Commitment | None, typer.Option(help="How far the words stand behind it.")] = None,
    status: Annotated[Status | None, typer.Option(help="How it stands across documents.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Claims in this outlet's articles.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", callback=day, help="Published on this date or later.")] = None,
    search: Annotated[str | None, typer.Option(metavar="WORDS", help='Claims with these words; "a phrase"; begin*.')] = None,
    limit: Limit = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """List claims, each with who says it and how far the words commit.

    Every option narrows the list further.
    """
    asked = {"about": about, "by": by, "commitment": commitment, "status": status, "outlet": outlet, "since": since, "search": search}
    most = bounded(limit, as_json)
    question = cast(Question, {name: value for name, value in asked.items() if value is not None})
    if most:
        question["limit"] = most + (limit is None)  # one more, to know whether there is more
    with opened(ledger) as opened_ledger:
        found = opened_ledger.claims(**question)
        first = next(found, None)
        if first is None:
            raise NotFound("no claim meets all of this; leave an option out, or see `rawi stats` for what there is")
        found = chain([first], found)
        if as_json:
            rows_as_json(map(row, found))
            return
        show_claims(console(), islice(found, most), Teller(opened_ledger))
        if next(found, None):
            say(f"These are the first {most}; --limit N shows more, --about, --by and --search narrow them.")
