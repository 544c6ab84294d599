"""The attribution network with the heads of events on its encoder, and texts as its windows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from rawi.analysis.windows import LONGEST, windows
from rawi.attribution.features import Labels as AttributionLabels
from rawi.events.features import Labels
from rawi.models.pieces import tokenizer
from training.events.examples import Read
from training.events.heads import HIDDEN, Events, Incidents, Sizes
from training.network import Network, pooled


class Windows(NamedTuple):
    """Texts one after the other: piece ids, which word each piece is of, the words' features."""

    ids: Tensor
    owners: Tensor
    features: Tensor


class Joint(nn.Module):
    """All heads on one encoder, of which the embeddings and the first ``frozen`` layers stay as they are."""

    def __init__(self, folder: str, old: AttributionLabels, known: Labels, frozen: int = 0) -> None:
        super().__init__()
        sizes = Sizes()
        self.attribution = Network(folder, old)
        self.events, self.incidents = Events(known, sizes), Incidents(sizes)
        self.like = nn.Linear(HIDDEN, HIDDEN)
        model = self.attribution.encoder.model
        model.set_attn_implementation("eager")  # twice as fast to train as the fused one on processors
        for part in (model.embeddings, *model.encoder.layer[:frozen]) if frozen else ():
            part.requires_grad_(False)

    def vectors(self, found: Windows) -> Tensor:
        """(words, 384)."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.attribution.encoder(found.ids)
        return pooled(hidden.float(), found.owners, len(found.features))

    def words(self, texts: Sequence[Read]) -> tuple[Tensor, Tensor]:
        """The texts' words as the heads of events make them, and the scores of their kinds."""
        found = windows_of(texts)
        made: tuple[Tensor, Tensor] = self.events.words(self.vectors(found), found.features)
        return made


def windows_of(texts: Sequence[Read], together: bool = False) -> Windows:
    """``together``: short texts share a window, so that a sentence is not always seen alone."""
    rows: list[tuple[list[int], list[int]]] = []
    offset = 0
    for text in texts:
        ids, starts = text.pieces
        for window in windows(starts, text.sentences):
            at = starts[window.start : window.stop + 1]
            found = ids[at[0] : at[-1]].tolist()
            owners = np.repeat(np.arange(window.start, window.stop) + offset, np.diff(at)).tolist()
            if together and rows and len(rows[-1][0]) + len(found) <= LONGEST // 2:
                rows[-1] = (rows[-1][0] + found, rows[-1][1] + owners)
            else:
                rows.append((found, owners))
        offset += len(text.words)
    return Windows(*_padded(rows), torch.from_numpy(np.concatenate([text.words for text in texts])))


def _padded(rows: Sequence[tuple[list[int], list[int]]]) -> tuple[Tensor, Tensor]:
    opening, closing = (tokenizer().token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
    length = max((len(row) for row, _ in rows), default=0) + 2
    ids, owners = torch.zeros(len(rows), length, dtype=torch.long), torch.full((len(rows), length), -1)
    for n, (row, own) in enumerate(rows):
        ids[n, : len(row) + 2] = torch.tensor([opening, *row, closing])
        owners[n, 1 : len(row) + 1] = torch.tensor(own)
    return ids, owners
