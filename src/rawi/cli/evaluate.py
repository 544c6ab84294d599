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
    from rawi.evaluation import Figure
    from rawi.evaluation.floors import Report as Floored

evaluate = typer.Typer(help="Measure how well rawi reads, on text that people annotated.", no_args_is_help=True)


@evaluate.callback()
def rooms() -> None:
    """Measure how well rawi reads, on text that people annotated."""


Floors = Annotated[Path | None, typer.Option(metavar="FILE", help="Fail where a figure is below its floor in this file.")]
WriteFloors = Annotated[bool, typer.Option("--write-floors", help="Raise the floors in FILE to these figures where they are better.")]
LowerFloors = Annotated[bool, typer.Option("--lower-floors", help="Set the floors in FILE to these figures, worse ones too.")]
ReportJson = Annotated[bool, typer.Option("--json", help="Print the whole report as JSON.")]


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
    as_json: ReportJson = False,
) -> None:
    """Measure attribution end to end: raw text in, source, cue and content held against what people marked.

    Exit status 1: a figure is below its floor, or the corpus is not the one the floors were set on.
    """
    from rawi import evaluation

    kept = _Kept(floors, write_floors, lower_floors)
    report = evaluation.evaluate(corpus, how)
    least = kept.least(report)
    if as_json:
        _json(asdict(report), least)
    else:
        console().print(f"{report.corpus}: {report.articles} articles, read by {_by(report.method)}")
        _table(report.figures, report.intervals, least)
        for error in report.errors[:errors]:
            console().print(Text(f"{error.kind} in {error.article}", "bold"))
            console().print(f"  {error.source or 'nobody'} | {error.cue or 'no cue'} | {error.content}")
        if errors and not report.errors:
            say("No attribution was missed or invented.")
    kept.check(report)


@evaluate.command()
def loaded(
    corpus: Annotated[
        Path,
        typer.Argument(
            metavar="CORPUS", exists=True, dir_okay=False, help="JSON Lines: one sentence a line, whether it is loaded, its loaded words."
        ),
    ],
    how: How = "learned",
    floors: Floors = None,
    write_floors: WriteFloors = False,
    lower_floors: LowerFloors = False,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show N sentences whose words were missed or invented.")] = 0,
    as_json: ReportJson = False,
) -> None:
    """Measure loaded words end to end: raw sentences in, marks held against the sentences and words that people marked.

    Exit status 1: a figure is below its floor, or the corpus is not the one the floors were set on.
    """
    from rawi import evaluation

    kept = _Kept(floors, write_floors, lower_floors)
    report = evaluation.evaluate_loaded(corpus, how)
    least = kept.least(report)
    if as_json:
        _json(asdict(report), least)
    else:
        console().print(f"{report.corpus}: {report.sentences} sentences, read by {_by(report.method)}")
        _table(report.figures, report.intervals, least)
        for slip in report.errors[:errors]:
            console().print(Text(f"{slip.kind} in {slip.sentence}: {', '.join(slip.words)}", "bold"))
            console().print(Text(f"  {slip.text}"))
        if errors and not report.errors:
            say("No loaded word was missed or invented.")
    kept.check(report)


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
    as_json: ReportJson = False,
) -> None:
    """Measure how well two names are told to be one actor's or two actors'.

    Exit status 1: a figure is below its floor, or the pairs are not those the floors were set on.
    """
    from rawi import evaluation

    kept = _Kept(floors, write_floors, lower_floors)
    report = evaluation.evaluate_names(pairs)
    least = kept.least(report)
    if as_json:
        _json(asdict(report), least)
    else:
        fast, whole = report.compared_a_second, report.prepared_a_second
        console().print(f"{report.corpus}: {report.pairs} pairs, {fast:,} compared a second, {whole:,} with each name prepared first")
        _table(report.figures, {}, least)
        for error in report.errors[:errors]:
            reasons = ", ".join(f"{name} {weight:+.1f}" for name, weight in error.reasons)
            console().print(Text(f"{error.first} | {error.second}", "bold"))
            console().print(f"  {'one' if error.same else 'two'}, scored {error.score:.2f}: {reasons}")
        if errors and not report.errors:
            say("No pair was judged wrongly.")
    kept.check(report)


