"""``rawi evaluate``: how well rawi reads, measured on text that people annotated; one file a corpus."""

from __future__ import annotations

import typer

from rawi.cli.evaluate.actors import actors
from rawi.cli.evaluate.attribution import attribution
from rawi.cli.evaluate.cascades import cascades
from rawi.cli.evaluate.events import events
from rawi.cli.evaluate.harm import harm
from rawi.cli.evaluate.incidents import incidents
from rawi.cli.evaluate.loaded import loaded
from rawi.cli.evaluate.names import names
from rawi.cli.evaluate.places import places
from rawi.cli.evaluate.relations import relations
from rawi.cli.evaluate.times import times

evaluate = typer.Typer(help="Measure how well rawi reads, on text that people annotated.", no_args_is_help=True)


@evaluate.callback()
def rooms() -> None:
    """Measure how well rawi reads, on text that people annotated."""


for verb in (attribution, loaded, names, actors, relations, places, times, events, incidents, harm, cascades):
    evaluate.command()(verb)
