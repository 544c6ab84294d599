"""Writes a head for onnxruntime, in 8-bit integers."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

OPSET = 17


def write(network: nn.Module, given: Mapping[str, Tensor], names: Sequence[str], path: Path) -> None:
    """Write ``network``, called with ``given`` by name in this order; the first dimension of all it takes and gives is free."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network.eval(),
            tuple(given.values()),
            str(plain),
            input_names=list(given),
            output_names=list(names),
            dynamic_axes={name: {0: f"rows of {name}"} for name in (*given, *names)},
            opset_version=OPSET,
            dynamo=False,
        )
        options = {"DefaultTensorType": onnx.TensorProto.FLOAT}
        quantize_dynamic(plain, path, ["MatMul", "Gather"], per_channel=False, weight_type=QuantType.QInt8, extra_options=options)
    print(f"{path.name}: {path.stat().st_size / 1e3:.0f} kB")
