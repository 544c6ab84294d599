"""What the network adds to the lexicon, on invented sentences."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from rawi.models.pieces import PIECES, word_pieces
from rawi.records import Analysis
from rawi.wording import MAKERS, plainly, weigh
from rawi.wording.features import COLUMNS, features, settings

Analysed = Callable[..., Analysis]


def marked(analysis: Analysis) -> dict[str, str]:
    return {loaded.text: loaded.reason for loaded in weigh(analysis)}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The spineless council once more slunk away from a vote it had loudly promised.", "slunk"),
        ("The gloating, whining quitters slunk home to sulk over a defeat they had richly earned.", "sulk"),
        ("The mayor’s moronic scheme will bankrupt decent families to flatter her cronies.", "scheme"),
    ],
)
def test_finds_words_that_judge_where_they_stand(analysed: Analysed, text: str, word: str) -> None:
    assert word not in marked(analysed(text))
    assert word in marked(analysed(text, encode=True))


@pytest.mark.parametrize(
    "text",
    [
        "The council will vote on the harbour budget on Tuesday.",
        "The chemist measured a free radical in the second sample.",
        "A fire at the plant killed nine workers, the ministry said.",
        "Ivo Tamm and Ilse Corran met in Torvil in May.",
    ],
)
def test_plain_sentences_are_left_alone(analysed: Analysed, text: str) -> None:
    assert marked(analysed(text, encode=True)) == {}


def test_what_the_lexicon_is_firm_on_is_marked_either_way(analysed: Analysed) -> None:
    text = "The thugs burned nine houses. “The regime must answer for this,” the elder said."
    assert marked(analysed(text)) == {"thugs": "hostile label", "regime": "hostile label, inside a quotation"}
    assert marked(analysed(text)).items() <= marked(analysed(text, encode=True)).items()


def test_leaning_words_are_not_for_the_rules(analysed: Analysed) -> None:
    assert marked(analysed("The chemist studied a radical.")) == {}


def test_marks_are_the_document_s_own_words_and_do_not_overlap(analysed: Analysed) -> None:
    analysis = analysed("The far-left, woke mob hounded the thin-skinned, bungling minister out of office.", encode=True)
    found = weigh(analysis)
    assert len(found) >= 3
    for loaded in found:
        assert loaded.text == analysis.document.text[loaded.start : loaded.end]
        assert loaded.maker == MAKERS["learned"]
    assert all(first.end <= second.start for first, second in pairwise(found))


def test_nothing_is_found_in_nothing(analysed: Analysed) -> None:
    assert weigh(analysed("", encode=True)) == ()


def test_the_network_is_told_of_every_word(analysed: Analysed) -> None:
    analysis = analysed("The thugs said “no” to the so-called truce.", encode=True)
    known = settings().labels
    columns, pieces = features(analysis, known), word_pieces([t.text for t in analysis.tokens])
    assert columns.shape == (len(analysis.tokens), len(COLUMNS)) and pieces.shape == (len(analysis.tokens), PIECES)
    assert (columns.max(0) < known.counts).all() and (columns >= 0).all()


def test_a_plain_name_beside_a_label() -> None:
    words = ("Regime", "regimes", "cronies", "river")
    assert [plainly(word) for word in words] == ["government", "governments", "associates", None]
