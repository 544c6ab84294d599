"""Write the encoder and attribution as rawi ships them: ``python -m training.joint.export CHECKPOINTS --encoder FOLDER``.

The heads of events are written by ``training.events``, which settles them on the encoder that this writes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from torch.optim.swa_utils import AveragedModel

from rawi import models
from rawi.attribution.features import numbered as attribution_labels
from rawi.events.features import numbered
from training.export import write_attribution
from training.joint.network import Joint


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoints", type=Path, help="what training wrote")
    parser.add_argument("--encoder", required=True, help="folder of the encoder that was fine-tuned")
    parser.add_argument("--out", type=Path, default=models.FOLDER, help="default: the package's own models")
    options = parser.parse_args()
    names = json.loads((options.checkpoints / "labels.json").read_text("utf-8"))
    averaged = AveragedModel(Joint(options.encoder, attribution_labels(names["attribution"]), numbered(names["events"])))
    averaged.load_state_dict(torch.load(options.checkpoints / "last.pt", weights_only=True)["averaged"])
    network: Joint = averaged.module.eval()
    network.attribution.encoder.model.set_attn_implementation("sdpa")
    write_attribution(network.attribution, names["attribution"], options.out)


if __name__ == "__main__":
    main()
