"""``rawi pack``: packs of known actors, made, looked through and checked."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import wrap_file

from rawi.cli.export import write
from rawi.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile, Limit, bounded, opened
from rawi.cli.reading import SOME_SKIPPED
from rawi.cli.screen import console, rows_as_json, say
from rawi.errors import NotFound, PackError
from rawi.ledger import Ledger

if TYPE_CHECKING:
    from rawi.packs import Pack
    from rawi.packs.importing import Imported

pack = typer.Typer(help="Packs of known actors: make them, look through them, check them.", no_args_is_help=True)


@pack.callback()
def verbs() -> None:
    """Packs of known actors: make them, look through them, check them."""


@pack.command()
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="YAML files; docs/packs.md shows their form.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one object a file, with its faults, as a JSON array.")] = False,
) -> None:
    """Check that files are packs, and name each fault.

    Exit status 1: there are faults.
    """
    from rawi.packs import check as checked

    found = [(file, *checked(file)) for file in files]
    if as_json:
        rows_as_json(
            {"file": str(file), "pack": made and made.name, "actors": len(made.actors) if made else None, "faults": faults}
            for file, made, faults in found
        )
    else:
        for file, made, faults in found:
            for fault in faults:
                print(f"{file}: {fault}")
            if made:
                print(f"{file}: {_counted(len(made.actors), 'actor')}, no faults")
    if any(faults for _, _, faults in found):
        raise typer.Exit(1)


@pack.command(name="import")
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", exists=True, dir_okay=False, help="FollowTheMoney entities or Wikidata items: JSON, one a line, gzip or not."
        ),
    ],
    name: Annotated[str, typer.Option(metavar="SLUG", help="The pack's name: lower-case letters, digits, hyphens.")],
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="What the pack holds. [default: from FILE]")] = None,
    source: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The data set, cited by its actors that name no page. [default: the title]")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead of standard output.")] = None,
) -> None:
    """Make a pack of entities that FollowTheMoney or Wikidata publish.

    Actors that rawi ships are referred to and not made again; ties to what is neither in FILE nor shipped are left out and counted.
    Exit status 3: some lines were broken and skipped.
    """
    from rawi.packs import SLUG, shipped
    from rawi.packs.importing import Naming, from_file

    if not SLUG.fullmatch(name) or any(name == ours.name for ours in shipped()):
        raise typer.BadParameter(f"{name!r}: lower-case letters, digits and hyphens, and no pack that rawi ships", param_hint="--name")
    title = _line(title) or f"Imported from {_line(file.name)}"
    naming = Naming(name=name, title=title, cited=_line(source) or title, file=str(file))
    with _opened(file) as stream:
        imported = from_file(stream, naming)
    if not imported.pack.actors:
        _tell(imported)
        raise NotFound(f"{file}: no actor in it to make a pack of")
    _write(imported.pack, output)
    _tell(imported)
    raise typer.Exit(SOME_SKIPPED if imported.left_out.broken else 0)


@pack.command()
def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="YAML files; docs/packs.md shows their form.")],
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Let a ledger know the actors of a pack, from now on and in what it has read; one of the same name is replaced."""
    from rawi.packs import dump, read, shipped
    from rawi.pipeline.settle import settle

    packs = [read(file) for file in files]
    for made in packs:
        if any(made.name == ours.name for ours in shipped()):
            raise PackError(f"{made.name}: rawi ships a pack of this name; give this one another")
    with Ledger(ledger) as opened_ledger:
        for made in packs:
            opened_ledger.add_pack(made.name, dump(made))
        settle(opened_ledger)
    for made in packs:
        say(f"{made.name}: {_counted(len(made.actors), 'actor')} known to {ledger}")


