"""Word files: paragraphs, tables' cells, and core properties."""

from __future__ import annotations

import io
import zipfile

from rawi.errors import DamagedInput, EmptyInput, EncryptedInput, TooLarge
from rawi.reading.limits import Limits
from rawi.reading.page import people
from rawi.reading.shapes import Extracted
from rawi.records import Given, Original

_LOCKED = b"\xd0\xcf\x11\xe0"


def extract(original: Original, limits: Limits) -> Extracted:
    """A Word file's paragraphs, in order, separated by blank lines. Raises EncryptedInput, DamagedInput, TooLarge or EmptyInput."""
    _check(original, limits)
    import docx
    from docx.table import Table

    document = docx.Document(io.BytesIO(original.data))
    parts: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            parts.extend(dict.fromkeys(cell.text for row in block.rows for cell in row.cells))
        else:
            parts.append(block.text)
    text = "\n\n".join(part.strip() for part in parts if part.strip())
    if not text:
        raise EmptyInput(f"{original.name}: a document without text; text in pictures has to be typed out")
    properties = document.core_properties
    found = Given(
        title=" ".join((properties.title or "").split()) or None,
        authors=people([properties.author or ""]),
        language=properties.language or None,
    )
    return Extracted(text=text, found=found)


def _check(original: Original, limits: Limits) -> None:
    """What python-docx would trip over or fill the memory with."""
    if original.data.startswith(_LOCKED):
        raise EncryptedInput(f"{original.name}: locked by a password, or an old .doc under a new name; save an unlocked .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(original.data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError) as problem:
        raise DamagedInput(f"{original.name}: not a whole Word file ({problem}); get a whole copy") from None
    if sum(member.file_size for member in members) > 4 * limits.max_bytes:
        raise TooLarge(f"{original.name}: unpacks to far more than it should (a decompression bomb?); give its text as a .txt file")
