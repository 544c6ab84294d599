"""Bytes to text: which encoding, what is no text at all, and what was repaired."""

from __future__ import annotations

import codecs
import re

from rawi.errors import DamagedInput
from rawi.reading import kinds

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 200_000
"""Bytes that guessing an encoding looks at."""
_SEVEN_BIT = re.compile(r"iso-?2022|utf-?7|hz", re.I)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\r\x0c\x85]")
_CONTROL_SHARE, _NUL_SHARE = 0.02, 0.3
"""Shares of control characters and of NULs above which bytes are no text; broken programs pad text with NULs."""


def charset(media_type: str | None) -> str | None:
    """The charset that a Content-Type or an HTML meta element declares."""
    found = _CHARSET.search(media_type or "")
    return found[1] if found else None


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of ``data`` with line ends as ``\\n``, mojibake repaired, and notes on what was done. Raises DamagedInput for binary."""
    announced = kinds.magic(data[:64])
    if announced:
        raise DamagedInput(f"{name}: its bytes are {announced[1]}, not text; give it the ending that fits")
    text, notes = _encoded(data, declared)
    controls, nuls = len(CONTROL.findall(text)), text.count("\x00")
    if controls > 8 and (controls - nuls > _CONTROL_SHARE * len(text) or nuls > _NUL_SHARE * len(text)):
        raise DamagedInput(f"{name}: binary data, not text; convert it to .txt, .html, .pdf or .docx")
    if controls:
        notes += (f"{controls} control characters were removed",)
        text = CONTROL.sub("", text)
    text = _BREAKS.sub("\n", text)
    repaired = _repair(text)
    return repaired, (*notes, "mojibake was repaired") if repaired != text else notes


def _encoded(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace"), ()
    for encoding in _order(data, declared):
        try:
            return data.decode(encoding), () if encoding == "utf-8" else (f"decoded from {encoding}",)
        except (UnicodeError, LookupError):
            continue
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    if bad * 5 < sum(character > "\x7f" for character in text):
        return text, (f"{bad} damaged characters were replaced",)
    guessed = _guess(data)
    return data.decode(guessed, "replace"), (f"decoded from {guessed}, as far as can be told",)


def _order(data: bytes, declared: str | None) -> list[str]:
    """Encodings to try. Bytes that are whole UTF-8 are UTF-8 whatever is declared, except where every byte is ASCII anyway."""
    wide = _wide(data)
    if wide:
        return [wide]
    seven_bit = [declared] if declared and _SEVEN_BIT.match(declared) else []
    return [*seven_bit, "utf-8", *([declared] if declared else [])]


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark, told by where its NULs are."""
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 2.5 < len(head) / 2 or min(even, odd) * 20 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    return best.encoding if best else "cp1252"


def _repair(text: str) -> str:
    """Mojibake undone line by line, and nothing else: no character is prettified."""
    if text.isascii():
        return text
    from ftfy import TextFixerConfig, fix_encoding
    from ftfy.badness import is_bad

    if not is_bad(text):
        return text
    careful = TextFixerConfig(unescape_html=False, fix_c1_controls=False, replace_lossy_sequences=False)
    return "\n".join(fix_encoding(line, careful) if is_bad(line) else line for line in text.split("\n"))
