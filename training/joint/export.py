"""Write what ``python -m training.joint`` made as rawi ships it: ``python -m training.joint.export CHECKPOINTS --encoder FOLDER``."""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel

from rawi import models
from rawi.attribution.features import numbered as attribution_labels
from rawi.events.features import PAIR_FEATURES, WORD_FEATURES, numbered
from training.events.heads import HIDDEN, Sizes
from training.export import write_attribution
from training.joint.network import Joint
from training.quantised import write

FILES = ("events-words.onnx", "events-roles.onnx", "events-incidents.onnx")


class _Calling(nn.Module):
    """One method of a network, as a network."""

    def __init__(self, network: nn.Module, method: Callable[..., Any]) -> None:
        super().__init__()
        self.network, self.method = network, method

    def forward(self, *given: torch.Tensor) -> Any:
        return self.method(*given)


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
    write_events(network, names["events"], options.out)


def write_events(network: Joint, names: Mapping[str, Sequence[str]], out: Path) -> None:
    """Write the heads of events, and the labels they know with the hash of the three files."""
    word, numbers = torch.zeros(7, Sizes().word), torch.zeros(7, len(PAIR_FEATURES), dtype=torch.long)
    given = {"vectors": torch.zeros(7, HIDDEN), "features": torch.zeros(7, len(WORD_FEATURES), dtype=torch.long)}
    write(_Calling(network.events, network.events.words), given, ("words", "kinds"), out / FILES[0])
    given = {"words": word, "pairs": numbers, "features": numbers}
    write(_Calling(network.events, network.events.roles), given, ("scores",), out / FILES[1])
    write(_Calling(network.incidents, network.incidents.of_one), {"words": word}, ("roles", "types"), out / FILES[2])
    digest = hashlib.sha256(b"".join((out / name).read_bytes() for name in FILES)).hexdigest()[:16]
    (out / "events.json").write_text(json.dumps({"weights": digest, "labels": names}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
