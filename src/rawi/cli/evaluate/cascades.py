"""``rawi evaluate cascades``: what stands on how many voices, over reports that copy and cite one another."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from rawi.cli.evaluate.report import Floors, Kept, LowerFloors, ReportJson, WriteFloors, by, print_json, print_table
from rawi.cli.options import How
from rawi.cli.screen import console


def cascades(
    corpus: Annotated[
        Path,
        typer.Argument(metavar="CORPUS", exists=True, dir_okay=False, help="JSON Lines: one story a line, its reports and their reading."),
    ],
    how: How = "learned",
    floors: Floors = None,
    write_floors: WriteFloors = False,
    lower_floors: LowerFloors = False,
    as_json: ReportJson = False,
) -> None:
    """Measure corroboration end to end: which reports say the same, on how many voices, what is disputed, what is a copy.

    Exit status 1: a figure is below its floor, or the corpus is not the one the floors were set on.
    """
    from rawi import evaluation

    kept = Kept(floors, write_floors, lower_floors)
    report = evaluation.evaluate_cascades(corpus, how)
    least = kept.least(report)
    if as_json:
        print_json(asdict(report), least)
    else:
        console().print(f"{report.corpus}: {report.stories} stories, read by {by(how)}")
        print_table(report.figures, report.intervals, least)
    kept.check(report)
