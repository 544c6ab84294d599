"""``rawi evaluate places``: places, found and put on the map."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from rawi.cli.evaluate.report import Floors, Kept, LowerFloors, ReportJson, WriteFloors, print_json, print_table
from rawi.cli.screen import console, say


def places(
    corpus: Annotated[
        Path,
        typer.Argument(metavar="CORPUS", exists=True, dir_okay=False, help="JSON Lines: one passage a line, its text and its toponyms."),
    ],
    floors: Floors = None,
    write_floors: WriteFloors = False,
    lower_floors: LowerFloors = False,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show N places that were missed, invented or put elsewhere.")] = 0,
    as_json: ReportJson = False,
) -> None:
    """Measure places end to end: raw text in, toponyms found and put on the map held against what people resolved.

    Exit status 1: a figure is below its floor, or the corpus is not the one the floors were set on.
    """
    from rawi import evaluation

    kept = Kept(floors, write_floors, lower_floors)
    report = evaluation.evaluate_places(corpus)
    least = kept.least(report)
    if as_json:
        print_json(asdict(report), least)
    else:
        console().print(f"{report.corpus}: {report.passages} passages, {report.toponyms} toponyms; {report.false} false places")
        console().print(f"{report.trapped} of {report.traps} names that are no places were taken for some")
        print_table(report.figures, {}, least)
        for error in report.errors[:errors]:
            console().print(Text(f"{error.kind} in {error.passage}: {error.text}", "bold"))
            reasons = ", ".join(f"{name} {weight:+.1f}" for name, weight in error.reasons)
            console().print(Text(f"  {error.put}: {reasons}" if error.put else "  nothing was found there"))
        if errors and not report.errors:
            say("No place was missed, invented or put elsewhere.")
    kept.check(report)
