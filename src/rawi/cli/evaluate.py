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
    from rawi.evaluation import NamesReport, Report, TieReport
    from rawi.evaluation.floors import Report as Measured

Floors = Annotated[Path | None, typer.Option(metavar="FILE", help="Fail where a figure is below its floor in this file.")]
WriteFloors = Annotated[bool, typer.Option("--write-floors", help="Raise the floors in FILE to these figures where they are better.")]
LowerFloors = Annotated[bool, typer.Option("--lower-floors", help="Set the floors in FILE to these figures, worse ones too.")]


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
    floors: Floors = None,
    write_floors: WriteFloors = False,
    lower_floors: LowerFloors = False,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show N attributions that were missed or invented.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole report as JSON.")] = False,
) -> None:
    """Measure attribution end to end: raw text in, source, cue and content held against what people marked.

    Exit status 1: a figure is below its floor, or the corpus is not the one the floors were set on.
    """
    from rawi import evaluation

    _need(floors, write_floors or lower_floors)
    report = evaluation.evaluate(corpus, how)
    least, wrong = _floors(report, floors, write_floors, lower_floors)
    if as_json:
        typer.echo(json.dumps(asdict(report) | {"floors": dict(least)}, ensure_ascii=False, indent=1))
    else:
        _show(report, least, errors)
    if wrong:
        raise RawiError("; ".join(wrong))


@evaluate.command()
def names(
    pairs: Annotated[
        Path,
        typer.Argument(metavar="PAIRS", exists=True, dir_okay=False, help="CSV: kind, name1, name2 and whether they are the same."),
    ],
    floors: Floors = None,
    write_floors: WriteFloors = False,
    lower_floors: LowerFloors = False,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show N pairs that were judged wrongly, and the reasons.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole report as JSON.")] = False,
) -> None:
    """Measure how well two names are told to be one actor's or two actors'.

    Exit status 1: a figure is below its floor, or the pairs are not those the floors were set on.
    """
    from rawi import evaluation

    _need(floors, write_floors or lower_floors)
    report = evaluation.evaluate_names(pairs)
    least, wrong = _floors(report, floors, write_floors, lower_floors)
    if as_json:
        typer.echo(json.dumps(asdict(report) | {"floors": dict(least)}, ensure_ascii=False, indent=1))
    else:
        _show_names(report, least, errors)
    if wrong:
        raise RawiError("; ".join(wrong))


@evaluate.command()
def actors(
    corpus: Annotated[
        Path,
        typer.Argument(metavar="CORPUS", exists=True, dir_okay=False, help="JSON Lines: one topic a line, its documents and its clusters."),
    ],
    floors: Floors = None,
    write_floors: WriteFloors = False,
    lower_floors: LowerFloors = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole report as JSON.")] = False,
) -> None:
    """Measure actors end to end: articles in, who is one with whom across them held against what people marked.

    Exit status 1: a figure is below its floor, or the corpus is not the one the floors were set on.
    """
    from rawi import evaluation

    _need(floors, write_floors or lower_floors)
    report = evaluation.evaluate_actors(corpus)
    least, wrong = _floors(report, floors, write_floors, lower_floors)
    if as_json:
        typer.echo(json.dumps(asdict(report) | {"floors": dict(least)}, ensure_ascii=False, indent=1))
    else:
        out = console()
        out.print(f"{report.corpus}: {report.topics} topics, {report.mentions:,} mentions")
        columns = (Column("measure"), *(Column(name, right=True) for name in ("precision", "recall", "F1", "floor")))
        table(out, columns, [(name, f.precision, f.recall, f.f1, least.get(name, "")) for name, f in report.figures.items()])
    if wrong:
        raise RawiError("; ".join(wrong))


def _need(floors: Path | None, written: bool) -> None:
    if written and floors is None:
        raise typer.BadParameter("--write-floors and --lower-floors need --floors FILE")


def _floors(report: Measured, floors: Path | None, write: bool, lower: bool) -> tuple[Mapping[str, float], tuple[str, ...]]:
    """The floors of this corpus, after they were set where asked for, and what is below them."""
    from rawi import evaluation

    if not floors:
        return {}, ()
    known = evaluation.read_floors(floors)
    if write or lower:
        known = evaluation.settle(known, report, lower=lower)
        evaluation.write_floors(floors, known)
    name = evaluation.name_of(known, report)
    return known[name].floors if name else {}, evaluation.check(known, report)


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


def _show_names(report: NamesReport, least: Mapping[str, float], errors: int) -> None:
    out = console()
    out.print(
        f"{report.corpus}: {report.pairs} pairs, {report.compared_a_second:,} compared a second, "
        f"{report.prepared_a_second:,} with each name prepared first"
    )
    columns = (Column("measure"), *(Column(name, right=True) for name in ("precision", "recall", "F1", "floor")))
    table(out, columns, [(name, f.precision, f.recall, f.f1, least.get(name)) for name, f in report.figures.items()])
    for error in report.errors[:errors]:
        out.print(Text(f"{error.first} | {error.second}", "bold"))
        out.print(f"  {'one' if error.same else 'two'}, scored {error.score:.2f}: " + ", ".join(f"{n} {w:+.1f}" for n, w in error.reasons))
    if errors and not report.errors:
        say("No pair was judged wrongly.")
