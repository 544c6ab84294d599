"""rawi for Python programs: the verbs of the command line as functions."""

from __future__ import annotations

from os import PathLike, fspath

from rawi import pipeline
from rawi.ledger import Ledger
from rawi.pipeline import Method, Options, Summary

__all__ = ["Ledger", "Summary", "read", "reread"]

Path = str | PathLike[str]


def read(*paths: Path, ledger: Path = "rawi.db", workers: int | None = None, attribution: Method = "learned") -> Summary:
    """Read files, folders, URLs, feeds and corpora into a ledger, and settle what is said across documents.

    What the ledger has already is not read again. ``workers`` is the number of processes, by default one for each processor;
    ``attribution`` says whether the rules or the learned network find who is credited with what. Returns what was done.
    Inputs that cannot be read are in ``skipped``, each with its reason; they raise nothing.

    Raises:
        LedgerError: the ledger cannot be used as it is.
        KeyboardInterrupt: after a Ctrl-C, when the documents being read are stored; the same call goes on from there.
    """
    with Ledger(ledger) as opened:
        return pipeline.read([fspath(path) for path in paths], opened, Options(workers=workers, method=attribution))


def reread(*, ledger: Path = "rawi.db", workers: int | None = None, attribution: Method = "learned", everything: bool = False) -> Summary:
    """Read a ledger's documents again from their stored bytes: those an older rawi or another ``attribution`` read, or ``everything``.

    Raises:
        LedgerError: there is no ledger, or it cannot be used as it is.
        KeyboardInterrupt: as for `read`.
    """
    with Ledger(ledger, create=False) as opened:
        return pipeline.reread(opened, Options(workers=workers, method=attribution, everything=everything))
