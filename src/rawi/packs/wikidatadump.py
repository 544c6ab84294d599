"""Wikidata items made into a pack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from rawi.packs.checking import is_date
from rawi.packs.gathering import Draft, Gathering, Link, Ref, clean
from rawi.packs.slices import Entity
from rawi.packs.tables import tables
from rawi.records import ActorKind

SCHEME = "wikidata"
PAGE = "https://www.wikidata.org/wiki/"
_ITEM = re.compile(r"Q[1-9][0-9]*")
_TIME = re.compile(r"\+([0-9]{4})-([0-9]{2})-([0-9]{2})T")
_PRECISION = {9: 4, 10: 7, 11: 10}
"""Wikidata's year, month and day, in characters of an ISO date."""
_INSTANCE_OF, _START, _END, _ISO = "P31", "P580", "P582", "P297"


def recognises(entity: Entity) -> bool:
    """Whether it has the form of a Wikidata item."""
    return isinstance(entity.get("id"), str) and bool(_ITEM.fullmatch(entity["id"])) and any(key in entity for key in ("labels", "claims"))


def gather(entities: Iterable[Entity], into: Gathering) -> None:
    """Keep the actors among the items, and the ties that their statements say."""
    for entity in entities:
        if not recognises(entity):
            into.left.count("not a Wikidata item")
        elif kind := _kind(entity):
            _actor(entity, kind, into)
        elif _values(entity, _INSTANCE_OF):
            into.left.count("item that is a place, a work, a happening or the like")
        else:
            into.left.count("item that does not say what it is (P31)")


def _actor(entity: Entity, kind: ActorKind, into: Gathering) -> None:
    table = tables()["wikidata"]
    schemes: list[Ref] = [(SCHEME, entity["id"])]
    if kind == "country":
        schemes += [("iso3166", code) for code in clean(_values(entity, _ISO)[:1], into.left)]
    into.add(
        Draft(
            identifiers=tuple(schemes),
            kind=kind,
            names=tuple(clean(_names(entity), into.left)),
            sources=(PAGE + entity["id"],),
            country=None if kind == "country" else _country(entity, table["country"].get(kind, table["country"]["other"]), into),
            of=next((_ref(item) for key in table["office_of"] for item in _items(entity, key)), None) if kind == "office" else None,
        )
    )
    for key, tie in table["ties"].items():
        for statement in _statements(entity, key):
            for link in _links(entity["id"], statement, tie, table["over"]):
                into.link(link)


@cache
def _kinds() -> Mapping[str, str]:
    return {item: kind for kind, classes in tables()["wikidata"]["kinds"].items() for item in classes}


def _kind(entity: Entity) -> ActorKind | None:
    """What it is by its classes; an organization where these are not in the table and nothing speaks against it."""
    table = tables()["wikidata"]
    classes = _items(entity, _INSTANCE_OF)
    found = {_kinds()[item] for item in classes if item in _kinds()}
    first: ActorKind | str | None = next((kind for kind in table["kinds"] if kind in found), None)
    if first is None and classes and not any(_statements(entity, key) for key in table["not_actors"]):
        return "organization"
    return None if first is None or first == "none" else first  # type: ignore[return-value]  # the table's keys are kinds; a test holds it


def _names(entity: Entity) -> Iterator[object]:
    """Its own name first, then the English aliases and what other languages call it."""
    table = tables()["wikidata"]
    labels, aliases = _part(entity, "labels"), _part(entity, "aliases")
    yield from (_text(labels.get(code)) for code in table["own"])
    for code in table["own"]:
        several = aliases.get(code)
        yield from (_text(alias) for alias in (several if isinstance(several, list) else []))
    yield from (_text(labels.get(code)) for code in table["languages"])


def _country(entity: Entity, key: str, into: Gathering) -> Ref | None:
    """The one it is of: what has ended and what a preferred statement outranks do not count."""
    statements = _statements(entity, key)
    preferred = [statement for statement in statements if statement.get("rank") == "preferred"] or statements
    lasting = [statement for statement in preferred if not _part(statement, "qualifiers").get(_END)]
    items = {item for statement in lasting if (item := _item(_value(statement.get("mainsnak"))))}
    if len(items) > 1:
        into.left.count("country, where an actor has several")
    return _ref(items.pop()) if len(items) == 1 else None


def _links(item: str, statement: Entity, tie: Mapping[str, str], over: Mapping[str, str]) -> Iterator[Link]:
    value = _item(_value(statement.get("mainsnak")))
    if value is None:
        return
    subject, other = (item, value) if tie["item"] == "subject" else (value, item)
    ends = _part(statement, "qualifiers").get(_END)
    until = _date(ends)
    kind = over.get(tie["kind"], tie["kind"]) if ends and until is None else tie["kind"]
    yield Link(_ref(subject), kind, _ref(other), _date(_part(statement, "qualifiers").get(_START)), until, PAGE + item)


def _date(snaks: object) -> str | None:
    """An ISO date as precise as Wikidata has it, None where it is unknown or not of our era."""
    for snak in snaks if isinstance(snaks, list) else ():
        value = _value(snak)
        if isinstance(value, dict) and (found := _TIME.match(str(value.get("time")))) and value.get("precision") in _PRECISION:
            text = "-".join(found.groups())[: _PRECISION[value["precision"]]]
            return text if is_date(text) else None
    return None


def _statements(entity: Entity, key: str) -> list[Entity]:
    found = _part(entity, "claims").get(key)
    rows = found if isinstance(found, list) else []
    return [row for row in rows if isinstance(row, dict) and row.get("rank") != "deprecated"]


def _values(entity: Entity, key: str) -> list[object]:
    return [value for row in _statements(entity, key) if (value := _value(row.get("mainsnak"))) is not None]


def _items(entity: Entity, key: str) -> list[str]:
    return [item for value in _values(entity, key) if (item := _item(value))]


def _value(snak: object) -> object:
    """What a snak says; None where that is unknown, or nothing."""
    return _part(snak, "datavalue").get("value") if isinstance(snak, dict) and snak.get("snaktype", "value") == "value" else None


def _item(value: object) -> str | None:
    """The id of the item that a value is; old dumps have only its number."""
    if not isinstance(value, dict):
        return None
    item = value.get("id") or f"Q{value.get('numeric-id')}"
    return item if isinstance(item, str) and _ITEM.fullmatch(item) else None


def _part(entity: object, key: str) -> dict[str, Any]:
    """A mapping within one; empty lists stand for empty mappings in dumps."""
    found = entity.get(key) if isinstance(entity, dict) else None
    return found if isinstance(found, dict) else {}


def _text(label: object) -> object:
    return label.get("value") if isinstance(label, dict) else None


def _ref(item: str) -> Ref:
    return SCHEME, item
