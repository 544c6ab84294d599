"""A document's language as structure: sentences, syntax, names, quotation marks, and who "he" is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rawi.records import Analysis, Document, Maker

from .encoder import vectors
from .language import MODEL, analysable, parse
from .mentions import find_mentions
from .quotations import quotations
from .reference import resolve

__all__ = ["MAKER", "analysable", "analyse"]

MAKER = Maker("rawi.analysis", "1", (("model", MODEL),))


def analyse(documents: Iterable[Document], *, encode: bool = False) -> Iterator[Analysis]:
    """Yield one analysis a document, in order; with the vectors that learned heads need, where ``encode``.

    English is analysed, and what is too short to tell; a document in another language gets its quotations and no tokens, so
    nothing is claimed from a text that was not understood.
    """
    for parsed in parse(documents):
        text = parsed.document.text
        marks = quotations(text, parsed.paragraphs)
        mentions = resolve(parsed.tokens, parsed.sentences, marks, find_mentions(parsed))
        found = vectors(parsed.tokens, parsed.sentences) if encode else None
        yield Analysis(parsed.document, parsed.tokens, parsed.sentences, marks, mentions, found)
