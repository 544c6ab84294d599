"""Lines of a corpus are loaded one by one, and what is no line of it is named."""

from pathlib import Path
from typing import Any

import pytest

from rawi.errors import DamagedInput
from rawi.evaluation.passages import as_read, load_rows


def text_of(row: dict[str, Any]) -> str:
    text: str = row["text"]
    return text.upper()


def test_rows_are_loaded_in_order_and_blank_lines_are_none(tmp_path: Path) -> None:
    path = tmp_path / "made.jsonl"
    path.write_text('{"text": "one"}\n\n  \n{"text": "two"}\n', "utf-8")
    assert load_rows(path, text_of, "a text", "the page") == ("ONE", "TWO")


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "x"}', '{"text": 3}'])
def test_what_is_no_row_is_named_with_its_line_and_where_its_form_is_told(tmp_path: Path, line: str) -> None:
    path = tmp_path / "made.jsonl"
    path.write_text('{"text": "one"}\n' + line + "\n", "utf-8")
    with pytest.raises(DamagedInput, match=r"made\.jsonl, line 2: not a text \(.+\); see the page"):
        load_rows(path, text_of, "a text", "the page")


def test_a_passage_is_read_as_any_text_is() -> None:
    document = as_read("p1", "The ferry sank on Monday.", "2014-06-11")
    assert (document.text, document.published) == ("The ferry sank on Monday.", "2014-06-11")
