"""Those who take part in an event without a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.actors import blocks, describe, identify, recognise, tied, unnamed
from rawi.actors.known import Registry
from rawi.actors.people import people
from rawi.ledger.naming import Profile
from rawi.records import Analysis, Mention, Span

Reader = Callable[..., Analysis]


def parties(analysis: Analysis, *words: str) -> list[Span]:
    """Where ``words`` stand, each after the one before it."""
    found, at = [], 0
    for one in words:
        at = analysis.document.text.index(one, at)
        found.append(Span(at, at + len(one)))
        at += len(one)
    return found


def told(analysis: Analysis, *words: str) -> list[tuple[str, str, str | None]]:
    """Text, kind and key of the mention on each of ``words``, without the document."""
    spans = parties(analysis, *words)
    mentions, _ = identify(analysis.document, analysis.mentions)
    at = {Span(m.start, m.end): m for m in unnamed(analysis, mentions, spans)}
    return [(m.text, m.kind, m.key and m.key.partition("@")[0]) for m in (at[span] for span in spans)]


def keys(analysis: Analysis, *words: str) -> list[str | None]:
    return [key for _, _, key in told(analysis, *words)]


@pytest.mark.parametrize(
    ("text", "party", "kind"),
    [
        ("A priest was shot in the square.", "priest", "person"),
        ("Two peasants were seized at the ford.", "peasants", "many"),
        ("The mayor's wife was threatened.", "mayor's wife", "person"),
        ("The army shelled the harbour.", "army", "organization"),
        ("Masked schoolchildren blocked the road.", "schoolchildren", "many"),
        ("The police beat a beekeeper.", "police", "organization"),
        ("A family was driven out of the valley.", "family", "many"),
    ],
)
def test_one_is_a_person_several_are_a_group_and_a_body_is_an_organization(analysed: Reader, text: str, party: str, kind: str) -> None:
    ((words, found, key),) = told(analysed(text), party)
    assert (words, found) == (party, kind) and key == f"unnamed:{party.split()[-1]}"


def test_a_key_is_bound_to_its_document_and_only_who_takes_part_has_one(analysed: Reader) -> None:
    analysis = analysed("A priest was shot while two peasants looked on.")
    mentions, _ = identify(analysis.document, analysis.mentions)
    assert [m.key for m in unnamed(analysis, mentions, parties(analysis, "priest")) if m.key] == ["unnamed:priest@d1"]
    assert unnamed(analysis, mentions, ()) == mentions


def test_a_thing_is_nobody(analysed: Reader) -> None:
    analysis = analysed("The shells hit a bridge and three lorries.")
    mentions, _ = identify(analysis.document, analysis.mentions)
    assert not any(m.key for m in unnamed(analysis, mentions, parties(analysis, "shells", "bridge", "lorries")))


def test_the_same_noun_is_the_same_actor(analysed: Reader) -> None:
    analysis = analysed("A priest was beaten in Lusk on Monday. The men who seized the priest wore masks.")
    assert keys(analysis, "priest", "priest") == ["unnamed:priest"] * 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A peasant was shot at dawn. Another peasant was shot at noon.", ("peasant", "peasant")),
        ("Three peasants were shot at dawn. Five peasants were seized at noon.", ("peasants", "peasants")),
        ("The mayor's wife was shot. The baker's wife was seized.", ("mayor's wife", "baker's wife")),
        ("Kenyan pilots bombed the port. Danish pilots bombed the mill.", ("Kenyan pilots", "Danish pilots")),
    ],
)
def test_a_number_another_or_whose_they_are_parts_them(analysed: Reader, text: str, words: tuple[str, str]) -> None:
    first, second = keys(analysed(text), *words)
    assert first and second == f"{first} 2"


def test_a_number_in_words_and_in_figures_is_one_number(analysed: Reader) -> None:
    first, second = keys(analysed("Three peasants were shot at dawn. The 3 peasants were buried at noon."), "peasants", "peasants")
    assert first == second == "unnamed:peasants"


def test_a_pronoun_that_is_a_party_has_the_key_of_whom_it_stands_for(analysed: Reader) -> None:
    text = "A priest walked home from church. He was shot at the gate."
    analysis = analysed(text)
    mentions, _ = identify(analysis.document, analysis.mentions)
    found = {m.text: m for m in unnamed(analysis, mentions, parties(analysis, "He"))}
    assert found["He"].key == found["priest"].key == "unnamed:priest@d1"
    assert found["He"].refers_to == Span(found["priest"].start, found["priest"].end)


@pytest.mark.parametrize("text", ["Gunmen shot the mayor, Ruben Soto, on Monday.", "The mayor, Ruben Soto, was shot dead."])
def test_one_with_a_name_beside_him_is_the_one_named(analysed: Reader, text: str) -> None:
    assert keys(analysed(text), "mayor") == ["person:ruben soto"]


def test_who_is_listed_with_a_name_is_another(analysed: Reader) -> None:
    assert keys(analysed("Gunmen shot the mayor, a guard and Ruben Soto on Monday."), "mayor", "guard") == [
        "unnamed:mayor",
        "unnamed:guard",
    ]


def test_members_are_their_body_and_its_cooks_are_not(analysed: Reader) -> None:
    analysis = analysed("Members of the Harbour Guard shot two cooks of the Harbour Guard. Tarunese soldiers fled.")
    (body,) = {m.key for m in identify(analysis.document, analysis.mentions)[0] if m.kind == "organization"}
    mentions, _ = identify(analysis.document, analysis.mentions)
    spans = parties(analysis, "Members of the Harbour Guard", "cooks of the Harbour Guard")
    found = {Span(m.start, m.end): m.key for m in unnamed(analysis, mentions, spans)}
    assert found.get(spans[0]) in (None, body)
    assert found[spans[1]] == "unnamed:cooks@d1"


def test_who_acts_for_a_state_is_the_state_and_a_citizen_is_not(analysed: Reader) -> None:
    analysis = analysed("Kenyan officials accused Danish citizens of fraud.")
    mentions, _ = identify(analysis.document, analysis.mentions)
    spans = parties(analysis, "Kenyan officials", "Danish citizens")
    found = {Span(m.start, m.end): m.key for m in unnamed(analysis, mentions, spans)}
    assert found.get(spans[0]) is None and found[spans[1]] == "unnamed:citizens@d1"


def test_whom_a_count_is_of_says_the_kind(analysed: Reader) -> None:
    analysis = analysed("A group of miners attacked the gate.")
    assert told(analysis, "group of miners") == [("group of miners", "many", "unnamed:miners")]


def test_the_unnamed_are_shown_as_printed_and_meet_nobody() -> None:
    mention = Mention(0, 14, "Danish cyclist", "person", key="unnamed:cyclist@d1")
    profile = Profile(str(mention.key), 1, frozenset({"cyclist"}), frozenset(), frozenset({("of leads", "name:velo club")}))
    assert blocks(profile.key) == tied(profile) == () and not list(recognise(profile, Registry(())))

    class Printed:
        text, kind, document, outlet = "Danish cyclists", "many", 1, None

    actor = describe("unnamed:cyclists@d1", [Printed()])
    assert actor is not None and (actor.name, actor.kind) == ("Danish cyclists", "group")


@pytest.mark.parametrize("text", ["", "police", "A PRIEST AND A PRIEST", "of of of", "الشرطة"])
def test_odd_text_is_no_failure(analysed: Reader, text: str) -> None:
    analysis = analysed(text)
    whole = [Span(0, len(text)), Span(len(text), len(text))]
    assert len(unnamed(analysis, analysis.mentions, whole)) >= len(analysis.mentions)


def test_the_list_is_of_singulars_and_each_stands_once() -> None:
    kinds = people().kinds
    assert kinds["witness"] == "person" and kinds["witnesses"] == kinds["policemen"] == kinds["ladies"] == kinds["wives"] == "many"
    assert kinds["army"] == kinds["armies"] == "organization" and kinds["troops"] == "many"
    assert len(kinds) > 1_500 and "bridge" not in kinds and "embassy" not in kinds
