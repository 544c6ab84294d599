"""Ways of printing one name have one key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.actors.names import key, shown
from rawi.records import MentionKind


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("the Port Counter-Terrorism Bureau", "Port Counter Terrorism Bureau", "organization"),
        ("Organisation of Lusk Traders", "Organization of Lusk Traders’", "organization"),
        ("Ministry of Defence", "Ministry of Defense's", "organization"),
        ("Tarrow & Sons Ltd.", "Tarrow and Sons", "organization"),
        ("Al-Manār", "el-Manar", "organization"),
        ("al Rashid", "Ar-Rashid", "person"),
        ("Colonel Óscar Pell", "Mr. Oscar\nPell’s", "person"),
        ("Lt. Gen. Ane Dorr", "ane dorr", "person"),
        ("U.S.", "United States", "country"),
    ],
)
def test_two_ways_to_print_a_name_have_one_key(first: str, second: str, kind: MentionKind) -> None:
    assert key(first, kind) == key(second, kind) is not None


def test_a_person_and_an_organization_of_one_name_have_two_keys() -> None:
    assert key("Badr", "person") != key("Badr", "organization") == key("Badr", "place")


def test_a_title_or_a_legal_form_alone_is_a_name() -> None:
    assert key("President", "person") == "person:president"
    assert key("Inc.", "organization") == "name:inc"


def test_what_has_no_letter_has_no_key() -> None:
    assert key("’s", "organization") is None
    assert key("--", "person") is None


def test_a_name_is_shown_as_printed_without_article_and_possessive() -> None:
    assert shown("the  Lusk\nPost's") == "Lusk Post"
    assert shown("Harbour Pilots’") == "Harbour Pilots"


@given(st.text(max_size=40), st.sampled_from(["person", "organization"]))
def test_any_text_has_a_key_or_none_and_its_shown_form_the_same(text: str, kind: MentionKind) -> None:
    found = key(text, kind)
    assert found is None or found == found.casefold()
