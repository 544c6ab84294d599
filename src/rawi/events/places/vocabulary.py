"""The words and weights of places.yaml, loaded once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from rawi.gazetteer import fold
from rawi.packs import shipped


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """places.yaml; ``kinds`` by word, ``signs`` by what is printed, in small letters."""

    kinds: Mapping[str, str]
    sites: frozenset[str]
    bodies: frozenset[str]
    adverbs: frozenset[str]
    branches: frozenset[str]
    governments: frozenset[str]
    offices: frozenset[str]
    titles: frozenset[str]
    peoples: frozenset[str]
    parts: frozenset[str]
    particles: frozenset[str]
    before: Mapping[str, float]
    ofs: frozenset[str]
    taken: frozenset[str]
    lying: frozenset[str]
    falling: frozenset[str]
    going: frozenset[str]
    addressed: frozenset[str]
    toward: frozenset[str]
    near: frozenset[str]
    units: Mapping[str, float]
    directions: Mapping[str, float]
    back: Mapping[str, str]
    signs: Mapping[str, str]
    found: Mapping[str, float]
    meant: Mapping[str, float]
    known: Mapping[str, int]
    abbreviations: Mapping[str, str]
    others: frozenset[str]
    common: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of places."""
    data = yaml.load(files(__package__).joinpath("places.yaml").read_text("utf-8"), yaml.CSafeLoader)
    kinds = {word: kind for kind, words in data.pop("kinds").items() for word in words}
    signs = {word: country for country, words in data.pop("signs").items() for word in words}
    read: dict[str, Any] = {name: frozenset(value) if isinstance(value, list) else value for name, value in data.items()}
    return Vocabulary(kinds=kinds, signs=_actors() | signs, **read)


@cache
def small_words() -> frozenset[str]:
    """Words that by themselves are no names, whatever village is called so: they matter where all is in capitals."""
    v = vocabulary()
    return v.particles | frozenset(v.before) | frozenset(v.kinds) | v.parts | v.adverbs


@cache
def demonyms() -> Mapping[str, str]:
    """The country of each adjective and people of the packs, by the word in small letters; None is for two of them (Korean)."""
    found: dict[str, set[str]] = {}
    for actor in (actor for pack in shipped() for actor in pack.actors if actor.kind == "country"):
        code = dict(actor.identifiers).get("iso3166")
        for word in (*actor.adjectives, *actor.people) if code else ():
            found.setdefault(word.lower(), set()).add(str(code))
    return {word: code for word, (code, *others) in ((w, sorted(codes)) for w, codes in found.items()) if not others}


@cache
def capitals() -> Mapping[str, str]:
    """The country of each capital or other seat by its folded name, which stands for the government too."""
    countries = (actor for pack in shipped() for actor in pack.actors if actor.kind == "country")
    return {fold(name): dict(c.identifiers).get("iso3166", "") for c in countries for name in (c.capital, *c.seats) if name}


@cache
def buildings() -> frozenset[str]:
    """Names of buildings that stand for a government, folded: no village of the name is meant."""
    return frozenset(fold(name) for pack in shipped() for actor in pack.actors for name in actor.metonyms)


def _actors() -> dict[str, str]:
    """The country of each known actor that has one, by its names."""
    actors = {actor.id: actor for pack in shipped() for actor in pack.actors}
    found = {}
    for actor in actors.values():
        state = actors.get(actor.country or "")
        if actor.kind != "country" and state and (code := dict(state.identifiers).get("iso3166")):
            found.update({name.lower(): code for name in actor.every_name if name.isascii()})
    return found
