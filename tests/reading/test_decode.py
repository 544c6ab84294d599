"""Bytes become the text their writer saw, and what was changed is noted."""

from __future__ import annotations

import pytest

from rawi.errors import DamagedInput
from rawi.reading import read
from rawi.records import Document, Original

SENTENCE = "Der Rat von Ölmühl beschloß am Dienstag, die Fähre über die Lürn zu schließen, sagte die Bürgermeisterin am späten Abend."
CURLY = "“We can’t stay,” said the ferrymen’s spokeswoman — and nobody at the Café Ombra contradicted her on Tuesday evening."


def _read(data: bytes, media_type: str = "text/plain") -> Document:
    return read(Original(data=data, path="story", media_type=media_type))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_any_form_needs_no_declaration(encoding: str) -> None:
    assert _read(CURLY.encode(encoding)).text == CURLY


@pytest.mark.parametrize(("sentence", "encoding"), [(CURLY, "cp1252"), (SENTENCE, "cp1252")])
def test_an_old_encoding_is_guessed_and_noted(sentence: str, encoding: str) -> None:
    document = _read(f"{sentence}\n".encode(encoding) * 5)
    assert document.text.startswith(sentence)
    assert any("decoded from" in note for note in document.notes)


def test_a_declared_charset_is_believed_unless_the_bytes_are_utf_8() -> None:
    cyrillic = "Паром через Ломру закрыт до осени, сообщил совет."
    assert cyrillic in _read(f"<html><body><p>{cyrillic}</p></body></html>".encode("koi8-r"), "text/html; charset=koi8-r").text
    meta = f'<html><head><meta charset="iso-8859-1"></head><body><p>{CURLY}</p></body></html>'
    assert CURLY in _read(meta.encode(), "text/html").text


def test_mojibake_is_repaired_and_noted_and_nothing_is_prettified() -> None:
    broken = "Heâ€™s gone, the ferrymen said.\nThe ﬁrst boat — “Ombra”… left at 10½ o’clock.\n"
    document = _read(broken.encode())
    assert document.text == "He’s gone, the ferrymen said.\nThe ﬁrst boat — “Ombra”… left at 10½ o’clock.\n"
    assert "mojibake was repaired" in document.notes


def test_decomposed_letters_stay_as_they_were_written() -> None:
    assert _read("The cafe\u0301 was closed, the council said.".encode()).text == "The cafe\u0301 was closed, the council said."


def test_line_ends_are_one_kind_and_control_characters_go_with_a_note() -> None:
    document = _read(b"The pier\x00 was closed.\r\nThe council\x07 said so.\rIt rained.")
    assert document.text == "The pier was closed.\nThe council said so.\nIt rained."
    assert document.notes == ("2 control characters were removed",)


@pytest.mark.parametrize(
    "data", [b"\x7fELF\x02\x01" + bytes(range(256)), b"\x89PNG\r\n\x1a\nxx", b"\x1f\x8b\x08\x00abc", bytes(range(256)) * 9]
)
def test_what_is_no_text_is_not_read_as_text(data: bytes) -> None:
    with pytest.raises(DamagedInput, match=r"^story: "):
        _read(data)


def test_a_page_under_a_text_files_name_is_read_as_a_page() -> None:
    document = _read(f"<!doctype html><html><body><p>{CURLY}</p></body></html>".encode())
    assert document.text == CURLY
    assert document.notes == ("a web page under a text file's name",)
