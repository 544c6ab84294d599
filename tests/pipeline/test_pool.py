"""Workers that die, for real, by a signal."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from rawi.pipeline.pool import Pool
from rawi.pipeline.work import Job
from rawi.records import Original, Reading, Skipped

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds its workers in /proc")


def originals(*texts: str) -> tuple[Original, ...]:
    return tuple(Original(data=text.encode(), path=f"{i}.txt", media_type="text/plain") for i, text in enumerate(texts))


def children() -> set[int]:
    found = set()
    for task in Path("/proc/self/task").iterdir():
        with suppress(FileNotFoundError):  # a thread may end while it is looked at
            found |= {int(pid) for pid in (task / "children").read_text().split()}
    return found


@contextmanager
def killing(times: int) -> Iterator[None]:
    """Kill the next workers that appear, so many of them."""
    before = children()
    over = threading.Event()

    def kill() -> None:
        killed: set[int] = set()
        while len(killed) < times and not over.is_set():
            for child in children() - before - killed:
                time.sleep(0.2)  # until it has its job
                os.kill(child, signal.SIGKILL)
                killed.add(child)
            time.sleep(0.01)

    thread = threading.Thread(target=kill)
    thread.start()
    yield
    over.set()
    thread.join()


def test_outcomes_come_in_the_order_of_the_originals() -> None:
    job = Job(originals("A ship came in, the harbour said.", "", "Two ships left, the harbour said."))
    with Pool(1) as pool:
        first, empty, last = pool.submit(job).result()
    assert isinstance(first, Reading)
    assert isinstance(last, Reading)
    assert isinstance(empty, Skipped)
    assert (first.original.path, empty.path, last.original.path) == ("0.txt", "1.txt", "2.txt")


def test_a_worker_that_dies_once_loses_no_document() -> None:
    job = Job(originals("A ship came in, the harbour said.", "Two ships left, the harbour said."))
    with killing(1), Pool(1) as pool:
        outcomes = pool.submit(job).result()
    assert [outcome.original.path for outcome in outcomes if isinstance(outcome, Reading)] == ["0.txt", "1.txt"]


def test_a_document_that_kills_again_is_skipped_with_how_it_ended_and_the_next_is_read() -> None:
    (original,) = originals("A ship came in, the harbour said.")
    with killing(2), Pool(1) as pool:
        (crashed,) = pool.submit(Job((original,))).result()
        (read,) = pool.submit(Job((original,))).result()
    assert isinstance(crashed, Skipped)
    assert crashed.path == "0.txt"
    assert "0.txt" in crashed.reason
    assert "SIGKILL" in crashed.reason
    assert isinstance(read, Reading)


def test_no_worker_is_left_when_the_pool_is_closed() -> None:
    before = children()
    with Pool(2) as pool:
        pool.submit(Job(originals("A ship came in, the harbour said."))).result()
        assert children() - before
    assert not children() - before
