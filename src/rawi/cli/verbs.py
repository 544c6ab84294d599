"""The verbs put together. What is heavy is imported by a verb when it runs, so that ``rawi --help`` answers at once."""

from __future__ import annotations

from typing import Annotated

import typer

from rawi import __version__
from rawi.cli.actors import actors
from rawi.cli.claims import claims
from rawi.cli.decide import decide, decisions, doubts, undo
from rawi.cli.evaluate import evaluate
from rawi.cli.events import events
from rawi.cli.export import export
from rawi.cli.names import names
from rawi.cli.pack import pack
from rawi.cli.read import read
from rawi.cli.reread import reread
from rawi.cli.show import show
from rawi.cli.sources import sources
from rawi.cli.stats import stats

EPILOG = """Exit status: 0 all went well; 1 an error, told on standard error; 2 the command was not understood;
3 some inputs could not be read and were skipped; 4 nothing was found; 130 stopped by Ctrl-C."""

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=SETTINGS,
    epilog=EPILOG,
)

for verb in (read, reread, claims, events, actors, names, doubts, decide, undo, decisions, show, sources, stats, export):
    app.command(context_settings=SETTINGS)(verb)
app.add_typer(pack, name="pack")
app.add_typer(evaluate, name="evaluate")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rawi {__version__}")
        raise typer.Exit


@app.callback()
def rawi(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print rawi's version and exit.")] = False,
) -> None:
    """The ledger of who says what about whom, on whose word, and whether it stands.

    Start with `rawi read PATH...`, then ask: `rawi claims`, `rawi actors`, `rawi show ID`.
    """
