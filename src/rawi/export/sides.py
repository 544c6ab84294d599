"""Whether a party is a state's, another armed one, or civilians, by the words it is printed with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from rawi.export.recalling import Recalled
from rawi.records import Happening, Party

Side = Literal["state", "armed", "civilians"]


@cache
def _words() -> dict[Side, re.Pattern[str]]:
    """sides.yaml, a pattern for each side."""
    rows = yaml.load(files(__package__).joinpath("sides.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return {side: re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b") for side, listed in rows.items()}


def side(party: Party, recalled: Recalled) -> Side | None:
    """The one side that the words fit; a country is a state. None where they fit none, or two."""
    actor = recalled.actor(party)
    if actor and actor.kind == "country":
        return "state"
    said = f"{party.text} {actor.name if actor else ''}".casefold()
    found = [name for name, pattern in _words().items() if pattern.search(said)]
    return found[0] if len(found) == 1 else None


def one_side(parties: Iterable[Party], recalled: Recalled) -> Side | None:
    """The side that all of ``parties`` are on; None where there is nobody, one is of no known side, or they are on two."""
    found = {side(party, recalled) for party in parties}
    return found.pop() if len(found) == 1 else None


def facing(happening: Happening) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who stands against whom: source and target, or (as PLOVER has mutual violence) the first source and the others."""
    if happening.target or happening.kind != "ASSAULT":
        return happening.source, happening.target
    return happening.source[:1], happening.source[1:]


def victims(happening: Happening) -> tuple[Party, ...]:
    """Whom it was done to: who was harmed, where that is told, else the target."""
    harmed = {" ".join(h.who.text.casefold().split()): h.who for event in happening.told for h in event.harm if h.effect != "damaged"}
    return tuple(harmed.values()) or facing(happening)[1]
