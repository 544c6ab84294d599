from collections.abc import Callable

import pytest

from rawi.analysis import analyse
from rawi.records import Analysis, Document, Spans


@pytest.fixture
def analysed() -> Callable[..., Analysis]:
    """Analyses a text as the pipeline does."""

    def make(text: str, frame: Spans = ()) -> Analysis:
        document = Document(
            id="d1",
            external_id=None,
            path=None,
            url=None,
            outlet=None,
            title=None,
            authors=(),
            translators=(),
            published=None,
            language="en",
            genre="report",
            text=text,
            sha256="",
            frame=frame,
        )
        (analysis,) = analyse([document])
        return analysis

    return make