@evaluate.command()
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

    kept = _Kept(floors, write_floors, lower_floors)
    report = evaluation.evaluate_actors(corpus)
    least = kept.least(report)
    if as_json:
        _json(asdict(report), least)
    else:
        console().print(f"{report.corpus}: {report.topics} topics, {report.mentions:,} mentions")
        _table(report.figures, {}, least)
    kept.check(report)


@evaluate.command()
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
        _json(asdict(report), {})
        return
    console().print(f"{report.corpus}: {report.passages} passages")
    _table(report.figures, {}, {})
    for error in report.errors[:errors]:
        console().print(Text(f"{error.kind} in {error.passage}", "bold"))
        dates = "".join(f" {word} {date}" for word, date in (("since", error.tie.since), ("until", error.tie.until)) if date)
        console().print(f"  {error.tie.subject} | {error.tie.kind} | {error.tie.object}{dates}")
    if errors and not report.errors:
        say("No tie was missed or invented.")


@evaluate.command()
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

    kept = _Kept(floors, write_floors, lower_floors)
    report = evaluation.evaluate_places(corpus)
    least = kept.least(report)
    if as_json:
        _json(asdict(report), least)
    else:
        console().print(f"{report.corpus}: {report.passages} passages, {report.toponyms} toponyms; {report.false} false places")
        console().print(f"{report.trapped} of {report.traps} names that are no places were taken for some")
        _table(report.figures, {}, least)
        for error in report.errors[:errors]:
            console().print(Text(f"{error.kind} in {error.passage}: {error.text}", "bold"))
            reasons = ", ".join(f"{name} {weight:+.1f}" for name, weight in error.reasons)
            console().print(Text(f"  {error.put}: {reasons}" if error.put else "  nothing was found there"))
        if errors and not report.errors:
            say("No place was missed, invented or put elsewhere.")
    kept.check(report)


@evaluate.command()
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

    kept = _Kept(floors, write_floors, lower_floors)
    report = evaluation.evaluate_times(corpus)
    least = kept.least(report)
    if as_json:
        _json(asdict(report), least)
    else:
        console().print(f"{report.corpus}: {report.texts} texts")
        _table(report.figures, report.intervals, least)
        for slip in report.errors[:errors]:
            console().print(Text(f"{slip.kind} in {slip.text}: {slip.words}", "bold"))
            sides = ((name, side) for name, side in (("marked", slip.marked), ("found", slip.found)) if side)
            console().print(Text("  " + ", ".join(f"{name} {side.kind} {side.value}" for name, side in sides)))
        if errors and not report.errors:
            say("No time expression was missed, invented or read otherwise.")
    kept.check(report)


class _Kept:
    """The floors file of one run, and what is to be done to it."""

    def __init__(self, path: Path | None, write: bool, lower: bool) -> None:
        if (write or lower) and path is None:
            raise typer.BadParameter("--write-floors and --lower-floors need --floors FILE")
        self._path, self._write, self._lower = path, write, lower

    def least(self, report: Floored) -> Mapping[str, float]:
        """The floors of this report's corpus, once the file is brought up to date."""
        from rawi import evaluation

        self._known = evaluation.read_floors(self._path) if self._path else {}
        if self._path and (self._write or self._lower):
            self._known = evaluation.settle(self._known, report, lower=self._lower)
            evaluation.write_floors(self._path, self._known)
        name = evaluation.name_of(self._known, report)
        return self._known[name].floors if name else {}

    def check(self, report: Floored) -> None:
        """Raise RawiError where a floor does not hold."""
        from rawi import evaluation

        if self._path and (wrong := evaluation.check(self._known, report)):
            raise RawiError("; ".join(wrong))


def _json(report: dict[str, object], least: Mapping[str, float]) -> None:
    typer.echo(json.dumps(report | {"floors": dict(least)}, ensure_ascii=False, indent=1))


def _by(method: str) -> str:
    return "the rules" if method == "rules" else "the learned network"


def _table(figures: Mapping[str, Figure], intervals: Mapping[str, tuple[float, float]], least: Mapping[str, float]) -> None:
    columns = (Column("measure"), *(Column(name, right=True) for name in ("precision", "recall", "F1", "95 in 100 between", "floor")))
    rows = [
        (
            name,
            figure.precision,
            figure.recall,
            figure.f1,
            " and ".join(f"{bound:.1f}" for bound in intervals[name]) if name in intervals else None,
            least.get(name),
        )
        for name, figure in figures.items()
    ]
    table(console(), columns, rows)
