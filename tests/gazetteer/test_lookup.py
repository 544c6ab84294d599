"""Looking places up by the names and spellings that news has for them."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from rawi.gazetteer import country, divisions, fold, lookup
from rawi.gazetteer.folding import loose
from rawi.gazetteer.layout import MAGIC
from rawi.gazetteer.table import MOST, TABLE, Table


@pytest.mark.parametrize(
    ("printed", "folded"),
    [("Ḩamāh", "hamah"), ("HAMA", "hama"), ("Al-Qa’im", "al qaim"), ("Dar‘ā", "dara"), ("Łódź", "lodz"), ("Харків", "kharkiv"), ("—", "")],
)
def test_case_marks_apostrophes_and_hyphens_do_not_count(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("name", "land"),
    [
        ("Hama", "SY"), ("HAMA", "SY"), ("al-Qaim", "IQ"), ("Qaim", "IQ"), ("Deir Ezzor", "SY"), ("Jalula", "IQ"), ("Tripoli", "LB"),
        ("Tripoli", "LY"), ("Santa Ana", "SV"), ("Niger", "NE"), ("Niger", "NG"), ("Georgia", "US"), ("Georgia", "GE"), ("Kiev", "UA"),
        ("Chalatenango", "SV"), ("Helmand", "AF"), ("Burma", "MM"),
    ],
)  # fmt: skip
def test_a_name_in_any_case_finds_its_places(name: str, land: str) -> None:
    assert land in {entry.country for entry in lookup(name)}


@pytest.mark.parametrize(("name", "meant"), [("Baqouba", "Baqubah"), ("Deir el-Zour", "Deir ez-Zor"), ("Al-Hodeidah", "Hodeidah")])
def test_other_spellings_are_found_only_where_they_are_asked_for(name: str, meant: str) -> None:
    assert lookup(name) == ()
    found = lookup(name, loosely=True)
    assert meant in {entry.name for entry in found}
    assert not any(entry.exact for entry in found)


def test_vowels_waver_and_consonants_do_not() -> None:
    assert loose("hasaka") == loose("hasakeh")
    assert loose("tikrit") != loose("takrib")
    assert loose("al") == ""


def test_an_entry_says_where_it_lies_and_what_it_is() -> None:
    city = next(entry for entry in lookup("Aleppo") if entry.kind == "city")
    assert (city.country, city.geonames) == ("SY", 170063)
    assert city.latitude == pytest.approx(36.2, abs=0.1) and city.longitude == pytest.approx(37.16, abs=0.1)
    division = next(entry for entry in lookup("Aleppo") if entry.kind == "division")
    assert division.division == city.division
    assert divisions()[city.division or ""] == division.name
    assert pickle.loads(pickle.dumps(city)) == city


def test_own_names_and_the_most_populous_come_first() -> None:
    found = [entry for entry in lookup("San Antonio") if entry.kind == "city"]
    assert [entry.own for entry in found] == sorted((entry.own for entry in found), reverse=True)
    assert [e.population for e in found if e.own] == sorted((e.population for e in found if e.own), reverse=True)
    assert len(found) <= MOST


def test_what_nobody_bears_is_found_nowhere() -> None:
    assert lookup("Xqzzlmr", loosely=True) == lookup("", loosely=True) == lookup("…") == ()


def test_a_country_is_found_by_its_code() -> None:
    assert country("IQ").name == "Iraq"
    with pytest.raises(KeyError):
        country("QQ")


def test_another_file_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"not places at all")
    with pytest.raises(ValueError, match="is no table of places"):
        Table(tmp_path / "other.bin")


def test_the_card_names_the_source_the_terms_and_the_version_that_the_table_was_made_from() -> None:
    card = (TABLE.parent / "card.md").read_text("utf-8")
    table = Table(TABLE)
    assert TABLE.read_bytes().startswith(MAGIC)
    assert "GeoNames" in card and "CC BY 4.0" in card and table.made["through"] in card
    assert f"{len(table):,} places" in card
