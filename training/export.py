"""Writes the encoder and the attribution heads as rawi ships them: in 8-bit integers (dynamic quantisation, a scale a channel)."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime import InferenceSession
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from rawi.attribution.features import AFTER, BEFORE, CUE_FEATURES, WIDTH, WORD_FEATURES
from training.network import Network

OPSET = 17
TOLERANCE = 1e-3
FILES = ("encoder.onnx", "attribution-words.onnx", "attribution-roles.onnx")


class _Batched(nn.Module):
    """The words of one document as a batch of one: quantisation knows matrix products, which one of two dimensions is not exported as."""

    def __init__(self, words: nn.Module) -> None:
        super().__init__()
        self.words = words

    def forward(self, vectors: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        words, cues = self.words(vectors.unsqueeze(0), features.unsqueeze(0))
        return words.squeeze(0), cues.squeeze(0)


class _Last(nn.Module):
    """Only the final scores of the roles, and of one after another."""

    def __init__(self, roles: nn.Module) -> None:
        super().__init__()
        self.roles = roles

    def forward(self, words: Tensor, cues: Tensor, tokens: Tensor, exist: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        _, scores, moves = self.roles(words, cues, tokens, exist, features)
        return scores, moves


def write_attribution(network: Network, names: Mapping[str, Sequence[str]], out: Path) -> None:
    """Write the encoder and the two heads, and the labels they know with the hash of the three files."""
    with tempfile.TemporaryDirectory() as folder, torch.no_grad():
        _encoder(network, Path(folder), out / FILES[0])
        _heads(network, Path(folder), out)
    digest = hashlib.sha256(b"".join((out / name).read_bytes() for name in FILES)).hexdigest()[:16]
    (out / "network.json").write_text(json.dumps({"weights": digest, "labels": names}, indent=1) + "\n", encoding="utf-8")
    print("\n".join(f"{name}: {(out / name).stat().st_size / 1e6:.1f} MB" for name in FILES))


def _encoder(network: Network, folder: Path, out: Path) -> None:
    """Export and quantise; onnxruntime fuses what it can when it loads the file."""
    plain = folder / "plain.onnx"
    torch.onnx.export(
        _Unpadded(network.encoder).eval(),
        (torch.randint(1000, 2000, (1, 32)),),
        str(plain),
        input_names=["ids"],
        output_names=["vectors"],
        dynamic_axes={"ids": {0: "windows", 1: "length"}, "vectors": {0: "windows", 1: "length"}},
        opset_version=OPSET,
        dynamo=False,
    )
    _quantised(plain, out, ["MatMul", "Gather"])


class _Unpadded(nn.Module):
    """At run time a window is read alone, so nothing is padding."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.model = encoder.model

    def forward(self, ids: Tensor) -> Tensor:
        vectors: Tensor = self.model(input_ids=ids).last_hidden_state
        return vectors


def _heads(network: Network, folder: Path, out: Path) -> None:
    hidden = network.encoder.model.config.hidden_size
    vectors, words = torch.zeros(7, hidden), torch.zeros(7, network.words.cue[0].in_features)
    plain = folder / "words.onnx"
    torch.onnx.export(
        _Batched(network.words).eval(),
        (vectors, torch.zeros(7, len(WORD_FEATURES), dtype=torch.long)),
        str(plain),
        input_names=["vectors", "features"],
        output_names=["words", "cues"],
        dynamic_axes={name: {0: "count"} for name in ("vectors", "features", "words", "cues")},
        opset_version=OPSET,
        dynamo=False,
    )
    _quantised(plain, out / FILES[1], ["MatMul"])
    around = (
        torch.zeros(2, WIDTH, dtype=torch.long),
        torch.ones(2, WIDTH, dtype=torch.bool),
        torch.zeros(2, WIDTH, len(CUE_FEATURES), dtype=torch.long),
    )
    plain = folder / "roles.onnx"
    torch.onnx.export(
        _Last(network.roles).eval(),
        (words, torch.zeros(2, 2, dtype=torch.long), *around),
        str(plain),
        input_names=["words", "cues", "tokens", "exist", "features"],
        output_names=["scores", "moves"],
        dynamic_axes={"words": {0: "count"}} | {name: {0: "asked"} for name in ("cues", "tokens", "exist", "features", "scores")},
        opset_version=OPSET,
        dynamo=False,
    )
    _check(network, plain, words.shape[1])
    _quantised(plain, out / FILES[2], ["MatMul"])


def _quantised(plain: Path, out: Path, operators: Sequence[str]) -> None:
    options = {"DefaultTensorType": onnx.TensorProto.FLOAT}
    quantize_dynamic(plain, out, list(operators), per_channel=True, weight_type=QuantType.QInt8, extra_options=options)


def _check(network: Network, roles: Path, size: int) -> None:
    """Run the exported roles on cues that claim the same words, against the network itself. Raises SystemExit where they differ."""
    count = 300
    words, starts = torch.randn(count, size), torch.arange(100, 140, 5)
    tokens = starts[:, None] + torch.arange(-BEFORE, AFTER + 1)
    given = (words, torch.stack([starts, starts], 1), tokens.clamp(0, count - 1), (tokens >= 0) & (tokens < count))
    given = (*given, torch.ones(*tokens.shape, len(CUE_FEATURES), dtype=torch.long))
    session = InferenceSession(roles)
    got, _ = session.run(None, {i.name: g.numpy() for i, g in zip(session.get_inputs(), given, strict=True)})
    apart = float((network.roles(*given)[1] - torch.from_numpy(got)).abs().max())
    if apart > TOLERANCE:
        raise SystemExit(f"the exported roles differ from the network's by up to {apart:.4f}")
