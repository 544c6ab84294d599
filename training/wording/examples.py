"""Sentences with their loaded words marked, as what the judge learns from, made by the code that reads articles.

``sentences.jsonl`` holds sentences invented for this, ``polnear.jsonl`` marks in sentences of PolNeAR's training articles by offset.
Every fourth of each is of one fold.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rawi.analysis import analyse
from rawi.models.pieces import word_pieces
from rawi.records import Document, Vectors
from rawi.wording.features import Integers, Labels, features

FOLDS = 4
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Marked:
    """One sentence, the ranges of its characters that are loaded, where it comes from and its fold."""

    text: str
    words: tuple[tuple[int, int], ...]
    source: str
    fold: int


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence's words: vectors, pieces, features, whether each is loaded, and whether it is a word at all."""

    marked: Marked
    words: tuple[str, ...]
    vectors: Vectors
    pieces: Integers
    features: Integers
    loaded: NDArray[np.bool_]
    alphabetic: NDArray[np.bool_]


def invented() -> Iterator[Marked]:
    """The sentences written for this."""
    with (HERE / "sentences.jsonl").open(encoding="utf-8") as lines:
        for number, row in enumerate(map(json.loads, lines)):
            yield Marked(row["text"], tuple(map(tuple, row["words"])), "invented", number % FOLDS)


def polnear(corpus: Path) -> Iterator[Marked]:
    """The marked sentences of PolNeAR's training articles."""
    with corpus.open(encoding="utf-8") as lines:
        articles = {row["id"]: row["text"] for row in map(json.loads, lines)}
    with (HERE / "polnear.jsonl").open(encoding="utf-8") as lines:
        for number, row in enumerate(map(json.loads, lines)):
            start = row["start"]
            words = tuple((s - start, e - start) for s, e in row["words"])
            yield Marked(articles[row["article"]][start : row["end"]], words, "polnear", number % FOLDS)


def examples(sentences: Iterable[Marked], known: Labels) -> Iterator[Example]:
    """Each sentence read as a document of its own."""
    sentences = list(sentences)
    documents = (document(n, marked.text) for n, marked in enumerate(sentences))
    for marked, analysis in zip(sentences, analyse(documents, encode=True), strict=True):
        tokens = analysis.tokens
        assert analysis.vectors is not None
        yield Example(
            marked=marked,
            words=tuple(t.text for t in tokens),
            vectors=analysis.vectors,
            pieces=word_pieces([t.text for t in tokens]),
            features=features(analysis, known),
            loaded=np.array([any(s < t.end and t.start < e for s, e in marked.words) and t.text[:1].isalnum() for t in tokens]),
            alphabetic=np.array([any(map(str.isalnum, t.text)) for t in tokens]),
        )


def words_of(corpus: Path, articles: int, most: int, known: Sequence[str]) -> list[str]:
    """The commonest content words of a corpus that are not ``known`` and no names."""
    with corpus.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for _, line in zip(range(articles), lines, strict=False)]
    counts: Counter[str] = Counter()
    for analysis in analyse((document(n, text) for n, text in enumerate(texts)), encode=False):
        counts.update(
            t.text.lower()
            for t in analysis.tokens
            if t.text.isalpha()
            and len(t.text) > 2
            and t.tag[:2] in ("NN", "VB", "JJ", "RB")
            and not t.tag.startswith("NNP")
            and not t.entity
        )
    listed = set(known)
    return [word for word, _ in counts.most_common() if word not in listed][:most]


def document(number: int, text: str) -> Document:
    return Document(
        id=str(number),
        external_id=None,
        path=None,
        url=None,
        outlet=None,
        title=None,
        authors=(),
        translators=(),
        published=None,
        language="en",
        genre="report",
        text=text,
        sha256="0" * 64,
    )
