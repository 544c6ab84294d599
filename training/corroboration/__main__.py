"""Train what tells which claims say the same: ``python -m training.corroboration --polnear TRAIN --encoder FOLDER``.

First the table of word pieces and the view of the encoder, on ``families.jsonl``; then the weights of the reasons, on ``stories.jsonl``.
Both files hold claims and stories invented for this. About three minutes on two cores.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from rawi import corroboration, models
from rawi.corroboration.meaning import table
from training.corroboration.likeness import fit, pairs
from training.corroboration.meaning import Meaning, alone, families, learn, rarity, written

HERE = Path(__file__).parent
WEIGHTS = Path(corroboration.__file__).parent / "likeness.yaml"


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
    found = list(pairs(HERE / "stories.jsonl"))
    print(f"{len(found)} pairs of claims, of which {sum(same for _, same in found)} say the same", flush=True)
    head = WEIGHTS.read_text("utf-8").split("weights:")[0]
    rows = "".join(f"  {name}: {value:.2f}\n" for name, value in fit(found).items())
    WEIGHTS.write_text(f"{head}weights:\n{rows}", "utf-8")


if __name__ == "__main__":
    main()
