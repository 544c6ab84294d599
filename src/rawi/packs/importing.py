"""Packs made of what other projects publish.

::

    from_followthemoney(lines, naming) -> Imported      entities of FollowTheMoney, one a line
    from_wikidata(lines, naming) -> Imported            items of a Wikidata dump, one a line or the lines of its array
    from_file(stream, naming) -> Imported               whichever of these a file holds, gzip or not

The lines are read one at a time; only actors and the ends of their ties are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import IO

from rawi.errors import PackError
from rawi.packs import followthemoney, wikidatadump
from rawi.packs.gathering import Gathering
from rawi.packs.schema import Pack
from rawi.packs.slices import Entity, LeftOut, entities, lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What the pack is called; what its actors cite who name no page; what its file is called in messages."""

    name: str
    title: str
    cited: str
    file: str = "line"


@dataclass(frozen=True, slots=True)
class Imported:
    """A pack, the format it came in, and what was left out of it and why."""

    pack: Pack
    format: str
    left_out: LeftOut


def from_followthemoney(rows: Iterable[bytes], naming: Naming) -> Imported:
    """A pack of FollowTheMoney entities. Raises PackError where they are more than a pack can hold."""
    left = LeftOut()
    return _followthemoney(entities(rows, naming.file, left), naming, left)


def from_wikidata(rows: Iterable[bytes], naming: Naming) -> Imported:
    """A pack of Wikidata items. Raises PackError where they are more than a pack can hold."""
    left = LeftOut()
    return _wikidata(entities(rows, naming.file, left), naming, left)


def from_file(stream: IO[bytes], naming: Naming) -> Imported:
    """A pack of whichever entities a file holds, as its first ones show.

    Raises:
        PackError: it holds neither kind, is damaged, or has more actors than a pack can hold.
    """
    left = LeftOut()
    found = entities(lines(stream, naming.file), naming.file, left)
    for entity in found:
        for recognises, make in _FORMATS:
            if recognises(entity):
                return make(chain([entity], found), naming, left)
        left.count("neither a FollowTheMoney entity nor a Wikidata item")
    why = f" (the first line that is not: {left.reasons[0]})" if left.reasons else ""
    raise PackError(f"{naming.file}: no FollowTheMoney entities and no Wikidata items, one JSON object a line{why}")


def _followthemoney(found: Iterator[Entity], naming: Naming, left: LeftOut) -> Imported:
    gathering = Gathering(left)
    followthemoney.gather(found, gathering, naming.cited)
    return Imported(gathering.pack(naming.name, naming.title), "FollowTheMoney", left)


def _wikidata(found: Iterator[Entity], naming: Naming, left: LeftOut) -> Imported:
    gathering = Gathering(left)
    wikidatadump.gather(found, gathering)
    return Imported(gathering.pack(naming.name, naming.title), "Wikidata", left)


_FORMATS: tuple[tuple[Callable[[Entity], bool], Callable[[Iterator[Entity], Naming, LeftOut], Imported]], ...] = (
    (followthemoney.recognises, _followthemoney),
    (wikidatadump.recognises, _wikidata),
)
