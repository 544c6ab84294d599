"""Whether two claims say the same thing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.corroboration import pairs, same
from rawi.corroboration.words import content_words


def alike(first: str, second: str) -> bool:
    return same(set(content_words(first)), set(content_words(second)))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("that the guards closed the old mill at Lusk", "The old mill in Lusk was closed by guards on Sunday"),
        ("twelve shells hit the granary behind Ferry Road", "12 shells struck the granary on Ferry Road"),
        ("the council sold its barges to traders", "some of the council's barges were sold to a trader"),
    ],
)
def test_the_same_in_other_words_is_the_same(first: str, second: str) -> None:
    assert alike(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("12 shells hit the granary behind Ferry Road", "14 shells hit the granary behind Ferry Road"),
        ("the guards closed the old mill at Lusk", "the guards went to the ferry with their families"),
        ("the mill was closed", "the mill was never closed to anybody who came with grain from Lusk, Ebbe or the coast"),
    ],
)
def test_other_numbers_or_mostly_other_words_are_not(first: str, second: str) -> None:
    assert not alike(first, second)


def test_numbers_in_words_and_figures_and_endings_are_folded() -> None:
    assert content_words("Two Ministers' 1,200 boxes, and Mr. Pell’s!") == ("1200", "2", "box", "minister", "pell")


@given(
    st.sets(st.sampled_from(["alpha", "beta", "gamma", "delta", "12", "14"])),
    st.sets(st.sampled_from(["alpha", "beta", "gamma", "delta", "12", "14"])),
)
def test_sameness_does_not_depend_on_which_is_first(first: set[str], second: set[str]) -> None:
    assert same(first, second) == same(second, first)


def test_small_blocks_are_compared_whole_and_large_ones_with_their_leaders() -> None:
    compared = []

    def close(one: int, other: int) -> bool | None:
        compared.append((one, other))
        return abs(one - other) == 1 or None

    assert [(one, other) for one, other, _ in pairs(range(6), close)] == [(b, a) for a, b in pairwise(range(6))]
    compared.clear()
    list(pairs(range(10_000), close))
    assert len(compared) < 170_000
