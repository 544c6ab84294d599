"""FollowTheMoney entities made into a pack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from rawi.packs.checking import is_date
from rawi.packs.gathering import Draft, Gathering, Link, Ref, clean
from rawi.packs.slices import Entity
from rawi.packs.tables import tables

SCHEME = "followthemoney"
_ITEM = re.compile(r"Q[1-9][0-9]*")
_SHARE = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*%?\s*")


def recognises(entity: Entity) -> bool:
    """Whether it has the form of a FollowTheMoney entity."""
    return isinstance(entity.get("schema"), str) and isinstance(entity.get("properties"), dict)


def gather(entities: Iterable[Entity], into: Gathering, cited: str) -> None:
    """Keep the actors and ties among the entities; ``cited`` is the source of those that name no page."""
    table = tables()["followthemoney"]
    for entity in entities:
        if not recognises(entity):
            into.left.count("not a FollowTheMoney entity")
        elif entity["schema"] in table["kinds"]:
            _actor(entity, into, cited)
        elif entity["schema"] in table["ties"]:
            for link in _links(entity, table["ties"][entity["schema"]]):
                into.link(link)
        else:
            into.left.count("entity of a schema that is neither an actor's nor a tie's")


def _actor(entity: Entity, into: Gathering, cited: str) -> None:
    table = tables()["followthemoney"]
    own = " ".join(clean([entity.get("id")], into.left))
    if not own:
        into.left.count("actor without an id")
        return
    schemes = [(SCHEME, own), *(("wikidata", item) for item in _values(entity, "wikidataId")[:1] if _ITEM.fullmatch(item))]
    into.add(
        Draft(
            identifiers=tuple(schemes),
            kind=table["kinds"][entity["schema"]],
            names=tuple(clean(_names(entity, table["names"]), into.left)),
            sources=tuple(clean(_values(entity, "sourceUrl"), into.left)) or (cited,),
            country=_country(entity, into),
            of=next(((SCHEME, body) for body in _values(entity, "organization")), None) if entity["schema"] == "Position" else None,
        )
    )


def _names(entity: Entity, keys: Iterable[str]) -> Iterator[str]:
    """The caption first where it is one of the names: exporters put the best there."""
    names = [name for key in keys for name in _values(entity, key)]
    if entity.get("caption") in names:
        yield entity["caption"]
    yield from names


def _country(entity: Entity, into: Gathering) -> Ref | None:
    keys: list[str] = tables()["followthemoney"]["country"]
    codes = next((found for key in keys if (found := sorted(set(_values(entity, key))))), [])
    if len(codes) > 1:
        into.left.count("country, where an actor has several")
    return ("iso3166", codes[0].upper()) if len(codes) == 1 else None


def _links(entity: Entity, tie: dict[str, str]) -> Iterator[Link]:
    since, until = _date(entity, "startDate"), _date(entity, "endDate")
    source = next((url for url in _values(entity, "sourceUrl") if url.isprintable()), None)
    kind = tie["lesser"] if "share" in tie and _is_half_or_less(_values(entity, tie["share"])) else tie["kind"]
    for subject, other in product(_values(entity, tie["subject"]), _values(entity, tie["object"])):
        yield Link((SCHEME, subject), kind, (SCHEME, other), since, until, source)


def _is_half_or_less(shares: Iterable[str]) -> bool:
    stated = [float(found[1]) for share in shares if (found := _SHARE.fullmatch(share))]
    return bool(stated) and max(stated) <= 50


def _date(entity: Entity, key: str) -> str | None:
    return next((date[:10] for date in sorted(_values(entity, key)) if is_date(date[:10])), None)


def _values(entity: Entity, key: str) -> list[str]:
    """A property's texts; a property is a list, but some writers leave the brackets out."""
    value: Any = entity["properties"].get(key) or []
    return [text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str) and text.strip()]
