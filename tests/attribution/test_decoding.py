from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rawi.attribution.decoding import best_tags, spans

SCORES = arrays(np.float32, st.tuples(st.just(1), st.integers(1, 5), st.just(5)), elements=st.floats(-9, 0, width=16))


def allowed(tags: tuple[int, ...]) -> bool:
    return all(tag not in (2, 4) or (i > 0 and tags[i - 1] in (tag - 1, tag)) for i, tag in enumerate(tags))


MOVES = arrays(np.float32, (5, 5), elements=st.floats(-3, 3, width=16))


@given(SCORES, MOVES)
def test_the_best_of_all_allowed_sequences(scores: np.ndarray, moves: np.ndarray) -> None:
    def total(tags: tuple[int, ...]) -> float:
        return float(sum(scores[0, i, tag] for i, tag in enumerate(tags)) + sum(moves[a, b] for a, b in pairwise(tags)))

    found = tuple(int(tag) for tag in best_tags(scores, moves)[0])
    assert allowed(found)
    best = max(total(tags) for tags in product(range(5), repeat=scores.shape[1]) if allowed(tags))
    assert total(found) == pytest.approx(best, abs=1e-3)


def test_rows_are_decoded_apart() -> None:
    scores = np.full((2, 3, 3), -5, dtype=np.float32)
    scores[0, :, 0] = scores[1, 0, 1] = scores[1, 1, 2] = scores[1, 2, 0] = 0
    assert best_tags(scores).tolist() == [[0, 0, 0], [1, 2, 0]]


def test_spans_begin_where_their_tag_does() -> None:
    tags = np.array([[0, 1, 2, 1, 0, 3, 4, 4], [1, 2, 0, 0, 0, 0, 3, 3]])
    assert spans(tags, 1) == [[range(1, 3), range(3, 4)], [range(2)]]
    assert spans(tags, 3) == [[range(5, 8)], [range(6, 7), range(7, 8)]]
