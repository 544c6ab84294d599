"""Loaded words measured end to end: raw sentences in, marks out, held against the sentences and words that people marked.

A corpus has one sentence a line, as BABE's are: ``{"id", "text", "loaded": true | false | null, "words": [string, ...]}``. Sentences
without an agreed label (null) are left out. Measures:

- ``loaded`` and ``plain``: sentences of either label; ``sentences``: the mean of both (macro F1);
- ``words``: the distinct lower-cased words of the marked expressions, over sentences that people call loaded.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rawi.analysis import analyse
from rawi.attribution import Method
from rawi.evaluation.attribution import intervals
from rawi.evaluation.measures import Count, Figure, total
from rawi.evaluation.passages import load_rows
from rawi.reading import read
from rawi.records import Document, Given, Original
from rawi.wording import weigh


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, whether people call it loaded, and the expressions that make it so."""

    id: str
    text: str
    loaded: bool
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Slip:
    """A word that people marked and rawi did not, or that rawi marked in a sentence people call plain."""

    sentence: str
    kind: str
    """``missed`` or ``invented``."""
    words: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class LoadedReport:
    """The figures of one corpus. ``intervals`` hold 95 in 100 F1s of corpora drawn from these sentences with replacement."""

    corpus: str
    sha256: str
    sentences: int
    method: Method
    figures: dict[str, Figure]
    intervals: dict[str, tuple[float, float]]
    errors: tuple[Slip, ...]


def evaluate_loaded(corpus: Path, method: Method = "learned") -> LoadedReport:
    """Read every sentence of ``corpus`` as rawi reads any text, and measure its loaded words. Raises InputError."""
    sentences = load(corpus)
    found = list(predict(sentences, method))
    counts = [count(s, f) for s, f in zip(sentences, found, strict=True)]
    return LoadedReport(
        corpus=corpus.name,
        sha256=hashlib.sha256(corpus.read_bytes()).hexdigest(),
        sentences=len(sentences),
        method=method,
        figures=_figures(total(counts)),
        intervals=intervals([[one] for one in counts]),
        errors=tuple(slip for s, f in zip(sentences, found, strict=True) for slip in _slips(s, f)),
    )


def load(path: Path) -> tuple[Sentence, ...]:
    """Read a corpus. Raises DamagedInput, naming the line, where it is not one."""
    rows = load_rows(path, _sentence, "a marked sentence", __name__)
    return tuple(sentence for sentence in rows if sentence is not None)


def predict(sentences: Iterable[Sentence], method: Method) -> Iterator[frozenset[str]]:
    """The words that rawi marks in each sentence, read as a document of its own."""
    for analysis in analyse(map(_document, sentences), encode=method == "learned"):
        yield words(loaded.text for loaded in weigh(analysis))


def words(expressions: Iterable[str]) -> frozenset[str]:
    """The distinct lower-cased words of some expressions."""
    return frozenset(word for expression in expressions for word in re.findall(r"\w+", expression.lower()))


def count(sentence: Sentence, found: frozenset[str]) -> Mapping[str, Count]:
    """Every measure's counts for one sentence; the macro mean is made of the sums."""
    said = bool(found)
    return {
        "loaded": Count(sentence.loaded and said, said, sentence.loaded),
        "plain": Count(not sentence.loaded and not said, not said, not sentence.loaded),
        "words": Count(len(found & sentence.words), len(found), len(sentence.words)) if sentence.loaded else Count(),
    }


def _figures(sums: Mapping[str, Count]) -> dict[str, Figure]:
    figures = {name: c.figure for name, c in sums.items()}
    return {"sentences": _mean([figures["loaded"], figures["plain"]]), **figures} if figures else {}


def _mean(figures: Sequence[Figure]) -> Figure:
    columns = ([f.precision for f in figures], [f.recall for f in figures], [f.f1 for f in figures])
    return Figure(*(round(sum(column) / len(figures), 1) for column in columns))


def _slips(sentence: Sentence, found: frozenset[str]) -> Iterator[Slip]:
    if sentence.loaded and sentence.words - found:
        yield Slip(sentence.id, "missed", tuple(sorted(sentence.words - found)), sentence.text)
    if found and not sentence.loaded:
        yield Slip(sentence.id, "invented", tuple(sorted(found)), sentence.text)


def _sentence(row: Mapping[str, Any]) -> Sentence | None:
    return None if row["loaded"] is None else Sentence(str(row["id"]), row["text"], bool(row["loaded"]), words(row["words"]))


def _document(sentence: Sentence) -> Document:
    given = Given(external_id=sentence.id)
    return read(Original(data=sentence.text.encode(), path=f"{sentence.id}.txt", media_type="text/plain", given=given))
