from collections.abc import Callable

import numpy as np
import pytest

from rawi.analysis.windows import LONGEST, pieces, windows
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
    assert [i for window in found for i in window] == list(range(len(analysis.tokens)))
    assert all(starts[w.stop] - starts[w.start] <= LONGEST for w in found)


def sentences(*lengths: int, paragraphs: tuple[int, ...] | None = None) -> tuple[Sentence, ...]:
    ends = np.cumsum(lengths).tolist()
    numbers = paragraphs or (0,) * len(lengths)
    return tuple(Sentence(end - length, end, end - length, end, p) for end, length, p in zip(ends, lengths, numbers, strict=True))


def test_windows_come_out_even() -> None:
    found = list(windows(np.arange(401), sentences(*[10] * 40)))
    assert [len(window) for window in found] == [200, 200]


def test_a_window_ends_with_a_paragraph_that_ends_nearby() -> None:
    found = list(windows(np.arange(401), sentences(*[10] * 40, paragraphs=(0,) * 23 + (1,) * 17)))
    assert [len(window) for window in found] == [230, 170]


def test_the_first_window_is_as_long_as_asked() -> None:
    found = list(windows(np.arange(401), sentences(*[10] * 40), 100))
    assert [len(window) for window in found] == [100, 300]


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    found = list(windows(np.arange(1001), sentences(900, 100)))
    assert [i for window in found for i in window] == list(range(1000))
    assert all(len(window) <= LONGEST for window in found)


def test_a_document_without_tokens_has_no_window() -> None:
    assert list(windows(np.zeros(1, dtype=np.int64), ())) == []
