"""What a reader notices of the learned network, on invented text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.attribution import MAKERS, attribute
from rawi.records import Analysis, Claim


@pytest.fixture(scope="module")
def learned(analysed: Callable[..., Analysis]) -> Callable[[str], list[Claim]]:
    def read(text: str) -> list[Claim]:
        return [claim for claim in attribute(analysed(text, encode=True)) if claim.chain or claim.cue]

    return read


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The harbour master said the ferry had sunk.", "The harbour master", "said", "the ferry had sunk"),
        ("“We were never asked,” Lena Dorn told reporters.", "Lena Dorn", "told", "“We were never asked,”"),
        ("According to a court clerk, nine men were freed on Monday.", "a court clerk", "According to", "nine men were freed on Monday"),
        ("The ministry denied that its troops had crossed the river.", "The ministry", "denied", "that its troops had crossed the river"),
        ("The mayor accused the union of burning the depot.", "The mayor", "accused", "the union of burning the depot"),
    ],
)
def test_source_cue_and_content(learned: Callable[[str], list[Claim]], text: str, source: str, cue: str, content: str) -> None:
    (claim,) = learned(text)
    assert [link.text for link in claim.chain] == [source]
    assert [text[s:e] for s, e in claim.cue] == [cue]
    assert claim.text == content
    assert claim.maker == MAKERS["learned"]


def test_a_quotation_that_its_cue_interrupts_is_one_claim(learned: Callable[[str], list[Claim]]) -> None:
    (claim,) = learned("“The bridge is ours,” said Colonel Brandt, “and it will stay ours.”")
    assert claim.text == "“The bridge is ours,” … “and it will stay ours.”"
    assert [link.text for link in claim.chain] == ["Colonel Brandt"]


def test_the_chain_goes_through_the_paper_that_cites_somebody(learned: Callable[[str], list[Claim]]) -> None:
    (claim,) = learned("The Torvil Courier reported that two officials said the store had burned down.")
    assert [link.text for link in claim.chain] == ["The Torvil Courier", "two officials"]
    assert claim.text == "the store had burned down"


def test_what_reportedly_happened_is_not_asserted(learned: Callable[[str], list[Claim]]) -> None:
    claims = learned("The front reportedly pulled its last crews out of the valley in January.")
    assert [claim.commitment for claim in claims] == ["reported"]


def test_a_long_document_is_read_whole(learned: Callable[[str], list[Claim]]) -> None:
    text = "\n\n".join(f"The clerk of district {n} said that {n + 3} houses had burned." for n in range(150))
    found = learned(text)
    assert [claim.chain[0].text for claim in found] == [f"The clerk of district {n}" for n in range(150)]


def test_what_a_paper_passes_on_is_claimed_once(learned: Callable[[str], list[Claim]]) -> None:
    found = learned("The Torvil Courier reported on Monday that two officials had said that the store had burned down.")
    assert [[link.text for link in claim.chain] for claim in found] == [["The Torvil Courier", "two officials"]]


def test_a_pretext_is_the_actors_claim(learned: Callable[[str], list[Claim]]) -> None:
    found = learned("The brigade entered the valley under the pretext of “protection” and sold its mills.")
    assert [([link.text for link in claim.chain], claim.text) for claim in found] == [(["The brigade"], "“protection”")]


def test_a_plain_saying_is_never_the_articles_own(learned: Callable[[str], list[Claim]]) -> None:
    text = "Two patrol boats left the creek an hour before the raid, three boatmen who fish there have told the Umbe Star."
    assert [claim.text for claim in learned(text)] == ["Two patrol boats left the creek an hour before the raid"]


def test_what_is_said_inside_a_denial_is_denied(learned: Callable[[str], list[Claim]]) -> None:
    found = learned("The mayor denied that he had called the strikers “a gang of thieves”.")
    assert {claim.commitment for claim in found} == {"denied"}


def test_a_question_claims_nothing(learned: Callable[[str], list[Claim]]) -> None:
    assert learned("Did the mayor say that the well was poisoned?") == []


def test_double_apostrophes_are_quotation_marks(learned: Callable[[str], list[Claim]]) -> None:
    (claim,) = learned("''The bridge is ours,'' said Colonel Brandt. ''It will stay ours.''")
    assert claim.text == "''The bridge is ours,'' … ''It will stay ours.''"


def test_the_outlet_that_saw_a_report_is_a_link_before_it(learned: Callable[[str], list[Claim]]) -> None:
    (claim,) = learned("The letter, a copy of which was obtained by the Ansel Tribune, said the dam was cracked.")
    assert [(link.text.strip(","), link.kind) for link in claim.chain] == [
        ("the Ansel Tribune", "publication"),
        ("The letter, a copy of which was obtained by the Ansel Tribune", "document"),
    ]


def test_a_subject_alone_is_no_content_of_according_to(learned: Callable[[str], list[Claim]]) -> None:
    text = "According to harbour guards, former pilot Edwin Marsh, who led the strike at Lusk, is one such recruit."
    assert any(
        claim.chain and text[slice(*claim.cue[0])] == "According to" and "is one such recruit" in claim.text for claim in learned(text)
    )
