"""What the article itself states."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.records import Claim, Span

Reader = Callable[..., tuple[Claim, ...]]


def _own(claims: tuple[Claim, ...]) -> list[str]:
    return [c.text for c in claims if not c.chain and not c.cue]


def test_a_statement_is_asserted(claims_of: Reader) -> None:
    (claim,) = claims_of("The brigade holds the northern road.")
    assert (claim.text, claim.commitment, claim.chain, claim.cue) == ("The brigade holds the northern road", "asserted", (), ())


def test_each_clause_that_can_be_true_by_itself_is_a_claim(claims_of: Reader) -> None:
    text = "The army took the left bank with few losses while the right bank was destroyed by the militia."
    assert _own(claims_of(text)) == ["The army took the left bank with few losses", "the right bank was destroyed by the militia"]


def test_what_is_likely_is_predicted(claims_of: Reader) -> None:
    commitments = [c.commitment for c in claims_of("The deal is likely to anger the villages. The council will meet on Thursday.")]
    assert commitments == ["predicted", "predicted"]


# text, how far it commits, the words that say so
DISTANCES = [
    ("The alleged raid on the market killed nine people.", "alleged", ["alleged"]),
    ("Suspected members of the front burned the depot.", "believed", ["Suspected"]),
    ("The so-called council of elders runs the valley.", "reported", ["so-called"]),
    ("The raid on the market was a “liberation”.", "reported", ["“liberation”"]),
    ("The convoy may have crossed the river on Sunday.", "believed", ["may"]),
    ("A new dam would flood four villages.", "predicted", ["would"]),
    ("The raid on the alleged depot killed nine people.", "asserted", []),
]


@pytest.mark.parametrize(("text", "commitment", "evidence"), DISTANCES, ids=[row[0][:40] for row in DISTANCES])
def test_hedges_in_the_articles_own_voice(claims_of: Reader, text: str, commitment: str, evidence: list[str]) -> None:
    (claim,) = claims_of(text)
    assert (claim.commitment, [text[s:e] for s, e in claim.evidence]) == (commitment, evidence)


def test_questions_headlines_and_bylines_are_no_claims(claims_of: Reader) -> None:
    text = "Brigade takes mills\n\nBy Tamim Azar\n\nWho burned the market? The market burned on Friday night."
    frame = (Span(0, 19), Span(21, 34))
    assert _own(claims_of(text, frame=frame)) == ["The market burned on Friday night"]


def test_credited_words_are_not_claimed_a_second_time(claims_of: Reader) -> None:
    assert _own(claims_of("The ministry said that 14 men were held at the quarry.")) == []
