"""``rawi evaluate``: how well rawi reads, measured on text that people annotated."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from rawi.cli.screen import Column, console, say, table
from rawi.errors import RawiError

if TYPE_CHECKING:
    from rawi.evaluation import Report

evaluate = typer.Typer(help="Measure how well rawi reads, on text that people annotated.", no_args_is_help=True)


@evaluate.callback()
def rooms() -> None:
    """Measure how well rawi reads, on text that people annotated."""


@evaluate.command()
def attribution(
    corpus: Annotated[Path, typer.Argument(metavar="CORPUS", help="JSON Lines: one article a line, its text and its attributions.")],
    floors: Annotated[Path | None, typer.Option(metavar="FILE", help="Fail where a figure is below its floor in this file.")] = None,
    write_floors: Annotated[bool, typer.Option("--write-floors", help="Raise the floors in FILE to these figures.")] = False,
    lower_floors: Annotated[bool, typer.Option("--lower-floors", help="Set the floors in FILE to these figures, worse ones too.")] = False,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show N attributions that were missed or invented.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole report as JSON.")] = False,
) -> None:
    """Measure attribution end to end: raw text in, source, cue and content held against what people marked."""
    from rawi import evaluation

    if (write_floors or lower_floors) and floors is None:
        raise typer.BadParameter("--write-floors and --lower-floors need --floors FILE")
    report = evaluation.evaluate(corpus)
    if as_json:
        typer.echo(json.dumps(asdict(report), ensure_ascii=False, indent=1))
    else:
        _show(report, errors)
    if floors is None:
        return
    known = evaluation.read_floors(floors)
    if write_floors or lower_floors:
        evaluation.write_floors(floors, evaluation.settle(known, report, lower=lower_floors))
    elif wrong := evaluation.check(known, report):
        raise RawiError("; ".join(wrong))


def _show(report: Report, errors: int) -> None:
    out = console()
    out.print(f"{report.corpus}: {report.articles} articles")
    columns = (Column("measure"), *(Column(name, right=True) for name in ("precision", "recall", "F1", "95 in 100 between")))
    rows = [
        (name, figure.precision, figure.recall, figure.f1, " and ".join(f"{bound:.1f}" for bound in report.intervals[name]))
        for name, figure in report.figures.items()
    ]
    table(out, columns, rows)
    for error in report.errors[:errors]:
        out.print(Text(f"{error.kind} in {error.article}", "bold"))
        out.print(f"  {error.source or 'nobody'} | {error.cue} | {error.content}")
    if errors and not report.errors:
        say("No attribution was missed or invented.")
