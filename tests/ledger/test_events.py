"""Questions people ask of what happened."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.ledger import EventQuestion, Ledger


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (EventQuestion(), 6),
        (EventQuestion(kind="assault"), 5),
        (EventQuestion(status="threatened"), 1),
        (EventQuestion(actor="harbour guard"), 5),
        (EventQuestion(actor="Dockers"), 1),
        (EventQuestion(actor="miners"), 4),
        (EventQuestion(actor="Ane Dorr"), 0),
        (EventQuestion(place="lusk"), 5),
        (EventQuestion(place="Lus"), 0),
        (EventQuestion(place="IE"), 5),
        (EventQuestion(place="Ireland"), 5),
        (EventQuestion(place="France"), 0),
        (EventQuestion(since="2031-05-13"), 1),
        (EventQuestion(until="2031-05-12"), 4),
        (EventQuestion(harm="killed"), 4),
        (EventQuestion(harm="displaced"), 0),
        (EventQuestion(kind="PROTEST", place="Lusk"), 0),
    ],
)
def test_every_part_of_a_question_narrows_it(shelled: Path, question: EventQuestion, expected: int) -> None:
    with Ledger(shelled, read_only=True) as ledger:
        assert len(list(ledger.events(**question))) == expected


def test_events_are_asked_by_document_and_told_with_their_claims(shelled: Path) -> None:
    with Ledger(shelled, read_only=True) as ledger:
        told = list(ledger.told())
        claims = {claim.id: claim for claim in ledger.claims()}
        assert [telling.event for telling in told] == list(ledger.events())
        for event, report, _ in told:
            assert report.document == event.document
            assert [event.id] == [one.id for one in ledger.events(document=event.document)]
            if event.claim:
                assert (report.claim, report.commitment) == (event.claim, claims[event.claim].commitment)
                assert [link.text for link in report.chain] == [link.text for link in claims[event.claim].chain]
            else:
                assert (report.commitment, report.chain) == ("asserted", ())


def test_an_event_is_found_by_the_beginning_of_its_id(shelled: Path) -> None:
    with Ledger(shelled, read_only=True) as ledger:
        event = next(ledger.events())
        assert ledger.find(event.id[:9]) == event
