"""Whether two names are of one actor: ``compare(prepare(first, kind), prepare(second, kind))``.

The words of the two names are paired, each with the one most like it; what was found is named, weighed and summed (a logistic
regression whose weights are in compare.yaml), so that every score can be read as a sum of reasons.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml
from rapidfuzz.distance import Indel

from rawi.actors.pairing import Pair, Paired, pair, turns
from rawi.actors.parts import GENERIC, Name, prepare
from rawi.actors.spelling import Likeness

__all__ = ["MERGE", "SAME", "Comparison", "Name", "compare", "features", "prepare"]

SAME = 0.5
"""From here on two names are more likely one actor's than not."""
MERGE = 0.95
"""From here on they may be taken for one without asking; between is in doubt, a suggestion to a person."""
LONG = 3.0
"""Words in common from which another number may be a misprint. In shorter names it is what tells them apart (14th Brigade)."""

Features = dict[str, float]
_FOUND: Mapping[int, str] = {
    Likeness.BEGINNING.value: "one begins with the other",
    Likeness.INITIAL.value: "an initial stands for a word",
    Likeness.VAGUE.value: "other vowels in a word",
    Likeness.LETTERS.value: "two letters differ in a long word",
    Likeness.ENDING.value: "a word ends in one more vowel",
    Likeness.LETTER.value: "one letter differs in a word",
    Likeness.CLOSE.value: "a word sounds much the same",
    Likeness.SOUND.value: "spelt otherwise in Latin letters",
}


class Comparison(NamedTuple):
    """How likely two names are one actor's, 0 to 1, and why: what was found and what it weighs, in log odds."""

    score: float
    features: tuple[tuple[str, float], ...]


def compare(first: Name, second: Name) -> Comparison:
    """Compare two names that ``prepare`` took apart, both as a person's or both as anything else's."""
    weights = _weights()["person" if first.person else "body"]
    reasons = [(name, weights[name] * value) for name, value in features(first, second).items()]
    return Comparison(1 / (1 + math.exp(-sum([weight for _, weight in reasons]))), tuple(reasons))


def features(first: Name, second: Name) -> Features:
    """What there is to say about two names, by its name in compare.yaml, before it is weighed."""
    found: Features = {"to begin with": 1.0}
    if first.whole == second.whole != "" and first.numbers == second.numbers:
        found["the same letters"] = 1.0
    elif not first.words or not second.words:
        found["no word to compare"] = 1.0
    elif first.person:
        _person(first, second, pair(first, second), found)
    elif _acronym(first, second) or _acronym(second, first):
        found["acronym"] = 1.0
    else:
        _body(first, second, pair(first, second), found)
    return found


def _person(first: Name, second: Name, paired: Paired, found: Features) -> None:
    pairs, left, rest = paired
    common = _pairs(paired, found)
    differing = min(len(left), len(rest))
    missing = max(len(left), len(rest)) - differing
    if left or rest:
        found["words in common"] = min(common, 2.0)
    else:
        turned = turns(pairs) if len(pairs) > 1 else 0
        if turned:
            # The fewer words a name has the more their order tells.
            found["the last word first" if turned == 1 else "the words in another order"] = min(1.0, 3 / len(pairs))
    if missing:
        found["a word of one is missing in the other"] = min(missing, 3.0)
        if common + differing < 2:
            found["one name is a single word"] = 1.0
        if (_initials(first, left) or _initials(second, rest)) and _initials(first) and _initials(second):
            found["other middle initials"] = 1.0
    if differing:
        if 0 in left and 0 in rest:
            found["another first name"] = 1.0
            differing -= 1
        if differing:
            found["another word"] = float(differing)
        found["letters that differing words share"] = _shared(first, second, paired)
    if first.numbers != second.numbers:
        found["other numbers" if first.numbers and second.numbers else "a number in one only"] = 1.0


def _initials(name: Name, places: Iterable[int] | None = None) -> bool:
    """Whether one of these words, or any, is a middle initial."""
    return any(place and len(name.words[place]) == 1 for place in (range(len(name.words)) if places is None else places))


def _body(first: Name, second: Name, paired: Paired, found: Features) -> None:
    pairs, left, rest = paired
    _pairs(paired, found)
    ours, theirs = [first.weights[at] for at in left], [second.weights[at] for at in rest]
    if left and rest:
        found["another word"] = min(sum(ours), sum(theirs)) if 1 in ours or 1 in theirs else 0.0
        found["letters that differing words share"] = _shared(first, second, paired)
        if GENERIC in ours and GENERIC in theirs:
            found["another sort of body"] = 1.0
    missing = round(abs(sum(ours) - sum(theirs)), 1)
    if missing:
        found["a word of one is missing in the other"] = min(missing, 2.0)
    if first.legal and second.legal and first.legal != second.legal:
        found["other legal form"] = 1.0
    if first.numbers != second.numbers:
        found[_numbers(first, second, pairs)] = 1.0


def _pairs(paired: Paired, found: Features) -> int:
    """Note how alike the words are that go together; how many of them can be the same."""
    common, least = 0, Likeness.SAME
    for _, _, like in paired.pairs:
        common += like >= Likeness.CLOSE
        if like is not Likeness.SAME:
            name = _FOUND[like]
            found[name] = found.get(name, 0.0) + 1.0
            least = min(least, like)
    if paired.pairs and not paired.first and not paired.second:
        found["every word has its like"] = 1.0
        if least >= Likeness.SOUND:
            found["and sounds the same"] = 1.0
    return common


def _numbers(first: Name, second: Name, pairs: list[Pair]) -> str:
    if not (first.numbers and second.numbers):
        return "a number in one only"
    common = sum([min(first.weights[at], second.weights[other]) for at, other, like in pairs if like >= Likeness.CLOSE])
    return "other numbers" if common < LONG else "other numbers in a long name"


def _shared(first: Name, second: Name, paired: Paired) -> float:
    """How much of the words left over is the same letters in the same order, 0 to 1 (Indel similarity of them written together)."""
    ours = "".join([first.words[at] for at in paired.first])
    return Indel.normalized_similarity(ours, "".join([second.words[at] for at in paired.second]))


def _acronym(short: Name, long: Name) -> bool:
    letters = short.words[0] if len(short.words) == 1 < len(long.words) else ""
    return len(letters) > 1 and any(letters == "".join([word[0] for word in words]) for words in (long.words, long.spoken))


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    data: Mapping[str, Mapping[str, float]] = yaml.load(files(__package__).joinpath("compare.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return data
