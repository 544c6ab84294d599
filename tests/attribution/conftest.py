from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.attribution import attribute
from rawi.records import Analysis, Claim, Span


@pytest.fixture(scope="session")
def claims_of(analysed: Callable[..., Analysis]) -> Callable[..., tuple[Claim, ...]]:
    """Read an invented text and return its claims."""

    def read(text: str, outlet: str | None = "Corvin News", frame: tuple[Span, ...] = ()) -> tuple[Claim, ...]:
        return attribute(analysed(text, outlet=outlet, published="2024-05-02", frame=frame))

    return read
