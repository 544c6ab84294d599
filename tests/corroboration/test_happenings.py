"""Which events are one happening, what their tolls come to, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from rawi.corroboration import join
from rawi.ledger.clustering import Cited, Report
from rawi.records import Commitment, Event, Harm, Maker, Party, Period, Place

LUSK = Place("Lusk", "Lusk", "IE", 53.5, -6.1, 7)
GUARD, PARTY = Party("the guard", (), "a1"), Party("the party", (), "a2")
TELLERS = {
    "ministry": Cited("the ministry", "organization", "", "a9", "Ministry of Order"),
    "villagers": Cited("villagers", "unnamed", "", None, None),
}


@dataclass(frozen=True)
class Told:
    event: Event
    report: Report
    unnamed: frozenset[str] = frozenset()


def told(document: str, teller: str | None = None, commitment: Commitment = "claimed", **fields: Any) -> Told:
    plain: dict[str, Any] = {
        "mode": "heavy-weapons",
        "source": (GUARD,),
        "target": (),
        "harm": (),
        "date": Period("2031-05-12", "2031-05-12", "Monday"),
        "place": LUSK,
    }
    event = Event(
        id=f"e{document}{teller}",
        document=document,
        claim=None,
        kind="ASSAULT",
        status="done",
        instruments=(),
        evidence=(),
        maker=Maker("t", "1"),
        **plain | fields,
    )
    chain = (TELLERS[teller],) if teller else ()
    return Told(event, Report(f"c{document}{teller}", "x", commitment, False, document, f"Outlet {document}", None, document, chain))


def killed(low: int | None, high: int | None, who: str = "miners") -> tuple[Harm, ...]:
    return (Harm("killed", Party(who, ()), low, high),)


def test_versions_of_one_raid_are_a_range_with_who_says_which() -> None:
    (raid,) = join(
        [
            told("1", "ministry", harm=killed(14, 14)),
            told("2", "ministry", harm=killed(14, 14)),
            told("3", "villagers", harm=killed(9, 9)),
        ]
    )
    (toll,) = raid.toll
    assert (toll.low, toll.high) == (9, 14)
    assert [(v.low, v.voices, v.outlets) for v in toll.versions] == [(14, ("Ministry of Order",), 2), (9, ("villagers",), 1)]
    assert raid.voice_names == ("Ministry of Order", "villagers")
    assert [event.document for event in raid.events] == ["1", "2", "3"]


def test_an_end_that_a_version_leaves_open_is_open() -> None:
    (raid,) = join([told("1", harm=killed(14, None)), told("2", harm=killed(9, 9)), told("3", harm=killed(None, None))])
    assert [(toll.low, toll.high, len(toll.versions)) for toll in raid.toll] == [(9, None, 2)]


def test_several_numbers_of_one_telling_are_the_greatest_at_least_and_all_at_most() -> None:
    (raid,) = join([told("1", harm=(*killed(14, 14, "people"), *killed(3, 3, "children")))])
    assert [(toll.low, toll.high) for toll in raid.toll] == [(14, 17)]


def test_a_part_of_the_dead_is_not_added_to_them() -> None:
    (raid,) = join([told("1", harm=(*killed(14, 14, "people"), replace(*killed(3, 3, "children"), part=True)))])
    assert [(toll.low, toll.high) for toll in raid.toll] == [(14, 14)]


@pytest.mark.parametrize(
    "other",
    [
        {"date": Period("2031-05-13", "2031-05-13", "Tuesday")},
        {"date": Period("2031-05-01", "2031-05-31", "May")},
        {"date": None},
        {"place": replace(LUSK, geonames=8)},
        {"place": None},
        {"mode": "abduct"},
        {"source": (PARTY,), "harm": killed(2, 2)},
        {"source": ()},
        {"source": (), "harm": killed(14, 14, "people")},
        {"source": (), "target": (GUARD,)},
    ],
)
def test_what_differs_or_is_not_known_keeps_two_apart(other: dict[str, Any]) -> None:
    assert len(join([told("1", harm=killed(2, 2)), told("2", **other)])) == 2


@pytest.mark.parametrize("where", [replace(LUSK, precision="division"), replace(LUSK, precision="country")])
def test_a_day_in_a_whole_province_makes_nothing_one(where: Place) -> None:
    assert len(join([told("1", place=where), told("2", place=where)])) == 2


@pytest.mark.parametrize(
    "other",
    [{}, {"mode": None}, {"source": (), "harm": killed(9, 9)}, {"place": replace(LUSK, text="the town")}, {"source": (GUARD, PARTY)}],
)
def test_a_shared_actor_or_the_words_for_the_harmed_make_two_one(other: dict[str, Any]) -> None:
    assert len(join([told("1", harm=killed(14, 14)), told("2", **other)])) == 1


def test_events_of_one_document_are_one_only_on_two_voices_words() -> None:
    assert len(join([told("1", "ministry", harm=killed(14, 14)), told("1", "villagers", harm=killed(9, 9))])) == 1
    assert len(join([told("1", "ministry"), told("1", "ministry")])) == 2


def test_a_denial_is_kept_beside_what_it_denies_and_gives_no_number() -> None:
    (raid,) = join([told("1", "villagers", harm=killed(9, 9)), told("2", "ministry", "denied", harm=killed(3, 3))])
    assert (raid.voice_names, raid.denied_by) == (("villagers",), ("Ministry of Order",))
    assert [(toll.low, toll.high) for toll in raid.toll] == [(9, 9)]
    (only,) = join([told("2", "ministry", "denied")])
    assert (only.affirming, only.voice_names, only.id) == ((), (), "e2ministry")


def test_rows_come_by_date_and_those_without_one_last() -> None:
    days = ["2031-05-12", None, "2030-01-01"]
    rows = join([told(str(i), date=day and Period(day, day, "")) for i, day in enumerate(days)])
    assert [row.date and row.date.since for row in rows] == ["2030-01-01", "2031-05-12", None]


def test_many_events_are_joined() -> None:
    rows = [told(str(i), place=replace(LUSK, geonames=i % 997), harm=killed(i % 5, i % 5)) for i in range(5000)]
    assert len(join(rows)) == 997


def test_the_unnamed_of_two_documents_part_no_raid() -> None:
    here, there = (Party("gunmen", (), actor) for actor in ("a5", "a6"))
    first, second = (told(d, source=(p,), harm=killed(9, 9)) for d, p in (("1", here), ("2", there)))
    assert len(join([first, second])) == 2
    assert len(join([replace(told_, unnamed=frozenset({"a5", "a6"})) for told_ in (first, second)])) == 1
