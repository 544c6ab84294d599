"""What goes to the terminal: sized to it and in colour there, plain aligned columns in a pipe."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text


def console() -> Console:
    """Standard output. Text is never taken for markup, and never cut or wrapped where it is not a terminal."""
    out = Console(highlight=False, markup=False, emoji=False)
    out.soft_wrap = not out.is_terminal
    return out


def say(text: str) -> None:
    """A notice for the person, on standard error."""
    err = Console(stderr=True, highlight=False, markup=False, emoji=False)
    err.print(text, soft_wrap=not err.is_terminal)


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading; ``right`` for numbers; ``wraps`` where a long text may take several lines."""

    name: str
    right: bool = False
    wraps: bool = False
    style: str = ""


def table(out: Console, columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> None:
    """Rows under headings: wrapped to the terminal, or one line a row in a pipe."""
    cells = [[_cell(value) for value in row] for row in rows]
    if out.is_terminal:
        _wrapped(out, columns, cells)
    else:
        _aligned(out, columns, cells)


def _wrapped(out: Console, columns: Sequence[Column], cells: Iterable[Sequence[str]]) -> None:
    grid = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, header_style="dim")
    for column in columns:
        grid.add_column(
            column.name,
            justify="right" if column.right else "left",
            style=column.style,
            no_wrap=not column.wraps,
            overflow="fold",
        )
    for row in cells:
        grid.add_row(*map(Text, row))
    out.print(grid)


def _aligned(out: Console, columns: Sequence[Column], cells: Sequence[Sequence[str]]) -> None:
    lines = [[column.name for column in columns], *cells]
    widths = [max(len(line[i]) for line in lines) for i in range(len(columns))]
    for line in lines:
        padded = (
            cell.rjust(width) if column.right else cell.ljust(width) for column, cell, width in zip(columns, line, widths, strict=True)
        )
        print("  ".join(padded).rstrip(), file=out.file)


def indented(out: Console, text: Text, by: int) -> None:
    """A paragraph moved in: wrapped to the terminal, or one line in a pipe."""
    if out.is_terminal:
        out.print(Padding(text, (0, 0, 0, by), expand=False))
    else:
        print(" " * by + text.plain, file=out.file)


def several(out: Console, names: Sequence[str], most: int) -> str:
    """Names in one cell: in a terminal the first few and how many more there are, in a pipe all."""
    shown = names[:most] if out.is_terminal and len(names) > most else names
    return ", ".join(shown) + (f" and {len(names) - len(shown)} more" if len(shown) < len(names) else "")


def _cell(value: object) -> str:
    return "" if value is None else " ".join(f"{value:,}".split() if isinstance(value, int) else str(value).split())


def rows_as_json(rows: Iterable[object]) -> None:
    """A JSON array, one row a line, written as the rows come."""
    first = True
    for row in rows:
        sys.stdout.write(("[\n" if first else ",\n") + json.dumps(row, ensure_ascii=False))
        first = False
    sys.stdout.write("[]\n" if first else "\n]\n")
