"""``rawi evaluate actors``: who is one with whom across articles."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from rawi.cli.evaluate.report import Floors, Kept, LowerFloors, ReportJson, WriteFloors, print_json, print_table
from rawi.cli.screen import console


def actors(
    corpus: Annotated[
        Path,
        typer.Argument(metavar="CORPUS", exists=True, dir_okay=False, help="JSON Lines: one topic a line, its documents and its clusters."),
    ],
    floors: Floors = None,
    write_floors: WriteFloors = False,
    lower_floors: LowerFloors = False,
    as_json: ReportJson = False,
) -> None:
    """Measure actors end to end: articles in, who is one with whom across them held against what people marked.

    Exit status 1: a figure is below its floor, or the corpus is not the one the floors were set on.
    """
    from rawi import evaluation

    kept = Kept(floors, write_floors, lower_floors)
    report = evaluation.evaluate_actors(corpus)
    least = kept.least(report)
    if as_json:
        print_json(asdict(report), least)
    else:
        console().print(f"{report.corpus}: {report.topics} topics, {report.mentions:,} mentions")
        print_table(report.figures, {}, least)
    kept.check(report)
