"""Pairs of names held against what people marked."""

from pathlib import Path

import pytest

from rawi.errors import DamagedInput
from rawi.evaluation import evaluate_names

PAIRS = """kind,name1,name2,same,source
person,Tarek Zuwara,Tariq al-Zuwara,yes,made up
person,Rami Zuwara,Ihab Zuwara,no,made up
person,Rami Zuwara,Salim Pell,yes,made up
organization,Tarrow AG,Tarrow Aktiengesellschaft,yes,made up
organization,4th Brigade,14th Brigade,no,made up
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "pairs.csv"
    path.write_text(text, "utf-8")
    return path


def test_figures_count_pairs_by_kind_and_errors_name_them(tmp_path: Path) -> None:
    report = evaluate_names(written(tmp_path, PAIRS))
    assert report.pairs == 5
    assert (report.figures["same"].precision, report.figures["same"].recall, report.figures["same"].f1) == (100.0, 66.7, 80.0)
    assert report.figures["same.persons"].recall == 50.0
    assert report.figures["same.others"].f1 == 100.0
    (error,) = report.errors
    assert (error.first, error.same) == ("Rami Zuwara", True)
    assert error.score < 0.5 and error.reasons[0][1] < 0


def test_another_list_names_its_columns_otherwise(tmp_path: Path) -> None:
    text = "schema,name1,name2,is_match\nPerson,Tarek Zuwara,Tariq Zuwara,true\nCompany,Tarrow AG,Pell AG,false\n"
    report = evaluate_names(written(tmp_path, text))
    assert report.figures["same"].f1 == report.figures["same.persons"].f1 == 100.0


@pytest.mark.parametrize("text", ["", "kind,name1,name2,same\n", "name1,name2\nTarek,Tariq\n"])
def test_what_holds_no_pairs_is_refused_by_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(DamagedInput, match=r"pairs\.csv"):
        evaluate_names(written(tmp_path, text))


def test_the_variants_of_names_are_told_from_names_that_look_alike() -> None:
    report = evaluate_names(Path(__file__).parents[2] / "evaluation" / "variants.csv")
    assert report.pairs == 200
    assert report.figures["same"].f1 >= 93
