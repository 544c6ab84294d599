"""The command line: one file a verb."""

from __future__ import annotations

import sys

from rawi.cli.verbs import app
from rawi.errors import NotFound, RawiError

ERROR, NOT_FOUND = 1, 4


def main() -> None:
    """Run the command line and exit: an error of rawi's own is one line on standard error, never a traceback."""
    try:
        app()
    except RawiError as error:
        print(f"rawi: {error}", file=sys.stderr)
        sys.exit(NOT_FOUND if isinstance(error, NotFound) else ERROR)
