from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.analysis import analyse
from rawi.attribution import attribute
from rawi.records import Claim, Document, Span


@pytest.fixture(scope="session")
def claims_of() -> Callable[..., tuple[Claim, ...]]:
    """Read an invented text and return its claims."""

    def read(text: str, outlet: str | None = "Corvin News", frame: tuple[Span, ...] = ()) -> tuple[Claim, ...]:
        document = Document(
            id="d0",
            external_id=None,
            path="invented.txt",
            url=None,
            outlet=outlet,
            title=None,
            authors=(),
            translators=(),
            published="2024-05-02",
            language="en",
            genre="report",
            text=text,
            sha256="0" * 64,
            frame=frame,
        )
        (analysis,) = analyse([document])
        return attribute(analysis)

    return read
