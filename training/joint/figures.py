"""How well the held-out sentences and messages are read, word by word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from training.events.examples import IGNORED, Message, Sentences
from training.joint.network import Joint, windows_of


def figures(network: Joint, told: Sequence[Sentences], reports: Sequence[Message]) -> str:
    """F1, held out, of words by kind, of parties of marked triggers by role, of words by an incident's role, of messages' types."""
    counts = {name: np.zeros(3) for name in ("triggers", "roles", "incident words", "types")}
    network.eval()
    with torch.no_grad():
        for s in (s for s in told if s.held):
            found = windows_of([s.read])
            words, kinds = network.events.words(network.vectors(found), found.features)
            counts["triggers"] += _count(kinds.argmax(1), s.kinds)
            scores = network.events.roles(words, torch.from_numpy(s.pairs), torch.from_numpy(s.pair_features))
            counts["roles"] += _count(scores.argmax(1), s.roles)
        for m in (m for m in reports if m.held):
            found = windows_of([m.read])
            words, _ = network.events.words(network.vectors(found), found.features)
            roles, types = network.incidents.of_one(words)
            counts["incident words"] += _count(roles.argmax(1), m.roles)
            counts["types"] += _count((types.amax(0) > 0).long(), m.types)
    return "  ".join(f"{name} {200 * right / max(said + wanted, 1):.1f}" for name, (right, said, wanted) in counts.items())


def _count(guessed: Tensor, wanted: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """How many are right, said and wanted; 0 is none, and what is `IGNORED` counts neither way."""
    said, counted = guessed.numpy(), wanted != IGNORED
    return np.array([((said == wanted) & (said > 0)).sum(), ((said > 0) & counted).sum(), (wanted > 0).sum()])
