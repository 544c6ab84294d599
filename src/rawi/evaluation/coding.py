"""What measures of events have in common: a corpus read end to end, as ``rawi read`` does, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from rawi import pipeline
from rawi.attribution import Method
from rawi.errors import DamagedInput
from rawi.evaluation.passages import load_rows
from rawi.ledger import Ledger
from rawi.records import Event

T = TypeVar("T")


def load_some(path: Path, row: Callable[[dict[str, Any]], T], what: str, see: str) -> tuple[T, ...]:
    """Read a corpus as `load_rows` does, and raise DamagedInput where nothing is in it too."""
    rows = load_rows(path, row, what, see)
    if not rows:
        raise DamagedInput(f"{path}: nothing in it; each line should be {what}")
    return rows


@contextmanager
def read_corpus(corpus: Path, method: Method) -> Iterator[Ledger]:
    """A ledger of ``corpus``, whose lines are documents to ``rawi read`` too; it is gone when the context ends."""
    with TemporaryDirectory() as folder, Ledger(Path(folder, "rawi.db")) as ledger:
        pipeline.read([str(corpus)], ledger, pipeline.Options(workers=1, method=method))
        yield ledger


def by_text(ledger: Ledger) -> dict[str, list[Event]]:
    """The events of each document, by the id that its text has in the corpus."""
    names = {document.id: document.external_id or document.id for document in ledger.documents()}
    found: dict[str, list[Event]] = {name: [] for name in names.values()}
    for event in ledger.events():
        found[names[event.document]].append(event)
    return found
