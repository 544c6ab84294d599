"""Write a trained network as rawi ships it: ``python -m training.export CHECKPOINTS --encoder FOLDER``.

The encoder goes to 8-bit integers (dynamic quantisation, a scale a channel); the heads, a tenth of its size, stay as they are.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime import InferenceSession
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from torch import Tensor, nn

from rawi import models
from rawi.attribution.features import CUE_FEATURES, REACH, WORD_FEATURES, numbered
from training.network import Network

OPSET = 17
TOLERANCE = 1e-3
FILES = ("encoder.onnx", "attribution-words.onnx", "attribution-roles.onnx")


class _Last(nn.Module):
    """Only the final scores of the roles."""

    def __init__(self, roles: nn.Module) -> None:
        super().__init__()
        self.roles = roles

    def forward(self, words: Tensor, cues: Tensor, tokens: Tensor, exist: Tensor, features: Tensor) -> Tensor:
        scores: Tensor = self.roles(words, cues, tokens, exist, features)[1]
        return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoints", type=Path, help="what training wrote")
    parser.add_argument("--encoder", required=True, help="folder of the encoder that was fine-tuned")
    parser.add_argument("--out", type=Path, default=models.FOLDER, help="default: the package's own models")
    options = parser.parse_args()
    names = json.loads((options.checkpoints / "labels.json").read_text("utf-8"))
    network = Network(options.encoder, numbered(names))
    network.load_state_dict(torch.load(options.checkpoints / "last.pt", weights_only=True)["network"])
    network.eval()
    with tempfile.TemporaryDirectory() as folder, torch.no_grad():
        _encoder(network, Path(folder), options.out / FILES[0])
    with torch.no_grad():
        _heads(network, options.out)
    digest = hashlib.sha256(b"".join((options.out / name).read_bytes() for name in FILES)).hexdigest()[:16]
    (options.out / "network.json").write_text(json.dumps({"weights": digest, "labels": names}, indent=1) + "\n", encoding="utf-8")
    print("\n".join(f"{name}: {(options.out / name).stat().st_size / 1e6:.1f} MB" for name in FILES))


def _encoder(network: Network, folder: Path, out: Path) -> None:
    """Export, fuse attention and layer norms, quantise."""
    plain, fused = str(folder / "plain.onnx"), str(folder / "fused.onnx")
    ids = torch.randint(1000, 2000, (1, 32))
    torch.onnx.export(
        _Unpadded(network.encoder).eval(),
        (ids,),
        plain,
        input_names=["ids"],
        output_names=["vectors"],
        dynamic_axes={"ids": {0: "windows", 1: "length"}, "vectors": {0: "windows", 1: "length"}},
        opset_version=OPSET,
        dynamo=False,
    )
    config = network.encoder.model.config
    optimizer.optimize_model(
        plain, model_type="bert", num_heads=config.num_attention_heads, hidden_size=config.hidden_size
    ).save_model_to_file(fused)
    quantize_dynamic(fused, out, per_channel=True, weight_type=QuantType.QInt8, extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT})


class _Unpadded(nn.Module):
    """At run time a window is read alone, so nothing is padding."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.model = encoder.model

    def forward(self, ids: Tensor) -> Tensor:
        vectors: Tensor = self.model(input_ids=ids).last_hidden_state
        return vectors


def _heads(network: Network, out: Path) -> None:
    hidden, width = network.encoder.model.config.hidden_size, 2 * REACH + 1
    vectors, words = torch.zeros(7, hidden), torch.zeros(7, network.words.cue[0].in_features)
    torch.onnx.export(
        network.words,
        (vectors, torch.zeros(7, len(WORD_FEATURES), dtype=torch.long)),
        str(out / FILES[1]),
        input_names=["vectors", "features"],
        output_names=["words", "cues"],
        dynamic_axes={name: {0: "count"} for name in ("vectors", "features", "words", "cues")},
        opset_version=OPSET,
        dynamo=False,
    )
    around = (
        torch.zeros(2, width, dtype=torch.long),
        torch.ones(2, width, dtype=torch.bool),
        torch.zeros(2, width, len(CUE_FEATURES), dtype=torch.long),
    )
    torch.onnx.export(
        _Last(network.roles).eval(),
        (words, torch.zeros(2, 2, dtype=torch.long), *around),
        str(out / FILES[2]),
        input_names=["words", "cues", "tokens", "exist", "features"],
        output_names=["scores"],
        dynamic_axes={"words": {0: "count"}} | {name: {0: "asked"} for name in ("cues", "tokens", "exist", "features", "scores")},
        opset_version=OPSET,
        dynamo=False,
    )
    _check(network, out, words.shape[1])


def _check(network: Network, out: Path, size: int) -> None:
    """Run the exported roles on cues that claim the same words, against the network itself. Raises SystemExit where they differ."""
    count = 300
    words, starts = torch.randn(count, size), torch.arange(100, 140, 5)
    tokens = starts[:, None] + torch.arange(-REACH, REACH + 1)
    given = (words, torch.stack([starts, starts], 1), tokens.clamp(0, count - 1), (tokens >= 0) & (tokens < count))
    given = (*given, torch.ones(*tokens.shape, len(CUE_FEATURES), dtype=torch.long))
    session = InferenceSession(out / FILES[2])
    (got,) = session.run(None, {i.name: g.numpy() for i, g in zip(session.get_inputs(), given, strict=True)})
    apart = float((network.roles(*given)[1] - torch.from_numpy(got)).abs().max())
    if apart > TOLERANCE:
        raise SystemExit(f"the exported roles differ from the network's by up to {apart:.4f}")


if __name__ == "__main__":
    main()
