"""Floors: what no change may fall below.

A floors file is JSON, ``{name: {"corpus": file name, "sha256": its hash, "method": who found it, "floors": {measure: F1}}}``. It is
raised by ``--write-floors`` and lowered only by ``--lower-floors``, so that a worse figure is somebody's decision.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Protocol

from rawi.errors import DamagedInput, NotFound
from rawi.evaluation.measures import Figure


@dataclass(frozen=True, slots=True)
class Floor:
    """One corpus, known by its bytes, read by one method, and the least F1 of each measure, in percent."""

    corpus: str
    sha256: str
    method: str
    floors: Mapping[str, float]


class Report(Protocol):
    """The figures of a corpus by its file name and bytes, read by some method."""

    @property
    def corpus(self) -> str: ...
    @property
    def sha256(self) -> str: ...
    @property
    def method(self) -> str: ...
    @property
    def figures(self) -> Mapping[str, Figure]: ...


def read_floors(path: Path) -> dict[str, Floor]:
    """The floors by name; none where the file does not exist yet. Raises DamagedInput."""
    if not path.exists():
        return {}
    try:
        rows = json.loads(path.read_text("utf-8"))
        return {
            name: Floor(row["corpus"], row["sha256"], row["method"], {m: float(f) for m, f in row["floors"].items()})
            for name, row in rows.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedInput(f"{path}: not a floors file ({error!r}); see rawi.evaluation.floors for its form") from error


def write_floors(path: Path, floors: Mapping[str, Floor]) -> None:
    """Write the floors, sorted by name."""
    rows = {name: asdict(floor) for name, floor in sorted(floors.items())}
    path.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")


def check(floors: Mapping[str, Floor], report: Report) -> tuple[str, ...]:
    """What is wrong with ``report``, one sentence each; empty where it holds."""
    name = name_of(floors, report)
    if name is None:
        return (f"no floor is set for {report.corpus} by {report.method}; --write-floors sets one",)
    floor = floors[name]
    if floor.sha256 != report.sha256:
        return (f"{report.corpus} is not the corpus the floors were set on: its SHA-256 is {report.sha256}, not {floor.sha256}",)
    return tuple(
        f"{measure} is {_f1(report, measure):.1f}, below its floor of {least:.1f}"
        for measure, least in floor.floors.items()
        if _f1(report, measure) < least
    )


def settle(floors: Mapping[str, Floor], report: Report, *, lower: bool = False) -> dict[str, Floor]:
    """The floors with ``report``'s figures in them: raised where they are better and, only with ``lower``, lowered where worse.

    A new corpus gets the name of its file and the method's. Raises DamagedInput where a known corpus has other bytes and ``lower`` is
    not given.
    """
    figures = {measure: figure.f1 for measure, figure in report.figures.items()}
    name = name_of(floors, report)
    if name is None:
        return {**floors, f"{Path(report.corpus).stem} {report.method}": Floor(report.corpus, report.sha256, report.method, figures)}
    old = floors[name]
    if lower:
        return {**floors, name: replace(old, sha256=report.sha256, floors=figures)}
    if old.sha256 != report.sha256:
        raise DamagedInput("; ".join(check(floors, report)) + "; --lower-floors takes the new one")
    return {**floors, name: replace(old, floors={m: max(f, old.floors.get(m, f)) for m, f in figures.items()})}


def name_of(floors: Mapping[str, Floor], report: Report) -> str | None:
    """The name under which the report's corpus and method have floors: the one with its bytes, else with its file name, else None."""
    alike = {name: floor for name, floor in floors.items() if floor.method == report.method}
    by_bytes = (name for name, floor in alike.items() if floor.sha256 == report.sha256)
    by_file = (name for name, floor in alike.items() if floor.corpus == report.corpus)
    return next(chain(by_bytes, by_file), None)


def _f1(report: Report, measure: str) -> float:
    if measure not in report.figures:
        raise NotFound(f"the floors name a measure {measure!r}; known are {', '.join(report.figures)}")
    return report.figures[measure].f1
