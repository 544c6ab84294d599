"""``rawi pack``: check, import, show."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rawi.packs import read, shipped

Run = Callable[..., Any]

PACK = """\
pack: harbour
title: The harbour
actors:

  - id: harbour-guard
    name: Harbour Guard
    kind: organization
    names: [HG]
    hostile: [Dock Gangs]
    country: iraq
    ties:
      - {kind: opposes, object: pier-league, source: "https://example.org/guard"}
    sources: ["https://example.org/guard"]

  - id: pier-league
    name: Pier League
    kind: organization
    ties:
      - {kind: formerly_member_of, object: harbour-guard, until: "2014", source: "https://example.org/league"}
    sources: ["https://example.org/league"]

  - id: ilse-corran
    name: Ilse Corran
    kind: person
    sources: ["https://example.org/corran"]

  - id: warden
    name: Warden of the Harbour
    kind: office
    of: harbour-guard
    holders:
      - {person: ilse-corran, since: 2020-01-02, source: "https://example.org/corran"}
    sources: ["https://example.org/warden"]
"""
ENTITIES = [
    {"id": "g", "schema": "Organization", "properties": {"name": ["Harbour Guard"], "country": ["iq"]}},
    {"id": "c", "schema": "Person", "properties": {"name": ["Ilse Corran"], "sourceUrl": ["https://example.org/corran"]}},
    {"id": "m", "schema": "Membership", "properties": {"member": ["c"], "organization": ["g"], "startDate": ["2014"]}},
    {"id": "n", "schema": "Membership", "properties": {"member": ["c"], "organization": ["gone"]}},
]


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.yaml"
    path.write_text(PACK, "utf-8")
    return path


@pytest.fixture
def entities(tmp_path: Path) -> Path:
    path = tmp_path / "made.jsonl"
    path.write_text("".join(json.dumps(entity) + "\n" for entity in ENTITIES), "utf-8")
    return path


def test_check_says_how_many_actors_a_sound_pack_has(run: Run, harbour: Path) -> None:
    ran = run("pack", "check", "harbour.yaml")
    assert (ran.status, ran.out, ran.err) == (0, "harbour.yaml: 4 actors, no faults\n", "")


def test_check_names_each_fault_of_each_file_and_ends_with_status_1(run: Run, harbour: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(PACK.replace("iraq", "vellmar").replace("kind: person", "kind: human"), "utf-8")
    ran = run("pack", "check", "bad.yaml", "harbour.yaml", "none.yaml")
    assert ran.status == 1
    assert ran.out.splitlines() == [
        "bad.yaml: harbour-guard: country: no actor has the id 'vellmar'",
        "bad.yaml: ilse-corran: kind is one of person, organization, country, office, group, not 'human'",
        "harbour.yaml: 4 actors, no faults",
        "none.yaml: it cannot be read (No such file or directory); give a YAML file",
    ]
    told = json.loads(run("pack", "check", "--json", "bad.yaml", "harbour.yaml").out)
    assert [(row["file"], row["pack"], row["actors"], len(row["faults"])) for row in told] == [
        ("bad.yaml", None, None, 2),
        ("harbour.yaml", "harbour", 4, 0),
    ]


def test_import_writes_a_pack_and_says_what_was_taken_and_left_out(run: Run, entities: Path, tmp_path: Path) -> None:
    ran = run("pack", "import", entities, "--name", "made", "--title", "Made up", "--source", "Invented data", "-o", "made.yaml")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.splitlines() == [
        "FollowTheMoney: 2 actors, 1 tie, 0 terms of office taken.",
        "  left out 1: tie to one that is in neither the slice nor a shipped pack",
    ]
    pack = read(tmp_path / "made.yaml")
    assert (pack.name, pack.title) == ("made", "Made up")
    assert [actor.sources for actor in pack.actors] == [("Invented data",), ("https://example.org/corran",)]
    assert run("pack", "check", "made.yaml").status == 0


def test_import_writes_to_standard_output_and_reads_gzip(run: Run, entities: Path, tmp_path: Path) -> None:
    (tmp_path / "packed").write_bytes(gzip.compress(entities.read_bytes()))
    plain, packed = run("pack", "import", entities, "--name", "made"), run("pack", "import", "packed", "--name", "made")
    assert plain.out.startswith("pack: made\ntitle: Imported from made.jsonl\nactors:\n\n  - id: harbour-guard\n")
    assert plain.out.splitlines()[3:] == packed.out.replace("from packed", "from made.jsonl").splitlines()[3:]


def test_import_goes_on_past_broken_lines_with_status_3(run: Run, entities: Path) -> None:
    entities.write_text("{broken\n" * 12 + entities.read_text("utf-8"), "utf-8")
    ran = run("pack", "import", entities, "--name", "made")
    assert ran.status == 3
    assert "- id: ilse-corran" in ran.out
    assert f"skipped {entities}:1: not a JSON object" in ran.err and "and 2 more broken lines" in ran.err


@pytest.mark.parametrize(
    ("content", "name", "status", "said"),
    [
        ("hello", "made", 1, "no FollowTheMoney entities and no Wikidata items"),
        ('{"id": "a", "schema": "Address", "properties": {}}', "made", 4, "no actor in it"),
        ("", "Made Up", 2, "lower-case letters"),
        ("", "states", 2, "no pack that rawi ships"),
    ],
)
def test_import_says_what_is_wrong(run: Run, tmp_path: Path, content: str, name: str, status: int, said: str) -> None:
    (tmp_path / "given.jsonl").write_text(content)
    ran = run("pack", "import", "given.jsonl", "--name", name, "-o", "out.yaml")
    assert (ran.status, ran.out) == (status, "")
    assert said in " ".join(ran.err.replace("│", " ").split())
    assert not (tmp_path / "out.yaml").exists()


def test_show_lists_the_shipped_packs(run: Run) -> None:
    head, *lines = run("pack", "show").out.splitlines()
    assert head.split() == ["pack", "actors", "person", "organization", "country", "office", "group", "title"]
    assert [line.split()[:2] for line in lines] == [[pack.name, str(len(pack.actors))] for pack in shipped()]
    assert {row["pack"]: row["actors"] for row in json.loads(run("pack", "show", "--json").out)} == {
        pack.name: len(pack.actors) for pack in shipped()
    }


def test_show_lists_the_actors_of_a_pack(run: Run, harbour: Path) -> None:
    lines = run("pack", "show", "harbour.yaml").out.splitlines()
    assert [line.split()[0] for line in lines] == ["id", "harbour-guard", "pier-league", "ilse-corran", "warden"]
    assert "HG, Dock Gangs" in lines[1]
    assert len(run("pack", "show", "states", "--limit", "5").out.splitlines()) == 6


def test_show_tells_one_actor_with_its_ties_both_ways(run: Run, harbour: Path) -> None:
    shown = run("pack", "show", "harbour.yaml", "harbour-guard").out.splitlines()
    assert shown[0].split() == ["Harbour", "Guard", "organization", "harbour-guard"]
    assert shown[1:4] == ["also called: HG", "called by its opponents: Dock Gangs", "country: Iraq (iraq)"]
    ties = [" ".join(line.split()) for line in shown[5:7]]
    assert ties == [
        "Harbour Guard opposes → Pier League https://example.org/guard",
        "Pier League formerly member of → Harbour Guard 2014 https://example.org/league",
    ]
    assert "https://example.org/guard" in shown[-2]


def test_show_tells_offices_from_both_sides(run: Run, harbour: Path) -> None:
    for name in ("warden", "corran"):
        shown = [" ".join(line.split()) for line in run("pack", "show", "harbour.yaml", name).out.splitlines()]
        assert "Ilse Corran held → Warden of the Harbour 2020-01-02 https://example.org/corran" in shown


def test_show_finds_by_id_then_by_name_then_by_part(run: Run, harbour: Path) -> None:
    def found(name: str) -> list[str]:
        return [row["id"] for row in json.loads(run("pack", "show", "harbour.yaml", name, "--json").out)]

    assert found("warden") == ["warden"]
    assert found("dock gangs") == ["harbour-guard"]
    assert found("harbour") == ["harbour-guard", "warden"]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [(("harbour.yaml", "Nobody"), 4, "Nobody"), (("none.yaml",), 4, "states, iraq-syria"), (("bad.yaml",), 1, "1 fault")],
)
def test_show_says_what_is_wrong(run: Run, harbour: Path, arguments: tuple[str, ...], status: int, said: str) -> None:
    harbour.with_name("bad.yaml").write_text("pack: a")
    ran = run("pack", "show", *arguments)
    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err and "Traceback" not in ran.err
