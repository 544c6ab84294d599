"""claims, actors, sources, stats, show: what a person sees and what a program gets."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


def test_claims_are_one_line_each_in_a_pipe_and_every_one_says_whose_it_is(ask: Run) -> None:
    ran = ask("claims")
    head, *lines = ran.out.splitlines()
    assert ran.status == 0
    assert head.split() == ["id", "commitment", "status", "published", "who", "says", "it", "claim"]
    start = head.index("who says it")
    assert len(lines) > 20
    assert all(line[start] != " " for line in lines)
    assert not any(c in ran.out for c in "\x1b│┃━─")


def test_claims_as_json_are_rows_of_the_format(ask: Run) -> None:
    rows = json.loads(ask("claims", "--commitment", "denied", "--json").out)
    assert rows
    assert {row["commitment"] for row in rows} == {"denied"}
    assert all(row["type"] == "claim" and row["content"] and isinstance(row["chain"], list) for row in rows)


def test_every_option_narrows_claims(ask: Run) -> None:
    def count(*options: str) -> int:
        return len(json.loads(ask("claims", "--json", *options).out))

    everything = count()
    outlet = json.loads(ask("stats", "--json").out)["outlets"]
    first = next(iter(outlet))
    assert 0 < count("--outlet", first) < everything
    assert 0 < count("--by", first) < everything
    assert count("--limit", "3") == 3
    assert 0 < count("--commitment", "claimed") < everything


def test_claims_by_words_hold_these_words(ask: Run) -> None:
    word = "the"
    rows = json.loads(ask("claims", "--json", "--search", word).out)
    shown = ask("claims", "--search", word).out.splitlines()[1:]
    assert len(rows) == len(shown) > 0
    assert all(word in line.lower() for line in shown)


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("claims", "--about", "Nobody Whosoever"), 4, "Nobody Whosoever"),
        (("claims", "--search", "zyzzyvatic"), 4, "no claim"),
        (("actors", "Nobody Whosoever"), 4, "Nobody Whosoever"),
        (("show", "ffffffffffff"), 4, "ffffffffffff"),
        (("claims", "--since", "yesterday"), 2, "2031-05-12"),
        (("claims", "--status", "true"), 2, "contested"),
        (("clams",), 2, "clams"),
    ],
)
def test_what_is_wrong_is_named_with_its_exit_status(
    run: Run, examples_ledger: str, arguments: tuple[str, ...], status: int, said: str
) -> None:
    ran = run(*arguments, "--ledger", examples_ledger)
    assert ran.status == status
    assert said in ran.err
    assert ran.out == ""
    assert "Traceback" not in ran.err


def test_no_ledger_is_an_error_that_names_the_remedy(run: Run) -> None:
    ran = run("claims")
    assert ran.status == 1
    assert "rawi.db" in ran.err
    assert "rawi read" in ran.err


def test_the_ledger_may_be_named_in_the_environment(run: Run, examples_ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAWI_LEDGER", str(examples_ledger))
    assert run("stats").status == 0


def test_show_marks_content_cue_and_source_in_the_passage(ask: Run) -> None:
    claims = json.loads(ask("claims", "--json", "--commitment", "claimed").out)
    claim = next(c for c in claims if c["chain"] and c["cue"] and len(c["content"]) == 1)
    document = json.loads(ask("show", claim["document"], "--json").out)
    ((start, end),) = claim["content"]
    shown = ask("show", claim["id"]).out
    assert f"[[{document['text'][start:end]}]]" in shown
    assert f"<{claim['chain'][-1]['text']}>" in shown
    assert f"{{{document['text'][slice(*claim['cue'][0])]}}}" in shown
    assert document["outlet"] in shown


def test_show_takes_the_beginning_of_an_id(ask: Run) -> None:
    claim = json.loads(ask("claims", "--json", "--limit", "1").out)[0]
    assert json.loads(ask("show", claim["id"][:10], "--json").out) == claim


def test_show_tells_of_every_kind_of_record(ask: Run) -> None:
    rows = [json.loads(line) for line in ask("export").out.splitlines()]
    for kind in ("document", "actor", "cluster"):
        row = next(row for row in rows if row["type"] == kind)
        ran = ask("show", row["id"])
        assert ran.status == 0
        assert (row.get("title") or row.get("name") or row.get("reason")) in ran.out


def test_a_document_is_shown_with_its_ties_and_on_whose_word_they_are(ask: Run) -> None:
    rows = [json.loads(line) for line in ask("export").out.splitlines()]
    relation = next(row for row in rows if row["type"] == "relation" and row["claim"])
    claim = next(row for row in rows if row["type"] == "claim" and row["id"] == relation["claim"])
    actor = next(row for row in rows if row["type"] == "actor" and row["id"] == relation["subject"])
    (line,) = [line for line in ask("show", relation["document"]).out.splitlines() if line.endswith(relation["id"])]
    assert line.startswith(f"{actor['name']} — {relation['kind'].replace('_', ' ')} — ")
    assert claim["commitment"] in line and claim["chain"][-1]["text"] in line
    shown = ask("show", relation["id"]).out
    assert shown.startswith(line.removesuffix(f"  {relation['id']}")) and "[[" in shown


def test_an_actor_is_shown_with_every_name_and_who_uses_it(ask: Run) -> None:
    actors = json.loads(ask("actors", "--json").out)
    actor = max(actors, key=lambda actor: len(actor["names"]))
    shown = ask("actors", actor["id"]).out
    rows = {cells[0]: cells[-1] for cells in (re.split(r" {2,}", line) for line in shown.splitlines())}
    for name in actor["names"]:
        assert all(outlet in rows[name["text"]] for outlet in name["outlets"])


def test_sources_count_whose_word_claims_rest_on(ask: Run) -> None:
    rows = json.loads(ask("sources", "--json").out)
    assert rows == sorted(rows, key=lambda row: -row["claims"])
    assert all(sum(row["commitments"].values()) == row["claims"] for row in rows)
    assert rows[0]["name"] in ask("sources").out


def test_stats_count_the_records_of_the_export(ask: Run) -> None:
    counted = json.loads(ask("stats", "--json").out)["records"]
    rows = [json.loads(line)["type"] for line in ask("export").out.splitlines()]
    assert counted["document"] == rows.count("document") == 11
    assert counted["claim"] == rows.count("claim")


def test_version_and_help(run: Run) -> None:
    assert run("--version").out.startswith("rawi 0.")
    shown = run("-h").out
    assert all(verb in shown for verb in ("read", "reread", "claims", "actors", "show", "sources", "stats", "export", "evaluate"))
    assert "130" in shown
