"""One worker process: batches of originals in on standard input, what was read out on standard output, both pickled.

It is started as a module of its own (``python -m rawi.pipeline.worker``), so a script that calls rawi needs no
``if __name__ == "__main__"`` and nothing of the caller's is imported twice.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

from rawi.pipeline.work import Job, work


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole terminal; the parent decides when to stop
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not end up among the answers
    jobs: SimpleQueue[Job] = SimpleQueue()
    Thread(target=_listen, args=(sys.stdin.buffer, jobs), daemon=True).start()
    while True:
        pickle.dump(work(jobs.get()), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


def _listen(orders: BinaryIO, jobs: SimpleQueue[Job]) -> None:
    """Pass jobs on until the parent closes the pipe or dies; then end at once, in the middle of a document if need be."""
    while True:
        try:
            jobs.put(pickle.load(orders))
        except (EOFError, pickle.UnpicklingError):
            os._exit(0)


if __name__ == "__main__":
    main()
