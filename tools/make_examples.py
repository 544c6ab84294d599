"""Writes the two examples that are not plain text: ``python tools/make_examples.py [FOLDER]``.

Their words stand here, so that whoever changes an example changes it here and runs this again.
"""

from __future__ import annotations

import sys
import textwrap
from datetime import datetime
from pathlib import Path

from docx import Document

BULLETIN = """\
Kardesh News Agency
Bulletin No. 212
Interior Ministry: situation in Sarn Province is under control
Torvil, 13 March 2024 (KNA)
The Ministry of the Interior said on Wednesday that the situation in Sarn Province was stable and that all units had returned to their \
posts after the incident in Ulmeth.
Minister Halim Besrat told reporters that six civilians lost their lives when terrorist elements of the Highland Front fired mortar \
rounds at the livestock market. The criminals fled toward the border, the minister stated, and will be brought to justice.
He dismissed reports that the Sarn People’s Guard had opened fire. “These are lies from websites that are run by the enemies of \
Kardesh,” he said. The Guard is a legal formation under the command of the state, the minister stressed, adding that its heroic fighters \
had evacuated more than 20 of the wounded.
The minister acknowledged that a unit of the Guard had been moved to the ridge without a written order and said that a commission of \
five officers would look into the matter.
The governor of Sarn, Irsa Dovan, announced that each bereaved family would receive 50,000 marks. According to the governor, three of \
the province’s nine livestock markets will remain closed until the end of the month.
The public is asked to rely on official sources only.
"""

REPORT = """\
THE BELLANGA GAZETTE
Navy vows to crush creek bandits after Kettu kidnapping
By Femi Oranto, Defence Correspondent
Port Halloran, 4 June 2024
The navy has surrounded the creeks around Kettu and will free the nine engineers “within days, not weeks”, Defence Minister Joel Abara \
said on Monday.
The engineers were dragged from their beds on Sunday by bandits of the so-called Umbe Liberation Army, a gang of oil thieves that \
preys on the delta. Mr Abara told the Gazette that his men had already killed four of the criminals and captured two speedboats. The \
gang denied that it had lost anyone.
An officer of naval intelligence said the kidnappers had demanded $5 million in cash. “All their talk of prisoners and villages is \
make-up on a robbery,” the officer said.
Commander Ruth Adisa, the navy’s spokeswoman, again rejected claims that patrol boats had left Kettu before the raid. She conceded, \
however, that the radar at the river mouth had been out of order since April.
The Umbe Star, a paper considered by many to be the mouthpiece of the militants, reported that the boats were seen leaving by \
fishermen. The information ministry has accused its editor of aiding kidnappers.
Production losses have reached 80,000 barrels a day, according to Pellmar Energy. Analysts at Corran Bank expect that the shutdown will \
cost the treasury between $30 million and $45 million if it lasts until the end of June.
Villagers in Kettu are reportedly hiding the gunmen. Mr Abara warned that anyone who shelters bandits will be treated as one of them.
"""


def write_docx(path: Path) -> None:
    """The bulletin as a Word document, its third line the title."""
    document = Document()
    agency, *_ = lines = BULLETIN.splitlines()
    properties = document.core_properties
    properties.author, properties.title = agency, lines[2]
    properties.created = properties.modified = datetime(2024, 3, 13, 14, 5)
    for number, line in enumerate(lines):
        document.add_paragraph(line, style="Title" if number == 2 else "Normal")
    document.save(str(path))


def typeset(text: str, width: int = 78) -> list[str]:
    """Lines of a page, long words broken at a hyphen, a blank line between paragraphs."""
    setter = textwrap.TextWrapper(width)
    lines: list[str] = []
    for paragraph in text.splitlines():
        lines += [*setter.wrap(paragraph), ""]
    return [*_hyphenated(lines)]


def _hyphenated(lines: list[str]) -> list[str]:
    """The same lines with one long first word in ten of them begun on the line before, as a newspaper's columns have it."""
    for number in range(9, len(lines), 10):
        word, _, rest = lines[number].partition(" ")
        if len(word) > 8 and word.isalpha() and lines[number - 1]:
            lines[number - 1] += f" {word[:4]}-"
            lines[number] = f"{word[4:]} {rest}".rstrip()
    return lines


def page(lines: list[str]) -> bytes:
    """The content stream that prints ``lines`` in 11 point Helvetica from the top of an A4 page."""
    rows = [line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") for line in lines]
    return b"BT /F1 11 Tf 15 TL 60 780 Td " + b"".join(b"(%b) Tj T*\n" % row for row in rows) + b"ET"


def write_pdf(path: Path, lines_a_page: int = 30) -> None:
    """The report as a PDF with a text layer and the facts of its publication in its information dictionary."""
    lines = typeset(REPORT)
    pages = [page(lines[at : at + lines_a_page]) for at in range(0, len(lines), lines_a_page)]
    kids = b" ".join(b"%d 0 R" % (5 + 2 * n) for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d /MediaBox [0 0 595 842] >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (Navy vows to crush creek bandits after Kettu kidnapping) /Author (Femi Oranto) /CreationDate (D:20240604050000Z) >>",
    ]
    for number, content in enumerate(pages):
        objects.append(b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (6 + 2 * number))
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    path.write_bytes(out + trailer % (size, table, size, len(out)))


def main(folder: Path) -> None:
    """Write both files under ``folder``, the examples' own when none is given."""
    write_docx(folder / "ulmeth" / "kna-bulletin.docx")
    write_pdf(folder / "kettu" / "bellanga-gazette.pdf")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "examples")
