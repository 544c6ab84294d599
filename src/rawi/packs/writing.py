"""A pack as YAML, in the order of keys and the form that the shipped packs have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from rawi.packs.schema import Holder, Known, Pack, Tie

WIDTH = 140
_PLAIN = re.compile(r"[^\W\d_][\w .()/-]*(?<! )")
_MEANT = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_JOINERS = "\u200c\u200d"
"""What Persian and Kurdish names are spelt with, though it shows nothing."""
_UNIT = re.compile(r"\\(?:u.{4}|U.{8}|.)|[^\\]", re.S)


def dump(pack: Pack) -> str:
    """The pack as YAML that ``parse`` reads back to an equal one, in lines of at most 140 characters."""
    head = [f"pack: {_scalar(pack.name, 6, 2)}", f"title: {_scalar(pack.title, 7, 2)}", "actors:" if pack.actors else "actors: []"]
    return "\n".join([*head, *(line for actor in pack.actors for line in ("", *_actor(actor)))]) + "\n"


def _actor(actor: Known) -> Iterator[str]:
    start = "  - "
    for field in fields(actor):
        value = getattr(actor, field.name)
        if value not in (None, ()):
            for line in _entry(field.name, value):
                yield start + line
                start = "    "


def _entry(key: str, value: object) -> Iterator[str]:
    """The lines of one key, as if they stood at the left edge of an indent of four."""
    if isinstance(value, str):
        yield f"{key}: {_scalar(value, len(key) + 6, 6)}"
    elif key == "identifiers" and isinstance(value, tuple):
        yield from _mapping(f"{key}: ", dict(value), "  ")
    elif key in ("ties", "holders") and isinstance(value, tuple):
        yield f"{key}:"
        for part in value:
            yield from _mapping("  - ", _part(part), "    ")
    elif isinstance(value, tuple):
        yield from _list(key, value)


def _part(part: Tie | Holder) -> dict[str, str]:
    first = {"kind": part.kind, "object": part.object} if isinstance(part, Tie) else {"person": part.person}
    dates = {"since": part.since, "until": part.until}
    return first | {key: date for key, date in dates.items() if date is not None} | {"source": part.source}


def _mapping(start: str, rows: Mapping[str, str], indent: str) -> Iterator[str]:
    """On one line between braces where it fits, else one line a key."""
    short = f"{start}{{{', '.join(f'{key}: {_scalar(value)}' for key, value in rows.items())}}}"
    if len(short) + 4 <= WIDTH:
        yield short
        return
    before = start if start.endswith("- ") else indent
    if before is indent:
        yield start.rstrip()
    for key, value in rows.items():
        yield f"{before}{key}: {_scalar(value, len(indent) + len(key) + 6, len(indent) + 6)}"
        before = indent


def _list(key: str, texts: Iterable[str]) -> Iterator[str]:
    """On one line where it fits, else filled lines between brackets."""
    words = [_scalar(text) for text in texts]
    short = f"{key}: [{', '.join(words)}]"
    if len(short) + 4 <= WIDTH:
        yield short
        return
    yield f"{key}: ["
    line = ""
    for word, text in zip(words, texts, strict=True):
        longer = f"{line}, {word}" if line else word
        if line and len(longer) + 7 > WIDTH:
            yield f"  {line},"
            longer = word
        line = longer if len(longer) + 7 <= WIDTH else _scalar(text, 6, 8)
    yield f"  {line}"
    yield "]"


def _scalar(text: str, column: int = 0, indent: int | None = None) -> str:
    """``text`` as YAML; with an ``indent``, folded where it would pass the width when begun at ``column``."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _MEANT
    written = text if plain or _DAY.fullmatch(text) else f'"{"".join(map(_escaped, text))}"'
    if indent is None or column + len(written) + 1 <= WIDTH:
        return written
    return _folded(written if not plain else f'"{text}"', column, indent)


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if char.isprintable() or char in _JOINERS:
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def _folded(quoted: str, column: int, indent: int) -> str:
    """A text between quotation marks, broken by backslashes at the ends of lines."""
    lines, line, room = [], "", WIDTH - column - 2
    for unit in _UNIT.findall(quoted):
        if len(line) + len(unit) > room:
            lines.append(line + "\\")
            line, room = " " * indent, WIDTH - 2
            unit = "\\ " if unit == " " else unit  # a space at the beginning of a line would be taken for its indent
        line += unit
    return "\n".join([*lines, line])
