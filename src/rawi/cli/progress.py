"""A progress bar with rate and time left, on standard error and only where that is a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

if TYPE_CHECKING:
    from rawi.pipeline import Stage, Watcher


class _Rate(ProgressColumn):
    """Documents a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f}/s" if speed else "", "dim")


@contextmanager
def watched() -> Iterator[Watcher | None]:
    """What to tell of progress; None where nobody would see it."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Looking for documents", total=None)

        def watch(stage: Stage, documents: int) -> None:
            if stage == "count":
                bar.update(task, description="Reading", total=documents)
            elif stage == "read":
                bar.advance(task, documents)
            else:
                bar.update(task, description="Comparing across documents", total=None)

        yield watch
