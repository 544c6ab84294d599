"""How the judge learns: first which words are listed with which reason, by themselves, then words in marked sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from rawi.models.pieces import word_pieces
from rawi.wording.features import Labels
from rawi.wording.lexicon import lexicon
from training.wording.examples import Example
from training.wording.network import Judge

BATCH = 256
FIRST_EPOCHS, FIRST_RATE = 6, 3e-3
EPOCHS, RATE, DECAY = 12, 2e-3, 0.05
LOADED_WEIGHT = 2.0
"""How much more a loaded word counts than another."""
LEANING_WEIGHT = 0.5
"""How much a word that only leans counts, to a firm one's 1."""
TYPES_WEIGHT = 0.5
"""How much the words by themselves go on counting beside the sentences."""
FORGOTTEN = 0.3
"""Share of words whose place in the lexicon is hidden, so that unlisted words are found too."""


class Types(NamedTuple):
    """Words by themselves: (words, 4) pieces, the number of their reason (0 for unlisted), how much each counts."""

    pieces: Tensor
    reasons: Tensor
    weights: Tensor


def types(known: Labels, unlisted: Sequence[str]) -> Types:
    """The lexicon's single words and as many others as are given."""
    reasons, weights = dict.fromkeys(unlisted, 0), dict.fromkeys(unlisted, 1.0)
    for entry in (e for row in lexicon().entries.values() for e in row):
        if entry.reason and len(entry.words) == 1 and not (entry.leaning and reasons.get(entry.words[0])):
            reasons[entry.words[0]] = known.reason[entry.reason]
            weights[entry.words[0]] = LEANING_WEIGHT if entry.leaning else 1.0
    return Types(torch.from_numpy(word_pieces(list(reasons))), torch.tensor(list(reasons.values())), torch.tensor(list(weights.values())))


def learn(judge: Judge, sentences: Sequence[Example], listed: Types, seed: int) -> None:
    """Train ``judge`` in place."""
    draw = torch.Generator().manual_seed(seed)
    judge.train()
    optimizer = torch.optim.AdamW([*judge.pieces.parameters(), *judge.reason.parameters()], lr=FIRST_RATE, weight_decay=0.1)
    for _ in range(FIRST_EPOCHS):
        for batch in torch.randperm(len(listed.reasons), generator=draw).split(BATCH):
            _step(optimizer, _types_loss(judge, listed, batch))
    _sentences(judge, sentences, listed, draw)
    judge.eval()


def _sentences(judge: Judge, sentences: Sequence[Example], listed: Types, draw: torch.Generator) -> None:
    words = np.concatenate([e.alphabetic for e in sentences])
    vectors, pieces, features, loaded = (
        torch.from_numpy(np.concatenate([getattr(e, name) for e in sentences])[words])
        for name in ("vectors", "pieces", "features", "loaded")
    )
    optimizer = torch.optim.AdamW(judge.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(loaded) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / steps)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(loaded), generator=draw).split(BATCH):
            told = features[batch].clone()
            told[:, 0] *= torch.rand(len(batch), generator=draw) > FORGOTTEN
            scores, _ = judge(vectors[batch], pieces[batch], told)
            wanted = loaded[batch].float().unsqueeze(1).expand_as(scores)
            loss = scores.shape[1] * nn.functional.binary_cross_entropy_with_logits(scores, wanted, pos_weight=torch.tensor(LOADED_WEIGHT))
            beside = torch.randint(len(listed.reasons), (BATCH,), generator=draw)
            _step(optimizer, loss + TYPES_WEIGHT * _types_loss(judge, listed, beside))
            schedule.step()


def _types_loss(judge: Judge, listed: Types, batch: Tensor) -> Tensor:
    scores = judge.reason(judge.pieces(listed.pieces[batch]))
    return (nn.functional.cross_entropy(scores, listed.reasons[batch], reduction="none") * listed.weights[batch]).mean()


def _step(optimizer: torch.optim.Optimizer, loss: Tensor) -> None:
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
