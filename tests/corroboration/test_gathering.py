"""Claims gathered by average linkage."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rawi.corroboration import gather

SURE = 2.0
CLAIMS = ["c1", "c2", "c3", "c4", "c5"]


def groups(alike: dict[tuple[str, str], float], claims: list[str] = CLAIMS, apart: str = "") -> list[set[str]]:
    """Each claim of a document of its own; all documents were compared but ``apart``."""
    compared = {claim: {other for other in claims if apart not in (claim, other)} for claim in claims}
    return sorted(gather(claims, alike, compared, {claim: claim for claim in claims}), key=sorted)


def test_a_chain_is_not_followed() -> None:
    chain = dict.fromkeys(pairwise(CLAIMS), SURE)
    assert groups(chain) == [{"c1", "c2"}, {"c3", "c4"}, {"c5"}]


def test_one_joins_where_it_is_alike_on_the_average() -> None:
    alike = {("c1", "c2"): SURE, ("c1", "c3"): SURE, ("c2", "c3"): -1.0}
    assert groups(alike) == [{"c1", "c2", "c3"}, {"c4"}, {"c5"}]


def test_what_was_never_compared_speaks_neither_for_nor_against() -> None:
    assert groups({("c1", "c2"): SURE, ("c2", "c3"): SURE}, apart="c3") == [{"c1", "c2", "c3"}, {"c4"}, {"c5"}]


def test_a_network_too_large_is_split_at_its_weakest() -> None:
    claims = [f"c{n:04}" for n in range(1500)]
    alike = {pair: SURE if n != 700 else 0.0 for n, pair in enumerate(pairwise(claims))}
    assert all(len(group) < 3 for group in groups(alike, claims))


@given(st.dictionaries(st.tuples(st.sampled_from(CLAIMS), st.sampled_from(CLAIMS)), st.sampled_from([-3.0, 0.0, SURE])))
def test_each_claim_is_in_one_group_whatever_the_order(alike: dict[tuple[str, str], float]) -> None:
    alike = {pair: score for pair, score in alike.items() if pair[0] < pair[1]}
    found = groups(alike)
    assert sorted(claim for group in found for claim in group) == CLAIMS
    assert found == groups(dict(reversed(alike.items())), CLAIMS[::-1])
