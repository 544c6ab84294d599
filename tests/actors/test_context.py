"""What stands around a bare surname."""

from __future__ import annotations

from math import exp

from tests.actors.test_likeness import Told

from rawi.actors.context import bare_clues, full_name_clues, weighed
from rawi.actors.likeness import DOUBT, MERGE

HERE = frozenset({"name:river guard", "person:edda moor", "name:harun"})


def sure(found: list[tuple[str, float]]) -> float:
    return 1 / (1 + exp(-sum(points for _, points in found)))


def test_the_only_full_name_in_the_same_company_is_whom_a_surname_means() -> None:
    assert sure(weighed(full_name_clues(Told("person:hale@d1", 1, near=HERE), Told("person:robert hale", 4, near=HERE), 4))) >= MERGE


def test_one_of_many_full_names_in_other_company_is_not_even_asked_about() -> None:
    elsewhere = frozenset({"name:tin miners union"})
    assert sure(weighed(full_name_clues(Told("person:hale@d1", 1, near=HERE), Told("person:robert hale", 2, near=elsewhere), 20))) < DOUBT


def test_the_share_of_the_company_counts_not_its_number() -> None:
    many = frozenset(f"name:body {n}" for n in range(40))
    crowded = Told("person:hale@d1", 1, near=HERE | many), Told("person:robert hale", 1, near=HERE | {f"name:other {n}" for n in range(40)})
    small = Told("person:hale@d1", 1, near=HERE), Told("person:robert hale", 1, near=HERE)
    assert sure(weighed(full_name_clues(*small, 3))) > sure(weighed(full_name_clues(*crowded, 3)))


def test_what_describes_two_bare_surnames_otherwise_speaks_against_them_and_is_told() -> None:
    one, other = Told("person:hale@d1", 1, described=frozenset({"colonel"})), Told("person:hale@d2", 1, described=frozenset({"singer"}))
    told = dict(weighed(bare_clues(one, other)))
    assert told["they are described otherwise"] < 0 < told["the same bare name"]
