from collections.abc import Callable

import numpy as np
import pytest

from rawi.analysis.windows import CONTEXT, LONGEST, cores, pieces, windows
from rawi.records import Analysis, Sentence

SENTENCE = "The harbour office of Vessing counted nineteen barges on the third day of the strike. "


def test_every_token_has_the_pieces_that_spell_it(analysed: Callable[..., Analysis]) -> None:
    tokens = analysed("Unrepentant bargemen sang.").tokens
    ids, starts = pieces(tokens)
    assert len(starts) == len(tokens) + 1 and starts[-1] == len(ids)
    assert np.all(np.diff(starts) >= 1) and starts[1] - starts[0] > 1


@pytest.mark.parametrize("count", [1, 30, 200])
def test_windows_cover_a_document_once_and_none_is_too_long(analysed: Callable[..., Analysis], count: int) -> None:
    analysis = analysed(SENTENCE * count)
    _, starts = pieces(analysis.tokens)
    found = list(windows(starts, analysis.sentences))
    assert [i for w in found for i in range(w.begin, w.end)] == list(range(len(analysis.tokens)))
    for w in found:
        assert w.first <= w.begin < w.end <= w.last
        assert starts[w.last] - starts[w.first] <= LONGEST


def test_a_window_in_the_middle_has_context_on_both_sides(analysed: Callable[..., Analysis]) -> None:
    analysis = analysed(SENTENCE * 60)
    _, starts = pieces(analysis.tokens)
    middle = list(windows(starts, analysis.sentences))[1]
    assert starts[middle.begin] - starts[middle.first] >= CONTEXT // 2 - 8
    assert starts[middle.last] - starts[middle.end] >= CONTEXT // 2 - 8


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    starts = np.arange(1001)
    found = list(cores(starts, [Sentence(0, 900, 0, 900, 0), Sentence(900, 1000, 900, 1000, 0)], 254))
    assert [i for begin, end in found for i in range(begin, end)] == list(range(1000))
    assert all(end - begin <= 254 for begin, end in found)


def test_a_document_without_tokens_has_no_window() -> None:
    assert list(windows(np.zeros(1, dtype=np.int64), ())) == []
