"""docs/cli.md from the command line itself: ``python -m rawi.cli.reference``."""

from __future__ import annotations

from collections.abc import Iterator

import typer
from typer.core import TyperCommand, TyperGroup

from rawi.cli.verbs import EPILOG, app

INTRODUCTION = """# The command line

Written by `make docs` from the command line itself; a test fails when this page is behind.

Every verb answers on standard output and tells of its doings on standard error. In a terminal, tables are sized to it and the most
telling part is in colour (`NO_COLOR=1` turns colour off); in a pipe each record is one line of aligned columns. A claim is always shown
with who says it, through every link: `Meridian Wire → two officials` is a claim of two officials, reported by Meridian Wire.
"""


def page() -> Iterator[str]:
    """The page, paragraph by paragraph."""
    yield INTRODUCTION
    yield f"{' '.join(EPILOG.split())}\n"
    root = typer.main.get_command(app)
    assert isinstance(root, TyperGroup)
    yield from _group(root, "rawi")


def _group(group: TyperGroup, path: str) -> Iterator[str]:
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from _group(command, f"{path} {name}")
        elif isinstance(command, TyperCommand):
            yield from _verb(command, f"{path} {name}")


def _verb(command: TyperCommand, path: str) -> Iterator[str]:
    context = typer.Context(command, info_name=path)
    yield f"## `{path}`\n"
    for paragraph in (command.help or "").split("\n\n"):
        yield " ".join(paragraph.split()) + "\n"
    yield f"```\n{' '.join([path, *command.collect_usage_pieces(context)])}\n```\n"
    yield "| | |\n| --- | --- |"
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record and parameter.name != "help":
            name, text = (" ".join(part.split()).replace("|", "\\|") for part in record)
            yield f"| `{name}` | {text} |"
    yield ""


if __name__ == "__main__":
    print("\n".join(page()), end="")
