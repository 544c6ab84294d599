"""``rawi evaluate harm``: who suffered what, and how many."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from rawi.cli.evaluate.report import Floors, Kept, LowerFloors, ReportJson, WriteFloors, print_json, print_table
from rawi.cli.screen import console, say


def harm(
    corpus: Annotated[
        Path,
        typer.Argument(metavar="CORPUS", exists=True, dir_okay=False, help="JSON Lines: one passage a line, its text and its harm."),
    ],
    floors: Floors = None,
    write_floors: WriteFloors = False,
    lower_floors: LowerFloors = False,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show N harms that were missed, invented or counted otherwise.")] = 0,
    as_json: ReportJson = False,
) -> None:
    """Measure harm end to end: raw text in, who suffered what and how many held against what people wrote down.

    Exit status 1: a figure is below its floor, or the corpus is not the one the floors were set on.
    """
    from rawi import evaluation

    kept = Kept(floors, write_floors, lower_floors)
    report = evaluation.evaluate_harm(corpus)
    least = kept.least(report)
    if as_json:
        print_json(asdict(report), least)
    else:
        console().print(f"{report.corpus}: {report.passages} passages, {report.harms} harms")
        print_table(report.figures, {}, least)
        for error in report.errors[:errors]:
            console().print(Text(f"{error.kind} in {error.passage}", "bold"))
            found = error.harm
            console().print(Text(f"  {found.effect} | {found.text} | {found.low} to {found.high} | {found.standing}"))
        if errors and not report.errors:
            say("No harm was missed, invented or counted otherwise.")
    kept.check(report)
