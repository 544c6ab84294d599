"""Which media type a thing is of: by its name, and by its first bytes."""

from __future__ import annotations

import re

TEXT, MARKDOWN, HTML, PDF = "text/plain", "text/markdown", "text/html", "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL, MHTML = "message/rfc822", "multipart/related"
CORPUS, FEED = "application/x-ndjson", "application/rss+xml"
ZIP, GZIP, WARC = "application/zip", "application/gzip", "application/warc"

SUFFIXES = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".mhtml": MHTML,
    ".mht": MHTML,
    ".pdf": PDF,
    ".docx": DOCX,
    ".eml": MAIL,
    ".jsonl": CORPUS,
    ".ndjson": CORPUS,
    ".rss": FEED,
    ".atom": FEED,
    ".xml": FEED,
    ".zip": ZIP,
    ".gz": GZIP,
    ".warc": WARC,
}
ALIASES = {
    "application/xhtml+xml": HTML,
    "application/atom+xml": FEED,
    "application/xml": FEED,
    "text/xml": FEED,
    "application/jsonl": CORPUS,
    "application/x-jsonlines": CORPUS,
    "application/x-gzip": GZIP,
    "application/x-zip-compressed": ZIP,
    "application/x-pdf": PDF,
    "application/x-mimearchive": MHTML,
    "text/x-markdown": MARKDOWN,
}
KNOWN = frozenset(SUFFIXES.values())

MAGIC = (
    (b"%PDF-", PDF, "a PDF"),
    (b"PK\x03\x04", ZIP, "a zip archive or an office file"),
    (b"\x1f\x8b", GZIP, "a gzip file"),
    (b"WARC/1.", WARC, "a web archive"),
    (b"\x7fELF", None, "a program"),
    (b"MZ\x90", None, "a program"),
    (b"\x89PNG\r\n", None, "a picture"),
    (b"\xff\xd8\xff", None, "a picture"),
    (b"GIF8", None, "a picture"),
    (b"RIFF", None, "a recording or picture"),
    (b"ID3", None, "a recording"),
    (b"OggS", None, "a recording"),
    (b"BZh9", None, "a bzip2 file"),
    (b"\xfd7zXZ\x00", None, "an xz file"),
    (b"\x28\xb5\x2f\xfd", None, "a zstandard file"),
    (b"7z\xbc\xaf\x27\x1c", None, "a 7z archive"),
    (b"Rar!\x1a", None, "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", None, "an old office file"),
    (b"SQLite format 3\x00", None, "an SQLite database"),
)
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,8}$")
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|meta|title)\b", re.I | re.S)
_FEED = re.compile(rb"\s*(?:<\?xml[^>]*>)?.{0,2000}?<(?:rss|feed|rdf:RDF)\b", re.I | re.S)
_MAIL = re.compile(rb"(?:From|Return-Path|Received|Delivered-To|MIME-Version|Message-ID|Subject|Date): ", re.I)
_SNAPSHOT = re.compile(rb"Snapshot-Content-Location:|multipart/related", re.I)


def suffix(name: str) -> str:
    """The name's ending with its dot, in lower case, or the empty string."""
    found = _SUFFIX.search(name)
    return found[0].lower() if found else ""


def by_name(name: str) -> str | None:
    """The media type that a file name or URL path says."""
    return SUFFIXES.get(suffix(name))


def plain(media_type: str | None) -> str | None:
    """A media type without its parameters, under rawi's own spelling of it; None where nothing here reads it."""
    bare = (media_type or "").partition(";")[0].strip().lower()
    bare = ALIASES.get(bare, bare)
    return bare if bare in KNOWN else None


def magic(head: bytes) -> tuple[str | None, str] | None:
    """Of bytes that announce a format: its media type, if rawi reads it, and what to call it."""
    for start, media_type, called in MAGIC:
        if head.startswith(start):
            return media_type, called
    return None


def sniff(head: bytes) -> str | None:
    """The media type that a thing's first few thousand bytes say, None for unknown binary."""
    announced = magic(head)
    if announced:
        return announced[0]
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        return CORPUS
    if _MAIL.match(start):
        return MHTML if _SNAPSHOT.search(head) else MAIL
    if start.startswith(b"<"):
        return HTML if _HTML.match(start) else FEED if _FEED.match(start) else TEXT
    return TEXT if head.count(b"\x00") * 10 < len(head) or _is_wide(head) else None


def _is_wide(head: bytes) -> bool:
    """Whether every second byte is mostly NUL, as in UTF-16."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) * 2.5 > len(head) / 2 and min(even, odd) * 20 < max(even, odd)
