"""How likely two claims say the same thing."""

from __future__ import annotations

from itertools import count

import pytest

from rawi.corroboration import Said, compare, prepare

NUMBERS = count()


def said(text: str, *counts: tuple[float | None, float | None, str], actor: str = "", days: tuple[tuple[str, str], ...] = ()) -> Said:
    """A claim as it is compared; ``actor`` is mentioned in its first words."""
    actors = ((0, len(" ".join(text.split()[:2])), actor),) if actor else ()
    return Said(next(NUMBERS), ((0, text),), actors, days, counts, frozenset(), b"")


def score(first: Said, second: Said) -> float:
    """The log odds, very low where the two are not alike at all."""
    return next((found.score for found in compare(prepare([first], "2024-05-03"), prepare([second], "2024-05-04"))), -99)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the guards closed the old mill at Lusk", "The old mill in Lusk has been shut down by the guards"),
        ("twelve shells hit the granary behind Ferry Road", "12 mortar rounds struck the grain store at Ferry Road"),
        ("no lorry will cross the bridge before the spring", "it will be spring before a single truck gets over the bridge"),
    ],
)
def test_the_same_in_other_words_is_alike(first: str, second: str) -> None:
    assert score(said(first), said(second)) > 0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the guards closed the old mill at Lusk", "the guards went to the ferry with their families"),
        ("the mill was closed on Friday", "a welder was questioned about the price of herring"),
    ],
)
def test_other_things_are_not(first: str, second: str) -> None:
    assert score(said(first), said(second)) < 0


def test_numbers_that_cannot_both_be_true_keep_claims_apart_as_two_versions() -> None:
    first = said("nine people were killed at the mill", (9.0, 9.0, "people"))
    second = said("fourteen people were killed at the mill", (14.0, 14.0, "people"))
    (found,) = compare(prepare([first], None), prepare([second], None))
    assert found.dispute == "number"
    assert found.score < 0
    least = said("at least nine people were killed at the mill", (9.0, None, "people"))
    (found,) = compare(prepare([least], None), prepare([second], None))
    assert found.dispute is None
    goats = said("nine goats were killed at the mill", (9.0, 9.0, "goats"))
    assert all(found.dispute is None for found in compare(prepare([goats], None), prepare([second], None)))


def test_one_actor_under_two_names_makes_claims_more_alike_and_two_actors_less() -> None:
    one = said("Territorial Shield pays three hundred crowns a month", actor="a1d00000000000001")
    same = said("Tarsh gangs pay three hundred crowns a month", actor="a1d00000000000001")
    other = said("Tarsh gangs pay three hundred crowns a month", actor="a2d00000000000002")
    unknown = said("Tarsh gangs pay three hundred crowns a month")
    assert score(one, same) > score(one, unknown) > score(one, other)


def test_other_days_make_claims_less_alike() -> None:
    first = said("the ferry sank off Ebbe", days=(("2024-05-01", "2024-05-01"),))
    second = said("the ferry sank off Ebbe", days=(("2024-05-01", "2024-05-01"),))
    third = said("the ferry sank off Ebbe", days=(("2024-04-01", "2024-04-01"),))
    assert score(first, second) > score(first, third)


def test_likeness_does_not_depend_on_which_is_first() -> None:
    first, second = said("the guards closed the old mill"), said("the old mill was shut by the guards of Lusk")
    assert score(first, second) == score(second, first)


def test_a_document_without_claims_is_alike_with_none() -> None:
    assert list(compare(prepare([], None), prepare([said("the mill burned down")], None))) == []
    assert list(compare(prepare([said("")], None), prepare([said("the mill burned down")], None))) == []
