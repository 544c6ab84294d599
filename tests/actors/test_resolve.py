"""Keys of many documents as actors."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from rawi.actors import describe, resolve


class Printed(NamedTuple):
    text: str
    kind: str
    document: int
    outlet: str | None = None


def test_a_short_name_that_all_documents_explain_alike_is_its_long_one() -> None:
    found = resolve([("name:efb", "name:ebbe ferry board"), ("name:efb", "name:ebbe ferry board"), ("name:board", "name:ebbe ferry board")])
    assert found["name:efb"] == found["name:ebbe ferry board"] == found["name:board"] == "name:board"


def test_a_short_name_that_documents_explain_differently_stands_for_itself() -> None:
    found = resolve([("name:efb", "name:ebbe ferry board"), ("name:efb", "name:eastern flood bureau")])
    assert found == {key: key for key in ("name:efb", "name:ebbe ferry board", "name:eastern flood bureau")}


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"))), st.randoms(use_true_random=False))
def test_the_order_of_aliases_changes_nothing(aliases: list[tuple[str, str]], rng: object) -> None:
    assert resolve(aliases) == resolve(sorted(aliases, reverse=True))


class Like(NamedTuple):
    first: str
    second: str
    score: float


def test_same_is_transitive_and_different_binds() -> None:
    likes = [Like("name:b", "name:c", 0.99), Like("name:c", "name:d", 0.9)]
    decided = [("name:a", "name:b", "same"), ("name:a", "name:d", "different")]
    found = resolve([], likes, decided)
    assert found["name:a"] == found["name:b"] == found["name:c"] != found["name:d"]


def test_unsure_joins_nothing_by_itself() -> None:
    found = resolve([], [Like("name:a", "name:b", 0.99)], [("name:a", "name:b", "unsure")])
    assert found.get("name:a", "name:a") != found.get("name:b", "name:b")


def test_two_known_actors_are_never_made_one_and_a_known_one_is_the_first() -> None:
    found = resolve([], [Like("known:x", "name:b", 0.99), Like("known:y", "name:b", 0.9), Like("name:a", "name:b", 0.9)])
    assert found["name:a"] == found["name:b"] == "known:x"
    assert found["known:y"] == "known:y"


def test_what_a_short_name_joins_is_parted_where_names_contradict() -> None:
    plain, one, other = "person:robert hale", "person:robert b hale", "person:robert r hale"
    found = resolve([], [Like(plain, one, 0.95), Like(plain, other, 0.9)])
    assert found[plain] == found[one] != found[other]


def test_the_name_shown_is_a_full_one_in_most_documents() -> None:
    forms = [("Dorr", 1), ("Dorr", 2), ("Dorr", 3), ("Ane Dorr", 1), ("Colonel Ane Dorr", 2), ("Colonel Ane Dorr", 2)]
    actor = describe("person:ane dorr", [Printed(text, "person", document, f"Outlet {document}") for text, document in forms])
    assert actor
    assert actor.name == "Colonel Ane Dorr"
    assert [(name.text, name.documents) for name in actor.names] == [("Dorr", 3), ("Ane Dorr", 1), ("Colonel Ane Dorr", 1)]
    assert actor.names[1].outlets == ("Outlet 1",)


def test_the_kind_is_that_of_most_mentions_and_a_place_is_no_actor() -> None:
    organization = [Printed("Lusk", "organization", n) for n in range(3)]
    place = [Printed("Lusk", "place", n) for n in range(4)]
    assert describe("name:lusk", [*organization, *place]) is None
    assert describe("name:lusk", []) is None
    actor = describe("name:lusk", [*organization, *place[:2]])
    assert actor
    assert actor.kind == "organization"
