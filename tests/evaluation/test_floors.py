"""Floors hold, and only a person lowers them."""

from pathlib import Path

import pytest

from rawi.attribution import Method
from rawi.errors import DamagedInput
from rawi.evaluation import Figure, Floor, Report, check, read_floors, settle, write_floors


def report(f1: float, *, corpus: str = "made.jsonl", sha256: str = "aa", method: Method = "rules") -> Report:
    return Report(corpus, sha256, 3, method, {"linked.F1": Figure(50.0, 50.0, f1), "cue.exact": Figure(60.0, 60.0, 60.0)}, {}, ())


FLOORS = {"made": Floor("made.jsonl", "aa", "rules", {"linked.F1": 40.0, "cue.exact": 60.0})}


def test_a_figure_on_its_floor_holds() -> None:
    assert check(FLOORS, report(40.0)) == ()


def test_a_figure_below_its_floor_is_told_with_both_numbers() -> None:
    assert check(FLOORS, report(39.9)) == ("linked.F1 is 39.9, below its floor of 40.0",)


def test_a_corpus_with_other_bytes_fails_whatever_its_figures() -> None:
    (fault,) = check(FLOORS, report(99.0, sha256="bb"))
    assert "not the corpus the floors were set on" in fault and "bb" in fault


def test_an_unknown_corpus_has_no_floor() -> None:
    assert check(FLOORS, report(99.0, corpus="other.jsonl", sha256="bb")) == (
        "no floor is set for other.jsonl by rules; --write-floors sets one",
    )


def test_a_renamed_corpus_is_known_by_its_bytes() -> None:
    assert check(FLOORS, report(50.0, corpus="renamed.jsonl")) == ()


def test_floors_rise_and_do_not_fall() -> None:
    assert settle(FLOORS, report(45.0))["made"].floors == {"linked.F1": 45.0, "cue.exact": 60.0}
    assert settle(FLOORS, report(35.0))["made"].floors == {"linked.F1": 40.0, "cue.exact": 60.0}


def test_only_lowering_lowers() -> None:
    assert settle(FLOORS, report(35.0), lower=True)["made"].floors == {"linked.F1": 35.0, "cue.exact": 60.0}


def test_another_corpus_under_a_known_name_needs_the_flag() -> None:
    with pytest.raises(DamagedInput, match="--lower-floors"):
        settle(FLOORS, report(90.0, sha256="bb"))
    assert settle(FLOORS, report(30.0, sha256="bb"), lower=True)["made"].sha256 == "bb"


def test_a_new_corpus_is_added_beside_the_others() -> None:
    settled = settle(FLOORS, report(70.0, corpus="new.jsonl", sha256="cc"))
    assert settled["made"] == FLOORS["made"]
    assert settled["new rules"] == Floor("new.jsonl", "cc", "rules", {"linked.F1": 70.0, "cue.exact": 60.0})


def test_each_method_has_its_own_floors() -> None:
    settled = settle(FLOORS, report(70.0, method="learned"))
    assert settled["made"] == FLOORS["made"]
    assert check(settled, report(69.0, method="learned")) == ("linked.F1 is 69.0, below its floor of 70.0",)
    assert check(settled, report(45.0)) == ()


def test_written_floors_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert read_floors(path) == {}
    write_floors(path, FLOORS)
    assert read_floors(path) == FLOORS


@pytest.mark.parametrize("text", ["[1]", "{", '{"made": {"corpus": "x"}}'])
def test_a_damaged_floors_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(text)
    with pytest.raises(DamagedInput, match=r"floors\.json"):
        read_floors(path)
