from collections.abc import Callable

import numpy as np

from rawi.analysis.encoder import WIDTH, vectors
from rawi.records import Analysis


def test_one_row_a_token_the_same_each_time(analysed: Callable[..., Analysis]) -> None:
    first, again = (analysed("The pilot denied it. His ship sank.", encode=True).vectors for _ in range(2))
    assert first is not None and again is not None
    assert first.shape == (9, WIDTH) and first.dtype == np.float32
    assert np.array_equal(first, again)


def test_a_word_is_read_in_its_surroundings(analysed: Callable[..., Analysis]) -> None:
    analysis = analysed("The bank raised its rates. The boat reached the bank.")
    found = vectors(analysis.tokens, analysis.sentences)
    one, other = (found[t.index] for t in analysis.tokens if t.text == "bank")
    assert not np.allclose(one, other, atol=0.05)


def test_no_vectors_where_the_rules_are_to_read(analysed: Callable[..., Analysis]) -> None:
    assert analysed("The pilot denied it.").vectors is None


def test_a_text_in_another_language_has_no_rows(analysed: Callable[..., Analysis]) -> None:
    found = analysed("Der Kapitän bestritt das.", language="de", encode=True).vectors
    assert found is not None and found.shape == (0, WIDTH)
