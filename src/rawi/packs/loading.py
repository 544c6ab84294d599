"""YAML made into a pack, and every fault of it named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import yaml

from rawi.errors import PackError
from rawi.packs.schema import Holder, Known, Pack, Tie
from rawi.records import ActorKind

SHIPPED = ("states", "iraq-syria")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_KEYS = {f.name for f in fields(Known)}
_LISTS = {"names", "hostile", "adjectives", "people", "seats", "metonyms", "sources"}
_ONLY: Mapping[str, tuple[str, ...]] = {
    "adjectives": ("country", "group", "organization"),
    "people": ("country", "group"),
    "capital": ("country",),
    "seats": ("country",),
    "metonyms": ("country",),
    "holders": ("office",),
    "of": ("office",),
}
"""Keys that only actors of some kinds have."""


def read(path: Path) -> Pack:
    """Read a pack from a file. Its references may point into the packs that rawi ships.

    Raises:
        PackError: it cannot be read, or breaks the schema; the message lists every fault.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: {error}; a pack is a YAML file in UTF-8, see docs/packs.md") from error
    known = {actor.id for pack in shipped() for actor in pack.actors}
    return parse(text, str(path), known)


@cache
def shipped() -> tuple[Pack, ...]:
    """The packs that come with rawi."""
    packs: list[Pack] = []
    for name in SHIPPED:
        text = files(__package__).joinpath(f"{name}.yaml").read_text("utf-8")
        packs.append(parse(text, name, {actor.id for pack in packs for actor in pack.actors}))
    return tuple(packs)


def parse(text: str, name: str, known: Iterable[str] = ()) -> Pack:
    """Make a pack of YAML; ``known`` are the ids of actors in other packs, which it may refer to.

    Raises:
        PackError: as ``read`` does.
    """
    try:
        data = yaml.load(text, _Loader)
    except yaml.YAMLError as error:
        raise PackError(f"{name}: this is not YAML: {error}") from error
    faults = list(_faults(data, set(known)))
    if faults:
        raise PackError(f"{name}: {len(faults)} {'fault' if len(faults) == 1 else 'faults'}\n" + "\n".join(f"  {f}" for f in faults))
    return Pack(data["pack"], data["title"], tuple(_known(row) for row in data["actors"]))


class _Loader(yaml.CSafeLoader):
    """Dates stay as they are written: "2014" and 2014-06 are as precise as a day."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag == "tag:yaml.org,2002:null"]
    for first, rows in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def _known(row: Mapping[str, Any]) -> Known:
    made = dict(row)
    for key in _LISTS & made.keys():
        made[key] = tuple(made[key])
    made["identifiers"] = tuple(row.get("identifiers", {}).items())
    made["ties"] = tuple(Tie(**tie) for tie in row.get("ties", ()))
    made["holders"] = tuple(Holder(**holder) for holder in row.get("holders", ()))
    return Known(**made)


def _faults(data: object, known: set[str]) -> Iterator[str]:
    if not (isinstance(data, dict) and {"pack", "title", "actors"} == data.keys() and isinstance(data["actors"], list)):
        yield "a pack has the keys pack, title and actors, and actors is a list"
        return
    if not (isinstance(data["pack"], str) and _SLUG.fullmatch(data["pack"])):
        yield f"pack: {data['pack']!r} is no slug of lower-case letters, digits and hyphens"
    rows = [row for row in data["actors"] if isinstance(row, dict)]
    if len(rows) < len(data["actors"]):
        yield "an entry of actors is no mapping: each begins with '- id: ...'"
    ids = Counter(str(row.get("id")) for row in rows)
    yield from (f"{id_}: the id stands {n} times" for id_, n in ids.items() if n > 1)
    for row in rows:
        yield from (f"{row.get('id')}: {fault}" for fault in _row_faults(row, known | ids.keys()))


def _row_faults(row: Mapping[str, Any], ids: set[str]) -> Iterator[str]:
    if unknown := row.keys() - _KEYS:
        yield f"no such keys: {', '.join(sorted(map(str, unknown)))}"
    if missing := {"id", "name", "kind", "sources"} - row.keys():
        yield f"it lacks {', '.join(sorted(missing))}"
    if not _SLUG.fullmatch(str(row.get("id"))):
        yield "an id is a slug of lower-case letters, digits and hyphens"
    if row.get("kind") not in get_args(ActorKind):
        yield f"kind is one of {', '.join(get_args(ActorKind))}, not {row.get('kind')!r}"
    yield from (f"only a {' or '.join(kinds)} has {key}" for key, kinds in _ONLY.items() if key in row and row.get("kind") not in kinds)
    yield from _list_faults(row)
    yield from (f"{key}: no actor has the id {row[key]!r}" for key in ("country", "part_of", "of") if key in row and row[key] not in ids)
    for key, end in (("ties", "object"), ("holders", "person")):
        for number, part in enumerate(row.get(key, ()), 1):
            yield from (f"{key} {number}: {fault}" for fault in _part_faults(part, end, ids))


def _list_faults(row: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted(_LISTS & row.keys()):
        if not (isinstance(row[key], list) and all(isinstance(text, str) and text.strip() for text in row[key])):
            yield f"{key} is a list of texts; put a text with a colon or a comma between quotation marks"
            return
    names: Sequence[str] = [str(row.get("name")), *row.get("names", ()), *row.get("hostile", ())]
    yield from (f"the name {name!r} stands {n} times" for name, n in Counter(names).items() if n > 1)
    if not row.get("sources"):
        yield "it has no source: say where its names are public"


def _part_faults(part: object, end: str, ids: set[str]) -> Iterator[str]:
    wanted = {"kind", end, "source"} if end == "object" else {end, "source"}
    if not (isinstance(part, dict) and wanted <= part.keys() <= wanted | {"since", "until"}):
        yield f"it has {', '.join(sorted(wanted))}, and since and until where known"
        return
    if part[end] not in ids:
        yield f"no actor has the id {part[end]!r}"
    for key in ("since", "until"):
        if key in part and not _is_date(str(part[key])):
            yield f"{key}: {part[key]!r} is no date such as 2014, 2014-06 or 2014-06-10"


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10] if len(text) < 10 else text)
    except ValueError:
        return False
    return True
