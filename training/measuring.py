"""A network under training measured as the shipped one is: same windows, same decoding, same scorer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from rawi.analysis.windows import windows
from rawi.attribution.features import Integers
from rawi.attribution.finding import Scores, find
from rawi.evaluation.corpus import Attribution, load
from rawi.evaluation.measures import count_all, total
from rawi.models.pieces import tokenizer
from rawi.records import Span, Vectors
from training.examples import Example
from training.network import Network, pooled


class Running:
    """A torch network where the shipped one is asked for."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def vectors(self, example: Example) -> Vectors:
        """As ``rawi.analysis.encoder.vectors``."""
        ids, starts = example.pieces
        found = np.zeros((len(starts) - 1, self._network.encoder.model.config.hidden_size), dtype=np.float32)
        for window in windows(starts, example.sentences):
            at = starts[window.start : window.stop + 1]
            row = [tokenizer().token_to_id("[CLS]"), *ids[at[0] : at[-1]], tokenizer().token_to_id("[SEP]")]
            owners = [-1, *np.repeat(np.arange(len(window)), np.diff(at)), -1]
            hidden = self._network.encoder(torch.tensor([row]))
            found[window.start : window.stop] = pooled(hidden, torch.tensor([owners]), len(window)).numpy()
        return found

    def words(self, vectors: Vectors, features: Integers) -> tuple[Scores, Scores]:
        words, cues = self._network.words(torch.from_numpy(vectors), torch.from_numpy(features))
        return words.numpy(), cues.numpy()

    def roles(self, words: Scores, cues: Integers, tokens: Integers, exist: NDArray[np.bool_], features: Integers) -> tuple[Scores, Scores]:
        arrays = (words, cues, tokens, exist, features)
        _, scores, moves = self._network.roles(*map(torch.from_numpy, arrays))
        return scores.numpy(), moves.numpy()


def figures(network: Network, articles: Sequence[Example], corpus: Path) -> str:
    """F1s on annotated articles, exact spans by role and linked attributions."""
    network.eval()
    running = Running(network)
    marked = {article.id: article for article in load(corpus)}
    with torch.no_grad():
        counts = [count_all(marked[e.id], predicted(e, running)) for e in articles]
    sums = total(c for rows in counts for c in rows)
    return "  ".join(f"{name} {sums[name].figure.f1:.1f}" for name in ("source.exact", "cue.exact", "content.exact", "linked.F1"))


def predicted(example: Example, running: Running) -> tuple[Attribution, ...]:
    """What the network finds, over characters."""
    tokens = example.features.tree.tokens

    def spans(ranges: Iterable[range]) -> tuple[Span, ...]:
        return tuple(Span(tokens[r.start].start, tokens[r.stop - 1].end) for r in ranges)

    found = find(example.features, running.vectors(example), running)
    return tuple(Attribution(spans([a.source] if a.source else []), spans([a.cue]), spans(a.contents)) for a in found)
