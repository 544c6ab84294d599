"""Tokens as vectors: one pass of a small encoder over a document, which every learned head shares.

The encoder is MiniLM-L6 (Wang et al. 2020) fine-tuned on attribution, in 8-bit integers; see ``rawi/models/card.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import onnxruntime

from rawi import models
from rawi.analysis.windows import pieces, tokenizer, windows
from rawi.records import Sentence, Token, Vectors

WIDTH = 384
"""Numbers in a vector."""


def vectors(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Vectors:
    """One row a token: the mean of its pieces, read in the window where the token has most context; a blank token's is zero."""
    ids, starts = pieces(tokens)
    found = np.zeros((len(tokens), WIDTH), dtype=np.float32)
    opening, closing = (tokenizer().token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
    for first, last, begin, end in windows(starts, sentences):
        row = np.concatenate([[opening], ids[starts[first] : starts[last]], [closing]])[None]
        (hidden,) = session().run(None, {"ids": row})
        sums = np.concatenate([np.zeros((1, WIDTH), dtype=np.float32), np.cumsum(hidden[0, 1:-1], axis=0)])
        at = starts[begin : end + 1] - starts[first]
        found[begin:end] = (sums[at[1:]] - sums[at[:-1]]) / np.maximum(np.diff(at), 1)[:, None]
    return found


@cache
def session() -> onnxruntime.InferenceSession:
    """The encoder, on one thread: rawi's workers are processes."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(models.FOLDER / "encoder.onnx", options, providers=["CPUExecutionProvider"])
