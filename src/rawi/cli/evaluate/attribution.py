"""``rawi evaluate attribution``: who is credited with what."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from rawi.cli.evaluate.report import Floors, Kept, LowerFloors, ReportJson, WriteFloors, by, print_json, print_table
from rawi.cli.options import How
from rawi.cli.screen import console, say


def attribution(
    corpus: Annotated[
        Path,
        typer.Argument(
            metavar="CORPUS", exists=True, dir_okay=False, help="JSON Lines: one article a line, its text and its attributions."
        ),
    ],
    how: How = "learned",
    floors: Floors = None,
    write_floors: WriteFloors = False,
    lower_floors: LowerFloors = False,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show N attributions that were missed or invented.")] = 0,
    as_json: ReportJson = False,
) -> None:
    """Measure attribution end to end: raw text in, source, cue and content held against what people marked.

    Exit status 1: a figure is below its floor, or the corpus is not the one the floors were set on.
    """
    from rawi import evaluation

    kept = Kept(floors, write_floors, lower_floors)
    report = evaluation.evaluate(corpus, how)
    least = kept.least(report)
    if as_json:
        print_json(asdict(report), least)
    else:
        console().print(f"{report.corpus}: {report.articles} articles, read by {by(report.method)}")
        print_table(report.figures, report.intervals, least)
        for error in report.errors[:errors]:
            console().print(Text(f"{error.kind} in {error.article}", "bold"))
            console().print(f"  {error.source or 'nobody'} | {error.cue or 'no cue'} | {error.content}")
        if errors and not report.errors:
            say("No attribution was missed or invented.")
    kept.check(report)
