"""What `rawi pack show` shows of packs and their actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any, get_args

from rich.console import Console
from rich.text import Text

from rawi.cli.screen import Column, indented, rows_as_json, several, table
from rawi.packs import Known, Pack
from rawi.records import ActorKind

NAMES_SHOWN = 4
KINDS: tuple[ActorKind, ...] = get_args(ActorKind)
ACTORS = (Column("id", style="dim"), Column("kind"), Column("name", wraps=True), Column("also", wraps=True))
TIES = (
    Column("who", wraps=True),
    Column("tie", style="cyan"),
    Column("whom", wraps=True),
    Column("since"),
    Column("until"),
    Column("source", style="dim", wraps=True),
)


def show_packs(out: Console, packs: Sequence[Pack], as_json: bool) -> None:
    """One row a pack, with how many actors of each kind it has."""
    kinds = [Counter(actor.kind for actor in pack.actors) for pack in packs]
    if as_json:
        rows_as_json(
            {"pack": pack.name, "title": pack.title, "actors": len(pack.actors), "kinds": counts}
            for pack, counts in zip(packs, kinds, strict=True)
        )
        return
    columns = (Column("pack"), Column("actors", right=True), *(Column(kind, right=True) for kind in KINDS), Column("title", wraps=True))
    rows = ((pack.name, len(pack.actors), *(counts[kind] for kind in KINDS), pack.title) for pack, counts in zip(packs, kinds, strict=True))
    table(out, columns, rows)


def show_actors(out: Console, actors: Sequence[Known]) -> None:
    """A table, one row an actor."""
    table(out, ACTORS, [(actor.id, actor.kind, actor.name, several(out, actor.every_name[1:], NAMES_SHOWN)) for actor in actors])


def find(pack: Pack, name: str) -> tuple[Known, ...]:
    """The actor with this id, else those with this name, else those with a name of which it is a part."""
    wanted = name.casefold()
    named = [(actor, {text.casefold() for text in actor.every_name}) for actor in pack.actors]
    choices = (
        [actor for actor in pack.actors if actor.id == name],
        [actor for actor, names in named if wanted in names],
        [actor for actor, names in named if any(wanted in text for text in names)],
    )
    return tuple(next((found for found in choices if found), ()))


def as_row(actor: Known) -> dict[str, Any]:
    """An actor for programs: the keys that its file has."""
    row = {key: value for key, value in asdict(actor).items() if value not in (None, ())}
    for key in row.keys() & {"ties", "holders"}:
        row[key] = [{name: value for name, value in part.items() if value is not None} for part in row[key]]
    return row | ({"identifiers": dict(actor.identifiers)} if actor.identifiers else {})


def show_each(out: Console, actors: Iterable[Known], packs: Sequence[Pack]) -> None:
    """Each actor with its names, its ties both ways, and its sources; ``packs`` are those that may tie something to it."""
    everyone = {actor.id: actor for pack in packs for actor in pack.actors}
    for actor in actors:
        head = Text().append(actor.name, "bold")
        head.append(f"  {actor.kind}", "cyan")
        head.append(f"  {actor.id}", "dim")
        out.print(head)
        for label, words in _facts(actor, everyone):
            out.print(Text().append(f"{label}: ", "dim").append(words))
        if ties := list(_ties(actor, everyone)):
            table(out, TIES, ties)
        out.print(Text("sources:", "dim"))
        for source in actor.sources:
            indented(out, Text(source), 2)
        out.print()


def _facts(actor: Known, everyone: dict[str, Known]) -> Iterator[tuple[str, str]]:
    lists = (
        ("also called", actor.names),
        ("called by its opponents", actor.hostile),
        ("what is of it", actor.adjectives),
        ("its people", actor.people),
        ("its government sits in", ((actor.capital,) if actor.capital else ()) + actor.seats),
        ("its government is", actor.metonyms),
    )
    yield from ((label, ", ".join(words)) for label, words in lists if words)
    ends = (("country", actor.country), ("part of", actor.part_of), ("office of", actor.of))
    yield from ((label, f"{everyone[end].name} ({end})") for label, end in ends if end)
    yield from actor.identifiers


def _ties(actor: Known, everyone: dict[str, Known]) -> Iterator[tuple[object, ...]]:
    """Its own ties, then those of others to it; every row reads from left to right."""
    for subject in (actor, *(other for other in everyone.values() if other.id != actor.id)):
        for tie in subject.ties:
            if actor.id in (subject.id, tie.object):
                said = f"{tie.kind.replace('_', ' ')} →"
                yield subject.name, said, everyone[tie.object].name, tie.since, tie.until, tie.source
        for term in subject.holders:
            if actor.id in (subject.id, term.person):
                yield everyone[term.person].name, "held →", subject.name, term.since, term.until, term.source
