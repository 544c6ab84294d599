from collections.abc import Callable

import numpy as np

from rawi.attribution.features import CUE_FEATURES, FARTHEST, REACH, WORD_FEATURES, Features, labels
from rawi.attribution.syntax import Tree
from rawi.records import Analysis

TEXT = 'The captain said the lock was shut.\n\nShe left. "It rusts," a clerk added.'


def made(analysed: Callable[..., Analysis], text: str = TEXT) -> tuple[Features, list[str]]:
    analysis = analysed(text)
    return Features(Tree(analysis), labels()), [t.text for t in analysis.tokens]


def test_words_know_their_sentence_quotation_and_what_the_rules_found(analysed: Callable[..., Analysis]) -> None:
    features, texts = made(analysed)
    columns = dict(zip(WORD_FEATURES, features.words().T, strict=True))
    assert [t for t, b in zip(texts, columns["boundary"], strict=True) if b == 2] == ["The", "She"]
    assert [t for t, q in zip(texts, columns["quoted"], strict=True) if q] == ['"', "It", "rusts", ",", '"']
    assert [t for t, r in zip(texts, columns["rules"], strict=True) if r & 4] == ["said", "added"]
    assert [t for t, r in zip(texts, columns["rules"], strict=True) if r & 2] == ["The", "captain", "a", "clerk"]


def test_a_cue_sees_its_own_surroundings(analysed: Callable[..., Analysis]) -> None:
    features, texts = made(analysed)
    said, added = texts.index("said"), texts.index("added")
    tokens, exist, around = features.reach([range(said, said + 1), range(added, added + 1)])
    assert tokens.shape == exist.shape == (2, 2 * REACH + 1) and around.shape == (2, 2 * REACH + 1, len(CUE_FEATURES))
    assert exist.sum(axis=1).tolist() == [len(texts)] * 2
    columns = dict(zip(CUE_FEATURES, np.moveaxis(around, 2, 0), strict=True))
    captain, shut = texts.index("captain") - said + REACH, texts.index("shut") - said + REACH
    assert columns["rule"][0, captain] == 2 and columns["rule"][0, shut] == 3
    assert columns["steps down"][0, captain] == 1 and columns["steps up"][0, captain] == 0
    assert columns["steps down"][1, texts.index("captain") - added + REACH] == FARTHEST + 1
    assert columns["other cue"][0, added - said + REACH] == 1 and columns["other cue"][1, REACH] == 0
    assert columns["cues between"][0, added - said + REACH] == 5 and columns["cues between"][0, REACH] == 4
    assert columns["cues between"][1, said - 1 - added + REACH] == 3
    assert columns["sentence"][0, added - said + REACH] == 5


def test_what_is_out_of_the_document_does_not_exist(analysed: Callable[..., Analysis]) -> None:
    features, texts = made(analysed, "He said so.")
    tokens, exist, _ = features.reach([range(1, 2)])
    assert exist[0, REACH - 1 : REACH + 3].all() and exist.sum() == len(texts)
    assert tokens.min() == 0 and tokens.max() == len(texts) - 1
