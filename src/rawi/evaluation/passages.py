"""What corpora of one passage a line have in common: JSON Lines loaded row by row, and a passage as rawi reads any text."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from rawi.errors import DamagedInput
from rawi.reading import read
from rawi.records import Document, Given, Original

T = TypeVar("T")


def load_rows(path: Path, row: Callable[[dict[str, Any]], T], what: str, see: str) -> tuple[T, ...]:
    """Read a corpus, ``row`` by row; blank lines are none.

    Raises DamagedInput, naming the line, where one is not ``what`` it should be; ``see`` is the module that tells its form.
    """
    rows = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                if line.strip():
                    rows.append(row(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise DamagedInput(f"{path}, line {number}: not {what} ({error!r}); see {see}") from error
    return tuple(rows)


def as_read(identity: str, text: str, published: str | None = None) -> Document:
    """An English passage as read from plain text. Raises InputError where it holds none."""
    given = Given(language="en", published=published)
    return read(Original(data=text.encode(), path=f"{identity}.txt", media_type="text/plain", given=given))
