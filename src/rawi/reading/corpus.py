"""JSON Lines corpora: one document a line, ``text`` required, a few optional fields, and nothing else looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from rawi.errors import DamagedInput, InputError, TooLarge
from rawi.reading.kinds import CORPUS
from rawi.reading.limits import Limits
from rawi.reading.shapes import Extracted
from rawi.reading.streams import Source
from rawi.records import Given, Original, Skipped

STRINGS = ("outlet", "title", "published", "language")
PEOPLE = ("authors", "translators")
# What no encoder takes, one for one, so that offsets into a corpus's text keep their meaning.
UNSTORABLE = {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def lines(source: Source, limits: Limits) -> Iterator[Original | Skipped]:
    """Each line of a corpus as an Original; a bad or over-long line as a Skipped that names its number."""
    for number, line in enumerate(_bounded_lines(source.stream, limits.max_line_bytes), 1):
        name = f"{source.name}:{number}"
        if line is None:
            reason = f"{name}: the line is longer than {limits.max_line_bytes:,} bytes; split its text into documents"
            yield Skipped(path=name, reason=reason)
        elif line:
            yield _line(name, line)


def _bounded_lines(stream: IO[bytes], limit: int) -> Iterator[bytes | None]:
    """Lines without their ends, None for one over ``limit``, of which no more than ``limit`` bytes are ever held."""
    first = True
    while line := stream.readline(limit + 1):
        whole = line.endswith(b"\n") or len(line) <= limit
        while not whole:
            whole = not (line := stream.readline(limit)) or line.endswith(b"\n")
            if whole:
                line = b""
                yield None
        if line:
            yield (line.removeprefix(b"\xef\xbb\xbf") if first else line).strip()
        first = False


def _line(name: str, data: bytes) -> Original | Skipped:
    try:
        row = parse(data, name)
    except InputError as problem:
        return Skipped(path=name, reason=str(problem))
    return Original(data=data, path=name, url=row.url, media_type=CORPUS, given=row.found)


def extract(original: Original, limits: Limits) -> Extracted:
    """The text of one corpus line, exactly as given. Raises DamagedInput or TooLarge."""
    if len(original.data) > limits.max_line_bytes:
        raise TooLarge(f"{original.name}: the line is longer than {limits.max_line_bytes:,} bytes; split its text into documents")
    return parse(original.data, original.name)


def parse(data: bytes, name: str) -> Extracted:
    """A corpus line's text, URL and metadata. Raises DamagedInput where it is not what a corpus line must be."""
    try:
        if b"\x00" in data:  # json.loads would take UTF-16, whose lines this is not how to split
            raise DamagedInput(f"{name}: not UTF-8; save the corpus as UTF-8")
        row = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise DamagedInput(f"{name}: not UTF-8; save the corpus as UTF-8") from None
    except (ValueError, RecursionError) as problem:
        raise DamagedInput(f"{name}: not a JSON object ({problem}); a corpus has one whole object a line") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise DamagedInput(f'{name}: no "text"; a corpus line is an object whose "text" is a string')
    stored = row["text"].translate(UNSTORABLE)
    notes = () if stored == row["text"] else ("characters that cannot be stored were replaced one for one",)
    strings: dict[str, str | None] = {key: _string(row, key, name) for key in (*STRINGS, "url", "id")}
    url, external_id = strings.pop("url"), strings.pop("id")
    people = {key: _people(row, key, name) for key in PEOPLE}
    given = Given(external_id=external_id, authors=people["authors"], translators=people["translators"], **strings)
    return Extracted(text=stored, found=given, url=url, notes=notes)


def _string(row: dict[str, Any], key: str, name: str) -> str | None:
    value = row.get(key)
    if key == "id" and isinstance(value, int):
        value = str(value)
    if value is not None and not isinstance(value, str):
        raise DamagedInput(f'{name}: "{key}" is not a string; write it between quotation marks or leave it out')
    return value.translate(UNSTORABLE).strip() or None if value else None


def _people(row: dict[str, Any], key: str, name: str) -> tuple[str, ...]:
    value = row.get(key) or []
    people = [value] if isinstance(value, str) else value
    if not isinstance(people, list) or not all(isinstance(person, str) for person in people):
        raise DamagedInput(f'{name}: "{key}" is not a list of strings; write ["First Last", ...] or leave it out')
    return tuple(person.translate(UNSTORABLE).strip() for person in people if person.strip())
