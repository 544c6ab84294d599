"""Events end to end, on invented sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rawi.actors import identify
from rawi.events import find_times, happen
from rawi.records import Analysis, Event, Span

Reader = Callable[..., Analysis]
READ = [pytest.param(False, id="rules"), pytest.param(True, id="learned")]


def events(analysis: Analysis) -> tuple[Event, ...]:
    return happen(analysis, (), find_times(analysis))


def texts(parties: object) -> list[str]:
    return [party.text for party in parties]  # type: ignore[attr-defined]


@pytest.mark.parametrize("encode", READ)
def test_who_did_what_to_whom_where_and_when(analysed: Reader, encode: bool) -> None:
    text = "Gunmen of the Harbour Front abducted two Kenyan nurses near Garissa on 4 May 2021."
    (event,) = (e for e in events(analysed(text, encode=encode, published="2021-05-06")) if e.kind == "ASSAULT")
    assert event.mode == "abduct" and event.status == "done"
    assert any("Gunmen" in party for party in texts(event.source)) and any("nurses" in party for party in texts(event.target))
    assert event.date is not None and (event.date.since, event.date.until) == ("2021-05-04", "2021-05-04")
    assert event.place is not None and event.place.country == "KE"


@pytest.mark.parametrize("encode", READ)
def test_a_passive_turns_source_and_target(analysed: Reader, encode: bool) -> None:
    (event,) = (e for e in events(analysed("Three miners were arrested by the police on Monday.", encode=encode)) if e.kind == "COERCE")
    assert event.mode == "arrest"
    assert texts(event.source) == ["police"] and texts(event.target) == ["miners"]


@pytest.mark.parametrize("encode", READ)
def test_without_a_day_or_a_place_in_its_sentence_an_event_has_none(analysed: Reader, encode: bool) -> None:
    found = events(analysed("The union accused the ministry of fraud.", encode=encode, published="2021-05-06"))
    assert found and all(e.date is None and e.place is None for e in found)


@pytest.mark.parametrize("encode", READ)
def test_what_is_cited_stands_in_the_text_and_reading_again_gives_the_same(analysed: Reader, encode: bool) -> None:
    text = "Sade's government imposed a curfew on Tarun. Protesters burned tyres, and the army fired on the crowd, killing four people."
    found = events(analysed(text, encode=encode))
    assert {e.kind for e in found} >= {"COERCE", "ASSAULT"}
    for event in found:
        assert event.evidence == tuple(sorted(event.evidence))
        for party in (*event.source, *event.target, *event.instruments):
            assert " ".join(text[start:end] for start, end in party.spans) == party.text
    assert found == events(analysed(text, encode=encode))


@pytest.mark.parametrize("encode", READ)
def test_one_event_told_again_is_one(analysed: Reader, encode: bool) -> None:
    text = "Rebels attacked the port of Tarun on Friday. The attack began at dawn. The attack lasted two hours."
    assert len([e for e in events(analysed(text, encode=encode)) if e.kind == "ASSAULT"]) == 1


@pytest.mark.parametrize("encode", READ)
def test_attacks_on_two_days_are_two(analysed: Reader, encode: bool) -> None:
    text = "Rebels attacked the port of Tarun on 4 May 2021. Rebels attacked the port of Tarun on 9 May 2021."
    assert len([e for e in events(analysed(text, encode=encode)) if e.kind == "ASSAULT"]) == 2


@pytest.mark.parametrize("encode", READ)
def test_nothing_happens_in_an_empty_text_or_in_the_frame(analysed: Reader, encode: bool) -> None:
    assert events(analysed("", encode=encode)) == ()
    text = "Gunmen abducted two nurses."
    assert events(analysed(text, encode=encode, frame=(Span(0, len(text)),))) == ()


@pytest.mark.parametrize("encode", READ)
def test_a_party_is_told_without_how_many_it_is(analysed: Reader, encode: bool) -> None:
    (event,) = events(analysed("Soldiers detained at least 14 students in Tarun on Monday.", encode=encode))
    assert texts(event.target) == ["students"]
    (harm,) = event.harm
    assert (harm.effect, harm.who.text, harm.low, harm.high) == ("detained", "students", 14, None)


@pytest.mark.parametrize("encode", READ)
def test_those_told_apart_among_the_dead_are_a_part_of_them(analysed: Reader, encode: bool) -> None:
    (event,) = (e for e in events(analysed("Rebels killed 14 dockers, including three boys, in Tarun.", encode=encode)) if e.harm)
    assert [(h.who.text, h.low, h.high, h.part) for h in event.harm] == [("dockers", 14, 14, False), ("boys", 3, 3, True)]


def target(analysis: Analysis) -> list[str]:
    return [text for event in events(analysis) for text in texts(event.target)]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Soldiers attacked dozens of miners in Lusk.", "miners"),
        ("Soldiers attacked members of the council in Lusk.", "members of the council"),
        ("Soldiers attacked one of the members of the council.", "members of the council"),
        ("Soldiers attacked several shopkeepers in Lusk.", "shopkeepers"),
        ("Soldiers attacked the walls of the mill.", "walls"),
    ],
)
def test_a_party_is_told_by_whom_it_is_of_where_its_noun_does_not_say(analysed: Reader, text: str, whom: str) -> None:
    assert whom in target(analysed(text, encode=False))


def test_a_pronoun_is_told_by_the_name_that_its_sentence_has(analysed: Reader) -> None:
    told = {e.kind: e for e in events(analysed("Lena Moss met the miners and later she accused the council of fraud.", encode=False))}
    assert texts(told["ACCUSE"].source) == ["Lena Moss"]
    (alone,) = (
        e for e in events(analysed("Lena Moss spoke on Monday. She accused the council of fraud.", encode=False)) if e.kind == "ACCUSE"
    )
    assert texts(alone.source) == ["She"]


@pytest.mark.parametrize("encode", READ)
def test_what_only_says_more_of_a_party_is_no_other_one(analysed: Reader, encode: bool) -> None:
    found = events(analysed("Gunmen killed Tomas Ibarra, a colonel of the Third Brigade, near Santa Brisa.", encode=encode))
    assert [texts(e.target) for e in found if e.kind == "ASSAULT"] == [["Tomas Ibarra"]]
    found = events(analysed("Gunmen killed the mayor, Lena Moss. Rebels abducted the banker Tomas Ibarra in Tolva.", encode=encode))
    assert [texts(e.target) for e in found if e.kind == "ASSAULT"] == [["Lena Moss"], ["Tomas Ibarra"]]


@pytest.mark.parametrize("encode", READ)
def test_a_party_told_under_two_names_is_one_party_of_the_event(analysed: Reader, encode: bool) -> None:
    text = "The Harbour Liberation Front (HLF) attacked Lena Moss in Tarun on Friday. The HLF attacked Moss at her house, the police said."
    analysis = analysed(text, encode=encode)
    mentions, _ = identify(analysis.document, analysis.mentions)
    (event,) = (e for e in events(replace(analysis, mentions=mentions)) if e.kind == "ASSAULT")
    assert texts(event.source) == ["Harbour Liberation Front"] and texts(event.target)[0] == "Lena Moss"
    assert "Moss" not in texts(event.target) and "HLF" not in texts(event.source)
