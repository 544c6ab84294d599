"""Who is credited with what, in the ways that reporting credits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.records import Claim

Reader = Callable[..., tuple[Claim, ...]]

# text, the content's words, the chain as printed, commitment
CREDITED = [
    ("The ministry said that 14 men were held at the quarry.", "that 14 men were held at the quarry", ["The ministry"], "claimed"),
    (
        "Two officers of the coast guard were drunk, the harbour master said.",
        "Two officers of the coast guard were drunk",
        ["the harbour master"],
        "claimed",
    ),
    ("“The road is open,” said Mira Toval, a driver.", "“The road is open,”", ["Mira Toval, a driver"], "claimed"),
    ("According to the village council, the well was poisoned.", "the well was poisoned", ["the village council"], "claimed"),
    ("The well was poisoned, according to the village council.", "The well was poisoned", ["the village council"], "claimed"),
    ("The general denied that his men had fired on the crowd.", "that his men had fired on the crowd", ["The general"], "denied"),
    ("The general denied the presence of foreign fighters.", "the presence of foreign fighters", ["The general"], "denied"),
    (
        "The company admitted that the dam had been cracked for years.",
        "that the dam had been cracked for years",
        ["The company"],
        "admitted",
    ),
    ("The mayor accused the militia of burning the market.", "the militia of burning the market", ["The mayor"], "alleged"),
    ("Residents believe that the bridge was mined.", "that the bridge was mined", ["Residents"], "believed"),
    ("Engineers expect that the dam will break before winter.", "that the dam will break before winter", ["Engineers"], "predicted"),
    ("The minister said that the border will close on Friday.", "that the border will close on Friday", ["The minister"], "predicted"),
    ("In her view the vote was bought.", "the vote was bought", ["her"], "claimed"),
    ("The strike, as the union leader told reporters, was over.", "The strike … was over", ["the union leader"], "claimed"),
]
NOBODY_NAMED = [
    ("The commander is believed to have crossed the border on Sunday.", "The commander … to have crossed the border on Sunday", "believed"),
    ("The brigade has reportedly left the town of Oram.", "The brigade has … left the town of Oram", "reported"),
    ("Three houses are said to have burned down.", "Three houses … to have burned down", "reported"),
    ("It was reported that the convoy had turned back.", "that the convoy had turned back", "reported"),
    ("Allegedly, the governor kept the money.", "the governor kept the money", "alleged"),
]


@pytest.mark.parametrize(("text", "content", "chain", "commitment"), CREDITED, ids=[row[0][:40] for row in CREDITED])
def test_a_source_is_credited_with_its_words(claims_of: Reader, text: str, content: str, chain: list[str], commitment: str) -> None:
    (claim,) = [c for c in claims_of(text) if c.chain]
    assert (claim.text, [link.text for link in claim.chain], claim.commitment) == (content, chain, commitment)


@pytest.mark.parametrize(("text", "content", "commitment"), NOBODY_NAMED, ids=[row[0][:40] for row in NOBODY_NAMED])
def test_what_is_passed_on_without_a_name_has_a_cue_and_no_chain(claims_of: Reader, text: str, content: str, commitment: str) -> None:
    (claim,) = [c for c in claims_of(text) if c.cue]
    assert (claim.text, claim.chain, claim.commitment) == (content, (), commitment)


def test_a_chain_has_every_link(claims_of: Reader) -> None:
    (claim,) = claims_of("The Courier, citing two officials, reported that rockets had been found on the ship.")
    assert [link.text for link in claim.chain] == ["The Courier", "two officials"]
    assert claim.text == "that rockets had been found on the ship"


def test_interviews_with_somebody_are_a_link_to_somebody(claims_of: Reader) -> None:
    (claim,) = claims_of("The depot was empty, the weekly magazine Lantern has claimed, citing interviews with several drivers.")
    assert [link.text for link in claim.chain] == ["the weekly magazine Lantern", "several drivers"]
    assert [link.kind for link in claim.chain] == ["publication", "unnamed"]


def test_quoted_as_saying(claims_of: Reader) -> None:
    (claim,) = claims_of("Radio Orun quoted the toll keeper as saying that the bus was empty.")
    assert [link.text for link in claim.chain] == ["Radio Orun", "the toll keeper"]
    assert claim.text == "that the bus was empty"


def test_a_report_of_a_denial_is_a_denial(claims_of: Reader) -> None:
    (claim,) = claims_of("The Courier reported that the ministry denied that the camp had been shelled.")
    assert [link.text for link in claim.chain] == ["The Courier", "the ministry"]
    assert claim.commitment == "denied"


def test_not_denying_is_no_denial(claims_of: Reader) -> None:
    (claim,) = claims_of("The general did not deny that his men had fired.")
    assert claim.commitment == "claimed"


def test_a_quotation_its_cue_interrupts_is_one_claim(claims_of: Reader) -> None:
    (claim,) = claims_of("“The road is open,” Mira Toval said. “Nobody has stopped us since Monday.”")
    assert claim.text == "“The road is open,” … “Nobody has stopped us since Monday.”"


def test_a_quotation_of_several_sentences_is_whole(claims_of: Reader) -> None:
    (claim,) = claims_of('The mayor said: "We have no water. We have no flour. Nobody comes."')
    assert claim.text == '"We have no water. We have no flour. Nobody comes."'


def test_a_quotation_with_no_cue_goes_to_nobody_but_is_not_the_article_speaking(claims_of: Reader) -> None:
    assert not [c for c in claims_of("“The bridge was blown up by our own side.”") if not c.cue and not c.chain]


def test_he_and_others_stand_for_somebody(claims_of: Reader) -> None:
    text = (
        "Colonel Amir Sade walked in at noon. He said the village was empty. "
        "Some factions have denied the raid, with others admitting that they took part."
    )
    by = {claim.chain[0].text: claim.chain[0] for claim in claims_of(text) if claim.chain}
    assert [text[s:e] for s, e in by["He"].refers_to] == ["Amir Sade"]
    assert by["He"].kind == "person"
    assert [text[s:e] for s, e in by["others"].refers_to] == ["Some factions"]
    assert by["others"].kind == "unnamed"


def test_under_the_claim_of_is_the_actors_claim(claims_of: Reader) -> None:
    (claim,) = [c for c in claims_of("The brigade took the mills under the claim of protecting the harvest.") if c.chain]
    assert (claim.chain[0].text, claim.text) == ("The brigade", "protecting the harvest")


def test_who_denies_a_report_does_not_pass_it_on(claims_of: Reader) -> None:
    claims = claims_of("The navy denied the Courier’s report that its boats had left.")
    assert [([link.text for link in c.chain], c.commitment) for c in claims if c.chain] == [(["The navy"], "denied")]


def test_who_is_the_one_spoken_of(claims_of: Reader) -> None:
    text = "Captain Amir Sade, who said the road was closed, left."
    (link,) = next(c.chain for c in claims_of(text) if c.chain)
    assert (link.text, [text[s:e] for s, e in link.refers_to]) == ("who", ["Amir Sade"])


ASIDES = [
    "The Ansel Tribune, quoting a judge of the tribunal, wrote that the ballots had been burned.",
    "The Ansel Tribune, which quoted a judge of the tribunal, wrote that the ballots had been burned.",
    "The Ansel Tribune wrote, quoting a judge of the tribunal, that the ballots had been burned.",
    "The Ansel Tribune has written that the ballots had been burned, citing a judge of the tribunal.",
]


@pytest.mark.parametrize("text", ASIDES)
def test_whom_an_aside_cites_is_the_next_link(claims_of: Reader, text: str) -> None:
    (claim,) = [c for c in claims_of(text) if c.chain]
    assert [(link.text, link.kind) for link in claim.chain] == [
        ("The Ansel Tribune", "publication"),
        ("a judge of the tribunal", "unnamed"),
    ]
    assert claim.text == "that the ballots had been burned"


# text, the links as printed
THROUGH = [
    ("Two officials told the Ansel Tribune that the ballots had been burned.", ["the Ansel Tribune", "Two officials"]),
    ("“The ballots were burned,” a judge said in an interview with the Ansel Tribune.", ["the Ansel Tribune", "a judge"]),
    ("Mira Toval said in a statement to the Ansel Tribune that the road was open.", ["the Ansel Tribune", "Mira Toval"]),
    ("Mira Toval told reporters that the road was open.", ["Mira Toval"]),
    ("Mira Toval told Corvin News that the road was open.", ["Mira Toval"]),  # the article's own outlet
    ("A letter seen by the Ansel Tribune said the dam was cracked.", ["the Ansel Tribune", "A letter seen by the Ansel Tribune"]),
    (
        "According to a report by the river council based on interviews with two drivers, the road was open.",
        ["a report by the river council based on interviews with two drivers", "two drivers"],
    ),
]


# text, whom the last link stands for
STAND_FOR = [
    ("The Highland Front and the Valley Brigade met on Monday. The former said the road was open.", "Highland Front"),
    ("The Highland Front and the Valley Brigade met on Monday. The latter said the road was open.", "Valley Brigade"),
    ("The mayor met the envoy. The latter said the talks had failed.", "the envoy"),
    ("A judge told the Ansel Tribune that the ballots were burned. The same source said the boxes were empty.", "A judge"),
    ("The Umbe Liberation Army seized the station. The group said it had freed two men.", "Umbe Liberation Army"),
    ("Nobody came to the square. The latter said the road was open.", None),
    ("The mayor, the envoy and the judge sat down. It rained. It rained. It rained. The former said the road was open.", None),
]


@pytest.mark.parametrize(("text", "name"), STAND_FOR, ids=[row[0][-50:] for row in STAND_FOR])
def test_a_link_that_names_nobody_stands_for_somebody(claims_of: Reader, text: str, name: str | None) -> None:
    link = [c for c in claims_of(text) if c.chain][-1].chain[-1]
    assert [text[s:e] for s, e in link.refers_to] == ([name] if name else [])


def test_a_former_mayor_is_no_former_of_two(claims_of: Reader) -> None:
    (claim,) = [c for c in claims_of("The judge met the envoy. The former mayor said the talks had failed.") if c.chain]
    assert (claim.chain[0].text, claim.chain[0].refers_to) == ("The former mayor", ())


# text, each conjunct with its commitment
CONJUNCTS = [
    (
        "The minister said the border is closed and will open on Friday.",
        {("the border is closed", "claimed"), ("the border … will open on Friday", "predicted")},
    ),
    (
        "The minister said that the border would open on Friday and that it is closed now.",
        {("that the border would open on Friday", "predicted"), ("that it is closed now", "claimed")},
    ),
    (
        "The border is closed and may open on Friday.",
        {("The border is closed", "asserted"), ("The border … may open on Friday", "believed")},
    ),
    ("The minister said the border was closed and nobody crossed it.", {("the border was closed and nobody crossed it", "claimed")}),
    (
        "“The border is closed and will open on Friday,” the minister said.",
        {("“The border is closed and will open on Friday,”", "claimed")},
    ),
]


@pytest.mark.parametrize(("text", "claims"), CONJUNCTS, ids=[row[0][:40] for row in CONJUNCTS])
def test_what_holds_for_one_conjunct_is_told_of_it_alone(claims_of: Reader, text: str, claims: set[tuple[str, str]]) -> None:
    assert {(c.text, c.commitment) for c in claims_of(text)} == claims


@pytest.mark.parametrize(("text", "links"), THROUGH, ids=[row[0][:40] for row in THROUGH])
def test_the_outlet_a_source_spoke_to_and_what_a_report_rests_on_are_links(claims_of: Reader, text: str, links: list[str]) -> None:
    (claim,) = [c for c in claims_of(text) if c.chain]
    assert [link.text for link in claim.chain] == links


def test_what_is_quoted_inside_a_denial_is_denied(claims_of: Reader) -> None:
    claims = [c for c in claims_of("The mayor denied having said that the well was poisoned.") if c.chain]
    assert {c.commitment for c in claims} == {"denied"}


def test_claiming_responsibility_admits(claims_of: Reader) -> None:
    (claim,) = [c for c in claims_of("The brigade has claimed responsibility for the fire at the depot.") if c.chain]
    assert claim.commitment == "admitted"


def test_a_question_claims_nothing(claims_of: Reader) -> None:
    assert claims_of("Did the mayor say that the well was poisoned?") == ()
