import hashlib
import json

from rawi.models import FOLDER

WEIGHTS = ("encoder.onnx", "attribution-words.onnx", "attribution-roles.onnx")


def test_the_weights_are_those_their_claims_name() -> None:
    named = json.loads((FOLDER / "network.json").read_text("utf-8"))["weights"]
    assert named == hashlib.sha256(b"".join((FOLDER / name).read_bytes() for name in WEIGHTS)).hexdigest()[:16]


def test_the_weights_are_small() -> None:
    assert sum((FOLDER / name).stat().st_size for name in WEIGHTS) < 40_000_000


def test_the_judge_of_words_is_the_one_its_finds_name_and_small() -> None:
    weights = (FOLDER / "wording.onnx").read_bytes()
    assert json.loads((FOLDER / "wording.json").read_text("utf-8"))["weights"] == hashlib.sha256(weights).hexdigest()[:16]
    assert len(weights) < 500_000
