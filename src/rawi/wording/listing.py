"""Where a document's words stand in the lexicon, and what is put between quotation marks at arm's length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rawi.records import Analysis, Quotation, Token
from rawi.wording.lexicon import Entry, lexicon

SCARE_WORDS = 3
"""The most words that quotation marks can hold at arm's length; more is speech."""
ANCESTORS = 3
"""How far above a quotation in its sentence's tree a word of speech may stand."""
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})


class Listed(NamedTuple):
    """A form of the lexicon at some tokens of a document."""

    tokens: range
    entry: Entry


def listed(tokens: Sequence[Token]) -> Iterator[Listed]:
    """The lexicon's forms in text order, the longest at each place; no neutral ones and no parts of names."""
    words = [t.text.lower().replace("’", "'") for t in tokens]
    at = 0
    while at < len(tokens):
        entry = next((e for e in lexicon().entries.get(words[at], ()) if _fits(e, words, tokens, at)), None)
        if entry is None:
            at += 1
            continue
        end = at + len(entry.words)
        if entry.reason is not None and not _is_name(tokens[at:end], (*tokens[max(0, at - 1) : at], *tokens[end : end + 1])):
            yield Listed(range(at, end), entry)
        at = end


def _fits(entry: Entry, words: Sequence[str], tokens: Sequence[Token], at: int) -> bool:
    end = at + len(entry.words)
    head = tokens[at if entry.tags == ("VB",) else min(end, len(tokens)) - 1]
    return tuple(words[at:end]) == entry.words and head.tag.startswith(entry.tags)


def _is_name(tokens: Sequence[Token], beside: Sequence[Token]) -> bool:
    """Whether the words are part of a name ("Martyrs Square"), which names and does not judge; "Pandora's box" is none."""
    token = tokens[0]
    if not (token.text[:1].isupper() and token.tag.startswith("NNP") and tokens[-1].text[:1].isupper()):
        return False
    return token.entity in NAMES or any(t.text[:1].isupper() and t.tag.startswith("NNP") for t in beside)


def scare_quotes(analysis: Analysis) -> Iterator[range]:
    """The words between quotation marks that keep them at arm's length."""
    for quotation in analysis.quotations:
        inside = [t for t in _tokens(analysis, quotation) if t.text[:1].isalnum()]
        if quotation.closed and 0 < len(inside) <= SCARE_WORDS and _at_arms_length(analysis, quotation, inside):
            yield range(inside[0].index, inside[-1].index + 1)


def _tokens(analysis: Analysis, quotation: Quotation) -> Iterator[Token]:
    for sentence in analysis.sentences:
        if sentence.start <= quotation.start < sentence.end:
            yield from (t for t in analysis.tokens[sentence.first : sentence.last] if quotation.start < t.end and t.start < quotation.end)


def _at_arms_length(analysis: Analysis, quotation: Quotation, inside: Sequence[Token]) -> bool:
    """Not speech (its own stop, a sentence's beginning, a word of speech above it) and not a name or title (capitals)."""
    text = analysis.document.text[quotation.start : quotation.end]
    sentence = analysis.sentences[inside[0].sentence]
    if text[-2:-1] in ".,!?;" or inside[0].text[:1].isupper() or inside[0].start - sentence.start < 2:
        return False
    if not all(t.text.isalpha() for t in inside) or analysis.document.text[quotation.start - 1].isalnum():
        return False
    return not any(t.text.lower() in lexicon().speech for word in inside for t in _above(analysis.tokens, word))


def _above(tokens: Sequence[Token], token: Token) -> Iterator[Token]:
    for _ in range(ANCESTORS):
        if token.head == token.index:
            return
        token = tokens[token.head]
        yield token
