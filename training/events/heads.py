"""The heads that learn beside attribution: events and their parties, incidents and their roles, sentences as vectors."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from rawi.events.features import FAR, LISTED, ROLES, Labels
from rawi.records import EVENT_KINDS

INCIDENT_ROLES = 6
"""None, and MUC-4's perpetrating individuals and organizations, human targets, physical targets, instruments."""
INCIDENT_TYPES = 5
HIDDEN = 384


@dataclass(frozen=True, slots=True)
class Sizes:
    """Numbers in a word's vector once its features are mixed in, and in a (trigger, word) pair's."""

    word: int = 192
    pair: int = 128
    dropout: float = 0.15


class Events(nn.Module):
    """(words, 384) vectors and (words, 5) features to words and scores of the kinds; pairs of them to scores of the roles."""

    def __init__(self, known: Labels, sizes: Sizes) -> None:
        super().__init__()
        counts = (len(known.tag) + 1, len(known.relation) + 1, len(known.entity) + 1, len(known.tag) + 1, LISTED)
        widths = (32, 32, 16, 16, 32)
        self.tables = nn.ModuleList(nn.Embedding(n, w) for n, w in zip(counts, widths, strict=True))
        self.mix = nn.Sequential(
            nn.Linear(HIDDEN + sum(widths), sizes.word), nn.GELU(), nn.LayerNorm(sizes.word), nn.Dropout(sizes.dropout)
        )
        self.kind = nn.Linear(sizes.word, len(EVENT_KINDS) + 1)
        self.word, self.trigger = nn.Linear(sizes.word, sizes.pair), nn.Linear(sizes.word, sizes.pair)
        self.by_word, self.by_trigger = nn.Linear(sizes.word, sizes.pair), nn.Linear(sizes.word, sizes.pair)
        self.path, self.distance = nn.Embedding(len(known.path) + 1, sizes.pair), nn.Embedding(2 * FAR + 1, sizes.pair)
        for table in (self.path, self.distance):
            nn.init.normal_(table.weight, std=0.1)
        self.role = nn.Sequential(
            nn.LayerNorm(sizes.pair), nn.GELU(), nn.Dropout(sizes.dropout), nn.Linear(sizes.pair, sizes.pair), nn.GELU(),
            nn.Linear(sizes.pair, len(ROLES)),
        )  # fmt: skip

    def words(self, vectors: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        looked_up = [table(features[..., n]) for n, table in enumerate(self.tables)]
        words = self.mix(torch.cat([vectors, *looked_up], -1))
        return words, self.kind(words)

    def roles(self, words: Tensor, pairs: Tensor, features: Tensor) -> Tensor:
        """``pairs`` (N, 2): word numbers of trigger and other; ``features`` (N, 2)."""
        trigger, other = words[pairs[:, 0]], words[pairs[:, 1]]
        mixed = self.word(other) + self.trigger(trigger) + self.by_word(other) * self.by_trigger(trigger)
        scores: Tensor = self.role(mixed + self.path(features[:, 0]) + self.distance(features[:, 1]))
        return scores


class Incidents(nn.Module):
    """(words, `Sizes.word`) of one or more windows to scores of MUC-4's roles a word, and of its types a word."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.window = nn.Linear(2 * sizes.word, sizes.pair)
        self.word = nn.Linear(sizes.word, sizes.pair)
        self.mix = nn.Sequential(
            nn.LayerNorm(sizes.pair), nn.GELU(), nn.Dropout(sizes.dropout), nn.Linear(sizes.pair, sizes.pair), nn.GELU()
        )
        self.role, self.sort = nn.Linear(sizes.pair, INCIDENT_ROLES), nn.Linear(sizes.pair, INCIDENT_TYPES)

    def forward(self, words: Tensor, owner: Tensor, windows: int) -> tuple[Tensor, Tensor]:
        """``owner`` (words,): the window of each."""
        index = owner.unsqueeze(-1).expand_as(words)
        most = torch.full((windows, words.shape[-1]), -1e4, dtype=words.dtype).scatter_reduce(0, index, words, "amax")
        mean = torch.zeros_like(most).scatter_reduce(0, index, words, "mean", include_self=False)
        mixed = self.mix(self.word(words) + self.window(torch.cat([most, mean], -1))[owner])
        return self.role(mixed), self.sort(mixed)

    def of_one(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """The same for the words of one text."""
        whole = torch.cat([words.amax(0, keepdim=True), words.mean(0, keepdim=True)], -1)
        mixed = self.mix(self.word(words) + self.window(whole))
        return self.role(mixed), self.sort(mixed)
