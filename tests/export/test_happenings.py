"""Happenings as ACLED, UCDP GED and PLOVER have them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rawi.corroboration import join
from rawi.export import acled, plover, ucdp
from rawi.ledger import Ledger
from rawi.pipeline.settle import settle
from rawi.records import EVENT_KINDS, Place, Reading

Make = Callable[..., Reading]


def rows(ledger: Ledger, form: ModuleType) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(form.lines(ledger, join(ledger.told(status="done")))), newline="")))


@pytest.fixture
def one(tmp_path: Path, tell: Make, happen: Make) -> Callable[..., Any]:
    """What a format makes of a single event, told in one sentence."""

    def one(form: ModuleType, text: str, commitment: str = "asserted", teller: str | None = None, **event: Any) -> Any:
        said = (teller, "said" if teller else "", text, commitment)
        with Ledger(tmp_path / f"{len(list(tmp_path.iterdir()))}.db") as ledger:
            ledger.store(happen(tell("a.txt", "Lusk Post", "2031-05-13", said), **event))
            settle(ledger)
            if form is plover:
                return [json.loads(line) for line in plover.lines(ledger, join(ledger.told()))]
            return rows(ledger, form)

    return one


def test_versions_of_a_raid_are_one_row_of_acled_with_the_lowest_number(shelled: Path) -> None:
    with Ledger(shelled, read_only=True) as ledger:
        raid, march = rows(ledger, acled)
    assert tuple(raid) == acled.COLUMNS
    assert (raid["fatalities"], raid["fatalities_low"], raid["fatalities_high"]) == ("9", "9", "14")
    assert (raid["event_type"], raid["sub_event_type"]) == ("Explosions/Remote violence", "Shelling/artillery/missile attack")
    assert (raid["event_date"], raid["time_precision"], raid["geo_precision"]) == ("2031-05-12", "1", "1")
    assert (raid["actor1"], raid["actor2"], raid["civilian_targeting"]) == ("Harbour Guard", "miners", "Civilian targeting")
    assert (raid["country"], raid["location"], raid["latitude"], raid["longitude"]) == ("Ireland", "Lusk", "53.5", "-6.1")
    assert raid["source"] == "Lusk Post; Corvin News; Basin Wire; Guard Herald"
    assert raid["sources"] == "2" and raid["denied_by"] == "Colonel Ane Dorr"
    assert "Basin Wire > villagers (claimed): the Harbour Guard shelled Lusk, killing nine miners" in raid["notes"]
    assert raid["toll"] == "killed 14 (Ministry of Order, in 2 outlets), 9 (villagers)"
    assert (march["disorder_type"], march["inter1"], march["fatalities"], march["location"]) == ("Demonstrations", "Protesters", "", "")


@pytest.mark.parametrize(
    ("text", "event", "expected"),
    [
        ("Soldiers shot rebels", {"source": ("Soldiers",), "target": ("rebels",), "mode": "firearms"}, "Armed clash"),
        ("Soldiers shot villagers", {"source": ("Soldiers",), "target": ("villagers",), "mode": "firearms"}, "Attack"),
        ("Soldiers and rebels clashed", {"source": ("Soldiers", "rebels")}, "Armed clash"),
        ("Somebody shot somebody", {"source": ("Somebody",), "target": ("somebody",)}, ""),
        ("Soldiers held a clerk", {"kind": "COERCE", "mode": "arrest"}, "Arrests"),
        ("Soldiers shut a road", {"kind": "COERCE", "mode": "restrict"}, "Other"),
        ("Dockers burned cars", {"kind": "PROTEST", "mode": "riot"}, "Violent demonstration"),
    ],
)
def test_kind_mode_and_sides_make_the_type(one: Callable[..., Any], text: str, event: dict[str, Any], expected: str) -> None:
    (row,) = one(acled, text, **event)
    assert row["sub_event_type"] == expected
    assert bool(row["disorder_type"]) == bool(row["event_type"])


def test_what_acled_does_not_code_is_left_out(one: Callable[..., Any]) -> None:
    assert one(acled, "Clerks accused dockers", kind="ACCUSE") == []


def test_acled_has_every_type_under_a_disorder_and_only_kinds_of_plover() -> None:
    known = acled.mapping()
    types = [to for modes in known.kinds.values() for to in modes.values() if to != "sides"]
    assert {kind for kind, _ in (*types, *known.sides.values())} == set(known.disorder)
    assert set(known.kinds) < set(EVENT_KINDS)
    assert all("-" in modes for modes in known.kinds.values())


def test_every_column_and_every_mode_of_the_mapping_is_on_the_page_of_events(root: Path) -> None:
    page = (root / "docs/events.md").read_text("utf-8")
    modes = {mode for several in acled.mapping().kinds.values() for mode in several} - {"-"}
    assert [name for name in (*acled.COLUMNS, *ucdp.COLUMNS, *modes) if f"`{name}`" not in page] == []


def test_dates_and_places_are_as_precise_as_told(one: Callable[..., Any]) -> None:
    province = Place("Fingal", "Fingal", "IE", 53.5, -6.2, None, "division", "Fingal")
    (row,) = one(acled, "Rebels shot rebels", source=("Rebels",), day="2031-05-01", until="2031-05-31", place=province)
    assert (row["time_precision"], row["geo_precision"], row["admin1"]) == ("3", "3", "Fingal")
    (row,) = one(ucdp, "Rebels shot", day="2031-05-01", until="2031-05-31", place=province, harm=(("killed", "Rebels", 1, 1),))
    assert (row["date_prec"], row["where_prec"], row["adm_1"], row["date_end"]) == ("4", "4", "Fingal", "2031-05-31")
    (row,) = one(acled, "Rebels shot rebels", source=("Rebels",), day=None, place=None)
    assert (row["event_date"], row["time_precision"], row["country"], row["geo_precision"]) == ("", "", "", "")


@pytest.mark.parametrize(
    ("text", "event", "kind", "sides", "deaths"),
    [
        (
            "rebels shot two soldiers",
            {"source": ("rebels",), "target": ("soldiers",), "harm": (("killed", "soldiers", 2, 2),)},
            "1",
            ("soldiers", "rebels"),
            {"deaths_a": "2"},
        ),
        (
            "rebels shot two militiamen",
            {"source": ("rebels",), "target": ("militiamen",), "harm": (("killed", "militiamen", 2, 2),)},
            "2",
            ("rebels", "militiamen"),
            {"deaths_unknown": "2"},
        ),
        (
            "rebels shot two villagers",
            {"source": ("rebels",), "harm": (("killed", "villagers", 2, 2),)},
            "3",
            ("rebels", "Civilians"),
            {"deaths_civilians": "2"},
        ),
        (
            "some folk shot two others",
            {"source": ("some folk",), "harm": (("killed", "others", 2, None),)},
            "",
            ("some folk", ""),
            {},
        ),
    ],
)
def test_ucdp_tells_who_fought_and_whose_the_dead_were(
    one: Callable[..., Any], text: str, event: dict[str, Any], kind: str, sides: tuple[str, str], deaths: dict[str, str]
) -> None:
    (row,) = one(ucdp, text, **event)
    assert row["type_of_violence"] == kind
    assert (row["side_a"], row["side_b"]) == sides
    assert {name: row[name] for name in row if name.startswith("deaths_") and row[name]} == deaths


def test_ucdp_has_no_best_number_where_versions_differ(shelled: Path) -> None:
    with Ledger(shelled, read_only=True) as ledger:
        (raid,) = rows(ledger, ucdp)
    assert (raid["best"], raid["low"], raid["high"], raid["deaths_civilians"]) == ("", "9", "14", "")
    assert raid["number_of_sources"] == "2"
    assert raid["source_article"].startswith("Lusk Post, 2031-05-13; Corvin News")


def test_ucdp_has_only_what_was_deadly(one: Callable[..., Any]) -> None:
    assert one(ucdp, "rebels shot at soldiers", source=("rebels",)) == []
    assert one(ucdp, "rebels killed no soldiers", source=("rebels",), harm=(("killed", "soldiers", 0, 0),)) == []


@pytest.mark.parametrize("form", [acled, ucdp])
def test_no_cell_is_a_formula_and_a_number_below_zero_is_a_number(one: Callable[..., Any], form: ModuleType) -> None:
    south = Place("=Lusk", "=Lusk", "ZA", -33.5, 18.4, None)
    (row,) = one(form, "=HYPERLINK(1) killed two villagers", source=("=HYPERLINK(1)",), harm=(("killed", "villagers", 2, 2),), place=south)
    assert row["actor1" if form is acled else "side_a"] == "'=HYPERLINK(1)"
    assert row["latitude"] == "-33.5"
    assert not any(cell.startswith(("=", "+", "@")) for cell in row.values())


def test_plover_has_its_fields_and_whose_word_it_is(one: Callable[..., Any]) -> None:
    event = {"source": ("rebels",), "target": ("a clerk",), "mode": "abduct", "named": ("rebels",), "harm": (("wounded", "a clerk", 1, 1),)}
    (row,) = one(plover, "rebels took a clerk", "alleged", "Ivo Tamm", **event)
    assert (row["event"], row["mode"], row["date"]) == (["ASSAULT"], "abduct", "2031-05-12")
    assert row["source"] == [{"actor_text": "rebels", "identifier_text": "rebels"}]
    assert row["recipient"] == [{"actor_text": "a clerk"}]
    assert (row["commitment"], row["chain"]) == ("alleged", ["Ivo Tamm"])
    assert row["event_loc"] == {"geonameid": 7, "name": "Lusk", "latitude": 53.5, "longitude": -6.1, "country code": "IE"}
    assert row["event_text"] == ["rebels took a clerk"]
    assert row["size_info"] == {"injured": [{"who": "a clerk", "low": 1, "high": 1}]}
    assert not {"enddate", "context", "link", "denied_by"} & set(row)


@pytest.mark.parametrize(("status", "context"), [("negated", "negation"), ("planned", "future"), ("hypothetical", "hypothetical")])
def test_plover_says_what_did_not_happen_by_its_contexts(one: Callable[..., Any], status: str, context: str) -> None:
    (row,) = one(plover, "rebels took a clerk", status=status, day=None)
    assert row["context"] == [context]
    assert row["date"] is None


def test_plover_links_events_of_one_happening_and_leaves_denials_to_a_field(shelled: Path) -> None:
    with Ledger(shelled, read_only=True) as ledger:
        told = [json.loads(line) for line in plover.lines(ledger, join(ledger.told(status="done")))]
    raid = [row for row in told if row["event"] == ["ASSAULT"]]
    assert len(raid) == 3 and len({row["link"] for row in raid}) == 1
    assert all(row["denied_by"] == ["Colonel Ane Dorr"] for row in raid)
