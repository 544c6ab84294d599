"""The shipped event heads, run by onnxruntime on one thread: rawi's workers are processes."""

from __future__ import annotations

import json
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rawi import models
from rawi.events.features import Integers, Labels, numbered
from rawi.records import Vectors

Scores = NDArray[np.float32]


class Heads:
    """The heads in ``rawi/models``, which answer in log odds up to a constant a row."""

    def __init__(self) -> None:
        self._words, self._roles, self._incidents = (models.session(f"events-{part}") for part in ("words", "roles", "incidents"))

    def words(self, vectors: Vectors, features: Integers) -> tuple[Scores, Scores]:
        """(words, 384) vectors and (words, 5) features to words for the other two, and (words, 17) scores of the kinds."""
        words, kinds = self._words.run(None, {"vectors": vectors, "features": features})
        return words, kinds

    def roles(self, words: Scores, pairs: Integers, features: Integers) -> Scores:
        """(N, 2) pairs of a trigger and a word, with (N, 2) features, to (N, 5) scores of the roles."""
        (scores,) = self._roles.run(None, {"words": words, "pairs": pairs, "features": features})
        return np.asarray(scores)

    def incidents(self, words: Scores) -> tuple[Scores, Scores]:
        """A document's words to (words, 6) scores of an incident's roles and (words, 5) log odds of its types."""
        roles, types = self._incidents.run(None, {"words": words})
        return roles, types


@cache
def shipped() -> Heads:
    """The network, loaded once a process."""
    return Heads()


@cache
def labels() -> Labels:
    """The labels of the shipped network."""
    return numbered(json.loads((models.FOLDER / "events.json").read_text("utf-8"))["labels"])
