"""Invented articles, written out in every format that rawi reads: for tests, and to lie among hostile files."""

from __future__ import annotations

import gzip
import io
import json
import textwrap
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import docx


@dataclass(frozen=True, slots=True)
class Article:
    """One invented article."""

    title: str
    author: str
    outlet: str
    date: str
    paragraphs: tuple[str, ...]

    @property
    def body(self) -> str:
        """Its paragraphs, separated by blank lines."""
        return "\n\n".join(self.paragraphs)


def article(number: int) -> Article:
    """The ``number``th article of a river dispute; each differs from all others."""
    return Article(
        title=f"Ferry strike enters week {number + 2} on the Ombra river",
        author="Lena Okarro",
        outlet="The Ketran Herald",
        date=f"{1 + number % 27} May 2023",
        paragraphs=(
            f"Ferry crews on the Ombra river said on Monday that they would stay ashore for another {number + 3} days, after talks with "
            "the port authority broke down over unpaid wages and the dismissal of two captains.",
            f"“We have not been paid for {number + 40} shifts,” said Darrin Volke, who speaks for the crews’ union. He denied that the "
            "union had been offered a loan, as the port authority claimed in a statement on Sunday.",
            "The authority’s director, Mirra Halloway, told the Herald that the ferries would sail again with crews from the coast. "
            f"According to two harbour officials, at least {number + 5} boats have been made ready and their tanks filled.",
        ),
    )


def text(made: Article) -> bytes:
    """A text file with headline and byline."""
    return f"{made.title}\n\nBy {made.author}\n\n{made.date}\n\n{made.body}\n".encode()


def page(made: Article) -> bytes:
    """A web page with a menu, a script and comments."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in made.paragraphs)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{made.title} | {made.outlet}</title>
<meta property="og:site_name" content="{made.outlet}"><meta name="author" content="{made.author}"><script>var tracked = 1;</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav><article><h1>{made.title}</h1>{paragraphs}</article>
<div class="comments"><p>First! Nobody reads this.</p></div><footer>About us</footer></body></html>""".encode()


def pdf(pages: list[list[str]], encoding: str = "cp1252") -> bytes:
    """A PDF with the given lines on each page, set in Helvetica; an empty line leaves a paragraph's gap."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        content, top = [b"BT /F1 11 Tf"], 780
        for line in lines:
            escaped = line.encode(encoding).replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            content.append(b"1 0 0 1 60 %d Tm (%s) Tj" % (top, escaped) if line else b"")
            top -= 15
        stream = b"\n".join([*content, b"ET"])
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        resources = b"<< /Font << /F1 3 0 R >> >>"
        leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources %s /Contents %d 0 R >>"
        objects.append(leaf % (resources, len(objects)))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        table,
        size,
        len(out),
    )


def paper(made: Article) -> bytes:
    """A PDF of the article, its lines wrapped."""
    lines = [made.title, "", f"By {made.author}", "", made.date]
    for paragraph in made.paragraphs:
        lines += ["", *textwrap.wrap(paragraph, 80)]
    return pdf([lines])


def word(made: Article) -> bytes:
    """A Word file of the article."""
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = made.title, made.author
    for paragraph in made.paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def mail(made: Article) -> bytes:
    """An e-mail message with the article as its text."""
    head = f"From: {made.author} <lena@herald.example>\r\nSubject: {made.title}\r\nDate: Mon, 08 May 2023 09:00:00 +0000\r\n"
    return (head + 'MIME-Version: 1.0\r\nContent-Type: text/plain; charset="utf-8"\r\n\r\n' + made.body).encode()


def saved_page(made: Article) -> bytes:
    """A web page as browsers save it in one file."""
    head = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://herald.example/ferry\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="cut"\r\n\r\n--cut\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://herald.example/ferry\r\n\r\n"
    )
    return head.encode() + page(made) + b"\r\n--cut--\r\n"


def line(made: Article) -> bytes:
    """A corpus of one document."""
    row = {"id": made.title, "text": made.body, "outlet": made.outlet, "title": made.title, "authors": [made.author]}
    return json.dumps(row).encode() + b"\n"


def crawl(made: Article) -> bytes:
    """A web archive with the article's page in it."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(made)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        "WARC-Date: 2023-05-09T08:00:00Z\r\nWARC-Target-URI: https://herald.example/ferry\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def feed(made: Article) -> bytes:
    """An RSS feed with the article's full text in its one entry."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in made.paragraphs)
    return f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{made.outlet}</title>
<link>https://herald.example/</link><item><title>{made.title}</title><link>https://herald.example/ferry</link><dc:creator>{made.author}</dc:creator>
<pubDate>Mon, 08 May 2023 09:00:00 +0000</pubDate><content:encoded><![CDATA[{paragraphs}]]></content:encoded></item>
</channel></rss>""".encode()


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip archive of the given members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


FORMATS: dict[str, Callable[[Article], bytes]] = {
    ".txt": text,
    ".md": text,
    ".html": page,
    ".mhtml": saved_page,
    ".pdf": paper,
    ".docx": word,
    ".eml": mail,
    ".jsonl": line,
    ".rss": feed,
    ".warc": crawl,
    ".warc.gz": lambda made: gzip.compress(crawl(made)),
    ".jsonl.gz": lambda made: gzip.compress(line(made)),
    ".zip": lambda made: zipped({"inner/story.txt": text(made)}),
}
