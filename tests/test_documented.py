"""The documentation says all there is, and what it shows is what happens."""

from __future__ import annotations

import doctest
import inspect
import json
import re
from pathlib import Path

import pytest
import typer
from typer.core import TyperCommand, TyperGroup

import rawi
from rawi.cli.reference import page
from rawi.cli.verbs import app
from rawi.records import RELATION_KINDS


def test_the_page_of_the_command_line_is_what_the_command_line_says(root: Path) -> None:
    assert (root / "docs/cli.md").read_text("utf-8") == "\n".join(page()), "docs/cli.md is behind: make docs"


def test_every_verb_and_every_option_has_its_help() -> None:
    def verbs(command: object) -> list[TyperCommand]:
        if isinstance(command, TyperGroup):
            return [verb for inner in command.commands.values() for verb in verbs(inner)]
        return [command] if isinstance(command, TyperCommand) else []

    for verb in verbs(typer.main.get_command(app)):
        assert verb.help
        for parameter in verb.params:
            assert getattr(parameter, "help", None), f"{verb.name} {parameter.name}"


def test_what_the_page_of_the_api_shows_is_what_happens(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(root / "examples")
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(root / "docs/api.md"), module_relative=False)
    assert tried > 5
    assert failed == 0


def test_every_public_method_of_a_ledger_is_on_the_page_of_the_api(root: Path) -> None:
    shown = (root / "docs/api.md").read_text("utf-8")
    pipeline_only = {"store", "skip", "current", "original", "originals", "close"}
    for name, _ in inspect.getmembers(rawi.Ledger, inspect.isfunction):
        assert name.startswith("_") or name in pipeline_only or re.search(rf"`{name}\b|, `?{name}\(", shown), name
    for function in (rawi.read, rawi.reread):
        assert all(name in shown for name in inspect.signature(function).parameters)


def test_every_field_of_every_record_is_on_the_page_of_the_format(root: Path, examples_ledger: Path) -> None:
    from rawi.export import jsonl

    shown = (root / "docs/format.md").read_text("utf-8")
    with rawi.Ledger(examples_ledger, read_only=True) as ledger:
        rows = [json.loads(line) for line in jsonl.lines(ledger)]
    for row in rows:
        assert all(f"`{name}`" in shown or f'"{name}"' in shown for name in (row["type"], *row)), row["type"]


def test_every_kind_of_relation_is_on_its_page(root: Path) -> None:
    shown = (root / "docs/relations.md").read_text("utf-8")
    assert [kind for kind in RELATION_KINDS if f"`{kind}`" not in shown] == []


def test_the_readme_names_no_verb_that_is_not_there(root: Path) -> None:
    shown = (root / "README.md").read_text("utf-8")
    command = typer.main.get_command(app)
    assert isinstance(command, TyperGroup)
    assert set(re.findall(r"^rawi (\w+)|`rawi (\w+)", shown, re.M)) <= {(v, "") for v in command.commands} | {
        ("", v) for v in command.commands
    }
    assert shown.index("make demo") < shown.index("make test")
