"""The network: an encoder, a head that finds cues, and a head that finds each cue's source and content."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import AutoModel

from rawi.attribution.features import QUOTED_AND_RULE, SENTENCE_AND_CUES, STEPS, WIDTH, Labels

ROLE_TAGS = 5
CUE_TAGS = 3


@dataclass(frozen=True, slots=True)
class Sizes:
    """Numbers in a word's vector once its features are mixed in, and in a (cue, word) pair's."""

    word: int = 192
    pair: int = 96
    dropout: float = 0.1


class Words(nn.Module):
    """(words, hidden) vectors and (words, 6) features to (words, `Sizes.word`) vectors and (words, 3) cue scores."""

    def __init__(self, hidden: int, known: Labels, sizes: Sizes) -> None:
        super().__init__()
        counts = (len(known.tag) + 1, len(known.relation) + 1, len(known.entity) + 1, 3, 3, 8)
        widths = (32, 32, 16, 16, 8, 16)
        self.tables = nn.ModuleList(nn.Embedding(n, w) for n, w in zip(counts, widths, strict=True))
        self.mix = nn.Sequential(
            nn.Linear(hidden + sum(widths), sizes.word), nn.GELU(), nn.LayerNorm(sizes.word), nn.Dropout(sizes.dropout)
        )
        self.cue = nn.Sequential(nn.Linear(sizes.word, sizes.pair), nn.GELU(), nn.Dropout(sizes.dropout), nn.Linear(sizes.pair, CUE_TAGS))

    def forward(self, vectors: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        looked_up = [table(features[..., n]) for n, table in enumerate(self.tables)]
        words = self.mix(torch.cat([vectors, *looked_up], -1))
        return words, torch.log_softmax(self.cue(words), -1)


class Block(nn.Module):
    """What stands beside each word within a cue's reach: a depthwise convolution, mixed, added."""

    def __init__(self, size: int, dilation: int, dropout: float) -> None:
        super().__init__()
        self.beside = nn.Conv1d(size, size, 5, padding=2 * dilation, dilation=dilation, groups=size)
        self.mix = nn.Sequential(nn.Linear(size, size), nn.LayerNorm(size), nn.GELU(), nn.Linear(size, size), nn.Dropout(dropout))

    def forward(self, pairs: Tensor, exist: Tensor) -> Tensor:
        return (pairs + self.mix(self.beside(pairs.transpose(1, 2)).transpose(1, 2))) * exist


class Roles(nn.Module):
    """Which of the words within reach of each cue are its source and its content; each cue sees what the others claim.

    ``words`` (M, word), ``cues`` (N, 2) first and last word, ``tokens`` (N, R) word numbers, ``exist`` (N, R), ``features`` (N, R, 5);
    gives first log-probabilities and final scores, (N, R, 5) each, and the (5, 5) scores of one tag after another: a conditional random
    field (Lafferty, McCallum and Pereira 2001).
    """

    def __init__(self, known: Labels, sizes: Sizes) -> None:
        super().__init__()
        size, relations = sizes.pair, len(known.relation) + 1
        self.word, self.cue = nn.Linear(sizes.word, size), nn.Linear(2 * sizes.word, size)
        self.by_word, self.by_cue = nn.Linear(sizes.word, size), nn.Linear(2 * sizes.word, size)
        counts = (relations, relations, STEPS, QUOTED_AND_RULE, SENTENCE_AND_CUES)
        self.tables = nn.ModuleList(nn.Embedding(n, size) for n in counts)
        self.place = nn.Embedding(WIDTH, size)
        for table in (*self.tables, self.place):
            nn.init.normal_(table.weight, std=0.1)
        self.start = nn.Sequential(nn.LayerNorm(size), nn.GELU())
        self.before = nn.ModuleList([Block(size, 1, sizes.dropout), Block(size, 2, sizes.dropout)])
        self.first = nn.Linear(size, ROLE_TAGS)
        self.others = nn.Sequential(nn.Linear(2 * ROLE_TAGS, size), nn.GELU(), nn.Linear(size, size))
        self.after = nn.ModuleList([Block(size, 4, sizes.dropout), Block(size, 1, sizes.dropout)])
        self.last = nn.Linear(size, ROLE_TAGS)
        self.moves = nn.Parameter(torch.zeros(ROLE_TAGS, ROLE_TAGS))

    def forward(self, words: Tensor, cues: Tensor, tokens: Tensor, exist: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        exist = exist.unsqueeze(-1).to(words.dtype)
        cue = torch.cat([words[cues[:, 0]], words[cues[:, 1]]], -1)
        pairs = self.word(words)[tokens] + self.cue(cue).unsqueeze(1) + self.by_word(words)[tokens] * self.by_cue(cue).unsqueeze(1)
        pairs = pairs + self.place.weight
        for n, table in enumerate(self.tables):
            pairs = pairs + table(features[:, :, n])
        pairs = self.start(pairs) * exist
        for block in self.before:
            pairs = block(pairs, exist)
        first = torch.log_softmax(self.first(pairs), -1)
        mine = first.exp() * exist
        claims = mine.reshape(-1, ROLE_TAGS)  # index_add would be shorter, but its ONNX export forgets repeated indexes
        claimed = torch.zeros_like(words[:, :ROLE_TAGS]).scatter_add(0, tokens.reshape(-1, 1).expand_as(claims), claims)
        pairs = pairs + self.others(torch.cat([mine, claimed[tokens] - mine], -1)) * exist
        for block in self.after:
            pairs = block(pairs, exist)
        return first, self.last(pairs), self.moves


class Encoder(nn.Module):
    """(windows, length) piece ids to (windows, length, hidden) vectors. Padding is 0, as in BERT's vocabulary."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.model = AutoModel.from_pretrained(
            folder, attn_implementation="sdpa", attention_probs_dropout_prob=0.0, add_pooling_layer=False
        )

    def forward(self, ids: Tensor) -> Tensor:
        return self.model(input_ids=ids, attention_mask=(ids != 0).long()).last_hidden_state


class Network(nn.Module):
    """The three parts, and scores of words by role whatever the cue, which only training uses."""

    def __init__(self, folder: str, known: Labels) -> None:
        super().__init__()
        sizes = Sizes()
        self.encoder = Encoder(folder)
        self.words = Words(self.encoder.model.config.hidden_size, known, sizes)
        self.roles = Roles(known, sizes)
        self.any_role = nn.Linear(sizes.word, ROLE_TAGS)


def pooled(hidden: Tensor, owners: Tensor, words: int) -> Tensor:
    """The mean of each word's pieces. ``hidden`` (windows, length, size); ``owners`` (windows, length): word numbers, -1 for no word's."""
    flat, owner = hidden.reshape(-1, hidden.shape[-1]), owners.reshape(-1)
    kept = owner >= 0
    sums = torch.zeros(words, flat.shape[-1], dtype=flat.dtype).index_add(0, owner[kept], flat[kept])
    counts = torch.bincount(owner[kept], minlength=words).clamp(min=1)
    return sums / counts.unsqueeze(-1)
