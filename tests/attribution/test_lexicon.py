"""The linter of the cue lexicon."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest
import yaml

import rawi.attribution
from rawi.attribution.lexicon import lexicon
from rawi.records import COMMITMENTS

FRAMES = {"clause", "to", "ing", "predicate", "object"}
PREPOSITIONS = {"about", "against", "as", "at", "for", "of", "on", "to", "with"}
TEXT = files(rawi.attribution).joinpath("cues.yaml").read_text("utf-8")
DATA = yaml.safe_load(TEXT)


def test_every_verb_says_what_it_takes_in_known_words() -> None:
    for word, entry in DATA["verbs"].items():
        frames = {*entry["takes"], *entry.get("passive", ())}
        assert frames, f"{word} takes nothing: it can never attribute"
        unknown = {f for f in frames if f not in FRAMES | PREPOSITIONS and f.removeprefix("object ") not in PREPOSITIONS}
        assert not unknown, f"{word}: {unknown}"
        assert entry.keys() <= {"past", "doubles", "commitment", "takes", "passive"}, word
        assert entry.get("commitment", "claimed") in COMMITMENTS, word


def test_nouns_and_adverbs_stand_under_a_commitment() -> None:
    assert {*DATA["nouns"], *DATA["adverbs"]} <= set(COMMITMENTS)


def test_no_verb_stands_twice_and_all_stand_in_order() -> None:
    lines = TEXT.split("\nverbs:\n")[1].split("\n\n")[0].splitlines()
    verbs = [line.split(":")[0].strip() for line in lines]
    assert [v for v, n in Counter(verbs).items() if n > 1] == []
    assert verbs == sorted(verbs)


@pytest.mark.parametrize(
    ("form", "word"),
    [("said", "say"), ("denies", "deny"), ("denied", "deny"), ("agreeing", "agree"), ("foresaw", "foresee"), ("referred", "refer"),
     ("urging", "urge"), ("confesses", "confess"), ("slammed", "slam"), ("told", "tell")],
)  # fmt: skip
def test_forms_of_a_verb_find_it(form: str, word: str) -> None:
    assert lexicon().verbs[form].word == word
