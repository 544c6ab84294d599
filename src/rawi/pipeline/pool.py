"""Workers that may die: a document that kills its worker is skipped, everything else is read."""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from rawi.pipeline.work import Job, Outcome
from rawi.records import Original, Skipped


class _DiedError(Exception):
    """A worker ended without an answer; the message says how."""


class Pool:
    """``count`` worker processes, each started when first needed and replaced when it dies.

    One thread of this process looks after each worker, so that a death is known to concern one batch only.
    """

    def __init__(self, count: int) -> None:
        self._threads = ThreadPoolExecutor(count, "rawi-pool")
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._workers = [_Worker() for _ in range(count)]
        for worker in self._workers:
            self._idle.put(worker)

    def submit(self, job: Job) -> Future[list[Outcome]]:
        """Have ``job`` done by the next idle worker; the future gives one outcome an original, in order."""
        return self._threads.submit(self._do, job)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for worker in self._workers:
            worker.close()
        self._threads.shutdown(cancel_futures=True)

    def _do(self, job: Job) -> list[Outcome]:
        worker = self._idle.get()
        try:
            return worker.ask(job)
        except _DiedError:
            return [_alone(worker, replace(job, originals=(original,))) for original in job.originals]
        finally:
            self._idle.put(worker)


def _alone(worker: _Worker, job: Job) -> Outcome:
    (original,) = job.originals
    try:
        (outcome,) = worker.ask(job)
    except _DiedError as died:
        return Skipped(path=original.path or original.url, reason=_crashed(original, died))
    return outcome


def _crashed(original: Original, died: _DiedError) -> str:
    return f"{original.name}: the reader crashed on it twice ({died}, {len(original.data):,} bytes); convert it to plain text, or report it"


class _Worker:
    """One process and the pipes to it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def ask(self, job: Job) -> list[Outcome]:
        """Send ``job`` and wait for the answer; raises _DiedError, after which the next call starts a new process."""
        process = self._process = self._process or self._start()
        assert process.stdin is not None and process.stdout is not None
        try:
            pickle.dump(job, process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            answer: list[Outcome] = pickle.load(process.stdout)
        except (EOFError, OSError, ValueError, pickle.UnpicklingError) as error:
            self._process = None
            raise _DiedError(_how(_end(process))) from error
        return answer

    def close(self) -> None:
        """End the process, in the middle of a document if need be."""
        self._closed = True
        if self._process is not None:
            self._process.kill()
            _end(self._process)

    def _start(self) -> subprocess.Popen[bytes]:
        if self._closed:
            raise _DiedError("the pool was closed")
        return subprocess.Popen([sys.executable, "-m", "rawi.pipeline.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _end(process: subprocess.Popen[bytes]) -> int:
    """The exit status of a process whose pipes have failed, negative for a signal; waits for its end."""
    assert process.stdin is not None and process.stdout is not None
    process.stdout.close()
    with suppress(OSError):
        process.stdin.close()
    try:
        return process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _how(status: int) -> str:
    if status >= 0:
        return f"exit status {status}"
    try:
        return f"killed by {signal.Signals(-status).name}"
    except ValueError:
        return f"killed by signal {-status}"
