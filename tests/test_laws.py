"""The laws of docs/architecture.md that no linter's setting holds."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import rawi
from rawi import errors, records
from rawi.records import Claim, Document, Mention, Relation, Span


def test_rooms_keep_to_their_import_contracts(root: Path) -> None:
    ran = subprocess.run([Path(sys.executable).with_name("lint-imports")], cwd=root, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout


def test_no_module_is_over_four_hundred_lines_and_few_functions_over_thirty(root: Path) -> None:
    modules = {path: path.read_text("utf-8") for path in (root / "src").rglob("*.py")}
    long = [str(path) for path, text in modules.items() if text.count("\n") > 400]
    lengths = sorted(length for text in modules.values() for length in _function_lengths(ast.parse(text)))
    assert not long
    assert lengths[len(lengths) * 9 // 10] <= 30


def _function_lengths(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or node.lineno) - node.lineno + 1


def test_records_are_frozen() -> None:
    kinds = [kind for kind in vars(records).values() if is_dataclass(kind)]
    assert len(kinds) > 20
    assert all(kind.__dataclass_params__.frozen for kind in kinds)  # type: ignore[union-attr]  # no public way to ask


def test_every_error_is_in_the_tree_of_the_docstring() -> None:
    kinds = [kind.__name__ for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.RawiError)]
    assert all(kind in (errors.__doc__ or "") for kind in kinds)


def test_every_span_lies_in_its_document_and_its_words_are_the_slice(examples_ledger: Path) -> None:
    with rawi.Ledger(examples_ledger, read_only=True) as ledger:
        texts = {document.id: document.text for document in ledger.documents()}
        for claim in ledger.claims():
            text = texts[claim.document]
            assert " … ".join(text[start:end] for start, end in claim.content) == claim.text
            for link in claim.chain:
                assert " … ".join(text[start:end] for start, end in link.spans) == link.text
        for mention in ledger.mentions():
            assert mention.document is not None
            assert texts[mention.document][mention.start : mention.end] == mention.text
        for relation in ledger.relations():
            for party in (relation.subject, relation.object):
                assert [texts[relation.document][start:end] for start, end in party.spans] == [party.text]
        for record in ledger.records():
            for start, end in _spans(record):
                document = record.id if isinstance(record, Document) else getattr(record, "document", None)
                assert 0 <= start <= end <= len(texts[document or ""]), record


def _spans(record: object) -> Iterator[Span]:
    for field in fields(record) if is_dataclass(record) else ():
        value = getattr(record, field.name)
        for part in value if isinstance(value, tuple) and not isinstance(value, Span) else (value,):
            if isinstance(part, Span):
                yield part


def test_every_derived_record_names_its_maker(examples_ledger: Path) -> None:
    with rawi.Ledger(examples_ledger, read_only=True) as ledger:
        made = [record for record in ledger.records() if isinstance(record, Claim | Relation)]
        assert {type(record) for record in made} == {Claim, Relation}
        assert all(claim.maker.name.startswith("rawi.") and claim.maker.version for claim in made)
        assert not any(isinstance(record, Mention) and record.actor is None for record in ledger.records())