@pack.command()
def remove(
    name: Annotated[str, typer.Argument(metavar="PACK", help="A pack's name, as `rawi pack list` shows it.")],
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Let a ledger forget a pack that was added. Decisions stay."""
    from rawi.pipeline.settle import settle

    with Ledger(ledger, create=False) as opened_ledger:
        opened_ledger.remove_pack(name)
        settle(opened_ledger)
    say(f"{name} is no longer known to {ledger}")


@pack.command(name="list")
def list_(ledger: LedgerFile = DEFAULT_LEDGER, as_json: AsJson = False) -> None:
    """List the packs that a ledger knows: those that rawi ships and those that were added."""
    from rawi.cli import packed
    from rawi.packs import parse, shipped

    with opened(ledger) as opened_ledger:
        added = [parse(yaml, name, shipped()) for name, yaml in opened_ledger.packs()]
    packed.show_packs(console(), (*shipped(), *added), as_json)


@pack.command()
def show(
    which: Annotated[
        str | None, typer.Argument(metavar="PACK_OR_FILE", help="A pack that rawi ships, or a file; without it, the shipped ones.")
    ] = None,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="An actor's id, or one of its names or part of one.")] = None,
    limit: Limit = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs: the keys of a pack's file, as one array.")] = False,
) -> None:
    """List the packs that rawi ships, the actors of one, or all that a pack says of one actor."""
    from rawi.cli import packed
    from rawi.packs import shipped

    if which is None:
        packed.show_packs(console(), shipped(), as_json)
        return
    chosen = _chosen(which)
    actors = chosen.actors if name is None else packed.find(chosen, name)
    if name and not actors:
        raise NotFound(f"no actor of {chosen.name} is called {name!r}; `rawi pack show {which}` lists them")
    actors = actors[: bounded(limit, as_json)]
    if as_json:
        rows_as_json(map(packed.as_row, actors))
    elif name is None:
        packed.show_actors(console(), actors)
    else:
        beside = (*(ours for ours in shipped() if ours.name != chosen.name), chosen)
        packed.show_each(console(), actors, beside)


def _chosen(which: str) -> Pack:
    from rawi.packs import read, shipped

    packs = {ours.name: ours for ours in shipped()}
    if which not in packs and not Path(which).exists():
        raise NotFound(f"{which} is neither a file nor a pack that rawi ships: {', '.join(packs)}")
    return packs.get(which) or read(Path(which))


def _write(made: Pack, output: Path | None) -> None:
    from rawi.packs import MAX_BYTES, dump

    text = dump(made)
    if len(text.encode()) > MAX_BYTES:
        raise PackError(f"the pack would be larger than {MAX_BYTES // 1_000_000} MB; give a smaller slice, one pack for each matter")
    if output is None:
        sys.stdout.write(text)
    else:
        write(output, [text])


def _tell(imported: Imported) -> None:
    """What was taken, what was left out and why, and the first of the broken lines."""
    actors = imported.pack.actors
    ties, terms = sum(len(actor.ties) for actor in actors), sum(len(actor.holders) for actor in actors)
    counts = f"{_counted(len(actors), 'actor')}, {_counted(ties, 'tie')}, {_counted(terms, 'term')} of office"
    say(f"{imported.format}: {counts} taken.")
    left = imported.left_out
    for reason, count in left.counts.most_common():
        say(f"  left out {count:,}: {reason}")
    for reason in left.reasons:
        say(f"  skipped {reason}")
    if left.broken > len(left.reasons):
        say(f"  and {left.broken - len(left.reasons):,} more broken lines")


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"


def _line(text: str | None) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text or "").split())


@contextmanager
def _opened(file: Path) -> Iterator[IO[bytes]]:
    """The file, with a progress bar where somebody sees it."""
    err = Console(stderr=True)
    try:
        with file.open("rb") as stream:
            if not err.is_terminal:
                yield stream
                return
            with wrap_file(stream, file.stat().st_size, description="Reading", console=err, transient=True) as watched:
                yield watched
    except OSError as error:
        raise PackError(f"{file}: cannot be read ({error.strerror})") from error
