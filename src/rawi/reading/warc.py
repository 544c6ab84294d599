"""Web archives: the pages, texts and PDFs that a crawl was answered with."""

from __future__ import annotations

from collections.abc import Iterator

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
    for record in ArchiveIterator(source.stream, record_types=wanted, parse_http=True, auto_decode="all"):
        found = True
        http = record.http_headers
        media_type = record.http_content_type if http is None else http.get("Content-Type")
        if kinds.plain(media_type) not in READ or (http is not None and http.status_code != 200):
            continue
        url = record.headers.get("WARC-Target-URI")
        data = record.reader.read(limits.max_bytes + 1)
        if len(data) > limits.max_bytes:
            yield Skipped(path=url, reason=f"{url}: larger than {limits.max_bytes:,} bytes; split it")
        elif not data and record.content_length > 0:
            raise DamagedInput(f"{source.name}: cut off within {url}; get a whole copy")
        else:
            given = Given(captured=record.headers.get("WARC-Date"))
            yield Original(data=data, path=source.path, url=url, media_type=media_type, given=given)
    if not found:
        raise EmptyInput(f"{source.name}: no pages in it that could be read; get a whole copy of the archive")
