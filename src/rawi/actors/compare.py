"""Whether two names are of one actor: ``compare(prepare(first, kind), prepare(second, kind))``.

The words of the two names are paired, each with the one most like it; what was found is named, weighed and summed (a logistic
regression whose weights are in compare.yaml), so that every score can be read as a sum of reasons.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

import yaml
from rapidfuzz.distance import Indel

from rawi.actors.parts import GENERIC, Name, prepare
from rawi.actors.spelling import Likeness, likeness

__all__ = ["MERGE", "SAME", "Comparison", "Name", "compare", "prepare"]

SAME = 0.5
"""From here on two names are more likely one actor's than not."""
MERGE = 0.95
"""From here on they may be taken for one without asking; between is in doubt, a suggestion to a person."""
LONG = 3.0
"""Words in common from which another number may be a misprint. In shorter names it is what tells them apart (14th Brigade)."""

Features = dict[str, float]
_FOUND = {
    Likeness.BEGINNING: "one begins with the other",
    Likeness.INITIAL: "an initial stands for a word",
    Likeness.VAGUE: "other vowels in a word",
    Likeness.LETTERS: "two letters differ in a long word",
    Likeness.ENDING: "a word ends in one more vowel",
    Likeness.LETTER: "one letter differs in a word",
    Likeness.CLOSE: "a word sounds much the same",
    Likeness.SOUND: "spelt otherwise in Latin letters",
}


class Comparison(NamedTuple):
    """How likely two names are one actor's, 0 to 1, and why: what was found and what it weighs, in log odds."""

    score: float
    features: tuple[tuple[str, float], ...]


class Paired(NamedTuple):
    """Which words of two names go together, by position, how alike they are, and which are left over."""

    pairs: list[tuple[int, int, Likeness]]
    first: list[int]
    second: list[int]


def compare(first: Name, second: Name) -> Comparison:
    """Compare two names that ``prepare`` took apart, both as a person's or both as anything else's."""
    weights = _weights()["person" if first.person else "body"]
    found = features(first, second)
    reasons = [(name, weights[name] * value) for name, value in found.items()]
    return Comparison(1 / (1 + math.exp(-sum([weight for _, weight in reasons]))), tuple(reasons))


def features(first: Name, second: Name) -> Features:
    """What there is to say about two names, by its name in compare.yaml."""
    found: Features = {"to begin with": 1.0}
    if first.whole == second.whole and first.numbers == second.numbers:
        found["the same letters"] = 1.0
        return found
    paired = pair(first, second)
    (_person if first.person else _body)(first, second, paired, found)
    if first.numbers != second.numbers:
        found[_numbers(first, second, found)] = 1.0
    return found


def pair(first: Name, second: Name) -> Paired:
    """The same words first, then those most alike, then two words that the other writes as one."""
    pairs, left = list[tuple[int, int, Likeness]](), list[int]()
    others = list(second.words)
    rest = list(range(len(others)))
    for at, one in enumerate(first.words):
        if one in others:
            other = others.index(one)
            while other not in rest and one in others[other + 1 :]:
                other = others.index(one, other + 1)
            if other in rest:
                rest.remove(other)
                pairs.append((at, other, Likeness.SAME))
                continue
        left.append(at)
    if left and rest and (len(left) > 1 or len(rest) > 1):
        left, rest = _written_together(first, second, pairs, left, rest)
    if left and rest:
        left = _alike(first, second, pairs, left, rest)
    return Paired(pairs, left, rest)


def _alike(first: Name, second: Name, pairs: list[tuple[int, int, Likeness]], left: list[int], rest: list[int]) -> list[int]:
    """Pair what is left with what is most like it; takes from ``rest`` and returns what stays of ``left``."""
    foreign = first.foreign != second.foreign
    near = list[tuple[Likeness, int, int]]()
    for at in left:
        one = first.words[at]
        for other_at in rest:
            other = second.words[other_at]
            like = Likeness.CLOSE if foreign and one.bare == other.bare else likeness(one, other)
            if one.plain in first.places and other.plain in second.places:
                continue
            if like > Likeness.INITIAL or (first.person and (like is Likeness.INITIAL or (like and at == other_at == 0))):
                near.append((like, -at, -other_at))
    near.sort(reverse=True)
    for like, at, other_at in near:
        if -at in left and -other_at in rest:
            left = [one for one in left if one != -at]
            rest.remove(-other_at)
            pairs.append((-at, -other_at, like))
    return left


