"""YAML made into a pack, and every fault of it named."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from rawi.errors import PackError
from rawi.packs.checking import faults
from rawi.packs.schema import Holder, Known, Pack, Tie

SHIPPED = ("states", "iraq-syria")
MAX_BYTES = 20_000_000
_DEEPEST = 8
"""Levels of lists and mappings: more than any pack has, and too few to harm the parser."""


def read(path: Path) -> Pack:
    """Read a pack from a file. Its references may point into the packs that rawi ships.

    Raises:
        PackError: it cannot be read, or breaks the schema; the message lists every fault.
    """
    return _sound(*check(path), str(path))


def check(path: Path) -> tuple[Pack | None, tuple[str, ...]]:
    """The pack in a file, or None and every fault that keeps it from being one."""
    try:
        text = _text(path)
    except PackError as error:
        return None, (str(error),)
    return _checked(text, shipped())


@cache
def shipped() -> tuple[Pack, ...]:
    """The packs that come with rawi."""
    packs: list[Pack] = []
    for name in SHIPPED:
        text = files(__package__).joinpath(f"{name}.yaml").read_text("utf-8")
        packs.append(parse(text, name, packs))
    return tuple(packs)


def parse(text: str, name: str, others: Iterable[Pack] = ()) -> Pack:
    """Make a pack of YAML; ``others`` are the packs beside it, whose actors it may refer to.

    Raises:
        PackError: as ``read`` does.
    """
    return _sound(*_checked(text, others), name)


def _sound(pack: Pack | None, found: tuple[str, ...], name: str) -> Pack:
    if pack is None:
        raise PackError(f"{name}: {len(found)} {'fault' if len(found) == 1 else 'faults'}\n" + "\n".join(f"  {fault}" for fault in found))
    return pack


def _checked(text: str, others: Iterable[Pack]) -> tuple[Pack | None, tuple[str, ...]]:
    try:
        _guard(text)
        data = yaml.load(text, _Loader)
    except yaml.YAMLError as error:
        return None, (f"this is not YAML: {error}",)
    except PackError as error:
        return None, (str(error),)
    if found := tuple(faults(data, others)):
        return None, found
    return Pack(data["pack"], data["title"], tuple(map(_known, data["actors"]))), ()


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise PackError(f"it cannot be read ({error.strerror}); give a YAML file") from error
    if len(data) > MAX_BYTES:
        raise PackError(f"it is larger than {MAX_BYTES // 1_000_000} MB; split it into several packs")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise PackError("it is not text in UTF-8; a pack is a YAML file, save it as UTF-8")
    return text


def _guard(text: str) -> None:
    """Refuse what makes a short file a vast one, or its reader run out of stack, before anything is made of it."""
    depth = 0
    for event in yaml.parse(text, _Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if getattr(event, "anchor", None) is not None:
            raise PackError(f"line {line}: an anchor or alias (&, *); write it out, or put the text between quotation marks")
        if getattr(event, "tag", None) is not None:
            raise PackError(f"line {line}: a tag (!); leave it out, or put the text between quotation marks")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise PackError(f"line {line}: nested deeper than a pack is; docs/packs.md shows its form")


class _Loader(yaml.CSafeLoader):
    """Dates stay as they are written: "2014" and 2014-06 are as precise as a day. A key that stands twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """A mapping, of which no value hides another."""
        keys = [key for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        seen = {key.value: key for key in reversed(keys)}
        for key in keys:
            if seen[key.value] is not key:
                raise yaml.constructor.ConstructorError(problem=f"the key {key.value!r} stands twice", problem_mark=key.start_mark)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag == "tag:yaml.org,2002:null"]
    for first, rows in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def _known(row: Mapping[str, Any]) -> Known:
    made: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    made["identifiers"] = tuple(row.get("identifiers", {}).items())
    made["ties"] = tuple(Tie(**tie) for tie in row.get("ties", ()))
    made["holders"] = tuple(Holder(**holder) for holder in row.get("holders", ()))
    return Known(**made)
