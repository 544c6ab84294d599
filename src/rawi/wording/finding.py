"""Which words of a document are loaded, and why: by the lexicon, and by the network where there are vectors for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rawi.models.pieces import word_pieces
from rawi.records import Analysis, Token
from rawi.wording.features import features, inside, settings
from rawi.wording.listing import NAMES, Listed, listed, scare_quotes
from rawi.wording.network import judge

UNLISTED = "judging word, by the network"
ALIKE = 0.5
"""How sure the network must be of the listed words that an unlisted one is like for them to give its reason."""


EVIDENCE = 3
"""Words that speak for a sentence: one by itself was worse, on marked sentences of both sorts."""

Chances = NDArray[np.float32]


class Found(NamedTuple):
    """A loaded word or phrase."""

    tokens: range
    reason: str


WORD = re.compile(r"\w+")


def find(analysis: Analysis) -> list[Found]:
    """Every loaded word, in text order.

    The lexicon's firm words always count. Where the analysis has vectors, so do leaning and unlisted words that the network takes for
    loaded, outside quotations, in sentences whose words together make it sure enough.
    """
    known = list(listed(analysis.tokens))
    spans = dict.fromkeys(scare_quotes(analysis), "scare quotes")
    firm = {span: entry.reason for span, entry in known if entry.reason and not entry.leaning}
    judged = _judged(analysis, known) if analysis.vectors is not None and analysis.tokens else {}
    held = {index for span in (*spans, *firm) for index in span}
    merged = {**{s: r for s, r in judged.items() if held.isdisjoint(s)}, **spans, **firm}
    return [Found(span, _told(reason, span, analysis)) for span, reason in sorted(merged.items(), key=lambda pair: pair[0].start)]


def _told(reason: str, span: range, analysis: Analysis) -> str:
    start, end = analysis.tokens[span.start].start, analysis.tokens[span.stop - 1].end
    quoted = reason != "scare quotes" and any(q.start < start and end < q.end for q in analysis.quotations)
    return f"{reason}, inside a quotation" if quoted else reason


def _judged(analysis: Analysis, known: Sequence[Listed]) -> Mapping[range, str]:
    """What the network finds, with the reason of the lexicon's entry or of the words it is like."""
    assert analysis.vectors is not None
    fixed = settings()
    columns = features(analysis, fixed.labels, known)
    chances, reasons = judge(analysis.vectors, word_pieces([t.text for t in analysis.tokens]), columns)
    listed_words = {index for span, _ in known for index in span}
    named = _named(analysis)
    likely = np.where([_can_judge(t, t.index in listed_words, named) for t in analysis.tokens], chances, 0.0)
    likely[inside(analysis)] = 0.0
    likely[~_gated(analysis, likely, fixed.sentence)] = 0.0
    entries = {span: entry.reason or UNLISTED for span, entry in known}
    names = ["", *fixed.labels.reason]
    found: dict[range, str] = {}
    for unit in _units(analysis.tokens, np.flatnonzero(likely >= fixed.word).tolist(), entries):
        best = max(unit, key=lambda index: float(likely[index]))
        like = int(reasons[best].argmax())
        alike = f"{names[like]}, by the network" if like and reasons[best][like] >= ALIKE else UNLISTED
        found[unit] = entries.get(unit, alike)
    return found


def _named(analysis: Analysis) -> frozenset[int]:
    """Where the words of names begin."""
    spans = [(m.start, m.end) for m in analysis.mentions if m.kind in ("person", "organization", "country", "group", "place")]
    return frozenset(start + found.start() for start, end in spans for found in WORD.finditer(analysis.document.text[start:end]))


def _can_judge(token: Token, is_listed: bool, named: frozenset[int]) -> bool:
    """Names are no judgement, unless the lexicon has them."""
    is_name = token.start in named or token.entity in NAMES or token.tag.startswith("NNP")
    return any(map(str.isalnum, token.text)) and (is_listed or not is_name)


def _gated(analysis: Analysis, likely: Chances, least: float) -> NDArray[np.bool_]:
    """The words of sentences whose evidence is at least ``least``."""
    found = np.zeros(len(likely), dtype=np.bool_)
    for s in analysis.sentences:
        found[s.first : s.last] = evidence(likely[s.first : s.last]) >= least
    return found


def evidence(chances: Chances) -> float:
    """How loaded a sentence is: the sum of the chances of its likeliest words."""
    return float(np.sort(chances)[-EVIDENCE:].sum())


def _units(tokens: Sequence[Token], hits: Sequence[int], entries: Mapping[range, str]) -> Iterator[range]:
    """The lexicon's forms, words joined by hyphens, and single words that hold a hit, each once."""
    of = {index: span for span in entries for index in span}
    done = -1
    for index in hits:
        if index > done:
            unit = of.get(index) or _joined(tokens, index)
            done = unit.stop - 1
            yield unit


def _joined(tokens: Sequence[Token], index: int) -> range:
    """The word with those that hyphens tie to it."""
    first, last = index, index
    while first >= 2 and tokens[first - 1].tag == "HYPH" and tokens[first - 2].end == tokens[first - 1].start:
        first -= 2
    while last + 2 < len(tokens) and tokens[last + 1].tag == "HYPH" and tokens[last + 1].end == tokens[last + 2].start:
        last += 2
    return range(first, last + 1)
