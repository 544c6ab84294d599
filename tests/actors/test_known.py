"""Known actors of packs: evidence, never forced."""

from __future__ import annotations

from tests.actors.test_likeness import Told

from rawi.actors import MERGE, Registry, recognise
from rawi.packs import parse

PACK = """
pack: invented
title: Invented actors
actors:
  - {id: tarun, name: Tarun, kind: country, adjectives: [Tarunese], sources: [x]}
  - {id: dawn, name: Dawn Organization, kind: organization, names: [Dawn, Munazzamat al-Fajr, DOT], country: tarun, sources: [x]}
  - {id: moss, name: Hadi Moss, kind: person, country: tarun, sources: [x], ties: [{kind: leads, object: dawn, source: x}]}
  - {id: minister, name: Prime Minister of Tarun, kind: office, of: tarun, sources: [x], holders: [{person: moss, source: x}]}
  - {id: one, name: Free Front, kind: organization, names: [FF], sources: [x]}
  - {id: two, name: Fishers Forum, kind: organization, names: [FF], sources: [x]}
"""
REGISTRY = Registry((parse(PACK, "invented"),))
HERE = frozenset({"name:tarun"})


def known(told: Told) -> dict[str, float]:
    return {like.first if like.first.startswith("known:") else like.second: like.score for like in recognise(told, REGISTRY)}


def test_a_long_name_of_the_pack_is_recognised_by_itself_and_in_another_spelling() -> None:
    assert known(Told("name:dawn organization"))["known:dawn"] >= MERGE
    assert known(Told("name:munazamat al fajr", near=HERE))["known:dawn"] >= MERGE


def test_a_word_that_may_mean_much_needs_its_country_beside_it() -> None:
    assert known(Told("name:dawn", near=HERE))["known:dawn"] >= MERGE
    assert known(Told("name:dawn"))["known:dawn"] < MERGE


def test_a_person_called_dawn_is_not_the_organization() -> None:
    assert all(score < MERGE for score in known(Told("person:dawn@d1", near=HERE)).values())
    assert all(score < MERGE for score in known(Told("person:rosa dawn", near=HERE)).values())


def test_a_surname_with_the_office_it_held_is_the_holder() -> None:
    assert known(Told("person:moss@d1", described=frozenset({"prime minister"}), near=HERE))["known:moss"] >= MERGE
    assert all(score < MERGE for score in known(Told("person:moss@d1")).values())


def test_a_name_that_two_share_is_a_question() -> None:
    assert all(score < MERGE for score in known(Told("name:ff")).values())


def test_an_office_is_its_states() -> None:
    assert known(Told("office:prime minister of tarun"))["known:minister"] >= MERGE
    assert known(Told("office:prime minister of chad")) == {}
