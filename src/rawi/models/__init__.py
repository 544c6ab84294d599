"""The weights that rawi ships, their vocabulary and their model card (``card.md``)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FOLDER = Path(__file__).parent


def session(name: str) -> InferenceSession:
    """Load one network for one thread: rawi's workers are processes."""
    from onnxruntime import InferenceSession, SessionOptions  # not loaded where nothing is read

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return InferenceSession(
        FOLDER / f"{name}.onnx",
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],  # the fused kernel takes six times as long as the two it replaces
    )
