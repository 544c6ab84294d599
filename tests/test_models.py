import hashlib
import json

from rawi.models import FOLDER

WEIGHTS = ("encoder.onnx", "attribution-words.onnx", "attribution-roles.onnx")


def test_the_weights_are_those_their_claims_name() -> None:
    named = json.loads((FOLDER / "network.json").read_text("utf-8"))["weights"]
    assert named == hashlib.sha256(b"".join((FOLDER / name).read_bytes() for name in WEIGHTS)).hexdigest()[:16]


def test_the_weights_are_small() -> None:
    assert sum((FOLDER / name).stat().st_size for name in WEIGHTS) < 40_000_000
