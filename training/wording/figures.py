"""The judge's chances held against the marks, as the loaded words of BABE are scored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rawi.wording.finding import Chances, evidence
from training.wording.examples import Example


class Figures(NamedTuple):
    """Macro F1 of sentences being loaded or not, and F1 of the distinct words of loaded sentences, in percent."""

    sentences: float
    words: float


def figures(sentences: Sequence[Example], found: Sequence[NDArray[np.bool_]]) -> Figures:
    """``found`` says of each sentence's words which are taken for loaded."""
    pairs = [(bool(e.loaded.any()), bool(f.any())) for e, f in zip(sentences, found, strict=True)]
    each = [_f1(sum(g == p == v for g, p in pairs), sum(p == v for _, p in pairs), sum(g == v for g, _ in pairs)) for v in (True, False)]
    sets = [(_words(e, e.loaded), _words(e, f)) for e, f in zip(sentences, found, strict=True) if e.loaded.any()]
    words = _f1(sum(len(g & p) for g, p in sets), sum(len(p) for _, p in sets), sum(len(g) for g, _ in sets))
    return Figures(sum(each) / 2, words)


def taken(sentences: Sequence[Example], chances: Sequence[Chances], sentence: float, word: float) -> Iterator[NDArray[np.bool_]]:
    """The words above ``word`` where the sentence's evidence is above ``sentence``."""
    for example, chance in zip(sentences, chances, strict=True):
        likely = np.where(example.alphabetic, chance, 0.0)
        yield (likely >= word) & (evidence(likely) >= sentence)


def thresholds(groups: Sequence[tuple[Sequence[Example], Sequence[Chances]]]) -> tuple[float, float]:
    """The sentence and word thresholds that are best on average over groups of sentences."""
    words, evidences = [[round(n / 20, 2) for n in range(4, end)] for end in (15, 35)]

    def mean(sentence: float, word: float, of: int) -> float:
        return sum(figures(e, list(taken(e, c, sentence, word)))[of] for e, c in groups)

    sentence = max(evidences, key=lambda t: mean(t, words[0], 0))
    return sentence, max(words, key=lambda t: mean(sentence, t, 1))


def _words(example: Example, marked: NDArray[np.bool_]) -> set[str]:
    return {w.lower() for w, m, a in zip(example.words, marked, example.alphabetic, strict=True) if m and a}


def _f1(right: int, predicted: int, marked: int) -> float:
    return 200 * right / (predicted + marked) if predicted + marked else 0.0
