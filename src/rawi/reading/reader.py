"""One original in, one document out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib import import_module

from rawi.errors import DamagedInput, EmptyInput, InputError, TooLarge, UnknownFormat
from rawi.reading import genre, kinds, language, metadata
from rawi.reading.deadline import deadline
from rawi.reading.limits import DEFAULT, Limits
from rawi.reading.shapes import Extracted
from rawi.records import Document, Original

Extract = Callable[[Original, Limits], Extracted]

# Module and function of each format, imported when first needed: a run over text files should not wait for the PDF library.
FORMATS = {
    kinds.TEXT: ("plain", "extract"),
    kinds.MARKDOWN: ("plain", "extract_markdown"),
    kinds.HTML: ("html", "extract"),
    kinds.MHTML: ("mail", "extract_page"),
    kinds.MAIL: ("mail", "extract"),
    kinds.PDF: ("pdf", "extract"),
    kinds.DOCX: ("docx", "extract"),
    kinds.CORPUS: ("corpus", "extract"),
}


def read(original: Original, limits: Limits = DEFAULT) -> Document:
    """The document in ``original``, by nothing but its bytes and what came beside them.

    Raises a subclass of InputError whose message names the thing and the remedy.
    """
    with deadline(limits.read_seconds, original.name):
        try:
            return _document(original, _extract(original, limits))
        except InputError:
            raise
        except Exception as problem:  # a parser may raise anything on bytes made to break it
            reason = f"{original.name}: damaged ({type(problem).__name__}: {problem}); get a whole copy, or give its text as a .txt file"
            raise DamagedInput(reason) from problem


def _extract(original: Original, limits: Limits) -> Extracted:
    if not original.data.strip():
        raise EmptyInput(f"{original.name}: an empty file")
    if len(original.data) > limits.max_bytes:
        raise TooLarge(f"{original.name}: larger than {limits.max_bytes:,} bytes; split it")
    extract = _reader(original)
    extracted = extract(original, limits)
    if not extracted.text.strip():
        raise EmptyInput(f"{original.name}: no text in it")
    if len(extracted.text) > limits.max_characters:
        raise TooLarge(f"{original.name}: more than {limits.max_characters:,} characters of text; split it into articles")
    return extracted


def _reader(original: Original) -> Extract:
    media_type = kinds.plain(original.media_type) or kinds.sniff(original.data[:4096])
    if media_type not in FORMATS:
        raise UnknownFormat(f"{original.name}: rawi has no reader for it; convert it to .txt, .html, .pdf or .docx")
    module, function = FORMATS[media_type]
    extract: Extract = getattr(import_module(f"rawi.reading.{module}"), function)
    return extract


def _document(original: Original, extracted: Extracted) -> Document:
    known = metadata.settle(original.given, extracted)
    captured = (f"captured {original.given.captured}",) if original.given.captured else ()
    sha256 = hashlib.sha256(original.data).hexdigest()
    return Document(
        id="d" + sha256[:16],
        external_id=known.given.external_id,
        path=original.path,
        url=original.url or extracted.url,
        outlet=known.given.outlet,
        title=known.given.title,
        authors=known.given.authors,
        translators=known.given.translators,
        published=known.given.published,
        language=language.identify(extracted.text, original.given.language, extracted.found.language),
        genre=genre.judge(extracted.text, known.frame, known.given.title),
        text=extracted.text,
        sha256=sha256,
        notes=(*extracted.notes, *known.notes, *captured),
        frame=known.frame,
    )
