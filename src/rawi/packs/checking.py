"""Every fault of a pack's data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, get_args

from rawi.packs.schema import Known, Pack
from rawi.records import ActorKind

LONGEST = 200
"""Characters from which a name is no name that news would print."""
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
"""Control characters, with those that turn the direction of the text around them: a file with these does not say what it shows."""
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")
_KEYS = {f.name for f in fields(Known)}
_NAMES = ("names", "hostile", "adjectives", "people", "seats", "metonyms")
_LISTS = (*_NAMES, "sources")
_REFERENCES = ("country", "part_of", "of")
_TEXTS = ("id", "name", "kind", "capital", *_REFERENCES)
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

Row = Mapping[str, Any]


def faults(data: object, others: Iterable[Pack] = ()) -> Iterator[str]:
    """Yield what is wrong with a pack's data; ``others`` are the packs beside it, whose actors it may refer to."""
    if not (isinstance(data, dict) and {"pack", "title", "actors"} == data.keys() and isinstance(data["actors"], list)):
        yield "a pack has the keys pack, title and actors, and actors is a list"
        return
    if not (isinstance(data["pack"], str) and SLUG.fullmatch(data["pack"])):
        yield f"pack: {data['pack']!r} is no slug of lower-case letters, digits and hyphens"
    if not _is_text(data["title"]) or UNPRINTABLE.search(data["title"]):
        yield "title: say in one line what the pack holds"
    rows = [row for row in data["actors"] if isinstance(row, dict)]
    if len(rows) < len(data["actors"]):
        yield "an entry of actors is no mapping: each begins with '- id: ...'"
    elsewhere = {actor.id: pack.name for pack in others if pack.name != data["pack"] for actor in pack.actors}
    yield from _clashes(rows, elsewhere)
    ids = elsewhere.keys() | {row["id"] for row in rows if isinstance(row.get("id"), str)}
    for row in rows:
        yield from (f"{row.get('id')}: {fault}" for fault in _row_faults(row, ids))


def _clashes(rows: Sequence[Row], elsewhere: Mapping[str, str]) -> Iterator[str]:
    ids = Counter(str(row.get("id")) for row in rows)
    yield from (f"{id_}: the id stands {n} times" for id_, n in ids.items() if n > 1)
    yield from (f"{id_}: another pack has an actor with this id: {elsewhere[id_]}" for id_ in ids if id_ in elsewhere)
    first: dict[tuple[str, str], object] = {}
    for row in rows:
        who = str(row.get("name")), str(row.get("kind"))
        if (other := first.setdefault(who, row.get("id"))) != row.get("id"):
            yield f"{row.get('id')}: {other} has the same name and kind; make them one, or say in the name which is which"


def _row_faults(row: Row, ids: set[str]) -> Iterator[str]:
    if unknown := row.keys() - _KEYS:
        yield f"no such keys: {', '.join(sorted(map(str, unknown)))}"
    if missing := {"id", "name", "kind", "sources"} - row.keys():
        yield f"it lacks {', '.join(sorted(missing))}"
    if shapes := list(_shape_faults(row)):
        yield from shapes
        return
    if not SLUG.fullmatch(row.get("id", "a")):
        yield "an id is a slug of lower-case letters, digits and hyphens"
    if row.get("kind") not in get_args(ActorKind):
        yield f"kind is one of {', '.join(get_args(ActorKind))}, not {row.get('kind')!r}"
    yield from (
        f"only the kind {' or '.join(kinds)} has {key}" for key, kinds in _ONLY.items() if key in row and row.get("kind") not in kinds
    )
    yield from _text_faults(row)
    yield from (f"{key}: no actor has the id {row[key]!r}" for key in _REFERENCES if key in row and row[key] not in ids)
    for key, end in (("ties", "object"), ("holders", "person")):
        for number, part in enumerate(row.get(key, ()), 1):
            yield from (f"{key} {number}: {fault}" for fault in _part_faults(part, end, ids))


def _shape_faults(row: Row) -> Iterator[str]:
    """Values that are not what their key holds; nothing more can be said of such a row."""
    yield from (f"{key} is a text; put one like null between quotation marks" for key in _TEXTS if key in row and not _is_text(row[key]))
    for key in _LISTS:
        if key in row and not (isinstance(row[key], list) and all(map(_is_text, row[key]))):
            yield f"{key} is a list of texts; put a text with a colon or a comma between quotation marks"
    schemes = row.get("identifiers", {})
    if not (isinstance(schemes, dict) and all(isinstance(k, str) and _SCHEME.fullmatch(k) and _is_text(v) for k, v in schemes.items())):
        yield "identifiers name their schemes: {wikidata: Q796}"
    yield from (f"{key} is a list" for key in ("ties", "holders") if key in row and not isinstance(row[key], list))


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _text_faults(row: Row) -> Iterator[str]:
    own = [("name", row.get("name", "")), *((key, name) for key in ("names", "hostile") for name in row.get(key, ()))]
    yield from (f"the name {name!r} stands {n} times" for name, n in Counter(name for _, name in own).items() if n > 1)
    if not row.get("sources"):
        yield "it has no source: say where its names are public"
    words = [*own, *((key, word) for key in _NAMES[2:] for word in row.get(key, ())), ("capital", row.get("capital", ""))]
    for key, word in words:
        if len(word) > LONGEST:
            yield f"{key}: {word[:40]!r}... is longer than {LONGEST} characters; a name is what news prints"
    others = [*(("sources", text) for text in row.get("sources", ())), *row.get("identifiers", {}).items()]
    yield from (f"{key}: {text[:40]!r} {_CONTROL}" for key, text in (*words, *others) if UNPRINTABLE.search(text))


_CONTROL = "holds a control character; type it anew"


def _part_faults(part: object, end: str, ids: set[str]) -> Iterator[str]:
    wanted = {"kind", end, "source"} if end == "object" else {end, "source"}
    if not (isinstance(part, dict) and wanted <= part.keys() <= wanted | {"since", "until"} and all(map(_is_text, part.values()))):
        yield f"it has {', '.join(sorted(wanted))}, and since and until where known, each a text"
        return
    if part[end] not in ids:
        yield f"no actor has the id {part[end]!r}"
    yield from (f"{key}: {text[:40]!r} {_CONTROL}" for key, text in part.items() if UNPRINTABLE.search(text))
    dates = [key for key in ("since", "until") if key in part]
    wrong = [key for key in dates if not is_date(part[key])]
    yield from (f"{key}: {part[key]!r} is no date such as 2014, 2014-06 or 2014-06-10" for key in wrong)
    if len(dates) == 2 and not wrong and is_before(part["until"], part["since"]):
        yield f"it ends ({part['until']}) before it begins ({part['since']})"


def is_date(text: str) -> bool:
    """Whether it is an ISO date, precise to the year, the month or the day."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10] if len(text) < 10 else text)
    except ValueError:
        return False
    return True


def is_before(first: str, second: str) -> bool:
    """Whether one date is certainly before another, each as precise as it is: 2014 is not before 2014-06."""
    shared = min(len(first), len(second))
    return first[:shared] < second[:shared]
