"""Tokens as vectors: one pass of a small encoder over a document, which every learned head shares.

The encoder is MiniLM-L6 (Wang et al. 2020) fine-tuned on attribution, in 8-bit integers; see ``rawi/models/card.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from rawi import models
from rawi.analysis.windows import pieces, windows
from rawi.models.pieces import tokenizer
from rawi.records import Sentence, Token, Vectors

WIDTH = 384
"""Numbers in a vector."""


def vectors(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Vectors:
    """One row a token: the mean of its pieces, a blank token's is zero."""
    ids, starts = pieces(tokens)
    found = np.zeros((len(tokens), WIDTH), dtype=np.float32)
    opening, closing = (tokenizer().token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
    for window in windows(starts, sentences):
        first, last = starts[window.start], starts[window.stop]
        row = np.concatenate([[opening], ids[first:last], [closing]])[None]
        (hidden,) = session().run(None, {"ids": row})
        counts = np.diff(starts[window.start : window.stop + 1])
        words = np.flatnonzero(counts)
        if len(words):
            found[window.start + words] = _means(hidden[0, 1:-1], starts[window.start + words] - first, counts[words])
    return found


def _means(hidden: Vectors, begin: NDArray[np.int64], counts: NDArray[np.int64]) -> Vectors:
    """The mean of ``counts`` rows from each of ``begin``; most have one, so numpy's reduceat would be slower."""
    sums: Vectors = hidden[begin]
    for n in range(1, int(counts.max())):
        longer = np.flatnonzero(counts > n)
        sums[longer] += hidden[begin[longer] + n]
    several = np.flatnonzero(counts > 1)
    sums[several] /= counts[several, None]
    return sums


@cache
def session() -> onnxruntime.InferenceSession:
    """The encoder, on one thread: rawi's workers are processes."""
    return models.session("encoder")
