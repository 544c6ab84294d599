"""What the article itself states."""

from __future__ import annotations

from collections.abc import Callable

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


def test_questions_headlines_and_bylines_are_no_claims(claims_of: Reader) -> None:
    text = "Brigade takes mills\n\nBy Tamim Azar\n\nWho burned the market? The market burned on Friday night."
    frame = (Span(0, 19), Span(21, 34))
    assert _own(claims_of(text, frame=frame)) == ["The market burned on Friday night"]


def test_credited_words_are_not_claimed_a_second_time(claims_of: Reader) -> None:
    assert _own(claims_of("The ministry said that 14 men were held at the quarry.")) == []
