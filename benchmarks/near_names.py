"""Names that are near and belong to different actors: ``python -m benchmarks.near_names --pairs 2000 --seed 1``.

Brothers, fathers and sons, first names one letter apart, the ministry of another country, the brigade of another number, a party
and its youth. Prints in how many of the pairs ``compare`` would merge the two, and in how many it is in doubt.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import yaml
from benchmarks.resolving import reading

from rawi.actors.compare import MERGE, SAME, compare, prepare
from rawi.ledger import Ledger
from rawi.pipeline.settle import settle
from rawi.records import MentionKind

Draw = random.Random


class Actor(NamedTuple):
    """A name and what a text says beside it."""

    name: str
    kind: MentionKind
    country: str
    role: str


class Pair(NamedTuple):
    """Two different actors and what makes them near."""

    first: Actor
    second: Actor
    near: str


def pairs(count: int, seed: int) -> Iterator[Pair]:
    """``count`` pairs, of every sort equally often; the same seed makes the same pairs."""
    draw = Draw(seed)
    words = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
    for number in range(count):
        make = SORTS[number % len(SORTS)]
        first, second = make(draw, words)
        if draw.random() < 0.5:
            first, second = second, first
        yield Pair(first, second, make.__name__.strip("_").replace("_", " "))


Words = Mapping[str, Any]
Two = tuple[Actor, Actor]


def _first_names_one_letter_apart(draw: Draw, words: Words) -> Two:
    surname = _middle(draw, words) + draw.choice(words["surnames"])
    return _persons(draw, words, [f"{first} {surname}" for first in draw.choice(words["near_first"])])


def _brothers(draw: Draw, words: Words) -> Two:
    surname = draw.choice(words["surnames"])
    firsts = draw.sample(sorted({*words["other_first"], *(near[0] for near in words["near_first"])}), 2)
    return _persons(draw, words, [f"{first} {surname}" for first in firsts])


def _family_names_alike(draw: Draw, words: Words) -> Two:
    first = f"{draw.choice(words['other_first'])} {_middle(draw, words)}"
    return _persons(draw, words, [f"{first}{surname}" for surname in draw.choice(words["near_surnames"])])


def _father_and_son(draw: Draw, words: Words) -> Two:
    first, father, grandfather = draw.sample(words["other_first"], 3)
    surname = draw.choice(words["surnames"])
    forms = [
        (f"{first} {surname}", f"{first} {surname} {draw.choice(['Jr', 'Jr.', 'Junior', 'II', 'the Younger'])}"),
        (f"{first} {surname} Sr.", f"{first} {surname} Jr."),
        (f"{first} bin {father} {surname}", f"{father} bin {grandfather} {surname}"),
        (f"{first} {father} {surname}", f"{father} {grandfather} {surname}"),
        (f"Abu {first} {surname}", f"{first} {surname}"),
    ]
    return _persons(draw, words, draw.choice(forms))


def _other_middle_name(draw: Draw, words: Words) -> Two:
    first, one, other = draw.sample(words["other_first"], 3)
    surname = draw.choice(words["surnames"])
    if draw.random() < 0.4 and one[0] != other[0]:
        one, other = f"{one[0]}.", f"{other[0]}."
    return _persons(draw, words, [f"{first} {middle} {surname}" for middle in (one, other)])


def _ministries_of_two_countries(draw: Draw, words: Words) -> Two:
    ministry, (one, other) = draw.choice(words["ministries"]), draw.sample(words["countries"], 2)
    return _bodies([f"Ministry of {ministry} of {one}", f"Ministry of {ministry} of {other}"], one, other, "ministry")


def _two_ministries(draw: Draw, words: Words) -> Two:
    country, (one, other) = draw.choice(words["countries"]), draw.sample(words["ministries"], 2)
    end = f" of {country}" if draw.random() < 0.5 else ""
    return _bodies([f"Ministry of {one}{end}", f"Ministry of {other}{end}"], country, country, "ministry")


def _bodies_of_two_countries(draw: Draw, words: Words) -> Two:
    body, (one, other) = draw.choice(words["bodies"]), draw.sample(words["countries"], 2)
    return _bodies([body.format(one), body.format(other)], one, other, "body")


def _numbered(draw: Draw, words: Words) -> Two:
    unit, country, number = draw.choice(words["units"]), draw.choice(words["countries"]), draw.randint(1, 99)
    others = [number + 1, number + 10, number + 100, 10 * number, number + 3]
    return _bodies([f"{_ordinal(n)} {unit}" for n in (number, draw.choice(others))], country, country, "unit")


def _one_word_differs(draw: Draw, words: Words) -> Two:
    country = draw.choice(words["countries"])
    quality, base, purpose = (draw.choice(words[name]) for name in ("qualities", "bases", "purposes"))
    one, other = draw.sample(words[draw.choice(["qualities", "bases", "purposes"])], 2)
    one_name, other_name = f"{quality} {base} for {purpose}", f"{quality} {base} for {purpose}"
    for name, old in (("qualities", quality), ("bases", base), ("purposes", purpose)):
        if one in words[name]:
            one_name, other_name = one_name.replace(old, one, 1), other_name.replace(old, other, 1)
    return _bodies([one_name, other_name], country, country, "party")


def _words_alike(draw: Draw, words: Words) -> Two:
    country, names = draw.choice(words["countries"]), draw.choice(words["near_words"])
    end = f" of {country}" if draw.random() < 0.3 else ""
    return _bodies([name + end for name in names], country, country, "body")


def _party_and_wing(draw: Draw, words: Words) -> Two:
    country, quality, base = (draw.choice(words[name]) for name in ("countries", "qualities", "bases"))
    party = f"{quality} {base} of {country}" if draw.random() < 0.5 else f"{quality} {base}"
    return _bodies([party, draw.choice(words["wings"]).format(party)], country, country, "party")


SORTS: tuple[Callable[[Draw, Words], Two], ...] = (
    _first_names_one_letter_apart,
    _brothers,
    _family_names_alike,
    _father_and_son,
    _other_middle_name,
    _ministries_of_two_countries,
    _two_ministries,
    _bodies_of_two_countries,
    _numbered,
    _one_word_differs,
    _words_alike,
    _party_and_wing,
)


def _middle(draw: Draw, words: Words) -> str:
    """For one in three the names of father and grandfather, or one of them, that both share."""
    return "".join(f"{name} " for name in draw.sample(words["other_first"], draw.choice([0, 0, 0, 0, 1, 2])))


def _persons(draw: Draw, words: Words, names: Sequence[str]) -> Two:
    country = draw.choice(words["countries"])
    one, other = (Actor(name, "person", country, draw.choice(["spokesman", "commander", "minister", "witness"])) for name in names)
    return one, other


def _bodies(names: Sequence[str], country: str, other_country: str, role: str) -> Two:
    return Actor(names[0], "organization", country, role), Actor(names[1], "organization", other_country, role)


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def joined(made: Sequence[Pair]) -> list[Pair]:
    """The pairs whose two names become one actor of a ledger: each name in a document of its own, beside its country and its role."""
    with TemporaryDirectory() as folder, Ledger(Path(folder, "rawi.db")) as ledger:
        for number, actor in enumerate(actor for pair in made for actor in (pair.first, pair.second)):
            ledger.store(reading(number, [(actor.country, "country", ()), (actor.name, actor.kind, (actor.role, actor.country))]))
        settle(ledger)
        found: dict[str, set[str]] = {}
        for mention in ledger.mentions():
            found.setdefault(mention.text, set()).add(str(mention.actor))
    return [pair for pair in made if found[pair.first.name] & found[pair.second.name] - {"None"}]


def main() -> None:
    """Count and show the wrong merges."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pairs", type=int, default=2000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--show", type=int, default=20, help="how many wrong merges to print")
    given = arguments.parse_args()
    merged, doubted, made = list[tuple[float, Pair]](), Counter[str](), Counter[str]()
    for pair in pairs(given.pairs, given.seed):
        score = compare(prepare(pair.first.name, pair.first.kind), prepare(pair.second.name, pair.second.kind)).score
        made[pair.near] += 1
        doubted[pair.near] += SAME <= score < MERGE
        if score >= MERGE:
            merged.append((score, pair))
    print(f"{given.pairs} pairs: {len(merged)} wrong merges ({100 * len(merged) / given.pairs:.2f} in 100), {doubted.total()} in doubt")
    for near, count in made.items():
        wrong = sum(pair.near == near for _, pair in merged)
        print(f"  {near}: {wrong} merged, {doubted[near]} in doubt, of {count}")
    for score, pair in sorted(merged, reverse=True)[: given.show]:
        print(f"  {score:.2f}  {pair.first.name} | {pair.second.name}")
    together = joined(list(pairs(given.pairs, given.seed)))
    print(f"in documents, beside their countries and roles: {len(together)} wrong merges ({100 * len(together) / given.pairs:.2f} in 100)")
    for pair in together[: given.show]:
        print(f"  {pair.first.name} | {pair.second.name}")


if __name__ == "__main__":
    main()
