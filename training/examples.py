"""An annotated corpus as what the network learns from, made by the code that reads articles."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rawi.analysis import analyse
from rawi.analysis.windows import Pieces, pieces
from rawi.attribution.drafts import draft
from rawi.attribution.features import Features, Labels
from rawi.attribution.syntax import Tree
from rawi.evaluation.attribution import document, mover
from rawi.evaluation.corpus import Attribution, load
from rawi.records import Analysis, Sentence, Spans, Token

SEEN = 5
"""How often a label must occur in the training corpus to be told apart."""


class Gold(NamedTuple):
    """One attribution over tokens."""

    cue: range
    source: tuple[range, ...]
    content: tuple[range, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One article: its pieces, its features, and what each annotator marked."""

    id: str
    sentences: tuple[Sentence, ...]
    pieces: Pieces
    words: NDArray[np.int64]
    features: Features
    gold: tuple[tuple[Gold, ...], ...]


def examples(corpus: Path, known: Labels) -> Iterator[Example]:
    """Every article of the corpus, in order."""
    for analysis, annotators in analysed(corpus):
        tree = Tree(analysis)
        features = Features(tree, known, draft(tree))
        yield Example(
            id=str(analysis.document.external_id),
            sentences=analysis.sentences,
            pieces=pieces(analysis.tokens),
            words=features.words(),
            features=features,
            gold=tuple(tuple(_gold(analysis.tokens, marked)) for marked in annotators),
        )


def labels_of(corpus: Path) -> dict[str, list[str]]:
    """The tags, relations and entity types that occur often enough, most frequent first."""
    counts: dict[str, Counter[str]] = {"tag": Counter(), "relation": Counter(), "entity": Counter()}
    for analysis, _ in analysed(corpus):
        for kind, count in counts.items():
            count.update(label for t in analysis.tokens if (label := getattr(t, kind)))
    return {kind: [label for label, times in count.most_common() if times >= SEEN] for kind, count in counts.items()}


def analysed(corpus: Path) -> Iterator[tuple[Analysis, tuple[tuple[Attribution, ...], ...]]]:
    """Each article as rawi reads it, with its annotations carried over to the text as read."""
    articles = load(corpus)
    for article, analysis in zip(articles, analyse(map(document, articles), encode=False), strict=True):
        moved = mover(article.text, analysis.document.text)
        yield (
            analysis,
            tuple(tuple(Attribution(moved(a.source), moved(a.cue), moved(a.content)) for a in marked) for marked in article.annotations),
        )


def _gold(tokens: Sequence[Token], marked: Sequence[Attribution]) -> Iterator[Gold]:
    """Attributions over tokens; one without a cue teaches nothing here."""
    starts, ends = [t.start for t in tokens], [t.end for t in tokens]

    def covered(spans: Spans) -> tuple[range, ...]:
        ranges = (range(bisect_right(ends, start), bisect_left(starts, end)) for start, end in spans)
        return tuple(r for r in ranges if r)

    for attribution in marked:
        cues = covered(attribution.cue)
        if cues:
            yield Gold(cues[0], covered(attribution.source), covered(attribution.content))
