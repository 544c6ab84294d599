"""Questions people ask of a ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.errors import NotFound
from rawi.ledger import Ledger, Question
from rawi.ledger.questions import match
from rawi.pipeline.settle import settle
from rawi.records import Claim, Reading


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory, tell: Callable[..., Reading]) -> Iterator[Ledger]:
    post = tell(
        "post.txt",
        "The Lusk Post",
        "2024-01-02",
        ("Colonel Ane Dorr", "said", "the mill at Lusk was empty on Sunday", "claimed"),
        (None, "", "Nobody has seen Óscar Pell since the fire", "asserted"),
        opening="Óscar Pell and Ane Dorr met. ",
    )
    wire = tell(
        "wire.txt",
        "Corvin News",
        "2024-01-05",
        ("officials", "said", "the mill at Lusk was empty on Sunday", "claimed"),
        ("Dorr", "denied", "the guards set the granary on fire", "denied"),
        ("Ivo Tamm", "said", "the guards set the granary on fire", "claimed"),
    )
    with Ledger(tmp_path_factory.mktemp("asking") / "rawi.db") as ledger:
        for reading in (post, wire):
            ledger.store(reading)
        settle(ledger)
        yield ledger


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (Question(), 5),
        (Question(by="Ane Dorr"), 1),
        (Question(by="colonel ane dorr"), 1),
        (Question(by="dorr"), 2),
        (Question(by="official"), 1),
        (Question(by="the lusk post"), 1),
        (Question(by="Corvin News"), 0),
        (Question(by="nobody at all"), 0),
        (Question(commitment="denied"), 1),
        (Question(status="contested"), 2),
        (Question(status="corroborated"), 2),
        (Question(outlet="corvin news"), 3),
        (Question(since="2024-01-03"), 3),
        (Question(search="mill lusk"), 2),
        (Question(search='"empty on Sunday"'), 2),
        (Question(search='"Sunday empty"'), 0),
        (Question(search="gran*"), 2),
        (Question(search="oscar"), 1),
        (Question(limit=2), 2),
        (Question(outlet="Corvin News", commitment="claimed", search="mill"), 1),
        (Question(search=""), 0),
    ],
)
def test_every_part_of_a_question_narrows_it(ledger: Ledger, question: Question, expected: int) -> None:
    assert len(list(ledger.claims(**question))) == expected


def test_claims_about_somebody_are_those_whose_content_names_them(tmp_path: Path, tell: Callable[..., Reading]) -> None:
    told = tell("a.txt", None, None, ("Ivo Tamm", "said", "the mill burned", "claimed"), ("Ane Dorr", "", "met Ivo Tamm there", "asserted"))
    content = told.claims[1].content[0]
    start = told.document.text.index("Ivo Tamm", content.start)
    inside = told.mentions[0].__class__(start, start + 8, "Ivo Tamm", "person", key="person:ivo tamm")
    with Ledger(tmp_path / "rawi.db") as ledger:
        ledger.store(Reading(**{name: getattr(told, name) for name in told.__slots__} | {"mentions": (*told.mentions, inside)}))
        settle(ledger)
        assert [claim.text for claim in ledger.claims(about="Ivo Tamm")] == ["met Ivo Tamm there"]
        (tamm,) = ledger.actors("tamm")
        assert [claim.text for claim in ledger.claims(about=tamm.id)] == ["met Ivo Tamm there"]


def test_claims_about_nobody_known_say_what_to_do(ledger: Ledger) -> None:
    with pytest.raises(NotFound, match=r"no actor is called 'Zed'; `rawi actors`"):
        list(ledger.claims(about="Zed"))


@given(st.text() | st.text('"*-()^: ANDORNOT\0éß', max_size=30))
def test_whatever_is_typed_as_search_words_is_no_error(ledger: Ledger, typed: str) -> None:
    list(ledger.claims(search=typed))
    list(ledger.documents(search=typed))


def test_operators_of_the_search_engine_are_mere_words() -> None:
    assert match('mill OR "a b" NEAR(x*') == '"mill" AND "OR" AND "a b" AND "NEAR(x"*'


def test_a_record_is_found_by_its_id_or_the_beginning_of_it(ledger: Ledger) -> None:
    claim = next(ledger.claims())
    assert ledger.find(claim.id) == claim
    assert ledger.find(claim.id[:8]) == claim
    assert claim.cluster
    for id_ in (claim.document, claim.cluster, next(ledger.actors()).id):
        assert ledger.find(id_).id == id_
    for typed in (claim.id[:5], "c00000000", ""):
        with pytest.raises(NotFound, match="at least 6 characters"):
            ledger.find(typed)


def test_a_beginning_that_fits_two_ids_names_them(tmp_path: Path, tell: Callable[..., Reading]) -> None:
    told = tell("a.txt", None, None, (None, "", "the mill burned", "asserted"), (None, "", "the barn burned", "asserted"))
    first, second = told.claims
    twins = tuple(Claim(**{n: getattr(c, n) for n in c.__slots__} | {"id": f"c123456{i}"}) for i, c in enumerate((first, second)))
    with Ledger(tmp_path / "rawi.db") as ledger:
        ledger.store(Reading(**{name: getattr(told, name) for name in told.__slots__} | {"claims": twins}))
        with pytest.raises(NotFound, match="c1234560, c1234561; give more"):
            ledger.find("c123456")


def test_sources_are_counted_as_actors_and_as_words(ledger: Ledger) -> None:
    found = {source.name: source for source in ledger.sources()}
    assert found["officials"].actor is None
    assert found["Ivo Tamm"].actor == next(ledger.actors("Ivo Tamm")).id
    assert found["Ivo Tamm"].outlets == ("Corvin News",)
    assert found["Dorr"].commitments == (("denied", 1),)
    assert sum(source.claims for source in found.values()) == 4


def test_stats_count_what_there_is(ledger: Ledger) -> None:
    stats = ledger.stats()
    counts = dict(stats.records)
    assert (counts["document"], counts["claim"], counts["cluster"]) == (2, 5, len(list(ledger.clusters())))
    assert dict(stats.commitments) == {"claimed": 3, "asserted": 1, "denied": 1}
    assert stats.published == ("2024-01-02", "2024-01-05")


def test_a_decision_is_kept_and_can_be_taken_back(tmp_path: Path, tell: Callable[..., Reading]) -> None:
    with Ledger(tmp_path / "rawi.db") as ledger:
        told = tell("a.txt", None, None, (None, "", "the mill at Lusk burned", "asserted"))
        ledger.store(told)
        made = ledger.decide(told.claims[0].id[:9], "accept", by="Kim", note="saw it")
        assert (made.subject, made.retracted) == (told.claims[0].id, False)
        assert ledger.retract(made.id).retracted
        assert [decision.retracted for decision in ledger.decisions()] == [True]
        with pytest.raises(NotFound):
            ledger.decide("c0000000000", "accept", by="Kim")
        with pytest.raises(NotFound, match="not a decision"):
            ledger.retract(told.document.id)
