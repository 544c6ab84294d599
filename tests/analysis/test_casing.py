"""Paragraphs in capitals are read as if they were written otherwise, and cited as they stand."""

from __future__ import annotations

from collections.abc import Callable

from rawi.analysis.casing import is_in_capitals
from rawi.records import Analysis

Reader = Callable[..., Analysis]

WIRE = (
    "PORT AMADO, 4 MAY 91 -- COLONEL TOMAS IBARRA OF THE THIRD BRIGADE SAID TODAY THAT MEN OF THE FDL BURNED A TRUCK NEAR SANTA BRISA. "
    "HE ADDED THAT TWO FARMERS WERE HURT."
)


def test_names_in_capitals_are_found_and_cited_as_they_stand(analysed: Reader) -> None:
    analysis = analysed(WIRE)
    kinds = {m.text: m.kind for m in analysis.mentions}
    assert kinds["TOMAS IBARRA"] == "person"
    assert kinds["FDL"] == "organization"
    assert all(m.text == WIRE[m.start : m.end] for m in analysis.mentions)
    assert analysis.document.text == WIRE


def test_words_in_capitals_have_the_grammar_they_would_have_elsewhere(analysed: Reader) -> None:
    tags = {t.text: t.tag for t in analysed(WIRE).tokens}
    assert tags["said"] == tags["burned"] == "VBD"
    assert tags["FDL"].startswith("NNP") and tags["truck"] == "NN"


def test_he_stands_for_the_colonel_in_capitals_too(analysed: Reader) -> None:
    analysis = analysed(WIRE)
    (he,) = (m for m in analysis.mentions if m.text == "HE")
    assert he.refers_to is not None and WIRE[he.refers_to.start : he.refers_to.end] == "TOMAS IBARRA"


def test_a_headline_in_capitals_changes_nothing_around_it(analysed: Reader) -> None:
    text = "REBELS SEIZED A TRUCK NEAR SANTA BRISA\n\nThe FDL said that Tomas Ibarra lied. LULU DELGADO agreed."
    tokens = analysed(text).tokens
    assert [t.text for t in tokens][:4] == ["Rebels", "seized", "a", "truck"]
    assert [t.text for t in tokens if t.text.isupper() and t.text.isalpha()] == ["FDL", "LULU", "DELGADO"]


def test_a_short_name_or_a_mixed_paragraph_is_not_in_capitals() -> None:
    assert not is_in_capitals("NATO")
    assert not is_in_capitals("The NATO and EU envoys met in Oslo on MONDAY.")
    assert not is_in_capitals("")
    assert is_in_capitals("TWENTY MEN WERE HELD IN PORT AMADO ON MONDAY.")


def test_letters_that_change_their_number_by_case_keep_every_offset(analysed: Reader) -> None:
    text = "İSTANBUL POLICE HELD TWENTY MEN ON THE STRASSE İZMİR ON MONDAY."
    assert all(t.end - t.start == len(t.text) for t in analysed(text).tokens)


def test_a_short_name_in_brackets_stays_in_capitals_wherever_it_stands(analysed: Reader) -> None:
    text = "THE RIVER WORKERS' LEAGUE (LTRK) MARCHED IN PORT AMADO TODAY. POLICE SAID LTRK MEMBERS BURNED A TRUCK. THE LTRK DENIED IT."
    assert [t.text for t in analysed(text).tokens if t.text.lower() == "ltrk"] == ["LTRK"] * 3


def test_a_rare_name_is_written_in_one_way_throughout_a_document(analysed: Reader) -> None:
    text = "GENERAL OQUENDEZ SAID TODAY THAT TWO MEN WERE HURT.\n\nHOUSES NEAR THE MILL BURNED, OQUENDEZ ADDED. THE OQUENDEZ MILL IS OLD."
    assert {t.text for t in analysed(text).tokens if t.text.lower() == "oquendez"} == {"Oquendez"}
