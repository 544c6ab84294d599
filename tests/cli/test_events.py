"""events, and events in show and export."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rawi.ledger import Ledger

Run = Callable[..., Any]


@pytest.fixture
def ask(run: Run, shelled: Path) -> Run:
    return lambda *arguments: run(*arguments, "--ledger", shelled)


def test_a_happening_is_a_line_with_every_version_and_every_account(ask: Run) -> None:
    head, raid, march = ask("events").out.splitlines()
    assert [word for word in head.split() if word != "account"] == [
        *("id", "date", "event", "who", "whom", "where", "harm", "status", "by", "whose"),
    ]
    assert "2031-05-12  assault, heavy-weapons  Harbour Guard" in raid
    assert "9 to 14 killed (miners): 14 (Ministry of Order, in 2 outlets), 9 (villagers)" in raid
    assert "Basin Wire → villagers: claimed" in raid and "Guard Herald → Colonel Ane Dorr: denied" in raid
    assert "protest, demo" in march and march.endswith("Lusk Post: asserted")


def test_what_did_not_happen_is_left_out_unless_asked_for_and_marked(ask: Run) -> None:
    assert "threatened" not in ask("events").out
    (line,) = (line for line in ask("events", "--status", "all").out.splitlines() if "threatened" in line)
    assert line.endswith("Lusk Post → clerks: alleged")
    assert len(ask("events", "--status", "threatened").out.splitlines()) == 2


def test_what_is_only_denied_did_not_happen_by_anybodys_account(ask: Run, shelled: Path) -> None:
    with Ledger(shelled, read_only=True) as ledger:
        denied = next(telling.event for telling in ledger.told() if telling.report.commitment == "denied")
    assert ask("events", "--document", denied.document).status == 4
    shown = ask("events", "--document", denied.document[:9], "--status", "all").out
    assert "done, denied" in shown


def test_every_option_narrows_events(ask: Run) -> None:
    def found(*options: str) -> list[str]:
        return [row["id"] for row in json.loads(ask("events", "--json", *options).out)]

    raid, march = found()
    assert found("--kind", "protest") == found("--since", "2031-05-20") == found("--actor", "dockers") == [march]
    assert found("--place", "Lusk") == found("--place", "Ireland") == found("--harm", "killed") == found("--until", "2031-05-20") == [raid]
    assert found("--limit", "1") == [raid]


def test_json_has_the_events_as_rows_of_the_format_with_their_accounts(ask: Run) -> None:
    raid, march = json.loads(ask("events", "--json").out)
    exported = {row["id"]: row for row in map(json.loads, ask("export").out.splitlines()) if row["type"] == "event"}
    assert [row["commitment"] for row in raid["events"]] == ["claimed", "claimed", "claimed", "denied"]
    for row in (*raid["events"], *march["events"]):
        assert {name: row[name] for name in exported[row["id"]]} == exported[row["id"]]
    assert raid["toll"][0]["versions"][0] == {"low": 14, "high": 14, "voices": ["Ministry of Order"], "outlets": 2}


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (("--kind", "war"), 2, "ASSAULT"),
        (("--since", "May"), 2, "2031-05-12"),
        (("--place", "Nowhere at all"), 4, "no event"),
        (("--document", "dffffffff"), 4, "dffffffff"),
        (("--harm", "insulted"), 2, "displaced"),
    ],
)
def test_what_is_wrong_is_named(ask: Run, options: tuple[str, ...], status: int, said: str) -> None:
    ran = ask("events", *options)
    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err


def test_show_has_all_of_an_event_and_who_else_tells_of_it(ask: Run) -> None:
    raid = json.loads(ask("events", "--json", "--kind", "assault").out)[0]
    shown = ask("show", raid["id"]).out
    lines = shown.splitlines()
    assert lines[0] == "assault, heavy-weapons  Lusk Post → Ministry of Order  claimed"
    for part in ("who: Harbour Guard", "when: 2031-05-12 (that day)", "harm: 14 killed: miners", f"claim: {raid['events'][0]['claim']}"):
        assert f"  {part}" in shown
    assert "where: Lusk, IE (53.5, -6.1; city; GeoNames 7; “Lusk”)" in shown
    assert "  Basin Wire → villagers: claimed" in shown and "killed 14 (Ministry of Order, in 2 outlets), 9 (villagers)" in shown
    assert "[[the Harbour Guard shelled Lusk and killed 14 miners]]" in shown


def test_a_threat_is_marked_where_it_is_shown(ask: Run) -> None:
    (threat,) = json.loads(ask("events", "--json", "--status", "threatened").out)
    assert ask("show", threat["id"]).out.startswith("assault  threatened  Lusk Post → clerks  alleged")


def test_a_document_is_shown_with_its_events(ask: Run) -> None:
    raid = json.loads(ask("events", "--json").out)[0]["events"][0]
    assert raid["id"] in ask("show", raid["document"]).out


@pytest.mark.parametrize("form", ["acled", "ucdp", "plover"])
def test_exports_have_what_happened_and_other_things_when_asked(ask: Run, form: str) -> None:
    def statuses(*options: str) -> set[str]:
        out = ask("export", "--format", form, *options).out
        read = map(json.loads, out.splitlines()) if form == "plover" else csv.DictReader(io.StringIO(out, newline=""))
        return {row["status"] for row in read}

    assert statuses() == {"done"}
    assert statuses("--status", "all") == ({"done"} if form == "ucdp" else {"done", "threatened"})
