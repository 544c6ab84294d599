"""The ledger as JSON Lines: one object a record, as docs/format.md describes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from importlib.metadata import version
from typing import Any, Protocol, TypeAlias

from rawi.records import (
    Actor,
    Claim,
    Cluster,
    Copy,
    Decision,
    Document,
    Event,
    Loaded,
    Mention,
    Period,
    Quantity,
    Relation,
    Skipped,
    Time,
)

VERSION = 1
"""Of the format. A new one only when a field is renamed or removed."""

Row: TypeAlias = dict[str, Any]


class Recorded(Protocol):
    """A ledger."""

    def records(self) -> Iterable[object]: ...


def lines(ledger: Recorded) -> Iterator[str]:
    """A line that says what this is, then one a record, each with its line end."""
    yield _line({"type": "ledger", "version": VERSION, "made_by": f"rawi {version('rawi')}"})
    for record in ledger.records():
        yield _line(row(record))


def row(record: object) -> Row:
    """One record of the ledger as a JSON object with its ``type`` first.

    Raises:
        TypeError: it is none of the types that docs/format.md lists.
    """
    shape = _SHAPES.get(type(record))
    if shape is None:
        raise TypeError(f"{type(record).__name__} is no record of a ledger")
    return {"type": type(record).__name__.lower(), **shape(record)}


def _line(values: Row) -> str:
    text = json.dumps(values, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # a surrogate without its pair, which only an escape can carry
        text = json.dumps(values)
    return text + "\n"


def _plain(record: Any) -> Row:
    """The fields of a record in their order, records in them as objects, tuples as lists."""
    return {field.name: _value(getattr(record, field.name)) for field in fields(record)}


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    if isinstance(value, Period):
        return _dated(value)
    return _plain(value) if is_dataclass(value) else value


def _dated(record: Any) -> Row:
    """The format says ``from`` and ``to``, which Python lets no field be called."""
    called = {"since": "from", "until": "to"}
    return {called.get(name, name): value for name, value in _plain(record).items()}


def _made(record: Any) -> Row:
    return {**_plain(record), "maker": str(record.maker)}


def _made_and_dated(record: Any) -> Row:
    return {**_dated(record), "maker": str(record.maker)}


def _actor(actor: Actor) -> Row:
    return {**_plain(actor), "identifiers": dict(actor.identifiers)}


def _mention(mention: Mention) -> Row:
    return {name: getattr(mention, name) for name in ("document", "start", "end", "text", "kind", "actor")}


def _relation(relation: Relation) -> Row:
    """Its sides by actor, with the words they are printed with beside them."""
    sides = {"subject": relation.subject, "object": relation.object}
    texts = {f"{side}_text": party.text for side, party in sides.items()}
    return {**_made_and_dated(relation), **{side: party.actor for side, party in sides.items()}, **texts}


_SHAPES: dict[type, Callable[[Any], Row]] = {
    Document: _plain,
    Claim: _made,
    Actor: _actor,
    Mention: _mention,
    Relation: _relation,
    Event: _made,
    Time: _made_and_dated,
    Quantity: _made,
    Loaded: _made,
    Cluster: _plain,
    Copy: _plain,
    Decision: _plain,
    Skipped: _plain,
}
