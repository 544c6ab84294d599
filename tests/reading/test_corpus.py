"""JSON Lines corpora: the text is kept to the letter, bad lines are named, and nothing else is looked at."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest

from rawi.reading import Limits, find, read
from rawi.records import Original, Skipped

TEXT = "“Caf\u0065\u0301 Ombra” is shut,\r\n the ferrymen\x07 said.\u2028It rained\tâ€™s all.  "


def _write(folder: Path, *rows: object) -> str:
    path = folder / "corpus.jsonl"
    path.write_bytes(b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows))
    return str(path)


def test_a_text_is_stored_exactly_as_given(tmp_path: Path) -> None:
    (found,) = find([_write(tmp_path, {"text": TEXT})])
    assert isinstance(found, Original)
    assert read(found).text == TEXT


def test_what_cannot_be_stored_is_replaced_one_for_one() -> None:
    document = read(
        Original(data=b'{"text": "The \\ud800pier\\u0000 is shut, the council said on Tuesday."}', media_type="application/x-ndjson")
    )
    assert document.text == "The \ufffdpier\ufffd is shut, the council said on Tuesday."
    assert document.notes == ("characters that cannot be stored were replaced one for one",)


def test_the_fields_of_the_format_are_read_and_no_others(tmp_path: Path) -> None:
    row = {
        "text": "The pier is shut, the council said.",
        "id": 17,
        "url": "https://herald.example/17",
        "outlet": "Ombra Daily",
        "title": "Pier shut",
        "authors": ["Lena Okarro"],
        "translators": ["Jo Marek"],
        "published": "2023-05-09T10:00:00Z",
        "language": "en-GB",
        "publisher": "not this",
        "date": "1999-01-01",
    }
    (found,) = find([_write(tmp_path, row)])
    assert isinstance(found, Original)
    document = read(found)
    assert (document.external_id, document.url, document.outlet, document.title) == ("17", row["url"], "Ombra Daily", "Pier shut")
    assert (document.authors, document.translators, document.published) == (("Lena Okarro",), ("Jo Marek",), "2023-05-09")
    assert document.language == "en-GB"
    (bare,) = find([_write(tmp_path, {"text": row["text"], "publisher": "not this", "date": "1999-01-01"})])
    assert isinstance(bare, Original)
    assert (read(bare).outlet, read(bare).published) == (None, None)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"nonsense", "not a JSON object"),
        (b"[1, 2]", 'no "text"'),
        (b'{"text": 5}', 'no "text"'),
        (b'{"text": "cut', "not a JSON object"),
        (b'{"text": "\xff"}', "not UTF-8"),
        (b'{"text": "x", "title": 5}', '"title" is not a string'),
        (b'{"text": "x", "authors": [1]}', '"authors" is not a list of strings'),
        (b'{"text": ' + b"[" * 100_000, "not a JSON object"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_go_on(tmp_path: Path, line: bytes, reason: str) -> None:
    path = _write(tmp_path, {"text": "One."}, line, b"", {"text": "Two."})
    first, bad, last = find([path])
    assert isinstance(first, Original) and isinstance(last, Original)
    assert isinstance(bad, Skipped)
    assert bad.path == f"{path}:2"
    assert reason in bad.reason
    assert last.path == f"{path}:4"


def test_a_line_too_long_is_never_held_whole(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    with path.open("wb") as out:
        out.write(b'{"text": "One."}\n{"text": "')
        for _ in range(40):
            out.write(b"word " * 200_000)
        out.write(b'"}\n{"text": "Two."}')
    tracemalloc.start()
    first, long, last = find([str(path)], Limits(max_line_bytes=1_000_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(long, Skipped) and "longer than 1,000,000 bytes" in long.reason
    assert isinstance(first, Original) and isinstance(last, Original)
    assert peak < 8_000_000


def test_a_corpus_of_no_documents_says_so(tmp_path: Path) -> None:
    (found,) = find([_write(tmp_path, b"\n\n")])
    assert isinstance(found, Skipped)
    assert "no documents in it" in found.reason
