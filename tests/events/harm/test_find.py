"""Harm as a researcher would write it down: what happened to whom, how many, and whether it is said to have happened."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable

import pytest

from rawi.events.harm import Harmed, find_harm
from rawi.events.parse import Parse
from rawi.records import Analysis, Span

Analysed = Callable[..., Analysis]


def harm(analysis: Analysis) -> tuple[Harmed, ...]:
    return find_harm(Parse(analysis), analysis)


def found(analysis: Analysis) -> set[tuple[str, str, int | None, int | None]]:
    return {(h.effect, h.who.text, h.low, h.high) for h in harm(analysis)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A mine killed two herders and wounded a third.", {("killed", "herders", 2, 2), ("wounded", "third", 1, 1)}),
        ("Six clerks were arrested and 20 others injured.", {("detained", "clerks", 6, 6), ("wounded", "others", 20, 20)}),
        ("The shell left 14 dead and injured 19.", {("killed", "14", 14, 14), ("wounded", "19", 19, 19)}),
        ("Quake kills 9, wounds 30 in Harun. Roads are shut.", {("killed", "9", 9, 9), ("wounded", "30", 30, 30)}),
        ("South front: 4 gunners killed, 11 hurt.", {("killed", "gunners", 4, 4), ("wounded", "hurt", 11, 11)}),
        ("The raid ended in the deaths of 14 miners and the loss of 30 homes.", {("killed", "miners", 14, 14)}),
        ("They announced the arrest of six poets.", {("detained", "poets", 6, 6)}),
        ("Monitors counted 41 deaths in May.", {("killed", "deaths", 41, 41)}),
        ("The death toll rose from 12 to 19 on Friday.", {("killed", "19", 19, 19)}),
        ("Searchers found the bodies of five sailors.", {("killed", "sailors", 5, 5)}),
        ("A thousand residents fled their homes.", {("displaced", "residents", 1000, 1000)}),
        ("The flood left 200 families homeless.", {("displaced", "families", 200, 200)}),
        ("Eleven students remain missing.", {("missing", "students", 11, 11)}),
        ("The disappearance of 43 pupils was never explained.", {("missing", "pupils", 43, 43)}),
        ("Militiamen burned a mill and three barns to the ground.", {("damaged", "mill", 1, 1), ("damaged", "barns", 3, 3)}),
        ("The hall has been reduced to rubble.", {("damaged", "hall", 1, 1)}),
        ("TWO PEASANTS WERE KILLED AND A BRIDGE WAS DYNAMITED.", {("killed", "PEASANTS", 2, 2), ("damaged", "BRIDGE", 1, 1)}),
        ("Four lawyers are in custody.", {("detained", "lawyers", 4, 4)}),
    ],
)
def test_effect_who_and_how_many(analysed: Analysed, text: str, expected: set[tuple[str, str, int, int]]) -> None:
    assert found(analysed(text)) == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("At least 14 villagers were killed.", 14, None),
        ("Up to 20 villagers were killed.", None, 20),
        ("Between 20 and 30 villagers were killed.", 20, 30),
        ("Fourteen or 15 villagers were killed.", 14, 15),
        ("Some 30 villagers were killed.", 30, 30),
        ("Nearly 50 villagers were killed.", None, 50),
        ("Dozens of villagers were killed.", 24, None),
        ("Villagers were killed.", None, None),
        ("A villager was killed.", 1, 1),
        ("Every villager was killed.", None, None),
        ("Two of the nine villagers were killed.", 2, 2),
        ("Half of the 40 villagers were killed.", 20, 20),
        ("Most of the 40 villagers were killed.", None, 40),
        ("A group of five villagers was killed.", 5, 5),
        ("No villagers were killed.", 0, 0),
        ("The raid did not kill a single villager.", 0, 0),
        ("Nine villagers, not 14, were killed.", 9, 9),
        ("Thirty villagers were killed or wounded.", None, 30),
    ],
)
def test_ranges_stay_ranges(analysed: Analysed, text: str, low: int | None, high: int | None) -> None:
    assert [(h.low, h.high) for h in harm(analysed(text)) if h.effect == "killed"] == [(low, high)]


def test_a_family_is_counted_by_its_members(analysed: Analysed) -> None:
    assert found(analysed("A family of five was killed.")) == {("killed", "family", 5, 5)}


def test_nobody_is_a_number_that_did_happen(analysed: Analysed) -> None:
    (nobody,) = harm(analysed("No one was hurt in the fire."))
    assert (nobody.low, nobody.high, nobody.standing) == (0, 0, "done")
    casualties = harm(analysed("The patrol came home without casualties."))
    assert [(h.effect, h.low, h.high) for h in casualties] == [("killed", 0, 0), ("wounded", 0, 0)]


def test_a_casualty_leaves_open_whether_it_is_a_death(analysed: Analysed) -> None:
    assert found(analysed("The column inflicted 15 casualties on the enemy.")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Fourteen people, including three nurses, were killed.",
        "Fourteen people were killed, among them three nurses.",
        "Fourteen people were killed, three of them nurses.",
        "They counted the deaths of 14 people, three of whom were nurses.",
    ],
)
def test_a_part_is_told_apart_and_never_added(analysed: Analysed, text: str) -> None:
    assert [(h.who.text, h.low, h.part) for h in harm(analysed(text))] == [("people", 14, False), ("nurses", 3, True)]


def test_a_person_is_called_by_name(analysed: Analysed) -> None:
    names = {h.who.text for h in harm(analysed("Gunmen killed the mayor, Ruben Soto, and Judge Ana Ibarra."))}
    assert names == {"Ruben Soto", "Ana Ibarra"}


def test_who_says_it_for_one_that_is_only_referred_to(analysed: Analysed) -> None:
    (harmed,) = harm(analysed("Three cooks who were arrested on Monday are well."))
    assert (harmed.who.text, harmed.low) == ("cooks", 3)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The guards killed a teacher.", "done"),
        ("The guards are believed to have killed a teacher.", "done"),
        ("The guards managed to kill a teacher.", "done"),
        ("She was the third teacher to be killed this year.", "done"),
        ("The guards have not killed the teacher.", "negated"),
        ("The guards denied killing the teacher.", "negated"),
        ("The chief denied that guards had killed the teacher.", "negated"),
        ("The police foiled a plot to kill the teacher.", "negated"),
        ("The deaths of the two teachers did not occur.", "negated"),
        ("The guards wounded neither the teacher nor her son.", "negated"),
        ("The guards plan to kill the teacher.", "planned"),
        ("The teacher will be executed at dawn.", "planned"),
        ("The guards threatened to kill the teacher.", "threatened"),
        ("A raid could kill the teacher.", "hypothetical"),
        ("The guards tried to kill the teacher.", "hypothetical"),
        ("If they come, the teacher will die.", "hypothetical"),
        ("Have the guards killed the teacher?", "hypothetical"),
        ("The party demanded the arrest of the teacher.", "hypothetical"),
        ("The governor will investigate the murder of the teacher.", "done"),
        ("Kill the teacher!", "hypothetical"),
    ],
)
def test_what_stands_around_a_harm_tells_whether_it_happened(analysed: Analysed, text: str, standing: str) -> None:
    assert {h.standing for h in harm(analysed(text))} == {standing}


@pytest.mark.parametrize(
    "text",
    [
        "The scandal destroyed his career and killed the deal.",
        "The army captured two towns and nine rifles.",
        "The mercenaries fled.",
        "Critics hold the ministry responsible.",
        "The elections were held in March.",
        "He faces the death penalty.",
        "The party lost 12 seats.",
        "Three priests were kidnapped.",
        "The talks collapsed.",
        "The hangar is 30 metres long.",
    ],
)
def test_what_harms_nobody_is_no_harm(analysed: Analysed, text: str) -> None:
    assert found(analysed(text)) == set()


def test_the_trigger_and_the_evidence_are_the_words_that_say_so(analysed: Analysed) -> None:
    text = "The army said it had taken about 30 fishermen into custody."
    analysis = analysed(text)
    (harmed,) = harm(analysis)
    assert analysis.tokens[harmed.trigger].text == "taken"
    assert [text[start:end] for start, end in harmed.evidence] == ["taken", "about 30 fishermen", "into", "custody"]
    assert [text[start:end] for start, end in harmed.who.spans] == [harmed.who.text] == ["fishermen"]


def test_the_frame_around_an_article_holds_none(analysed: Analysed) -> None:
    assert found(analysed("Blast kills nine.\n\nTwo guards died.", frame=(Span(0, 17),))) == {("killed", "guards", 2, 2)}


@pytest.mark.parametrize(
    "text", ["", "killed", "KILLED KILLED", "14", "of of of dead", "قتل 14 شخصا", "dead: ", "killed, killed and killed"]
)
def test_odd_text_raises_nothing_and_what_is_found_travels(analysed: Analysed, text: str) -> None:
    assert pickle.loads(pickle.dumps(harm(analysed(text)))) == harm(analysed(text))


def test_the_time_it_takes_grows_with_the_text(analysed: Analysed) -> None:
    def seconds(times: int) -> float:
        analysis = analysed("3 guards killed, 4 wounded, including 2 boys, " * times)
        start = time.process_time()
        harm(analysis)
        return time.process_time() - start

    seconds(10)
    assert seconds(800) < 20 * max(seconds(100), 0.01)
