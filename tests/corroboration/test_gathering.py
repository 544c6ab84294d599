"""Contents gathered around the one that most are like."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from rawi.corroboration import gather


def groups(contents: list[int], pairs: list[tuple[int, int]]) -> list[set[int]]:
    like: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        like[one].add(other)
        like[other].add(one)
    return gather(contents, lambda content: like[content])


def test_a_chain_is_not_followed() -> None:
    assert groups([1, 2, 3, 4, 5], [(1, 2), (2, 3), (3, 4), (4, 5)]) == [{1, 2, 3}, {4, 5}]


def test_the_one_that_most_are_like_is_the_centre() -> None:
    assert groups([1, 2, 3, 4, 5], [(5, 1), (5, 2), (5, 3), (1, 4)]) == [{1, 2, 3, 5}, {4}]


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8))))
def test_each_content_is_in_one_group_whatever_the_order(pairs: list[tuple[int, int]]) -> None:
    pairs = [pair for pair in pairs if pair[0] != pair[1]]
    found = groups(list(range(9)), pairs)
    assert sorted(content for group in found for content in group) == list(range(9))
    assert found == groups(list(range(8, -1, -1)), pairs[::-1])
