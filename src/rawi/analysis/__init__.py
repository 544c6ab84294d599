"""A document's language as structure: sentences, syntax, names, quotation marks, and who "he" is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rawi.records import Analysis, Document, Maker, Mention

from .encoder import vectors
from .language import MODEL, Parsed, analysable, parse
from .mentions import find_mentions
from .quotations import quotations
from .reference import resolve

__all__ = ["MAKER", "analysable", "analyse"]

MAKER = Maker("rawi.analysis", "1", (("model", MODEL),))


def analyse(documents: Iterable[Document], *, encode: bool = False) -> Iterator[Analysis]:
    """Yield one analysis a document, in order; with the vectors that learned heads need, where ``encode``.

    English is analysed, and what is too short to tell; a document in another language gets its quotations and no tokens, so
    nothing is claimed from a text that was not understood. Tokens of a paragraph in capitals have the case that they would have elsewhere.
    """
    for parsed in parse(documents):
        text = parsed.document.text
        marks = quotations(text, parsed.paragraphs)
        mentions = resolve(parsed.tokens, parsed.sentences, marks, find_mentions(parsed))
        found = vectors(parsed.tokens, parsed.sentences) if encode else None
        yield Analysis(parsed.original, parsed.tokens, parsed.sentences, marks, _as_printed(mentions, parsed), found)


def _as_printed(mentions: tuple[Mention, ...], parsed: Parsed) -> tuple[Mention, ...]:
    """The mentions with their text as it stands, in capitals where it does."""
    if parsed.original is parsed.document:
        return mentions
    return tuple(replace(m, text=parsed.original.text[m.start : m.end]) for m in mentions)
