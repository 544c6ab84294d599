"""Train what tells which claims say the same: ``python -m training.corroboration --polnear TRAIN --encoder FOLDER``.

First the table of word pieces and the view of the encoder, on ``families.jsonl``; then the weights of the reasons for which
claims are one and documents copies, on ``stories.jsonl``.
Both files hold claims and stories invented for this. About three minutes on two cores.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from rawi import corroboration, models
from rawi.corroboration.meaning import table
from training.corroboration.likeness import COPIED, GIVEN, JOINED, copies, fit, pairs
from training.corroboration.meaning import Meaning, alone, families, learn, rarity, written

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True, help="PolNeAR's training articles, as JSON Lines: how frequent words are")
    parser.add_argument("--encoder", help="folder of the encoder that was fine-tuned; without it, only the weights are fitted")
    options = parser.parse_args()
    torch.manual_seed(1)
    if options.encoder:
        told = families(HERE / "families.jsonl")
        print(f"{len(told)} families, {sum(map(len, told))} wordings", flush=True)
        with options.polnear.open(encoding="utf-8") as lines:
            weights = rarity(json.loads(line)["text"] for line in lines)
        model = Meaning(alone(options.encoder), weights, torch.tensor([one.vector.tolist() for family in told for one in family]))
        learn(model, told)
        written(model, models.FOLDER / "meaning.npz")
        table.cache_clear()
    _fit(list(pairs(HERE / "stories.jsonl")), "likeness.yaml", JOINED, GIVEN)
    _fit(list(copies(HERE / "stories.jsonl")), "copying.yaml", COPIED, {})


def _fit(found: Sequence[tuple[Mapping[str, float], bool]], name: str, joined: float, given: Mapping[str, float]) -> None:
    """Write the weights fitted to ``found`` into a file of the room, below what its head says."""
    print(f"{name}: {len(found)} pairs, of which {sum(right for _, right in found)} are one", flush=True)
    path = Path(corroboration.__file__).parent / name
    head = path.read_text("utf-8").split("weights:")[0]
    rows = "".join(f"  {reason}: {value:.2f}\n" for reason, value in fit(found, joined, given).items())
    path.write_text(f"{head}weights:\n{rows}", "utf-8")


if __name__ == "__main__":
    main()
