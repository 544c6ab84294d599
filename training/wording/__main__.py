"""Train, measure and write the judge of loaded words: ``python -m training.wording polnear/train.jsonl``.

Four folds are each judged by a network that learned from the other three; thresholds and figures are of these. The network that is
written learned from all sentences.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
import yaml

from rawi import models, wording
from rawi.analysis import analyse
from rawi.wording.features import Labels, numbered
from training.pieces import embeddings
from training.quantised import write
from training.wording.examples import FOLDS, Example, Marked, document, examples, invented, polnear, words_of
from training.wording.figures import Chances, figures, taken, thresholds
from training.wording.learning import Types, learn, types
from training.wording.network import Judge, Shipped

COMMON = 8000
"""Unlisted words that are told from the listed ones."""
ARTICLES = 420
"""Articles whose common words these are."""
SEEN = 20
"""How often a tag or relation must occur to be told apart."""


def main() -> None:
    options = _options()
    torch.set_num_threads(1)
    sentences = [*invented(), *polnear(options.corpus)]
    names = _names(sentences)
    known = numbered(names)
    learned = list(examples(sentences, known))
    listed = types(known, words_of(options.corpus, ARTICLES, COMMON, ()))
    held = embeddings()
    chances = _crossed(learned, listed, held, known, options.seed)
    sentence, word = _report(learned, chances, len(known.reason))
    judge = _judge(learned, listed, held, known, options.seed)
    _write(judge, options.out, {"sentence": sentence, "word": word, "labels": names})


def _names(sentences: Iterable[Marked]) -> dict[str, list[str]]:
    """The lexicon's reasons in its order, and the tags and relations of the sentences, most frequent first."""
    lexicon = yaml.safe_load((Path(wording.__file__).parent / "lexicon.yaml").read_text("utf-8"))
    counts: dict[str, Counter[str]] = {"tag": Counter(), "relation": Counter()}
    for tag, relation in _syntax(sentences):
        counts["tag"][tag] += 1
        counts["relation"][relation] += 1
    return {"reason": list(lexicon["reasons"])} | {kind: [n for n, c in count.most_common() if c >= SEEN] for kind, count in counts.items()}


def _syntax(sentences: Iterable[Marked]) -> Iterable[tuple[str, str]]:
    for analysis in analyse((document(n, marked.text) for n, marked in enumerate(sentences)), encode=False):
        yield from ((t.tag, t.relation) for t in analysis.tokens)


def _judge(learned: Sequence[Example], listed: Types, held: torch.Tensor, known: Labels, seed: int) -> Judge:
    torch.manual_seed(seed)
    judge = Judge(held, known)
    learn(judge, learned, listed, seed)
    return judge


def _crossed(learned: Sequence[Example], listed: Types, held: torch.Tensor, known: Labels, seed: int) -> list[Chances]:
    """The chances of each sentence's words by the network that did not learn from its fold."""
    judges = [_judge([e for e in learned if e.marked.fold != fold], listed, held, known, seed) for fold in range(FOLDS)]
    with torch.no_grad():
        return [
            torch.sigmoid(judges[e.marked.fold](*map(torch.from_numpy, (e.vectors, e.pieces, e.features)))[0]).mean(1).numpy()
            for e in learned
        ]


def _report(learned: Sequence[Example], chances: Sequence[Chances], reasons: int) -> tuple[float, float]:
    """Print the figures by source; return the thresholds, best on average over the sources."""
    by = {source: [n for n, e in enumerate(learned) if e.marked.source == source] for source in ("invented", "polnear")}
    groups = {source: ([learned[n] for n in rows], [chances[n] for n in rows]) for source, rows in by.items()}
    sentence, word = thresholds(list(groups.values()))
    print(f"thresholds: sentence {sentence}, word {word}")
    for source, (rows, found) in groups.items():
        network = list(taken(rows, found, sentence, word))
        firm = [(e.features[:, 0] > 0) & (e.features[:, 0] <= reasons) for e in rows]
        unquoted = [f & (e.features[:, 3] % 2 == 0) for f, e in zip(firm, rows, strict=True)]
        for name, marked in (
            ("firm words of the lexicon", firm),
            ("network", network),
            ("network, and firm words outside quotations", [n | f for n, f in zip(network, unquoted, strict=True)]),
            ("network, and firm words", [n | f for n, f in zip(network, firm, strict=True)]),
        ):
            print(
                f"{source}, {len(rows)} sentences, {name}: sentences {figures(rows, marked)[0]:.1f}, words {figures(rows, marked)[1]:.1f}"
            )
    return sentence, word


def _write(judge: Judge, out: Path, settings: dict[str, object]) -> None:
    """Export, quantise to 8-bit integers, and say whose settings these are."""
    given = (torch.zeros(7, 384), torch.zeros(7, 4, dtype=torch.long), torch.zeros(7, 8, dtype=torch.long))
    names = ("vectors", "pieces", "features")
    write(Shipped(judge), dict(zip(names, given, strict=True)), ["chances", "reasons"], out / "wording.onnx")
    weights = (out / "wording.onnx").read_bytes()
    row = {"weights": hashlib.sha256(weights).hexdigest()[:16], **settings}
    (out / "wording.json").write_text(json.dumps(row, indent=1) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="PolNeAR's training articles, as JSON Lines")
    parser.add_argument("--out", type=Path, default=models.FOLDER, help="default: the package's own models")
    parser.add_argument("--seed", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
