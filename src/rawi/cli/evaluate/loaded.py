"""``rawi evaluate loaded``: loaded words."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from rawi.cli.evaluate.report import Floors, Kept, LowerFloors, ReportJson, WriteFloors, by, print_json, print_table
from rawi.cli.options import How
from rawi.cli.screen import console, say


def loaded(
    corpus: Annotated[
        Path,
        typer.Argument(
            metavar="CORPUS", exists=True, dir_okay=False, help="JSON Lines: one sentence a line, whether it is loaded, its loaded words."
        ),
    ],
    how: How = "learned",
    floors: Floors = None,
    write_floors: WriteFloors = False,
    lower_floors: LowerFloors = False,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show N sentences whose words were missed or invented.")] = 0,
    as_json: ReportJson = False,
) -> None:
    """Measure loaded words end to end: raw sentences in, marks held against the sentences and words that people marked.

    Exit status 1: a figure is below its floor, or the corpus is not the one the floors were set on.
    """
    from rawi import evaluation

    kept = Kept(floors, write_floors, lower_floors)
    report = evaluation.evaluate_loaded(corpus, how)
    least = kept.least(report)
    if as_json:
        print_json(asdict(report), least)
    else:
        console().print(f"{report.corpus}: {report.sentences} sentences, read by {by(report.method)}")
        print_table(report.figures, report.intervals, least)
        for slip in report.errors[:errors]:
            console().print(Text(f"{slip.kind} in {slip.sentence}: {', '.join(slip.words)}", "bold"))
            console().print(Text(f"  {slip.text}"))
        if errors and not report.errors:
            say("No loaded word was missed or invented.")
    kept.check(report)
