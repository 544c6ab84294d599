"""Attribution measured end to end: raw text through reading, analysis and attribution, then held against what people marked."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import tee
from pathlib import Path

from rawi.analysis import analyse
from rawi.attribution import Method, attribute
from rawi.evaluation.corpus import Article, Attribution, load
from rawi.evaluation.measures import Count, Counts, Figure, count_all, linked, total
from rawi.reading import read
from rawi.records import Claim, Document, Given, Original, Span, Spans

RESAMPLES = 1000
SEED = 20


@dataclass(frozen=True, slots=True)
class Error:
    """An attribution that people marked and rawi missed, or that rawi made up."""

    article: str
    kind: str
    """``missed`` or ``invented``."""
    source: str
    cue: str
    content: str


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one corpus. ``intervals`` hold 95 in 100 F1s of corpora drawn from these articles with replacement."""

    corpus: str
    sha256: str
    articles: int
    method: Method
    figures: dict[str, Figure]
    intervals: dict[str, tuple[float, float]]
    errors: tuple[Error, ...]


def evaluate(corpus: Path, method: Method = "learned") -> Report:
    """Read every article of ``corpus`` as rawi reads any text, and measure its attributions. Raises InputError."""
    articles = load(corpus)
    predictions = list(predict(articles, method))
    counts = [count_all(article, predicted) for article, predicted in zip(articles, predictions, strict=True)]
    return Report(
        corpus=corpus.name,
        sha256=hashlib.sha256(corpus.read_bytes()).hexdigest(),
        articles=len(articles),
        method=method,
        figures={name: sums.figure for name, sums in total(c for rows in counts for c in rows).items()},
        intervals=intervals(counts),
        errors=tuple(e for article, predicted in zip(articles, predictions, strict=True) for e in errors(article, predicted)),
    )


def predict(articles: Iterable[Article], method: Method) -> Iterator[tuple[Attribution, ...]]:
    """What rawi reads in each article: the first link is its source; what the article says itself without a cue is none."""
    articles, again = tee(articles)
    for article, analysis in zip(articles, analyse(map(document, again), encode=method == "learned"), strict=True):
        moved = mover(analysis.document.text, article.text)
        yield tuple(_attribution(claim, moved) for claim in attribute(analysis) if claim.chain or claim.cue)


def document(article: Article) -> Document:
    """The article as read from plain text. Raises InputError where it holds none."""
    given = Given(external_id=article.id)
    return read(Original(data=article.text.encode(), path=f"{article.id}.txt", media_type="text/plain", given=given))


def intervals(counts: Sequence[Sequence[Counts]], seed: int = SEED) -> dict[str, tuple[float, float]]:
    """By bootstrap over articles: the 2.5th and 97.5th percentile of each measure's F1. ``seed`` makes it repeatable."""
    if not counts:
        return {}
    draw = random.Random(seed)
    articles = [total(rows) for rows in counts]
    samples: dict[str, list[float]] = {name: [] for name in articles[0]}
    for _ in range(RESAMPLES):
        drawn = draw.choices(articles, k=len(articles))
        for name, f1s in samples.items():
            f1s.append(sum((one[name] for one in drawn), Count()).figure.f1)
    return {name: _middle(sorted(f1s)) for name, f1s in samples.items()}


def errors(article: Article, predicted: Sequence[Attribution]) -> Iterator[Error]:
    """Where prediction and first annotator part, in text order."""
    marked = article.annotations[0]
    pairs = linked(marked, predicted, article.text)
    apart = [("missed", a) for i, a in enumerate(marked) if i not in {i for i, _ in pairs}]
    apart += [("invented", a) for j, a in enumerate(predicted) if j not in {j for _, j in pairs}]
    for kind, a in sorted(apart, key=lambda pair: min(pair[1].content + pair[1].cue, default=(0, 0))):
        texts = (" … ".join(article.text[s:e] for s, e in spans) for spans in (a.source, a.cue, a.content))
        yield Error(article.id, kind, *texts)


def _attribution(claim: Claim, moved: Callable[[Spans], Spans]) -> Attribution:
    return Attribution(moved(claim.chain[0].spans if claim.chain else ()), moved(claim.cue), moved(claim.content))


def mover(text: str, annotated: str) -> Callable[[Spans], Spans]:
    """Carries spans of ``text`` over to the annotated text, which differs from it where reading mended something."""
    if text == annotated:
        return lambda spans: spans
    place: list[int] = []
    for _, start, end, other, other_end in SequenceMatcher(None, text, annotated, autojunk=False).get_opcodes():
        place += [min(other + i, other_end) for i in range(end - start)]
    place.append(len(annotated))
    return lambda spans: tuple(Span(place[start], place[end - 1] + 1) for start, end in spans)


def _middle(values: Sequence[float]) -> tuple[float, float]:
    tail = len(values) // 40
    return values[tail], values[-1 - tail]
