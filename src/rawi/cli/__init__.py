"""The command line: one file a verb."""

from __future__ import annotations

import sys
from io import TextIOWrapper

from rawi.cli.verbs import app
from rawi.errors import NotFound, RawiError

ERROR, NOT_FOUND = 1, 4


def main() -> None:
    """Run the command line and exit: an error of rawi's own is one line on standard error, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a text may hold what no encoding has
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    try:
        app()
    except RawiError as error:
        print(f"rawi: {error}", file=sys.stderr)
        sys.exit(NOT_FOUND if isinstance(error, NotFound) else ERROR)
