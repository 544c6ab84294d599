"""Which article repeats which."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import rawi
from rawi import corroboration
from rawi.corroboration import Signed, sign
from rawi.corroboration.copying import Repeats
from rawi.ledger import Ledger
from rawi.records import Analysis, Document, Reading, Signature, Span

WIRE = " ".join(
    f"The harbour board of Ebbe met on day {n} and sold barge number {n * 7} to the trader of house {n * n}, who paid {n + 100} crowns."
    for n in range(1, 25)
)
OTHER = " ".join(f"In Lusk the {n}th school opened late because pupil {n * 3} had lost the key of room {n + 50}." for n in range(1, 25))


def repeats(first: Signed, second: Signed) -> Repeats | None:
    return corroboration.repeats(first, second, [])


def signature(document: Document) -> Signature:
    return sign(Analysis(document, (), (), (), ()), ())


@pytest.fixture
def signed(tell: Callable[..., Reading]) -> Callable[..., Signed]:
    document = tell("a.txt", None, None).document

    def signed(id_: str, text: str, outlet: str | None = None, published: str | None = None) -> Signed:
        found = replace(document, id=id_, text=text)
        return corroboration.signed(id_, outlet, published, text, signature(found).minhash, 10)

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


FIRST = """EBBE, 3 May (Corvin News) - A fire in the harbour cold store of Ebbe destroyed 340 tonnes of herring before dawn on
Friday.

Fire chief Ane Dorr said that the blaze began in the compressor room at ten past four. "We had eleven engines on the
quay and no water in the mains," she told Corvin News. Two watchmen, Per Quist and Ivo Tamm, were taken to Saint Olga's
with burns.

The store belongs to the Halvorsen cooperative, which lost another one at Lusk in 1998. Its chairman, Mats Halvorsen,
put the damage at six million crowns. The police have questioned a welder.
"""
REWRITTEN = """All the herring is gone: 340 tonnes of it went up in smoke in Ebbe's cold store in the small hours of Friday.

It was in the room of the compressors that the flames broke out, at 4.10, according to Ane Dorr, who heads the fire
service. Eleven engines stood on the quay, but the mains were dry, she complained. The watchmen Ivo Tamm and Per Quist
lie in Saint Olga's with burns.

Mats Halvorsen, who chairs the Halvorsen cooperative, the owner, reckons that six million crowns are lost. In 1998 a
store of theirs in Lusk had gone the same way. A welder has been heard by the police.
"""
ANOTHER = """I walked along the quay at Ebbe on Friday morning, when the smoke still hung between the masts and the gulls had gone
mad.

Old Signe Brask sells coffee there from a handcart. "First the lamps went, then there was a bang, and then I saw the
roof fly over the customs house," she said. She does not believe in the story of the welder, whom she has known since
his confirmation.

The cold store has been mortgaged three times since the cooperative bought its new trawlers. The harbour office would
not say who held the last mortgage. By noon the first lorries came for what could still be sold as cat food.
"""


def test_a_rewritten_copy_is_found_and_another_report_of_the_same_is_none(tmp_path: Path) -> None:
    reports = {"first": ("Corvin News", FIRST), "rewritten": ("The Lusk Post", REWRITTEN), "another": ("Radio Ebbe", ANOTHER)}
    rows = [
        {"id": id_, "outlet": outlet, "published": f"2024-05-0{3 + n}", "text": text}
        for n, (id_, (outlet, text)) in enumerate(reports.items())
    ]
    (tmp_path / "reports.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    rawi.read(tmp_path / "reports.jsonl", ledger=tmp_path / "rawi.db", workers=1)
    with Ledger(tmp_path / "rawi.db") as ledger:
        names = {document.id: document.external_id for document in ledger.documents()}
        assert [(names[copy.document], names[copy.of], copy.kind) for copy in ledger.copies()] == [("rewritten", "first", "rewrite")]


def test_an_empty_article_is_signed_and_has_no_blocks(tell: Callable[..., Reading]) -> None:
    assert tell("a.txt", None, None).signature.blocks == ()
