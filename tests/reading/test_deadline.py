"""A time limit holds whatever the code under it does with exceptions."""

from __future__ import annotations

import time

import pytest

from rawi.errors import TooLarge
from rawi.reading.deadline import deadline


def _work(seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass


class _Finaliser:
    """Python ignores what is raised while an object is finalised."""

    def __del__(self) -> None:
        _work(0.1)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_limit_reached_inside_a_finaliser_still_stops_what_follows() -> None:
    begun = time.monotonic()
    with pytest.raises(TooLarge, match=r"report\.pdf: not read within 0\.05 seconds"), deadline(0.05, "report.pdf"):
        _Finaliser()
        _work(30)
    assert time.monotonic() - begun < 15


def test_a_limit_reached_while_exceptions_are_swallowed_still_stops() -> None:
    with pytest.raises(TooLarge), deadline(0.05, "report.pdf"):
        while True:
            try:
                _work(0.01)
            except Exception:  # what a careless parser does
                continue


def test_what_is_fast_enough_is_let_through() -> None:
    with deadline(30, "report.pdf"):
        read = "text"
    assert read == "text"
