"""The words for states: what rooms need to know a country by its name, its adjective, its people, its seat of government."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rawi.packs.loading import shipped
from rawi.packs.schema import Known

_RULERS = ("president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "sultan", "supreme leader")


@dataclass(frozen=True, slots=True)
class States:
    """Each maps a word as printed to the state's own name; a word that two states share is in none."""

    names: Mapping[str, str]
    """Names, adjectives, peoples, and buildings that stand for a government."""
    seats: Mapping[str, str]
    """Capitals, whose names stand for the government or for the place."""


@cache
def states() -> States:
    """The words of every country in the packs that rawi ships."""
    countries = [actor for pack in shipped() for actor in pack.actors if actor.kind == "country"]
    return States(_unambiguous(_words(countries)), _unambiguous(_seats(countries)))


@cache
def offices() -> Mapping[tuple[str, str], str]:
    """For an office's noun and a surname, both in lower case: the state whose office somebody of that name has held."""
    actors = {actor.id: actor for pack in shipped() for actor in pack.actors}
    held = (
        (f"{noun}\n{word}", actors[office.of].name)
        for office in actors.values()
        if office.of and actors[office.of].kind == "country"
        for holder in office.holders
        for noun in _RULERS
        if noun in office.name.lower()
        for word in {name.split()[-1].lower() for name in actors[holder.person].every_name if name.isascii()}
    )
    return {(noun, word): state for both, state in _unambiguous(held).items() for noun, _, word in [both.partition("\n")]}


@cache
def hostile() -> Mapping[str, str]:
    """The neutral name of whom a hostile name of the shipped packs means, by that name in lower case."""
    return {name.lower(): actor.name for pack in shipped() for actor in pack.actors for name in actor.hostile}


@cache
def wikidata() -> Mapping[str, str]:
    """The key of each shipped actor whose Wikidata item is known, by the item."""
    known = (actor for pack in shipped() for actor in pack.actors)
    return {item: f"known:{actor.id}" for actor in known if (item := dict(actor.identifiers).get("wikidata"))}


def _words(countries: Iterable[Known]) -> Iterator[tuple[str, str]]:
    for c in countries:
        for word in (*c.every_name, *c.adjectives, *c.people, *c.metonyms):
            yield word, c.name


def _seats(countries: Iterable[Known]) -> Iterator[tuple[str, str]]:
    for c in countries:
        for word in (*((c.capital,) if c.capital else ()), *c.seats):
            yield word, c.name


def _unambiguous(words: Iterable[tuple[str, str]]) -> dict[str, str]:
    meant = defaultdict(set)
    for word, name in words:
        meant[word].add(name)
    return {word: name for word, (name, *others) in ((w, sorted(names)) for w, names in meant.items()) if not others}
