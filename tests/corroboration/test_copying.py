"""Which article repeats which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rawi.corroboration import Signed, repeats, sign, unpack
from rawi.records import Analysis, Document, Reading, Signature, Span

WIRE = " ".join(
    f"The harbour board of Ebbe met on day {n} and sold barge number {n * 7} to the trader of house {n * n}, who paid {n + 100} crowns."
    for n in range(1, 25)
)
OTHER = " ".join(f"In Lusk the {n}th school opened late because pupil {n * 3} had lost the key of room {n + 50}." for n in range(1, 25))


def signature(document: Document) -> Signature:
    return sign(Analysis(document, (), (), (), ()), ())


@pytest.fixture
def signed(tell: Callable[..., Reading]) -> Callable[..., Signed]:
    document = tell("a.txt", None, None).document

    def signed(id_: str, text: str, outlet: str | None = None, published: str | None = None) -> Signed:
        found = replace(document, id=id_, text=text)
        return Signed(id_, outlet, published, unpack(signature(found).minhash), text)

    return signed


def test_a_cut_copy_is_a_copy_of_the_whole(signed: Callable[..., Signed]) -> None:
    found = repeats(signed("d1", WIRE[: len(WIRE) // 4]), signed("d2", WIRE))
    assert found
    assert (found.copy.id, found.of.id, found.kind, found.credited) == ("d1", "d2", "verbatim", False)
    assert found.similarity > 0.8


def test_articles_that_share_a_sentence_are_no_copies(signed: Callable[..., Signed]) -> None:
    assert repeats(signed("d1", OTHER + WIRE[:200]), signed("d2", WIRE)) is None


def test_half_of_another_article_is_a_rewrite(signed: Callable[..., Signed]) -> None:
    found = repeats(signed("d1", OTHER + WIRE), signed("d2", WIRE + OTHER.upper().replace(" ", " Q ")))
    assert found
    assert found.kind == "rewrite"


@pytest.mark.parametrize(
    ("first", "second", "copy"),
    [
        (("d1", WIRE, "Corvin News", "2024-01-02"), ("d2", WIRE, "The Lusk Post", "2024-01-03"), "d2"),
        (("d1", WIRE, "Corvin News", None), ("d2", WIRE, "The Lusk Post", "2024-01-03"), "d1"),
        (("d1", WIRE + " (as THE LUSK POST has it)", "Corvin News", "2024-01-02"), ("d2", WIRE, "The Lusk Post", "2024-01-03"), "d1"),
        (("d1", WIRE[:2000], None, None), ("d2", WIRE, None, None), "d1"),
        (("d1", WIRE, None, None), ("d2", WIRE, None, None), "d2"),
    ],
)
def test_the_copy_is_who_credits_the_other_then_the_later_the_shorter_the_second_id(
    signed: Callable[..., Signed], first: tuple[str, ...], second: tuple[str, ...], copy: str
) -> None:
    for one, other in ((first, second), (second, first)):
        found = repeats(signed(*one), signed(*other))
        assert found
        assert found.copy.id == copy


def test_a_site_header_is_no_part_of_what_is_compared(tell: Callable[..., Reading]) -> None:
    header = "Ebbe Online, all the news of the coast, subscribe now. "
    document: Document = tell("a.txt", None, None).document
    framed = replace(document, text=header * 30 + WIRE, frame=(Span(0, len(header) * 30),))
    assert signature(framed).minhash == signature(replace(document, text=WIRE)).minhash


def test_an_empty_article_is_signed_and_has_no_blocks(tell: Callable[..., Reading]) -> None:
    assert tell("a.txt", None, None).signature.blocks == ()
