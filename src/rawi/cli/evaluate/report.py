"""What the verbs of ``rawi evaluate`` share: their options, the floors file, and how figures are printed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rawi.cli.screen import Column, console, table
from rawi.errors import RawiError

if TYPE_CHECKING:
    from rawi.evaluation import Figure
    from rawi.evaluation.floors import Report as Floored

Floors = Annotated[Path | None, typer.Option(metavar="FILE", help="Fail where a figure is below its floor in this file.")]
WriteFloors = Annotated[bool, typer.Option("--write-floors", help="Raise the floors in FILE to these figures where they are better.")]
LowerFloors = Annotated[bool, typer.Option("--lower-floors", help="Set the floors in FILE to these figures, worse ones too.")]
ReportJson = Annotated[bool, typer.Option("--json", help="Print the whole report as JSON.")]


class Kept:
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


def print_json(report: dict[str, object], least: Mapping[str, float]) -> None:
    """A whole report, with the floors that it is held to."""
    typer.echo(json.dumps(report | {"floors": dict(least)}, ensure_ascii=False, indent=1))


def by(method: str) -> str:
    """Who read the corpus, in words."""
    return "the rules" if method == "rules" else "the learned network"


def print_table(figures: Mapping[str, Figure], intervals: Mapping[str, tuple[float, float]], least: Mapping[str, float]) -> None:
    """A row a measure."""
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
