"""Which names of many documents are one actor, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.actors import MERGE, alike, blocks, tied


@dataclass(frozen=True)
class Told:
    """What documents say of a key."""

    key: str
    documents: int = 1
    described: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    ties: frozenset[tuple[str, str]] = frozenset()


def meet(*told: Told) -> dict[tuple[str, str], float]:
    """The pairs found in all blocks that the keys share."""
    found: dict[tuple[str, str], float] = {}
    every = {block for t in told for block in (*blocks(t.key), *tied(t))}
    for block in sorted(every):
        members = [t for t in told if block in (*blocks(t.key), *tied(t))]
        for like in alike(block, members):
            assert like.reasons
            found[like.first, like.second] = max(like.score, found.get((like.first, like.second), 0.0))
    return found


NEAR = frozenset({"name:kenya", "name:river guard", "person:lena dorn"})


def test_one_name_in_two_spellings_is_one_actor() -> None:
    (score,) = meet(Told("person:faleh al masri"), Told("person:falih al masri")).values()
    assert score >= MERGE


def test_names_a_letter_apart_are_asked_about_and_not_joined_whatever_stands_beside_them() -> None:
    found = meet(
        Told("person:karim zuwara", 3, frozenset({"minister"}), NEAR), Told("person:karima zuwara", 3, frozenset({"minister"}), NEAR)
    )
    assert all(score < MERGE for score in found.values())


def test_a_middle_name_is_no_other_person_where_both_keep_the_same_company() -> None:
    one, other = "person:robert s hale", "person:robert hale"
    assert meet(Told(one, 1, frozenset({"counsel"}), NEAR), Told(other, 1, frozenset({"counsel"}), NEAR))[other, one] >= MERGE
    assert meet(Told(one), Told(other))[other, one] < MERGE


def test_a_surname_is_the_only_full_name_where_both_keep_company_else_a_question() -> None:
    bare, full = "person:hale@d1", "person:robert hale"
    assert meet(Told(bare, 1, near=NEAR), Told(full, 4, near=NEAR))[bare, full] >= MERGE
    assert meet(Told(bare), Told(full, 4))[bare, full] < MERGE


def test_a_surname_that_two_could_have_is_nobodys() -> None:
    found = meet(Told("person:hale@d1", 1, near=NEAR), Told("person:robert hale", 4, near=NEAR), Told("person:joan hale", 4, near=NEAR))
    assert all(score < MERGE for score in found.values())


def test_bare_names_of_two_documents_are_one_where_both_keep_company() -> None:
    one, other = Told("person:hale@d1", 1, frozenset({"colonel"}), NEAR), Told("person:hale@d2", 1, frozenset({"colonel"}), NEAR)
    assert meet(one, other)[one.key, other.key] >= MERGE
    assert meet(Told("person:hale@d1"), Told("person:hale@d2")) == {}


def test_bodies_of_other_numbers_and_countries_are_two() -> None:
    assert meet(Told("name:14th river brigade", near=NEAR), Told("name:4th river brigade", near=NEAR)) == {}
    assert meet(Told("name:ministry of oil of kenya"), Told("name:ministry of oil of chad")) == {}


def test_an_acronym_is_its_long_name_only_in_the_same_company() -> None:
    short, long = "name:nbb", "name:northern banner brigade"
    assert meet(Told(short, near=NEAR), Told(long, near=NEAR))[short, long] >= MERGE
    assert 0.5 <= meet(Told(short), Told(long))[short, long] < MERGE


def test_bodies_tied_alike_are_asked_about_and_never_joined() -> None:
    ties = {
        ("of leads", "person:amir sadeq"),
        ("of part_of", "name:river guard"),
        ("member_of", "name:dawn bloc"),
        ("of founded", "person:lena dorn"),
    }
    one = Told("name:highland crescent front", ties=frozenset(ties))
    other = Told("name:northern banner brigade", ties=frozenset({("of leads", "person:ameer sadiq"), *ties}))
    (score,) = meet(one, other).values()
    assert 0.5 <= score < MERGE
    leader_only = Told("name:northern banner brigade", ties=frozenset({("of leads", "person:amir sadeq")}))
    assert meet(one, leader_only) == {}


def test_a_part_is_not_its_whole() -> None:
    ties = {("of leads", "person:amir sadeq"), ("of part_of", "name:river guard"), ("member_of", "name:dawn bloc")}
    part = Told("name:northern banner brigade", ties=frozenset({("part_of", "name:highland crescent front"), *ties}))
    whole = Told("name:highland crescent front", ties=frozenset({("of part_of", part.key), *ties}))
    assert meet(whole, part) == {}