def _written_together(
    first: Name, second: Name, pairs: list[tuple[int, int, Likeness]], left: list[int], rest: list[int]
) -> tuple[list[int], list[int]]:
    """Siraj al-Din and Sirajuddin: two neighbours of one name that are one word of the other."""
    for ours, theirs, mine, other in ((left, rest, first, second), (rest, left, second, first)):
        for one, two in pairwise(ours):
            both = mine.words[one].wide + mine.words[two].wide
            for at in theirs:
                if len(both) > 2 and other.words[at].wide == both:
                    pairs.append((one, at, Likeness.CLOSE) if mine is first else (at, one, Likeness.CLOSE))
                    kept = [i for i in ours if i not in (one, two)], [i for i in theirs if i != at]
                    return kept if mine is first else (kept[1], kept[0])
    return left, rest


def _person(first: Name, second: Name, paired: Paired, found: Features) -> None:
    _count(paired, found)
    left, rest = paired.first, paired.second
    differing = min(len(left), len(rest))
    missing = max(len(left), len(rest)) - differing
    common = sum(like >= Likeness.CLOSE for _, _, like in paired.pairs)
    found["words in common"] = min(common, 2.0)
    if not left and not rest:
        _complete(paired, found)
        turns = _turns(paired.pairs)
        if turns:
            found["the last word first" if turns == 1 else "the words in another order"] = min(1.0, 3 / len(paired.pairs))
    if missing:
        found["a word of one is missing in the other"] = min(missing, 3.0)
        if common + differing < 2:
            found["one name is a single word"] = 1.0
    if differing:
        start = 1.0 if 0 in left and 0 in rest else 0.0
        found["another first name"] = start
        found["another word"] = differing - start
        found["letters that differing words share"] = _shared(first, second, left, rest)


def _body(first: Name, second: Name, paired: Paired, found: Features) -> None:
    left, rest = paired.first, paired.second
    if _acronym(first, second) or _acronym(second, first):
        found["acronym"] = 1.0
        return
    _count(paired, found)
    ours, theirs = sum([first.weights[at] for at in left]), sum([second.weights[at] for at in rest])
    common = sum([first.weights[at] for at, _, like in paired.pairs if like >= Likeness.CLOSE])
    found["words in common"] = min(common, 3.0)
    if not left and not rest:
        _complete(paired, found)
    if left and rest:
        found["another word"] = min(ours, theirs) if max(ours, theirs) >= 1 else 0.0
        found["letters that differing words share"] = _shared(first, second, left, rest)
        if any(first.weights[at] == GENERIC for at in left) and any(second.weights[at] == GENERIC for at in rest):
            found["another sort of body"] = 1.0
    if ours != theirs:
        found["a word of one is missing in the other"] = min(abs(ours - theirs), 2.0)
    if first.legal and second.legal and first.legal != second.legal:
        found["other legal form"] = 1.0


def _complete(paired: Paired, found: Features) -> None:
    found["every word has its like"] = 1.0
    if min([like for _, _, like in paired.pairs], default=Likeness.NONE) >= Likeness.SOUND:
        found["and sounds the same"] = 1.0


def _count(paired: Paired, found: Features) -> None:
    for _, _, like in paired.pairs:
        if like is not Likeness.SAME:
            name = _FOUND[like]
            found[name] = found.get(name, 0.0) + 1.0


def _numbers(first: Name, second: Name, found: Features) -> str:
    if not (first.numbers and second.numbers):
        return "a number in one only"
    return "other numbers" if found.get("words in common", 0.0) < LONG else "other numbers in a long name"


def _shared(first: Name, second: Name, left: Sequence[int], rest: Sequence[int]) -> float:
    """How much of the words left over is the same letters in the same order, 0 to 1 (Indel similarity of them written together)."""
    return Indel.normalized_similarity("".join([first.words[at].plain for at in left]), "".join([second.words[at].plain for at in rest]))


def _turns(pairs: list[tuple[int, int, Likeness]]) -> int:
    """0 where the words come in the same order, 1 where the end of one name begins the other, 2 where they are shuffled."""
    order = [other for _, other, _ in sorted(pairs)]
    falls = sum(one > two for one, two in pairwise(order))
    return falls if falls < 2 and (not falls or order[0] > order[-1]) else 2


def _acronym(short: Name, long: Name) -> bool:
    return len(short.words) == 1 and len(long.words) > 1 and short.words[0].plain in long.acronyms and len(short.words[0].plain) > 1


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    data: Mapping[str, Mapping[str, float]] = yaml.safe_load(files(__package__).joinpath("compare.yaml").read_text("utf-8"))
    return data
