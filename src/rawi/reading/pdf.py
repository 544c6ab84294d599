"""PDF files: the text layer as paragraphs."""

from __future__ import annotations

import io
import logging
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pypdf import PageObject, PdfReader
from pypdf.errors import FileNotDecryptedError

from rawi.errors import DamagedInput, EmptyInput, EncryptedInput
from rawi.reading.decode import CONTROL
from rawi.reading.limits import Limits
from rawi.reading.page import people
from rawi.reading.pdflines import Line, flow
from rawi.reading.shapes import Extracted
from rawi.records import Given, Original

TAIL = 4096
"""Bytes at a PDF's end within which it says that it ends."""
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings about damaged files are no business of the terminal


def extract(original: Original, limits: Limits) -> Extracted:
    """A PDF's text, lines and hyphenation joined into paragraphs, running heads dropped. Raises an InputError."""
    if b"%PDF-" not in original.data[:1024]:
        raise DamagedInput(f"{original.name}: not a PDF, whatever its name says; give it the ending that fits")
    if b"%%EOF" not in original.data[-TAIL:]:  # pypdf would read what is left of it and not tell
        raise DamagedInput(f"{original.name}: cut off, its end is missing; get a whole copy")
    reader = PdfReader(io.BytesIO(original.data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise EncryptedInput(f"{original.name}: locked by a password; give rawi an unlocked copy")
    try:
        pages = [_lines(page) for page in reader.pages]
    except FileNotDecryptedError:
        raise EncryptedInput(f"{original.name}: locked by a password; give rawi an unlocked copy") from None
    if not any(pages):
        raise EmptyInput(f"{original.name}: no text layer, only pictures (pages: {len(pages)}); run it through text recognition first")
    return Extracted(text=CONTROL.sub("", flow(pages, _patterns())), found=_information(reader))


@cache
def _patterns() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(Path(__file__).with_name("pdf.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return loaded


def _lines(page: PageObject) -> list[Line]:
    """The page's lines from top to bottom of its content stream, each with its height on the page and its size of type."""
    lines: list[Line] = []
    run: list[str] = []
    top = size = 0.0

    def visit(text: str, cm: list[float], tm: list[float], _font: object, font_size: float) -> None:
        nonlocal top, size
        for number, piece in enumerate(text.split("\n")):
            if number:
                _close(lines, run, top, size)
            if piece.strip():
                if not run:
                    top = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                    size = abs(font_size * tm[3] * cm[3])
                run.append(piece)
            elif piece and run:
                run.append(" ")

    page.extract_text(visitor_text=visit)
    _close(lines, run, top, size)
    return lines


def _close(lines: list[Line], run: list[str], top: float, size: float) -> None:
    text = " ".join("".join(run).split())
    if text:
        lines.append(Line(text, top, size))
    run.clear()


def _information(reader: PdfReader) -> Given:
    """Title, author and date of the information dictionary, where a person may have written them."""
    information = reader.metadata
    if information is None:
        return Given()
    title, author = _plausible(information.title), _plausible(information.author)
    try:
        created = information.creation_date
    except ValueError:
        created = None
    return Given(title=title, authors=people([author]) if author else (), published=created.date().isoformat() if created else None)


def _plausible(value: object) -> str | None:
    text = " ".join(str(value or "").split())
    return None if not text or re.match(_patterns()["implausible"], text, re.I) else text
