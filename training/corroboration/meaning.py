"""The table of word pieces and the view of the encoder, trained so that claims which say the same thing come out alike.

It begins with what the original encoder makes of each word piece alone (Tulkens and van Dongen 2024, Model2Vec), turned to its main axes
and weighted by rarity (Arora et al. 2017), and goes on with families of claims: wordings of one, and of its neighbours that look alike.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from rawi.analysis import analyse
from rawi.models.pieces import tokenizer
from training.network import Encoder
from training.wording.examples import document

SIZE, VIEW = 256, 128
"""Numbers in the vector of a piece, and in what the encoder's vectors are turned to."""
LONGEST = 48
"""Pieces of a wording that are looked at."""
COMMON = 1e-3
"""Pieces more frequent than this weigh less than half (Arora et al. 2017)."""
EPOCHS, TOGETHER = 3, 3
"""Rounds over the families; families in a step."""
RATES = {"pieces": 3e-4, "turn": 1e-3, "weights": 1e-2, "view": 3e-4, "head": 3e-2}
SAME, STRANGER = 2.0, 0.2
"""What a pair that says the same counts, and one of two families; a pair of neighbours counts 1."""


class Wording(NamedTuple):
    """A wording of a claim: its pieces, the mean of the encoder's vectors, which claim it words."""

    pieces: list[int]
    vector: np.ndarray
    claim: str


def families(path: Path) -> list[list[Wording]]:
    """The families in ``path``, with what the shipped encoder makes of each wording."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    told = [(n, claim["id"], text) for n, row in enumerate(rows) for claim in row["claims"] for text in claim["wordings"]]
    found: list[list[Wording]] = [[] for _ in rows]
    analyses = analyse((document(n, text) for n, (_, _, text) in enumerate(told)), encode=True)
    for (family, claim, text), analysis in zip(told, analyses, strict=True):
        assert analysis.vectors is not None
        pieces = tokenizer().encode(text, add_special_tokens=False).ids[:LONGEST]
        found[family].append(Wording(pieces, analysis.vectors.mean(axis=0), f"{family} {claim}"))
    return found


def alone(encoder: str) -> Tensor:
    """(pieces, 384) what the original encoder makes of each word piece by itself."""
    model = Encoder(encoder).eval()
    marks = [tokenizer().token_to_id(mark) for mark in ("[CLS]", "[SEP]")]
    with torch.no_grad():
        rows = [
            model(torch.tensor([[marks[0], piece, marks[1]] for piece in some.tolist()])).mean(dim=1)
            for some in torch.arange(tokenizer().get_vocab_size()).split(512)
        ]
    found = torch.cat(rows)
    return nn.functional.normalize(found - found.mean(dim=0))


def rarity(texts: Iterator[str]) -> Tensor:
    """(pieces,) weights: less for what is frequent in ``texts``."""
    counts = Counter[int]()
    for text in texts:
        counts.update(tokenizer().encode(text, add_special_tokens=False).ids)
    every = sum(counts.values())
    share = torch.tensor([(counts[piece] + 1) / every for piece in range(tokenizer().get_vocab_size())])
    return COMMON / (COMMON + share)


class Meaning(nn.Module):
    """Scores of pairs of wordings, as ``rawi.corroboration.comparing`` makes them of words and of the encoder's view."""

    def __init__(self, pieces: Tensor, weights: Tensor, view: Tensor) -> None:
        super().__init__()
        axes = torch.linalg.svd(pieces[::5], full_matrices=False).Vh[:SIZE].T
        self.pieces, self.turn = nn.Parameter(pieces.clone()), nn.Parameter(axes.contiguous())
        self.weights = nn.Parameter(weights.log())
        self.view = nn.Linear(view.shape[1], VIEW)
        main = torch.linalg.svd(view - view.mean(dim=0), full_matrices=False).Vh[:VIEW]
        self.view.weight.data.copy_(main)
        self.view.bias.data.copy_(-main @ view.mean(dim=0))
        self.head = nn.Linear(4, 1)
        self.head.weight.data.copy_(torch.tensor([[2.0, 6.0, 2.0, 1.0]]))
        self.head.bias.data.fill_(-6.0)

    def forward(self, found: Sequence[Wording]) -> Tensor:
        longest = max(len(one.pieces) for one in found)
        ids = torch.tensor([one.pieces + [0] * (longest - len(one.pieces)) for one in found])
        there = torch.tensor([[n < len(one.pieces) for n in range(longest)] for one in found])
        vectors = nn.functional.normalize(self.pieces[ids] @ self.turn, dim=-1)
        weights = self.weights[ids].exp() * there
        near = torch.einsum("ild,jmd->ijlm", vectors, vectors).masked_fill(~there[None, :, None, :], -1)
        one = (near.max(dim=3).values * weights[:, None]).sum(dim=2) / weights.sum(dim=1)[:, None]
        means = nn.functional.normalize((vectors * weights[..., None]).sum(dim=1))
        views = nn.functional.normalize(self.view(torch.tensor(np.array([one.vector for one in found]))))
        covered = 2 * one * one.T / (one + one.T).clamp(min=0.1)
        scores: Tensor = self.head(torch.stack([means @ means.T, covered, torch.maximum(one, one.T), views @ views.T], dim=-1))[..., 0]
        return scores

    def parameters_at_rates(self) -> list[dict[str, object]]:
        return [{"params": [p for n, p in self.named_parameters() if n.split(".")[0] == name], "lr": rate} for name, rate in RATES.items()]


def learn(model: Meaning, learned: Sequence[Sequence[Wording]], seed: int = 0) -> None:
    """Train ``model`` on ``learned`` families; prints the mean loss of each round."""
    draw, optimizer = random.Random(seed), torch.optim.Adam(model.parameters_at_rates())  # type: ignore[arg-type]
    for number in range(EPOCHS):
        order, losses = draw.sample(list(learned), len(learned)), []
        for start in range(0, len(order), TOGETHER):
            loss = _loss(model, order[start : start + TOGETHER])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(float(loss.detach()))
        print(f"round {number + 1}: loss {np.mean(losses):.4f}", flush=True)


def _loss(model: Meaning, some: Sequence[Sequence[Wording]]) -> Tensor:
    found = [one for family in some for one in family]
    own = torch.tensor([n for n, family in enumerate(some) for _ in family])
    same = torch.tensor([[float(one.claim == other.claim) for other in found] for one in found])
    counts = torch.where(same > 0, SAME, torch.where(own[:, None] == own[None], 1.0, STRANGER))
    losses = nn.functional.binary_cross_entropy_with_logits(model(found), same, reduction="none") * counts
    return losses[torch.ones_like(same).triu(1).bool()].mean()


def written(model: Meaning, path: Path) -> None:
    """Write the table as ``rawi.corroboration.meaning`` reads it."""
    with torch.no_grad():
        vectors = nn.functional.normalize(model.pieces @ model.turn)
    np.savez_compressed(
        path,
        pieces=np.round(vectors.numpy() * 127).astype(np.int8),
        weights=model.weights.detach().exp().numpy().astype(np.float16),
        turn=model.view.weight.detach().numpy().astype(np.float16),
        shift=model.view.bias.detach().numpy().astype(np.float16),
    )
