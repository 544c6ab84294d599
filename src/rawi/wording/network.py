"""The shipped judge of words, run by onnxruntime on one thread: rawi's workers are processes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rawi import models
from rawi.records import Vectors
from rawi.wording.features import Integers

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


class Judged(NamedTuple):
    """For each of n words, the chance that it is loaded (n,), and how like the lexicon's words of each reason it is (n, reasons + 1)."""

    chances: NDArray[np.float32]
    reasons: NDArray[np.float32]


def judge(vectors: Vectors, pieces: Integers, features: Integers) -> Judged:
    """All words of a document at once."""
    return Judged(*_session().run(None, {"vectors": vectors, "pieces": pieces, "features": features}))


@cache
def _session() -> InferenceSession:
    return models.session("wording")
