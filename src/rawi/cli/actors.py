"""``rawi actors``: who is named, and what each outlet calls them."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from rawi.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile, Limit, bounded, opened
from rawi.cli.said import SHORT
from rawi.cli.screen import Column, console, rows_as_json, several, table
from rawi.errors import NotFound
from rawi.export import row
from rawi.records import Actor, Name

NAMES_SHOWN = 4
COLUMNS = (
    Column("id", style="dim"),
    Column("documents", right=True),
    Column("kind"),
    Column("name", wraps=True),
    Column("also", wraps=True),
)


def actors(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="An id, a name or part of one; without it, all actors.")] = None,
    limit: Limit = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """List actors, those in most documents first; with NAME, every name they go by and which outlets use it."""
    with opened(ledger) as opened_ledger:
        found = list(islice(opened_ledger.actors(name), bounded(limit, as_json)))
    if not found:
        raise NotFound(f"no actor is called {name!r}; `rawi actors` lists those there are" if name else "nobody is named in this ledger")
    out = console()
    if as_json:
        rows_as_json(map(row, found))
    elif name is None:
        show_actors(out, found)
    else:
        for actor in found:
            show_actor(out, actor)


def show_actors(out: Console, found: list[Actor]) -> None:
    """A table, one row an actor."""
    table(out, COLUMNS, [(_id(out, actor), _most(actor), actor.kind, actor.name, _also(out, actor)) for actor in found])


def show_actor(out: Console, actor: Actor) -> None:
    """One actor: each name, in how many documents, by which outlets."""
    head = Text().append(actor.name, "bold")
    head.append(f"  {actor.kind}", "cyan")
    head.append(f"  {actor.id}", "dim")
    out.print(head)
    for scheme, identifier in actor.identifiers:
        out.print(f"{scheme}: {identifier}")
    columns = (Column("name", wraps=True), Column("documents", right=True), Column("outlets", wraps=True))
    table(out, columns, [_name(name) for name in actor.names])
    out.print()


def _name(name: Name) -> tuple[object, ...]:
    return name.text, name.documents or "in a pack", ", ".join(name.outlets)


def _id(out: Console, actor: Actor) -> str:
    return actor.id[:SHORT] if out.is_terminal else actor.id


def _most(actor: Actor) -> int:
    return max((name.documents for name in actor.names), default=0)


def _also(out: Console, actor: Actor) -> str:
    return several(out, [name.text for name in actor.names if name.documents and name.text != actor.name], NAMES_SHOWN)
