"""RSS and Atom: an entry with its full text is a document; of any other the link is fetched."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Iterator
from typing import Any

from rawi.errors import DamagedInput, FetchError
from rawi.reading import kinds
from rawi.reading.fetch import fetch, host, is_url
from rawi.reading.limits import Limits
from rawi.reading.streams import Source, slurp
from rawi.records import Given, Original, Skipped

FULL_TEXT = 600
"""Characters of text from which an entry's own content counts as the article and not as a teaser."""
_TAG = re.compile(r"<[^>]*>")
_ENTITY = re.compile(rb"<!ENTITY", re.I)


def entries(source: Source, limits: Limits) -> Iterator[Original | Skipped]:
    """Each entry of a feed as an Original, or as a Skipped where its link leads nowhere. Raises DamagedInput for what is no feed."""
    import feedparser

    data = slurp(source.stream, limits.max_bytes, source.name)
    if _ENTITY.search(data):
        raise DamagedInput(f"{source.name}: it declares XML entities, which feeds have no need of; remove the DOCTYPE if you trust it")
    feed = feedparser.parse(data)
    if not feed.entries or not feed.version:
        raise DamagedInput(f"{source.name}: neither an RSS nor an Atom feed with entries in it; give the articles themselves")
    outlet = _words(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, 1):
        yield _entry(entry, outlet, number, source, limits)


def _entry(entry: Any, outlet: str | None, number: int, source: Source, limits: Limits) -> Original | Skipped:
    link, name = entry.get("link"), f"{source.name}:{number}"
    path = f"{source.path}:{number}" if source.path else None
    given = _given(entry, outlet)
    body = max([*(part.value for part in entry.get("content", ())), entry.get("summary", "")], key=len)
    if len(_TAG.sub(" ", body)) >= FULL_TEXT:
        page = f"<!doctype html><html><body><article>{body}</article></body></html>".encode("utf-8", "replace")
        return Original(data=page, path=path, url=link, media_type=f"{kinds.HTML}; charset=utf-8", given=given)
    if not link or not is_url(link):
        return Skipped(path=name, reason=f"{name}: an entry with neither its text nor a web link; give the article itself")
    try:
        found = fetch(link, limits, trusted=host(source.url) if source.url else None)
    except FetchError as problem:
        return Skipped(path=path or link, reason=str(problem))
    media_type = found.media_type if kinds.plain(found.media_type) else kinds.sniff(found.data[:4096])
    return Original(data=found.data, path=path, url=found.url, media_type=media_type, given=given)


def _given(entry: Any, outlet: str | None) -> Given:
    names = [person.get("name") for person in entry.get("authors", ())] or [entry.get("author")]
    moment = entry.get("published_parsed")
    return Given(
        external_id=entry.get("id"),
        outlet=outlet,
        title=_words(entry.get("title")),
        authors=tuple(filter(None, map(_words, names))),
        published=time.strftime("%Y-%m-%d", moment) if moment else None,
    )


def _words(markup: str | None) -> str | None:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split()) or None if markup else None
