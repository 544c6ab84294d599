"""What teaches the heads of events, and how well they do, wherever a text's vectors come from."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor, nn

from training.events.examples import IGNORED, Message, Sentences
from training.events.heads import Events, Incidents

SENTENCES, MESSAGES = 24, 4
"""In one step."""
FORGOTTEN = 0.3
"""Share of words whose place in the lexicon is hidden, so that unlisted triggers are found too."""
MARKED_WEIGHT, INCIDENT_WEIGHT, TYPE_WEIGHT = 2.0, 4.0, 0.5
"""How much marked sentences count; the roles of incidents, which one word in forty has; a message's types."""

T = TypeVar("T")
Words = Callable[[Sentences | Message], tuple[Tensor, Tensor]]
"""A text's words as `Events.words` makes them, and the scores of their kinds."""


def sentences_loss(events: Events, words: Tensor, kinds: Tensor, group: Sequence[Sentences]) -> Tensor:
    """Cross-entropies of the kinds of words and of the roles of pairs; ``words`` and ``kinds`` are of all sentences, in order."""
    loss = nn.functional.cross_entropy(kinds, joined([s.kinds for s in group]))
    begins = np.cumsum([0, *(len(s.kinds) for s in group)])
    pairs = joined([s.pairs + at for s, at in zip(group, begins, strict=False)])
    if len(pairs):
        scores = events.roles(words, pairs, joined([s.pair_features for s in group]))
        loss = loss + nn.functional.cross_entropy(scores, joined([s.roles for s in group]))
    return MARKED_WEIGHT * loss


def messages_loss(incidents: Incidents, words: Tensor, group: Sequence[Message]) -> Tensor:
    """Cross-entropies of the roles of words, and of each message's types by the likeliest word."""
    owner = torch.from_numpy(np.repeat(np.arange(len(group)), [len(m.roles) for m in group]))
    roles, types = incidents(words, owner, len(group))
    loss = nn.functional.cross_entropy(roles, joined([m.roles for m in group]), ignore_index=IGNORED)
    most = torch.full((len(group), types.shape[-1]), -1e4).scatter_reduce(0, owner[:, None].expand_as(types), types, "amax")
    wanted = torch.from_numpy(np.stack([m.types for m in group])).float()
    counted = wanted >= 0
    return INCIDENT_WEIGHT * loss + TYPE_WEIGHT * nn.functional.binary_cross_entropy_with_logits(most[counted], wanted[counted])


def forgetting(features: Tensor) -> Tensor:
    """The features with some words' place in the lexicon hidden."""
    features = features.clone()
    features[:, -1] *= torch.rand(len(features)) > FORGOTTEN
    return features


def figures(heads: tuple[Events, Incidents], words: Words, told: Sequence[Sentences], reports: Sequence[Message]) -> str:
    """F1, held out, of words by kind, of parties of marked triggers by role, of words by an incident's role, of messages' types."""
    events, incidents = heads
    counts = {name: np.zeros(3) for name in ("triggers", "roles", "incident words", "types")}
    with torch.no_grad():
        for s in (s for s in told if s.held):
            vectors, kinds = words(s)
            counts["triggers"] += _count(kinds.argmax(1), s.kinds)
            scores = events.roles(vectors, torch.from_numpy(s.pairs), torch.from_numpy(s.pair_features))
            counts["roles"] += _count(scores.argmax(1), s.roles)
        for m in (m for m in reports if m.held):
            roles, types = incidents.of_one(words(m)[0])
            counts["incident words"] += _count(roles.argmax(1), m.roles)
            counts["types"] += _count((types.amax(0) > 0).long(), m.types)
    return "  ".join(f"{name} {200 * right / max(said + wanted, 1):.1f}" for name, (right, said, wanted) in counts.items())


def joined(arrays: Sequence[np.ndarray]) -> Tensor:  # type: ignore[type-arg]
    return torch.from_numpy(np.concatenate(arrays))


def groups(rows: Sequence[T], size: int, draw: random.Random) -> list[list[T]]:
    """All rows in random order, some at a time."""
    shuffled = draw.sample(list(rows), len(rows))
    return [shuffled[n : n + size] for n in range(0, len(shuffled), size)]


def _count(guessed: Tensor, wanted: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """How many are right, said and wanted; 0 is none, and what is `IGNORED` counts neither way."""
    said, counted = guessed.numpy(), wanted != IGNORED
    return np.array([((said == wanted) & (said > 0)).sum(), ((said > 0) & counted).sum(), (wanted > 0).sum()])
