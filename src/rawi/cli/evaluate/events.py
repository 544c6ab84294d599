"""``rawi evaluate events``: who did what kind of thing to whom."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from rawi.cli.evaluate.report import Floors, Kept, LowerFloors, ReportJson, WriteFloors, by, print_json, print_table
from rawi.cli.options import How
from rawi.cli.screen import console, say


def events(
    corpus: Annotated[
        Path,
        typer.Argument(metavar="CORPUS", exists=True, dir_okay=False, help="JSON Lines: a sentence a line, its event, source and target."),
    ],
    how: How = "learned",
    floors: Floors = None,
    write_floors: WriteFloors = False,
    lower_floors: LowerFloors = False,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show N events that were found otherwise or not at all.")] = 0,
    as_json: ReportJson = False,
) -> None:
    """Measure events end to end: raw sentences in, each one's coded event looked for among those found.

    Exit status 1: a figure is below its floor, or the corpus is not the one the floors were set on.
    """
    from rawi import evaluation

    kept = Kept(floors, write_floors, lower_floors)
    report = evaluation.evaluate_events(corpus, how)
    least = kept.least(report)
    if as_json:
        print_json(asdict(report), least)
    else:
        console().print(f"{report.corpus}: {report.sentences} sentences, read by {by(how)}; {report.a_sentence} events a sentence")
        print_table(report.figures, report.intervals, least)
        for slip in report.errors[:errors]:
            console().print(Text(f"{', '.join(slip.missed)} missed in {slip.sentence}: {slip.marked}", "bold"))
            console().print(Text("  " + ("; ".join(slip.found) or "nothing was found there")))
        if errors and not report.errors:
            say("No event was found otherwise or missed.")
    kept.check(report)
