"""``rawi evaluate incidents``: who attacked whom, with what, and how sure the text is of it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from rawi.cli.evaluate.report import Floors, Kept, LowerFloors, ReportJson, WriteFloors, by, print_json, print_table
from rawi.cli.options import How
from rawi.cli.screen import console


def incidents(
    corpus: Annotated[
        Path,
        typer.Argument(metavar="CORPUS", exists=True, dir_okay=False, help="JSON Lines: one message a line, its text and its incidents."),
    ],
    how: How = "learned",
    floors: Floors = None,
    write_floors: WriteFloors = False,
    lower_floors: LowerFloors = False,
    as_json: ReportJson = False,
) -> None:
    """Measure attacks end to end: raw messages in, who did what to whom held against the templates that people filled.

    Exit status 1: a figure is below its floor, or the corpus is not the one the floors were set on.
    """
    from rawi import evaluation

    kept = Kept(floors, write_floors, lower_floors)
    report = evaluation.evaluate_incidents(corpus, how)
    least = kept.least(report)
    if as_json:
        print_json(asdict(report), least)
    else:
        console().print(f"{report.corpus}: {report.messages} messages, read by {by(how)}")
        print_table(report.figures, report.intervals, least)
    kept.check(report)
