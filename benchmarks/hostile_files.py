"""Files made to break a reader: one maker a kind, each given a number so that no two files are alike."""

from __future__ import annotations

import gzip
import io
import os
import random
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.papers import article, crawl, feed, line, mail, page, paper, pdf, text, word, zipped
from pypdf import PdfReader, PdfWriter

MIB = 1024 * 1024
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "ha">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
FILE_ENTITY = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of hostile file: its ending, its bytes by number, and whether there is text in it that may rightly be read."""

    name: str
    suffix: str
    make: Callable[[int], bytes]
    readable: bool = False


def _noise(number: int, size: int = 4000) -> bytes:
    return random.Random(number).randbytes(size)


def _locked(number: int) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(paper(article(number)))))
    writer.encrypt("a secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _looped_pdf(number: int) -> bytes:
    return paper(article(number)).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")


def _pdf_bomb(number: int) -> bytes:
    packed = zlib.compress(b"(A) Tj " * (30 * MIB + number), 9)
    whole = pdf([["x"]])
    at = whole.index(b"4 0 obj")
    end = whole.index(b"endobj", at)
    stream = b"4 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\n" % (len(packed), packed)
    return whole[:at] + stream + whole[end:]


def _nested_zip(number: int) -> bytes:
    inner = zipped({f"{number}.txt": b"a" * (8 * MIB)})
    for depth in range(6):
        inner = zipped({f"{depth}-{copy}.zip": inner for copy in range(3)})
    return inner


def _broken_docx(number: int, document: str) -> bytes:
    import zipfile

    whole = zipfile.ZipFile(io.BytesIO(word(article(number))))
    members = {name: whole.read(name) for name in whole.namelist()}
    return zipped(members | {"word/document.xml": document.encode()})


def _locked_zip(number: int) -> bytes:
    made = bytearray(zipped({f"{number}.txt": text(article(number))}))
    made[6] |= 1
    made[made.index(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


def _multipart(number: int) -> bytes:
    depth = 3000 + number
    parts = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(depth))
    return ("From: a@b.example\r\nMIME-Version: 1.0\r\n" + parts).encode()


def _surrogates(number: int) -> bytes:
    broken = "Crews on the Ombra said \\ud83d they \\udc00 would wait " + f"{number} days for an answer from the port."
    return b'{"id": "\\udfff", "text": "' + broken.encode() + b'"}\n{"text": "\\ud800"\n'


def _scripts(number: int) -> bytes:
    scripts = "".join(f"<script>document.write('{number}-{n}' + '<p>said</p>')</script>" for n in range(500))
    return b"<html><body>" + scripts.encode() + b"<div onclick='steal()'></div></body></html>"


def _scripted_page(number: int) -> bytes:
    return page(article(number)).replace(b"<p>", b"<script>while(1){}</script><p onmouseover='steal()'>")


KINDS = (
    Kind("empty", ".txt", lambda n: b""),
    Kind("white space", ".md", lambda n: b" \n\t\r\n" * (n + 1)),
    Kind("random bytes as text", ".txt", _noise),
    Kind("random bytes as page", ".html", _noise),
    Kind("random bytes as pdf", ".pdf", _noise),
    Kind("random bytes as docx", ".docx", _noise),
    Kind("random bytes as gzip", ".jsonl.gz", _noise),
    Kind("random bytes as archive", ".warc", _noise),
    Kind("program", ".txt", lambda n: b"\x7fELF\x02\x01\x01" + _noise(n)),
    Kind("program without a name", "", lambda n: b"\x7fELF\x02\x01\x01" + _noise(n)),
    Kind("picture", ".png", lambda n: b"\x89PNG\r\n\x1a\n" + _noise(n)),
    Kind("picture as text", ".txt", lambda n: b"\x89PNG\r\n\x1a\n" + _noise(n)),
    Kind("gzip as text", ".txt", lambda n: gzip.compress(text(article(n)))),
    Kind("pdf as text", ".txt", lambda n: paper(article(n))),
    Kind("unknown ending", ".xyz", lambda n: text(article(n))),
    Kind("truncated pdf", ".pdf", lambda n: paper(article(n))[: 150 + 7 * n % 1300]),
    Kind("encrypted pdf", ".pdf", _locked),
    Kind("pdf without text", ".pdf", lambda n: pdf([[""] * (n + 1)])),
    Kind("pdf whose pages are their own parents", ".pdf", _looped_pdf),
    Kind("zip bomb, flat", ".zip", lambda n: zipped({f"{n}.txt": b"a" * (40 * MIB)})),
    Kind("zip bomb, nested", ".zip", _nested_zip),
    Kind("truncated zip", ".zip", lambda n: zipped({"a.txt": text(article(n)), "b.txt": text(article(n + 1))})[: 300 + n]),
    Kind("zip with ../ names", ".zip", lambda n: zipped({f"../../escape{n}.txt": text(article(n))})),
    Kind("locked zip", ".zip", _locked_zip),
    Kind("empty zip", ".zip", lambda n: zipped({}) + b"" * n),
    Kind("wrong charset declared", ".html", lambda n: page(article(n)).replace(b"utf-8", b"utf-16"), readable=True),
    Kind("windows charset undeclared", ".txt", lambda n: text(article(n)).decode().encode("cp1252", "replace"), readable=True),
    Kind("utf-16 without mark", ".txt", lambda n: text(article(n)).decode().encode("utf-16-le"), readable=True),
    Kind("utf-16 corpus", ".jsonl", lambda n: line(article(n)).decode().encode("utf-16-le")),
    Kind("NULs between words", ".txt", lambda n: text(article(n)).replace(b" ", b" \x00"), readable=True),
    Kind("lone surrogates in a corpus", ".jsonl", _surrogates),
    Kind("nothing but scripts", ".html", _scripts),
    Kind("scripts between words", ".html", _scripted_page, readable=True),
    Kind("billion laughs feed", ".rss", lambda n: f"{LAUGHS}<rss><channel><title>{n}&l9;</title></channel></rss>".encode()),
    Kind("billion laughs docx", ".docx", lambda n: _broken_docx(n, f"{LAUGHS}<w>{n}&l9;</w>")),
    Kind(
        "file entity in a feed", ".xml", lambda n: f"{FILE_ENTITY}<rss><channel><item><title>{n}&x;</title></item></channel></rss>".encode()
    ),
    Kind("file entity in a docx", ".docx", lambda n: _broken_docx(n, f"{FILE_ENTITY}<w>{n}&x;</w>")),
    Kind("xml that is no feed", ".xml", lambda n: f"<inventory><item>{n}</item></inventory>".encode()),
    Kind("malformed feed", ".rss", lambda n: feed(article(n))[: 100 + n % 200]),
    Kind("deep html", ".html", lambda n: b"<div>" * 100_000 + b"<b>" * n, readable=True),
    Kind("deep json", ".jsonl", lambda n: b'{"text": ' + b"[" * 100_000 + b"%d" % n + b"]" * 100_000 + b"}\n"),
    Kind("lines that are no objects", ".jsonl", lambda n: b'[1]\n"text"\n{"text": %d}\n{"title": "x"}\nnonsense\n' % n),
    Kind("truncated gzip", ".jsonl.gz", lambda n: gzip.compress(line(article(n)) * 3 + _noise(n))[:-200]),
    Kind("gzip bomb", ".txt.gz", lambda n: gzip.compress(b"a" * (60 * MIB) + b"%d" % n)),
    Kind("truncated web archive", ".warc.gz", lambda n: gzip.compress(crawl(article(n)))[: 200 + n]),
    Kind("docx of bad xml", ".docx", lambda n: _broken_docx(n, f"<w:document><w:body>{n}")),
    Kind("truncated docx", ".docx", lambda n: word(article(n))[: 5000 + n]),
    Kind("mail in 3,000 parts within each other", ".eml", _multipart),
    Kind(
        "mail without text", ".eml", lambda n: mail(article(n)).partition(b"\r\n\r\n")[0].replace(b"text/plain", b"image/png") + b"\r\n\r\n"
    ),
)
HEAVY = (
    Kind("50 MB on one line of a corpus", ".jsonl", lambda n: b'{"text": "' + b"word " * (10 * MIB) + b'"}\n'),
    Kind("50 MB on one line of text", ".txt", lambda n: b"word " * (10 * MIB)),
    Kind("a long text", ".txt", lambda n: b"word and word. " * 200_000),
    Kind("a pdf that inflates", ".pdf", _pdf_bomb),
)


def write(folder: Path, count: int, *, heavy: bool) -> dict[str, Kind]:
    """Write ``count`` hostile things into ``folder``; which kind each path is of. Paths are spelled as rawi shows them."""
    folder.mkdir(parents=True, exist_ok=True)
    made: dict[str, Kind] = {}
    for kind in HEAVY if heavy else ():
        path = folder / f"heavy-{len(made)}{kind.suffix}"
        path.write_bytes(kind.make(0))
        made[str(path)] = kind
    made |= _odd(folder)
    number = 0
    while len(made) < count:
        kind = KINDS[number % len(KINDS)]
        path = folder / f"{number:03}-{kind.name.replace(' ', '-').replace('/', '_')}{kind.suffix}"
        path.write_bytes(kind.make(number))
        made[str(path)] = kind
        number += 1
    return made


def _odd(folder: Path) -> dict[str, Kind]:
    """What is odd by its name or nature, whatever its bytes."""
    made = {}
    (folder / "broken-link.txt").symlink_to(folder / "nowhere.txt")
    made[str(folder / "broken-link.txt")] = Kind("broken link", ".txt", text_of)
    (folder / "circle").symlink_to(folder)
    made[str(folder / "circle")] = Kind("folder that holds itself", "", text_of)
    os.mkfifo(folder / "pipe.txt")
    made[str(folder / "pipe.txt")] = Kind("named pipe", ".txt", text_of)
    (folder / ".hidden.txt").write_bytes(text_of(1))
    made[str(folder / ".hidden.txt")] = Kind("hidden", ".txt", text_of)
    (folder / "forbidden.txt").write_bytes(text_of(2))
    (folder / "forbidden.txt").chmod(0)
    made[str(folder / "forbidden.txt")] = Kind("no permission", ".txt", text_of, readable=os.geteuid() == 0)
    Path(os.fsdecode(os.fsencode(folder) + b"/bad-\xff\xfe-name.txt")).write_bytes(text_of(3))
    made[f"{folder}/bad-\\xff\\xfe-name.txt"] = Kind("name that is not UTF-8", ".txt", text_of, readable=True)
    (folder / "two\nlines.txt").write_bytes(text_of(4))
    made[str(folder / "two\nlines.txt")] = Kind("name with a line end", ".txt", text_of, readable=True)
    return made


def text_of(number: int) -> bytes:
    """A good article's text, for what is hostile in another way."""
    return text(article(1000 + number))


def paths_in(row: dict[str, str | None]) -> str:
    """The path of a ``document`` or ``skipped`` row."""
    return row.get("path") or ""


def answers(path: str, rows: list[dict[str, str | None]]) -> list[dict[str, str | None]]:
    """The rows about ``path`` or about what lies in it."""
    return [row for row in rows if paths_in(row) == path or paths_in(row).startswith((f"{path}:", f"{path}/"))]
