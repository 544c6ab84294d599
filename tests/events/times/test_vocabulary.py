"""times.yaml is as its comments say, and every label that a pattern names has words."""

import re

from rawi.events.times.find import RULES
from rawi.events.times.items import LONGEST
from rawi.events.times.vocabulary import vocabulary

MADE = {"D", "Y", "N", "W", "TIME", "DOTTED", "FRACTION", "DECADE", "DATE", "MERIDIEM", "REF", "HOLIDAY"}
"""Labels that items get by their shape or as phrases, not as words of a list."""


def test_every_label_of_a_pattern_is_known() -> None:
    named = {label for rule in RULES for label in re.findall(r"([A-Z_]+)=", rule.pattern.pattern.replace("[A-Z_]*=", ""))}
    assert named <= MADE | {word.label for word in vocabulary().words.values()}


def test_words_are_in_lower_case_and_no_phrase_is_longer_than_what_is_looked_up() -> None:
    known = vocabulary()
    for word in [*known.words, *(word for listed in known.sets.values() for word in listed)]:
        assert word == word.lower() and " " not in word, word
    assert max(len(phrase) for listed in known.phrases.values() for phrase in listed) <= LONGEST


def test_every_ambiguous_word_has_a_label() -> None:
    assert vocabulary().sets["ambiguous"] <= set(vocabulary().words)
