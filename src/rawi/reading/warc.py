"""Web archives: the pages, texts and PDFs that a crawl was answered with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from rawi.errors import DamagedInput
from rawi.reading import kinds
from rawi.reading.limits import Limits
from rawi.reading.streams import Bounded, Source
from rawi.records import Given, Original, Skipped

READ = (kinds.HTML, kinds.TEXT, kinds.PDF)


def pages(source: Source, limits: Limits) -> Iterator[Original | Skipped]:
    """Each page of a crawl as an Original with its URL; pictures, scripts and error pages are what an archive has beside them."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource
    with _seekable(source, limits) as stream:
        try:
            for record in ArchiveIterator(stream, record_types=wanted, parse_http=False):
                yield from _page(record, source, limits)
        except BaseException as problem:
            if type(problem).__name__ != "PanicException":  # fastwarc's Rust gives up on some damage with what is no Exception
                raise
            raise DamagedInput(f"{source.name}: damaged beyond what can be read; get a whole copy of the archive") from None


@contextmanager
def _seekable(source: Source, limits: Limits) -> Iterator[IO[bytes]]:
    """The stream itself, or a copy on disk of one that cannot be wound back, as fastwarc wants to."""
    if source.stream.seekable():
        yield source.stream
        return
    with SpooledTemporaryFile(max_size=limits.max_bytes) as copy:
        copyfileobj(Bounded(source.stream, limits.archive_bytes, source.name), copy)
        copy.seek(0)
        yield copy


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
