"""The order of work: enumerate, pass over what is known, read in batches, store in the order of enumeration, settle.

Only this process writes the ledger, one transaction a document, so a run may be killed at any moment: the next one goes on
from what is stored and ends in the same ledger.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from types import FrameType
from typing import Literal

from rawi import reading
from rawi.attribution import Method
from rawi.ledger.protocol import Store
from rawi.pipeline.pool import Pool
from rawi.pipeline.settle import settle
from rawi.pipeline.work import Job, Outcome, maker, work
from rawi.reading import Limits
from rawi.records import Original, Skipped

BATCH_DOCUMENTS = 16
BATCH_BYTES = 100_000
WORTH_A_POOL = 24
"""Documents below which starting a second process costs more than it saves."""

Stage = Literal["count", "read", "settle"]
Watcher = Callable[[Stage, int], None]
"""Told of progress: ``count`` with how many documents there will be, ``read`` with how many more are done, ``settle`` with 0."""


def unwatched(stage: Stage, documents: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to read: worker processes (None: one a core), limits, method of attribution, who is told of progress.

    ``everything`` is for `reread`.
    """

    workers: int | None = None
    limits: Limits = field(default_factory=Limits)
    method: Method = "learned"
    watcher: Watcher = unwatched
    everything: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What one run did: documents read and stored, documents already in the ledger, inputs skipped; words, seconds."""

    read: int
    unchanged: int
    skipped: tuple[Skipped, ...]
    words: int
    seconds: float


class Interrupted(KeyboardInterrupt):
    """Ctrl-C during a run: what was being read has been stored, and the same call goes on from there."""

    def __init__(self, summary: Summary) -> None:
        super().__init__("stopped after the documents being read; run the same command again to go on")
        self.summary = summary


def read(paths: Iterable[str], ledger: Store, options: Options | None = None) -> Summary:
    """Read everything ``paths`` name into ``ledger`` and settle it.

    Raises Interrupted after a Ctrl-C, LedgerError where the ledger cannot be written. What cannot be read is in the summary.
    """
    options = options or Options()
    paths = tuple(paths)
    if options.watcher is not unwatched and all(map(_countable, paths)):
        options.watcher("count", sum(1 for _ in reading.find(paths, options.limits)))
    return _Run(ledger, options).go(reading.find(paths, options.limits))


def reread(ledger: Store, options: Options | None = None) -> Summary:
    """Read stored originals again: those an earlier maker read, or all of them with ``options.everything``."""
    options = options or Options()
    documents = ledger.originals(None if options.everything else maker(options.method))
    options.watcher("count", len(documents))
    return _Run(ledger, options, again=True).go(map(ledger.original, documents))


def _countable(path: str) -> bool:
    """Whether it can be gone through twice: standard input cannot, and what is fetched should not."""
    return path != "-" and "://" not in path


class _Run:
    """One run: its counts, and the way from what is found to the ledger."""

    def __init__(self, ledger: Store, options: Options, again: bool = False) -> None:
        self._ledger = ledger
        self._options = options
        self._again = again
        self._begun = time.monotonic()
        self._read = self._unchanged = self._words = 0
        self._skipped: list[Skipped] = []
        self._stopping = threading.Event()

    def go(self, found: Iterable[Original | Skipped]) -> Summary:
        with _first_interrupt(self._stopping):
            for outcome in self._outcomes(self._new(found)):
                self._store(outcome)
        if self._stopping.is_set():
            raise Interrupted(self._summary())
        self._options.watcher("settle", 0)
        try:
            settle(self._ledger)
        except KeyboardInterrupt:
            raise Interrupted(self._summary()) from None
        return self._summary()

    def _new(self, found: Iterable[Original | Skipped]) -> Iterator[Original]:
        """What has to be read; what cannot be is recorded, what is in the ledger already is counted."""
        for one in found:
            if self._stopping.is_set():
                return
            if isinstance(one, Skipped):
                self._store(one)
            elif self._known(one):
                self._unchanged += 1
                self._options.watcher("read", 1)
            else:
                yield one

    def _known(self, original: Original) -> bool:
        return not self._again and self._ledger.current(original.sha256, maker(self._options.method))

    def _outcomes(self, originals: Iterator[Original]) -> Iterator[Outcome]:
        first = tuple(islice(originals, WORTH_A_POOL))
        jobs = _jobs(chain(first, originals), self._options)
        workers = self._options.workers or os.cpu_count() or 1
        if workers == 1 or len(first) < WORTH_A_POOL:
            return (outcome for job in jobs for outcome in work(job))
        return self._pooled(jobs, workers)

    def _pooled(self, jobs: Iterator[Job], workers: int) -> Iterator[Outcome]:
        """In the order given, with so few jobs under way that memory does not grow with the corpus."""
        flight: deque[Future[list[Outcome]]] = deque()
        with Pool(workers) as pool:
            for job in jobs:
                flight.append(pool.submit(job))
                if len(flight) > 2 * workers:
                    yield from flight.popleft().result()
            for future in flight:
                if not (self._stopping.is_set() and future.cancel()):
                    yield from future.result()

    def _store(self, outcome: Outcome) -> None:
        if isinstance(outcome, Skipped):
            self._ledger.skip(outcome)
            self._skipped.append(outcome)
        elif self._known(outcome.original):  # the same bytes came twice in one batch; the first stays
            self._unchanged += 1
        else:
            self._ledger.store(outcome)
            self._skipped += outcome.gaps
            self._read += 1
            self._words += len(outcome.document.text.split())
        self._options.watcher("read", 1)

    def _summary(self) -> Summary:
        return Summary(
            read=self._read,
            unchanged=self._unchanged,
            skipped=tuple(self._skipped),
            words=self._words,
            seconds=time.monotonic() - self._begun,
        )


def _jobs(originals: Iterable[Original], options: Options) -> Iterator[Job]:
    batch: list[Original] = []
    size = 0
    for original in originals:
        batch.append(original)
        size += len(original.data)
        if len(batch) == BATCH_DOCUMENTS or size >= BATCH_BYTES:
            yield Job(tuple(batch), options.limits, options.method)
            batch, size = [], 0
    if batch:
        yield Job(tuple(batch), options.limits, options.method)


@contextmanager
def _first_interrupt(stopping: threading.Event) -> Iterator[None]:
    """The first Ctrl-C sets ``stopping``, the next one interrupts as usual."""
    if threading.current_thread() is not threading.main_thread():  # only the main thread may handle signals
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        stopping.set()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
