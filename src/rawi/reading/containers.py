"""What holds documents, and what is one: every stream found becomes Originals or says why not."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace

from rawi.errors import DamagedInput, EmptyInput, EncryptedInput, RawiError, TooLarge
from rawi.reading import corpus, feeds, kinds, warc
from rawi.reading.limits import MIB, Limits
from rawi.reading.streams import Bounded, Source, slurp
from rawi.records import Original, Skipped

NOISE = frozenset({".DS_Store", ".git", ".svn", ".hg", "__MACOSX", "Thumbs.db", "desktop.ini", ".gitignore", ".gitattributes"})
_SMALL = 4 * MIB
"""Unpacked bytes below which a high ratio harms nobody."""


def unpack(source: Source, limits: Limits) -> Iterator[Original | Skipped]:
    """The documents in ``source``, one at a time; whatever is wrong with it is a Skipped with the reason."""
    opened = _OPENERS.get(kinds.plain(source.media_type) or "", _single)
    empty = True
    try:
        for item in opened(source, limits):
            empty = False
            yield item
        if empty:
            raise EmptyInput(f"{source.name}: no documents in it; give a file that has some")
    except RawiError as problem:
        yield Skipped(path=source.path or source.url, reason=str(problem))
    except Exception as problem:  # any parser may raise anything on bytes made to break it
        reason = f"{source.name}: damaged or cut off ({type(problem).__name__}: {problem}); get a whole copy"
        yield Skipped(path=source.path or source.url, reason=reason)


def unknown(name: str) -> str:
    """Why a thing of this name is not read."""
    ending = kinds.suffix(name)
    return f"{name}: rawi has no reader for {ending or 'this kind of'} files; convert it to .txt, .html, .pdf or .docx"


def _single(source: Source, limits: Limits) -> Iterator[Original | Skipped]:
    data = slurp(source.stream, limits.max_bytes, source.name)
    yield Original(data=data, path=source.path, url=source.url, media_type=source.media_type)


def _gunzip(source: Source, limits: Limits) -> Iterator[Original | Skipped]:
    _descend(source, limits)
    if (kinds.by_name(source.name.removesuffix(".gz")) or "") == kinds.WARC:
        yield from warc.pages(source, limits)  # each record is a gzip member of its own, which fastwarc follows
        return
    allowed = limits.archive_bytes if source.size is None else min(limits.archive_bytes, max(_SMALL, source.size * limits.archive_ratio))
    inner = io.BufferedReader(Bounded(gzip.GzipFile(fileobj=source.stream), allowed, source.name))
    head = inner.peek(4096)[:4096]
    media_type = kinds.by_name(source.name[: -len(".gz")]) or kinds.sniff(head)
    if media_type is None:
        raise DamagedInput(f"{source.name}: holds neither text nor a document; unpack it and give what is to be read")
    yield from unpack(replace(source, stream=inner, media_type=media_type, size=None, depth=source.depth + 1), limits)


def _unzip(source: Source, limits: Limits) -> Iterator[Original | Skipped]:
    _descend(source, limits)
    stream = source.stream if source.depth == 0 else io.BytesIO(slurp(source.stream, limits.max_bytes, source.name))
    with zipfile.ZipFile(stream) as archive:
        if "word/document.xml" in archive.namelist():  # an office file without its name
            stream.seek(0)
            yield from _single(replace(source, stream=stream, media_type=kinds.DOCX), limits)
            return
        members = sorted((member for member in archive.infolist() if not member.is_dir()), key=lambda member: member.filename)
        _check_totals(source.name, members, limits)
        for member in members:
            if not NOISE.isdisjoint(member.filename.split("/")):
                continue
            path = f"{source.name}/{member.filename}"
            refusal = _refusal(member, path, limits)
            if refusal:
                yield Skipped(path=path, reason=refusal)
            else:
                yield from _member(archive, member, path, source, limits)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: str, source: Source, limits: Limits) -> Iterator[Original | Skipped]:
    try:
        with archive.open(member) as stream:
            media_type = kinds.by_name(member.filename)
            if media_type is None:
                yield Skipped(path=path, reason=unknown(path))
                return
            inner = Source(
                stream=stream, media_type=media_type, path=path, url=source.url, size=member.compress_size, depth=source.depth + 1
            )
            yield from unpack(inner, limits)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as problem:
        yield Skipped(path=path, reason=f"{path}: cannot be unpacked ({problem}); get a whole copy of the archive")


def _descend(source: Source, limits: Limits) -> None:
    if source.depth >= limits.archive_depth:
        raise TooLarge(f"{source.name}: archives nested deeper than {limits.archive_depth}; unpack the outer ones by hand")


def _check_totals(name: str, members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > limits.archive_members:
        raise TooLarge(f"{name}: more than {limits.archive_members:,} files in it; unpack it by hand if you trust it")
    if sum(member.file_size for member in members) > limits.archive_bytes:
        raise TooLarge(f"{name}: unpacks to more than {limits.archive_bytes:,} bytes; unpack it by hand if you trust it")


def _refusal(member: zipfile.ZipInfo, path: str, limits: Limits) -> str | None:
    if member.flag_bits & 1:
        return str(EncryptedInput(f"{path}: locked by a password; give rawi an unlocked copy"))
    if ".." in member.filename.split("/") or member.filename.startswith(("/", "\\")):
        return f"{path}: its name points outside the archive; rename it"
    if member.file_size > max(_SMALL, member.compress_size * limits.archive_ratio):
        return f"{path}: unpacks to far more than it should (a decompression bomb?); unpack it by hand if you trust it"
    return None


_OPENERS: dict[str, Callable[[Source, Limits], Iterator[Original | Skipped]]] = {
    kinds.ZIP: _unzip,
    kinds.GZIP: _gunzip,
    kinds.WARC: warc.pages,
    kinds.CORPUS: corpus.lines,
    kinds.FEED: feeds.entries,
}
