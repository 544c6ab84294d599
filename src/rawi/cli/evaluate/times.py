"""``rawi evaluate times``: time expressions and their values."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from rawi.cli.evaluate.report import Floors, Kept, LowerFloors, ReportJson, WriteFloors, print_json, print_table
from rawi.cli.screen import console, say


def times(
    corpus: Annotated[
        Path,
        typer.Argument(
            metavar="CORPUS", exists=True, dir_okay=False, help="JSON Lines: one text a line, when it was published, its time expressions."
        ),
    ],
    floors: Floors = None,
    write_floors: WriteFloors = False,
    lower_floors: LowerFloors = False,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show N expressions that were missed, invented or read otherwise.")] = 0,
    as_json: ReportJson = False,
) -> None:
    """Measure time expressions end to end: raw text in, spans, kinds and values held against what people marked.

    Exit status 1: a figure is below its floor, or the corpus is not the one the floors were set on.
    """
    from rawi import evaluation

    kept = Kept(floors, write_floors, lower_floors)
    report = evaluation.evaluate_times(corpus)
    least = kept.least(report)
    if as_json:
        print_json(asdict(report), least)
    else:
        console().print(f"{report.corpus}: {report.texts} texts")
        print_table(report.figures, report.intervals, least)
        for slip in report.errors[:errors]:
            console().print(Text(f"{slip.kind} in {slip.text}: {slip.words}", "bold"))
            sides = ((name, side) for name, side in (("marked", slip.marked), ("found", slip.found)) if side)
            console().print(Text("  " + ", ".join(f"{name} {side.kind} {side.value}" for name, side in sides)))
        if errors and not report.errors:
            say("No time expression was missed, invented or read otherwise.")
    kept.check(report)
