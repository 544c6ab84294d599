"""``rawi evaluate attribution`` as a command."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Mayor Ilse Corran said that the mill would close in May. The river froze on Sunday."
SAID = {"source": [[0, 17]], "cue": [[18, 22]], "content": [[23, 55]]}
FROZE = {"source": [], "cue": [[67, 72]], "content": [[57, 82]]}


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "rawi", "evaluate", "attribution", *map(str, arguments)], capture_output=True, text=True)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "made.jsonl"
    path.write_text(json.dumps({"id": "mill", "text": TEXT, "annotations": [{"annotator": "a", "attributions": [SAID, FROZE]}]}) + "\n")
    return path


def test_a_table_of_measures_and_the_first_errors(corpus: Path) -> None:
    done = run(corpus, "--errors", "1")
    assert done.returncode == 0, done.stderr
    rows = {line.split()[0]: line.split()[1:4] for line in done.stdout.splitlines() if line.startswith(("source", "linked"))}
    assert rows["source.exact"] == ["100.0", "100.0", "100.0"]
    assert rows["linked.F1"] == ["100.0", "50.0", "66.7"]
    assert "missed in mill" in done.stdout and "The river froze on Sunday" in done.stdout


def test_json_for_programs(corpus: Path) -> None:
    done = run(corpus, "--json")
    report = json.loads(done.stdout)
    assert report["articles"] == 1
    assert report["figures"]["linked.F1"] == {"precision": 100.0, "recall": 50.0, "f1": 66.7}


def test_floors_are_written_held_and_only_lowered_by_their_flag(corpus: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    unset = run(corpus, "--floors", floors)
    assert unset.returncode == 1 and "no floor is set for made.jsonl" in unset.stderr and "linked.F1" in unset.stdout
    assert run(corpus, "--floors", floors, "--write-floors").returncode == 0

    raised = json.loads(floors.read_text())
    raised["made learned"]["floors"]["linked.F1"] = 90.0
    floors.write_text(json.dumps(raised))
    done = run(corpus, "--floors", floors, "--write-floors")
    assert done.returncode == 1
    assert "linked.F1 is 66.7, below its floor of 90.0" in done.stderr
    assert json.loads(floors.read_text())["made learned"]["floors"]["linked.F1"] == 90.0

    assert run(corpus, "--floors", floors, "--lower-floors").returncode == 0
    assert json.loads(floors.read_text())["made learned"]["floors"]["linked.F1"] == 66.7


def test_writing_floors_needs_a_file(corpus: Path) -> None:
    done = run(corpus, "--write-floors")
    assert done.returncode == 2
    assert "--floors FILE" in done.stderr


def test_pairs_of_names_are_measured_and_the_reasons_of_an_error_shown(tmp_path: Path) -> None:
    path, floors = tmp_path / "pairs.csv", tmp_path / "floors.json"
    path.write_text("kind,name1,name2,same\nperson,Tarek Zuwara,Tariq Zuwara,yes\nperson,Rami Zuwara,Salim Pell,yes\n", "utf-8")
    command = [sys.executable, "-m", "rawi", "evaluate", "names", str(path), "--floors", str(floors)]
    done = subprocess.run([*command, "--write-floors", "--errors", "1"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "Rami Zuwara | Salim Pell" in done.stdout and "another first name -" in done.stdout
    stored = json.loads(floors.read_text())
    assert stored["pairs compared"]["floors"]["same"] == 66.7
    stored["pairs compared"]["floors"]["same"] = 90.0
    floors.write_text(json.dumps(stored))
    below = subprocess.run([*command, "--json"], capture_output=True, text=True)
    assert below.returncode == 1 and "same is 66.7, below its floor of 90.0" in below.stderr
    assert json.loads(below.stdout)["floors"] == stored["pairs compared"]["floors"]


def test_ties_are_measured_and_shown(tmp_path: Path) -> None:
    path = tmp_path / "ties.jsonl"
    tie = {"subject": "Peter Hale", "kind": "leads", "object": "River Party", "from": "2014", "to": None}
    path.write_text(json.dumps({"id": "one", "text": "Peter Hale came.", "relations": [tie]}) + "\n")
    done = subprocess.run(
        [sys.executable, "-m", "rawi", "evaluate", "relations", str(path), "--errors", "3"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "named" in done.stdout and "missed in one" in done.stdout
    assert "Peter Hale | leads | River Party since 2014" in done.stdout
