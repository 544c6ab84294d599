from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.analysis import analyse
from rawi.records import Analysis, Document, Span


@pytest.fixture(scope="session")
def analysed() -> Callable[..., Analysis]:
    """Analyse an invented text."""

    def read(text: str, language: str = "en", frame: tuple[Span, ...] = ()) -> Analysis:
        document = Document(
            id="d0",
            external_id=None,
            path="invented.txt",
            url=None,
            outlet=None,
            title=None,
            authors=(),
            translators=(),
            published=None,
            language=language,
            genre="report",
            text=text,
            sha256="0" * 64,
            frame=frame,
        )
        (analysis,) = analyse([document])
        return analysis

    return read
