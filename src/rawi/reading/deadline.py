"""A parser that never comes back must not stop the batch."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from rawi.errors import TooLarge

AGAIN = 0.2
"""Seconds until the next ring. One inside a finaliser or a garbage collector's callback is lost: Python ignores what those raise."""


class _Late(BaseException):
    """Not an Exception: a parser's own ``except Exception`` must not swallow it."""


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise _Late


@contextmanager
def deadline(seconds: float, name: str) -> Iterator[None]:
    """Raise TooLarge when the body takes longer than ``seconds``.

    It works by an interval timer's signal, so only in a process's main thread; elsewhere the body runs unbounded.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    previous = signal.signal(signal.SIGALRM, _ring)
    late = TooLarge(f"{name}: not read within {seconds:g} seconds; give its text as a .txt file")
    begun = time.monotonic()
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    except _Late:
        raise late from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
    if time.monotonic() - begun > seconds:
        raise late
