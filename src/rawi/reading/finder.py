"""The documents that paths, URLs and standard input stand for, one at a time and in a stable order."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator

from rawi.errors import FetchError
from rawi.reading import kinds
from rawi.reading.containers import NOISE, unknown, unpack
from rawi.reading.fetch import fetch, host, is_url
from rawi.reading.limits import DEFAULT, Limits
from rawi.reading.streams import Replayed, Source, buffered, shown
from rawi.records import Original, Skipped

HEAD = 4096
_LEDGER = (".db", ".db-wal", ".db-shm", ".db-journal")
_SQLITE = b"SQLite format 3\x00"
_ODD = ((stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"))


def find(paths: Iterable[str], limits: Limits = DEFAULT) -> Iterator[Original | Skipped]:
    """Every document that ``paths`` stand for, lazily, holding one at a time.

    A path is a file, a folder (read recursively, sorted by name), ``-`` for standard input, or an http(s) URL. What cannot be
    found or opened comes as a Skipped with its reason; nothing is raised.
    """
    for path in paths:
        if path == "-":
            yield from _standard_input(limits)
        elif is_url(path):
            yield from _url(path, limits)
        else:
            yield from _path(path, limits)


def _standard_input(limits: Limits) -> Iterator[Original | Skipped]:
    stream = sys.stdin.buffer
    head = stream.read(HEAD)
    media_type = kinds.sniff(head)
    if media_type is None:
        yield Skipped(path=None, reason="standard input: neither text nor a document that rawi reads")
        return
    rest = buffered(Replayed(head, stream))
    if media_type == kinds.ZIP:  # a zip's list of members is at its end
        rest = io.BytesIO(rest.read(limits.max_bytes + 1))
    yield from unpack(Source(stream=rest, media_type=media_type), limits)


def _url(url: str, limits: Limits) -> Iterator[Original | Skipped]:
    try:
        page = fetch(url, limits, trusted=host(url))
    except FetchError as problem:
        yield Skipped(path=url, reason=str(problem))
        return
    media_type = _type_of_page(page.media_type, page.url, page.data[:HEAD])
    if media_type is None:
        yield Skipped(path=url, reason=f"{url}: rawi has no reader for {page.media_type or 'what is there'}")
        return
    yield from unpack(Source(stream=io.BytesIO(page.data), media_type=media_type, url=page.url, size=len(page.data)), limits)


def _type_of_page(header: str, url: str, head: bytes) -> str | None:
    """The header's word, except where it is none or generic: many servers call JSON Lines, feeds and PDFs plain bytes or text."""
    said = kinds.plain(header)
    if said is None or said == kinds.TEXT:
        named = kinds.by_name(url.partition("?")[0]) if "/" in url.partition("://")[2] else None
        sniffed = kinds.sniff(head)
        return (
            (named if named and sniffed else None) or (header if said else None) or (sniffed if not header or "octet" in header else None)
        )
    return header


def _path(path: str, limits: Limits) -> Iterator[Original | Skipped]:
    """A path the user named. Folders are walked with a list of what is still to do, since nesting may be deeper than the stack."""
    todo = [path]
    while todo:
        current = todo.pop()
        try:
            if stat.S_ISDIR(os.stat(current).st_mode):  # noqa: PTH116 (bytes that are not UTF-8 make pathlib no safer)
                kept, passed = _listing(current)
                yield from passed
                todo.extend(reversed(kept))
            else:
                yield from _file(current, limits, named=current == path)
        except (OSError, ValueError) as problem:
            yield Skipped(path=shown(current), reason=f"{shown(current)}: {_trouble(problem)}")


def _trouble(problem: OSError | ValueError) -> str:
    if isinstance(problem, FileNotFoundError):
        return "there is no such file or folder; check the path"
    if isinstance(problem, PermissionError):
        return "not allowed to open it; change its permissions"
    return f"cannot be opened ({getattr(problem, 'strerror', None) or problem})"


def _listing(folder: str) -> tuple[list[str], list[Skipped]]:
    """What to read in a folder, sorted by name, and what is passed over in it."""
    kept, passed = [], []
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: os.fsencode(entry.name))
    for entry in found:
        if entry.name in NOISE or entry.name.endswith(_LEDGER):
            continue
        name = shown(entry.path)
        if entry.name.startswith("."):
            passed.append(Skipped(path=name, reason=f"{name}: hidden; name it to have it read"))
        elif entry.is_symlink() and entry.is_dir():
            passed.append(Skipped(path=name, reason=f"{name}: a link to a folder, which may lead in circles; name the folder itself"))
        else:
            kept.append(entry.path)
    return kept, passed


def _file(path: str, limits: Limits, *, named: bool) -> Iterator[Original | Skipped]:
    status = os.stat(path)  # noqa: PTH116
    name = shown(path)
    for is_odd, called in _ODD:
        if is_odd(status.st_mode):
            yield Skipped(path=name, reason=f"{name}: {called}, not a file; pipe it into `rawi read -`")
            return
    with open(path, "rb") as stream:  # noqa: PTH123
        media_type = kinds.by_name(name)
        if media_type is None:
            head = stream.read(HEAD)
            stream.seek(0)
            if head.startswith(_SQLITE) and not named:  # a ledger lying among the articles
                return
            media_type = kinds.sniff(head) if not kinds.suffix(name) else None
        if media_type is None:
            yield Skipped(path=name, reason=unknown(name))
            return
        yield from unpack(Source(stream=stream, media_type=media_type, path=name, size=status.st_size), limits)
