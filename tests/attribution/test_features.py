from collections.abc import Callable

import numpy as np

from rawi.attribution.drafts import draft
from rawi.attribution.features import BEFORE, CUE_FEATURES, RULES, STEPS, WIDTH, WORD_FEATURES, Features, labels
from rawi.attribution.syntax import Tree
from rawi.records import Analysis

TEXT = 'The captain said the lock was shut.\n\nShe left. "It rusts," a clerk added.'


def made(analysed: Callable[..., Analysis], text: str = TEXT) -> tuple[Features, list[str]]:
    analysis = analysed(text)
    tree = Tree(analysis)
    return Features(tree, labels(), draft(tree)), [t.text for t in analysis.tokens]


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
    assert tokens.shape == exist.shape == (2, WIDTH) and around.shape == (2, WIDTH, len(CUE_FEATURES))
    assert exist.sum(axis=1).tolist() == [len(texts)] * 2
    columns = dict(zip(CUE_FEATURES, np.moveaxis(around, 2, 0), strict=True))
    captain, shut = texts.index("captain") - said + BEFORE, texts.index("shut") - said + BEFORE
    rule, steps = columns["quoted and rule"] % RULES, columns["steps"]
    assert rule[0, captain] == 2 and rule[0, shut] == 3
    assert steps[0, captain] == 1  # one down, none up
    assert steps[0, shut] == 1 and steps[1, texts.index("captain") - added + BEFORE] == STEPS - 1
    inside, between, sentence = (columns["sentence and cues"] // by % most for by, most in ((1, 2), (2, 9), (18, 7)))
    assert inside[0, added - said + BEFORE] == 1 and inside[1, BEFORE] == 0
    assert between[0, added - said + BEFORE] == 5 and between[0, BEFORE] == 4
    assert between[1, said - 1 - added + BEFORE] == 3
    assert sentence[0, added - said + BEFORE] == 5
    assert columns["quoted and rule"][0, texts.index("It") - said + BEFORE] // RULES == 3  # quoted once, the cue not at all


def test_what_is_out_of_the_document_does_not_exist(analysed: Callable[..., Analysis]) -> None:
    features, texts = made(analysed, "He said so.")
    tokens, exist, _ = features.reach([range(1, 2)])
    assert exist[0, BEFORE - 1 : BEFORE + 3].all() and exist.sum() == len(texts)
    assert tokens.min() == 0 and tokens.max() == len(texts) - 1
