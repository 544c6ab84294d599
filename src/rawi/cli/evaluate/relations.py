"""``rawi evaluate relations``: ties between actors."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from rawi.cli.evaluate.report import ReportJson, print_json, print_table
from rawi.cli.screen import console, say


def relations(
    corpus: Annotated[
        Path,
        typer.Argument(metavar="CORPUS", exists=True, dir_okay=False, help="JSON Lines: one passage a line, its text and its ties."),
    ],
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show N ties that were missed or invented.")] = 0,
    as_json: ReportJson = False,
) -> None:
    """Measure relations end to end: raw text in, ties between actors held against what people wrote down."""
    from rawi import evaluation

    report = evaluation.evaluate_ties(corpus)
    if as_json:
        print_json(asdict(report), {})
        return
    console().print(f"{report.corpus}: {report.passages} passages")
    print_table(report.figures, {}, {})
    for error in report.errors[:errors]:
        console().print(Text(f"{error.kind} in {error.passage}", "bold"))
        dates = "".join(f" {word} {date}" for word, date in (("since", error.tie.since), ("until", error.tie.until)) if date)
        console().print(f"  {error.tie.subject} | {error.tie.kind} | {error.tie.object}{dates}")
    if errors and not report.errors:
        say("No tie was missed or invented.")
