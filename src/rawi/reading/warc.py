"""Web archives: the pages, texts and PDFs that a crawl was answered with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rawi.errors import DamagedInput, EmptyInput
from rawi.reading import kinds
from rawi.reading.limits import Limits
from rawi.reading.streams import Source
from rawi.records import Given, Original, Skipped

READ = (kinds.HTML, kinds.TEXT, kinds.PDF)


def pages(source: Source, limits: Limits) -> Iterator[Original | Skipped]:
    """Each page of a crawl as an Original with its URL; pictures, scripts and error pages are what an archive has beside them."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource
    found = False
    for record in ArchiveIterator(source.stream, record_types=wanted, parse_http=False):
        found = True
        yield from _page(record, source, limits)
    if not found:
        raise EmptyInput(f"{source.name}: no pages in it that could be read; get a whole copy of the archive")


def _page(record: Any, source: Source, limits: Limits) -> Iterator[Original | Skipped]:
    url, announced = record.headers.get("WARC-Target-URI"), record.content_length
    fits = announced <= limits.max_bytes
    if fits:
        record.freeze()  # fills in how much is really there
        if url is None or record.content_length < announced:
            raise DamagedInput(f"{source.name}: cut off within {url or 'a record'}; get a whole copy of the archive")
    if record.is_http:
        record.parse_http(auto_decode="all")
    http = record.http_headers
    media_type = http.get("Content-Type") if http else record.headers.get("Content-Type")
    if kinds.plain(media_type) not in READ or (http and http.status_code != 200):
        return
    data = record.reader.read(limits.max_bytes + 1) if fits else b""
    if not fits or len(data) > limits.max_bytes:
        yield Skipped(path=url, reason=f"{url}: larger than {limits.max_bytes:,} bytes; split it")
        return
    given = Given(captured=record.headers.get("WARC-Date"))
    yield Original(data=data, path=source.path, url=url, media_type=media_type, given=given)
