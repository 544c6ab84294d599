"""``rawi evaluate``: how well rawi reads, measured on text that people annotated."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from rawi.cli.options import How
from rawi.cli.screen import Column, console, say, table
from rawi.errors import RawiError

if TYPE_CHECKING:
    from rawi.evaluation import Report, TieReport

evaluate = typer.Typer(help="Measure how well rawi reads, on text that people annotated.", no_args_is_help=True)


@evaluate.callback()
def rooms() -> None:
    """Measure how well rawi reads, on text that people annotated."""


@evaluate.command()
def attribution(
    corpus: Annotated[
        Path,
        typer.Argument(
            metavar="CORPUS", exists=True, dir_okay=False, help="JSON Lines: one article a line, its text and its attributions."
        ),
    ],
    how: How = "learned",
    floors: Annotated[Path | None, typer.Option(metavar="FILE", help="Fail where a figure is below its floor in this file.")] = None,
    write_floors: Annotated[
        bool, typer.Option("--write-floors", help="Raise the floors in FILE to these figures where they are better.")
    ] = False,
    lower_floors: Annotated[bool, typer.Option("--lower-floors", help="Set the floors in FILE to these figures, worse ones too.")] = False,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show N attributions that were missed or invented.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole report as JSON.")] = False,
) -> None:
    """Measure attribution end to end: raw text in, source, cue and content held against what people marked.

    Exit status 1: a figure is below its floor, or the corpus is not the one the floors were set on.
    """
    from rawi import evaluation

    if (write_floors or lower_floors) and floors is None:
        raise typer.BadParameter("--write-floors and --lower-floors need --floors FILE")
    report = evaluation.evaluate(corpus, how)
    known = evaluation.read_floors(floors) if floors else {}
    if floors and (write_floors or lower_floors):
        known = evaluation.settle(known, report, lower=lower_floors)
        evaluation.write_floors(floors, known)
    name = evaluation.name_of(known, report)
    least = known[name].floors if name else {}
    if as_json:
        typer.echo(json.dumps(asdict(report) | {"floors": dict(least)}, ensure_ascii=False, indent=1))
    else:
        _show(report, least, errors)
    if floors and (wrong := evaluation.check(known, report)):
        raise RawiError("; ".join(wrong))


@evaluate.command()
def relations(
    corpus: Annotated[
        Path,
        typer.Argument(metavar="CORPUS", exists=True, dir_okay=False, help="JSON Lines: one passage a line, its text and its ties."),
    ],
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show N ties that were missed or invented.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole report as JSON.")] = False,
) -> None:
    """Measure relations end to end: raw text in, ties between actors held against what people wrote down."""
    from rawi import evaluation

    report = evaluation.evaluate_ties(corpus)
    if as_json:
        typer.echo(json.dumps(asdict(report), ensure_ascii=False, indent=1))
    else:
        _show_ties(report, errors)


def _show_ties(report: TieReport, errors: int) -> None:
    out = console()
    out.print(f"{report.corpus}: {report.passages} passages")
    columns = (Column("measure"), *(Column(name, right=True) for name in ("precision", "recall", "F1")))
    table(out, columns, [(name, figure.precision, figure.recall, figure.f1) for name, figure in report.figures.items()])
    for error in report.errors[:errors]:
        out.print(Text(f"{error.kind} in {error.passage}", "bold"))
        dates = "".join(f" {word} {date}" for word, date in (("since", error.tie.since), ("until", error.tie.until)) if date)
        out.print(f"  {error.tie.subject} | {error.tie.kind} | {error.tie.object}{dates}")
    if errors and not report.errors:
        say("No tie was missed or invented.")


def _show(report: Report, least: Mapping[str, float], errors: int) -> None:
    out = console()
    by = "the rules" if report.method == "rules" else "the learned network"
    out.print(f"{report.corpus}: {report.articles} articles, read by {by}")
    columns = (Column("measure"), *(Column(name, right=True) for name in ("precision", "recall", "F1", "95 in 100 between", "floor")))
    rows = [
        (
            name,
            figure.precision,
            figure.recall,
            figure.f1,
            " and ".join(f"{bound:.1f}" for bound in report.intervals[name]),
            least.get(name),
        )
        for name, figure in report.figures.items()
    ]
    table(out, columns, rows)
    for error in report.errors[:errors]:
        out.print(Text(f"{error.kind} in {error.article}", "bold"))
        out.print(f"  {error.source or 'nobody'} | {error.cue or 'no cue'} | {error.content}")
    if errors and not report.errors:
        say("No attribution was missed or invented.")
