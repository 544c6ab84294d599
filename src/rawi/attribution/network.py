"""The shipped heads, run by onnxruntime on one thread: rawi's workers are processes."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from rawi import models
from rawi.records import Vectors

from .features import Integers
from .finding import Scores


class Shipped:
    """`rawi.attribution.finding.Network` with the weights in ``rawi/models``."""

    def __init__(self) -> None:
        self._words, self._roles = models.session("attribution-words"), models.session("attribution-roles")

    def words(self, vectors: Vectors, features: Integers) -> tuple[Scores, Scores]:
        words, cues = self._words.run(None, {"vectors": vectors, "features": features})
        return words, cues

    def roles(self, words: Scores, cues: Integers, tokens: Integers, exist: NDArray[np.bool_], features: Integers) -> tuple[Scores, Scores]:
        given = {"words": words, "cues": cues, "tokens": tokens, "exist": exist, "features": features}
        scores, moves = self._roles.run(None, given)
        return scores, moves


@cache
def shipped() -> Shipped:
    """The network, loaded once a process."""
    return Shipped()
