"""What `rawi read` and `rawi reread` share: the run, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from rawi.cli.progress import watched
from rawi.cli.screen import say

if TYPE_CHECKING:
    from rawi.pipeline import Method, Options, Summary

INTERRUPTED, SOME_SKIPPED = 130, 3
SKIPS_SHOWN = 10


def run(verb: Callable[[Options], Summary], workers: int | None, method: Method, everything: bool = False) -> Summary:
    """Do ``verb`` with a progress bar; a Ctrl-C ends the command with a word on how to go on."""
    from rawi.pipeline import Interrupted, Options, unwatched

    try:
        with watched() as watcher:
            return verb(Options(workers=workers, method=method, watcher=watcher or unwatched, everything=everything))
    except Interrupted as stopped:
        say(f"Stopped; {stopped.summary.read:,} documents are stored. Run the same command again to go on.")
        raise typer.Exit(INTERRUPTED) from None


def tell(summary: Summary) -> None:
    """One line on what was done, and the first of what could not be."""
    parts = [f"{summary.read:,} document{'s' * (summary.read != 1)} read"]
    parts += [f"{summary.words:,} words in {summary.seconds:.1f} s"] if summary.read else []
    parts += [f"{summary.unchanged:,} already in the ledger"] if summary.unchanged else []
    parts += [f"{len(summary.skipped):,} skipped"] if summary.skipped else []
    say(", ".join(parts) + ".")
    for skipped in summary.skipped[:SKIPS_SHOWN]:
        say(f"  skipped {skipped.reason}")
    if len(summary.skipped) > SKIPS_SHOWN:
        say(f"  and {len(summary.skipped) - SKIPS_SHOWN:,} more: rawi stats --skipped")


def finish(summary: Summary) -> None:
    """End the command with the exit status that says whether anything was skipped."""
    raise typer.Exit(SOME_SKIPPED if summary.skipped else 0)
