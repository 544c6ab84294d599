"""``rawi evaluate names``: two names, one actor or two."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from rawi.cli.evaluate.report import Floors, Kept, LowerFloors, ReportJson, WriteFloors, print_json, print_table
from rawi.cli.screen import console, say


def names(
    pairs: Annotated[
        Path,
        typer.Argument(metavar="PAIRS", exists=True, dir_okay=False, help="CSV: kind, name1, name2 and whether they are the same."),
    ],
    floors: Floors = None,
    write_floors: WriteFloors = False,
    lower_floors: LowerFloors = False,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show N pairs that were judged wrongly, and the reasons.")] = 0,
    as_json: ReportJson = False,
) -> None:
    """Measure how well two names are told to be one actor's or two actors'.

    Exit status 1: a figure is below its floor, or the pairs are not those the floors were set on.
    """
    from rawi import evaluation

    kept = Kept(floors, write_floors, lower_floors)
    report = evaluation.evaluate_names(pairs)
    least = kept.least(report)
    if as_json:
        print_json(asdict(report), least)
    else:
        fast, whole = report.compared_a_second, report.prepared_a_second
        console().print(f"{report.corpus}: {report.pairs} pairs, {fast:,} compared a second, {whole:,} with each name prepared first")
        print_table(report.figures, {}, least)
        for error in report.errors[:errors]:
            reasons = ", ".join(f"{name} {weight:+.1f}" for name, weight in error.reasons)
            console().print(Text(f"{error.first} | {error.second}", "bold"))
            console().print(f"  {'one' if error.same else 'two'}, scored {error.score:.2f}: {reasons}")
        if errors and not report.errors:
            say("No pair was judged wrongly.")
    kept.check(report)
