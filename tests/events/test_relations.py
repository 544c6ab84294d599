"""Ties between actors, as a sentence states them: who, which tie, to whom, since when, until when."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from rawi.events import relate
from rawi.records import Analysis, Claim, Maker, Relation, Span

Analysed = Callable[..., Analysis]
Tie: TypeAlias = tuple[str, str, str, str | None, str | None]


def ties(analysis: Analysis) -> list[Tie]:
    return sorted(tie(relation) for relation in relate(analysis, ()))


def tie(relation: Relation) -> Tie:
    return relation.subject.text, relation.kind, relation.object.text, relation.since, relation.until


VERBS = [
    ("Ostrava finances the Harbour Guard.", [("Ostrava", "finances", "Harbour Guard")]),
    ("Ostrava has trained and armed the Harbour Guard.", [("Ostrava", "trains", "Harbour Guard"), ("Ostrava", "supplies", "Harbour Guard")]),
    ("The Harbour Guard is financed by Ostrava.", [("Ostrava", "finances", "Harbour Guard")]),
    (
        "The Harbour Guard was made, financed and trained by Ostrava.",
        [("Ostrava", "founded", "Harbour Guard"), ("Ostrava", "finances", "Harbour Guard"), ("Ostrava", "trains", "Harbour Guard")],
    ),
    ("The Harbour Guard, financed by Ostrava, closed the bridge.", [("Ostrava", "finances", "Harbour Guard")]),
    ("The Harbour Guard, which Ostrava finances, closed the bridge.", [("Ostrava", "finances", "Harbour Guard")]),
    ("The Harbour Guard is a militia that is backed by Ostrava.", [("Ostrava", "supports", "Harbour Guard")]),
    ("Peter Hale leads the Harbour Guard.", [("Peter Hale", "leads", "Harbour Guard")]),
    ("Peter Hale, who heads the Harbour Guard, left the town.", [("Peter Hale", "leads", "Harbour Guard")]),
    ("Peter Hale used to lead the River Party.", [("Peter Hale", "formerly_leads", "River Party")]),
    ("Peter Hale once commanded the Northern Brigade.", [("Peter Hale", "formerly_commands", "Northern Brigade")]),
    ("Peter Hale led the Harbour Guard until 2014.", [("Peter Hale", "formerly_leads", "Harbour Guard", None, "2014")]),
    ("Peter Hale led the Harbour Guard from 2003 to 2014.", [("Peter Hale", "formerly_leads", "Harbour Guard", "2003", "2014")]),
    ("Peter Hale has led the Harbour Guard since March 2014.", [("Peter Hale", "leads", "Harbour Guard", "2014-03")]),
    ("Peter Hale founded the Harbour Guard in 2011.", [("Peter Hale", "founded", "Harbour Guard", "2011")]),
    ("The Harbour Guard was set up by Peter Hale.", [("Peter Hale", "founded", "Harbour Guard")]),
    ("Peter Hale joined the Harbour Guard in 2011.", [("Peter Hale", "member_of", "Harbour Guard", "2011")]),
    ("Peter Hale left the Harbour Guard in 2019.", [("Peter Hale", "formerly_member_of", "Harbour Guard", None, "2019")]),
    ("The Harbour Guard joined the Northern Alliance in 2011.", [("Harbour Guard", "part_of", "Northern Alliance", "2011")]),
    ("The Harbour Guard belongs to the Northern Alliance.", [("Harbour Guard", "part_of", "Northern Alliance")]),
    (
        "The Northern Alliance consists of the Harbour Guard and the River Party.",
        [("Harbour Guard", "part_of", "Northern Alliance"), ("River Party", "part_of", "Northern Alliance")],
    ),
    ("The Harbour Guard answers to Peter Hale.", [("Peter Hale", "commands", "Harbour Guard")]),
    ("The Harbour Guard opposes the River Party.", [("Harbour Guard", "opposes", "River Party")]),
    (
        "The Harbour Guard and the River Party support Peter Hale.",
        [("Harbour Guard", "supports", "Peter Hale"), ("River Party", "supports", "Peter Hale")],
    ),
    ("Peter Hale works for the Harbour Guard.", [("Harbour Guard", "employs", "Peter Hale")]),
    ("Peter Hale succeeded Anna Dorr in 2015.", [("Peter Hale", "succeeded", "Anna Dorr", "2015")]),
    ("The Harbour Guard controls Lower Ostrava.", [("Harbour Guard", "controls", "Lower Ostrava")]),
    ("The prosecutor accused Peter Hale of financing the Harbour Guard.", [("Peter Hale", "finances", "Harbour Guard")]),
    ("Peter Hale was accused of financing the Harbour Guard.", [("Peter Hale", "finances", "Harbour Guard")]),
    ("Peter Hale admitted financing the Harbour Guard.", [("Peter Hale", "finances", "Harbour Guard")]),
    ("Peter Hale is believed to lead the River Party.", [("Peter Hale", "leads", "River Party")]),
    ("The group denied that Ostrava finances the Harbour Guard.", [("Ostrava", "finances", "Harbour Guard")]),
    ("Peter Hale no longer leads the Harbour Guard.", [("Peter Hale", "formerly_leads", "Harbour Guard")]),
    ("Ostrava supplies the Harbour Guard with rockets.", [("Ostrava", "supplies", "Harbour Guard")]),
    ("The Harbour Guard receives weapons from Ostrava.", [("Ostrava", "supplies", "Harbour Guard")]),
    ("Peter Hale came back in May. He leads the Harbour Guard.", [("He", "leads", "Harbour Guard")]),
    ("Peter Hale was appointed commander of the Harbour Guard in 2019.", [("Peter Hale", "commands", "Harbour Guard", "2019")]),
    ("Anna Dorr named Peter Hale as head of the Harbour Guard.", [("Peter Hale", "leads", "Harbour Guard")]),
]

NOUNS = [
    ("Peter Hale, head of the Harbour Guard, left the town.", [("Peter Hale", "leads", "Harbour Guard")]),
    ("Peter Hale, the leader of the Harbour Guard, left the town.", [("Peter Hale", "leads", "Harbour Guard")]),
    ("The leader of the Harbour Guard, Peter Hale, left the town.", [("Peter Hale", "leads", "Harbour Guard")]),
    ("Harbour Guard leader Peter Hale left the town.", [("Peter Hale", "leads", "Harbour Guard")]),
    ("The Harbour Guard's leader, Peter Hale, left the town.", [("Peter Hale", "leads", "Harbour Guard")]),
    ("Ostrava's ally Peter Hale left the town.", [("Peter Hale", "allied_with", "Ostrava")]),
    ("Police arrested the former Harbour Guard commander Peter Hale.", [("Peter Hale", "formerly_member_of", "Harbour Guard")]),
    ("Peter Hale, a former commander of the Harbour Guard, left the town.", [("Peter Hale", "formerly_member_of", "Harbour Guard")]),
    ("Peter Hale is the commander of the Harbour Guard.", [("Peter Hale", "commands", "Harbour Guard")]),
    ("Peter Hale is a member of the Harbour Guard.", [("Peter Hale", "member_of", "Harbour Guard")]),
    ("Peter Hale and Anna Dorr are members of the River Party.", [("Peter Hale", "member_of", "River Party"), ("Anna Dorr", "member_of", "River Party")]),
    ("Peter Hale, one of the founders of the River Party, left the town.", [("Peter Hale", "founded", "River Party")]),
    ("The Harbour Guard is the military wing of the River Party.", [("Harbour Guard", "part_of", "River Party")]),
    ("The River Party's military wing, the Harbour Guard, closed the bridge.", [("Harbour Guard", "part_of", "River Party")]),
    ("The Harbour Guard, one of the most feared Northern Alliance factions, closed the bridge.", [("Harbour Guard", "part_of", "Northern Alliance")]),
    ("A faction of the Northern Alliance called the Harbour Guard closed the bridge.", [("Harbour Guard", "part_of", "Northern Alliance")]),
    ("Peter Hale (leader of the Harbour Guard) left the town.", [("Peter Hale", "leads", "Harbour Guard")]),
    ("Peter Hale, spokesman for the Harbour Guard, said the bridge was closed.", [("Peter Hale", "represents", "Harbour Guard")]),
    ("Ostrava is a sponsor of the Harbour Guard.", [("Ostrava", "supports", "Harbour Guard")]),
    ("Peter Hale, brother of Anna Dorr, left the town.", [("Peter Hale", "related_to", "Anna Dorr")]),
    ("Anna Dorr's brother, Peter Hale, left the town.", [("Peter Hale", "related_to", "Anna Dorr")]),
    ("Peter Hale has been the chairman of the River Party since 2014.", [("Peter Hale", "leads", "River Party", "2014")]),
    ("Peter Hale, chairman of the River Party from 2003 to 2014, left the town.", [("Peter Hale", "formerly_leads", "River Party", "2003", "2014")]),
    ("Peter Hale served as secretary-general of the River Party until 2014.", [("Peter Hale", "formerly_leads", "River Party", None, "2014")]),
    ("The River Party, whose leader is Peter Hale, won nine seats.", [("Peter Hale", "leads", "River Party")]),
    ("Peter Hale, ex-leader of the Harbour Guard, left the town.", [("Peter Hale", "formerly_leads", "Harbour Guard")]),
]  # fmt: skip

PHRASES = [
    ("The Harbour Guard is part of the Northern Alliance.", [("Harbour Guard", "part_of", "Northern Alliance")]),
    ("The Harbour Guard is under the command of Peter Hale.", [("Peter Hale", "commands", "Harbour Guard")]),
    ("The Harbour Guard, coming under the command of the prime minister, closed the bridge.", [("prime minister", "commands", "Harbour Guard")]),
    ("Lower Ostrava is under the control of the Harbour Guard.", [("Harbour Guard", "controls", "Lower Ostrava")]),
    ("The Harbour Guard, loyal to Peter Hale, closed the bridge.", [("Harbour Guard", "supports", "Peter Hale")]),
    ("The River Party is allied with the Harbour Guard.", [("River Party", "allied_with", "Harbour Guard")]),
    ("The River Party, affiliated with the Harbour Guard, won nine seats.", [("River Party", "allied_with", "Harbour Guard")]),
    ("The Ostravan-backed Harbour Guard closed the bridge.", [("Ostravan", "supports", "Harbour Guard")]),
    ("The Harbour Guard is an Iranian-backed militia.", [("Iranian", "supports", "Harbour Guard")]),
    ("The Iran-backed militia, the Harbour Guard, closed the bridge.", [("Iran", "supports", "Harbour Guard")]),
    ("The Ostrava-led Northern Alliance closed the bridge.", [("Ostrava", "leads", "Northern Alliance")]),
    ("The Northern Brigade is a militia trained by Ostrava.", [("Ostrava", "trains", "Northern Brigade")]),
    ("The Harbour Guard is at war with the River Party.", [("Harbour Guard", "opposes", "River Party")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VERBS + NOUNS + PHRASES)
def test_the_tie_that_a_sentence_states(analysed: Analysed, text: str, expected: list[tuple[str | None, ...]]) -> None:
    assert ties(analysed(text)) == sorted((*row, None, None)[:5] for row in expected)


@pytest.mark.parametrize(
    "text",
    [
        "Peter Hale is not a member of the Harbour Guard.",
        "Peter Hale denied being a member of the Harbour Guard.",
        "Peter Hale never led the Harbour Guard.",
        "The Harbour Guard is not part of the Northern Alliance.",
        "Ostrava does not finance the Harbour Guard.",
        "Neither Ostrava nor Marovia finances the Harbour Guard.",
        "Peter Hale would lead the Harbour Guard if Anna Dorr resigned.",
        "Peter Hale may join the River Party.",
        "Peter Hale wants to lead the River Party.",
        "Peter Hale refused to join the River Party.",
        "Peter Hale will head the River Party.",
        "If Ostrava finances the Harbour Guard, the bank must say so.",
        "Does Ostrava finance the Harbour Guard?",
        "Who leads the Harbour Guard?",
        "Nobody asked whether Peter Hale leads the Harbour Guard.",
        "The commander of the Harbour Guard left the town.",
        "The militia is financed by Ostrava.",
        "Ostrava supports the plan of the Harbour Guard.",
        "Peter Hale left the Harbour Guard office at noon.",
        "Peter Hale led the way into Ostrava.",
        "Peter Hale backed the truck into the wall.",
        "The Harbour Guard trained in the hills near Ostrava.",
        "Peter Hale met the leader of the Harbour Guard in Ostrava.",
        "Peter Hale and members of the Harbour Guard closed the bridge.",
        "Anna Dorr said that Peter Hale and the leader of the River Party had met.",
        "The head of the column reached Ostrava on Monday.",
        "The train from Ostrava left the station.",
        "Part of the bridge fell into the river at Ostrava.",
        "Peter Hale lost control of the car in Ostrava.",
        "Peter Hale joined Anna Dorr for dinner in Ostrava.",
        "Peter Hale is no friend of the Harbour Guard.",
        "Without the support of Ostrava, the Harbour Guard cannot pay its men.",
    ],
)
def test_what_is_denied_asked_supposed_or_something_else_is_no_tie(analysed: Analysed, text: str) -> None:
    assert ties(analysed(text)) == []
