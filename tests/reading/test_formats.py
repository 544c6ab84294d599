"""Every format gives the article, its metadata and nothing else."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path

import docx
import pytest
from benchmarks.papers import FORMATS, Article, article, page, paper, pdf
from pypdf import PdfReader, PdfWriter

from rawi.errors import DamagedInput, EmptyInput, EncryptedInput, TooLarge, UnknownFormat
from rawi.reading import Limits, find, read
from rawi.records import Document, Original

MADE = article(7)


def _only(path: Path) -> Document:
    (found,) = find([str(path)])
    assert isinstance(found, Original)
    return read(found)


def _page(body: str, head: str = "") -> Document:
    markup = f"<!doctype html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    return read(Original(data=markup.encode(), media_type="text/html"))


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_article_comes_out_whole_and_in_paragraphs(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"story{suffix}"
    path.write_bytes(FORMATS[suffix](MADE))
    document = _only(path)
    assert MADE.body in document.text
    assert document.language == "en"
    assert document.genre == "report"


@pytest.mark.parametrize("suffix", [".txt", ".html", ".mhtml", ".pdf", ".docx", ".eml", ".jsonl", ".rss", ".warc"])
def test_headline_and_author_are_known(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"story{suffix}"
    path.write_bytes(FORMATS[suffix](MADE))
    document = _only(path)
    assert document.title == MADE.title
    assert document.authors == (MADE.author,)


def test_the_id_names_the_bytes() -> None:
    data = MADE.body.encode()
    document = read(Original(data=data, media_type="text/plain"))
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.id == "d" + document.sha256[:16]


def test_a_page_comes_without_menu_script_and_comments() -> None:
    document = read(Original(data=page(MADE), media_type="text/html"))
    assert document.outlet == MADE.outlet
    for junk in ("Home", "tracked", "Nobody reads this", "About us"):
        assert junk not in document.text


def test_a_page_declares_its_metadata_as_linked_data() -> None:
    data = {
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": "Ferries stay ashore",
                "datePublished": "2023-05-09T10:00:00+02:00",
                "author": [{"@type": "Person", "name": "Lena Okarro"}, {"@type": "Person", "name": "Jo Marek"}],
                "publisher": {"@type": "Organization", "name": "Ombra Daily"},
            }
        ]
    }
    document = _page(f"<article><p>{MADE.paragraphs[0]}</p></article>", f'<script type="application/ld+json">{json.dumps(data)}</script>')
    assert (document.title, document.published, document.outlet) == ("Ferries stay ashore", "2023-05-09", "Ombra Daily")
    assert document.authors == ("Lena Okarro", "Jo Marek")


def test_a_byline_in_the_page_names_its_authors() -> None:
    byline = '<p class="byline">By Lena Okarro and Jo Marek</p>'
    document = _page(f"<article><h1>Ferries stay ashore</h1>{byline}<p>{MADE.paragraphs[0]}</p><p>{MADE.paragraphs[1]}</p></article>")
    assert document.title == "Ferries stay ashore"
    assert document.authors == ("Lena Okarro", "Jo Marek")


def test_a_short_page_keeps_its_visible_text() -> None:
    assert "moored" in _page("<div>All boats are moored.</div><script>x()</script>").text


def test_a_pdf_is_joined_over_lines_pages_and_hyphens_without_its_running_heads() -> None:
    pages = [
        [
            "The Ombra Review 3",
            "",
            "The ferry crews have refused every of-",
            "fer since May, said their so-",
            "called strike council. It is not",
            "clear",
        ],
        [
            "The Ombra Review 4",
            "",
            "who speaks for the others.",
            "",
            "A second paragraph names the al-",
            "Taram family as owners.",
            "",
            "2",
        ],
        ["The Ombra Review 5", "", "A third follows here, which was an", "offer that nobody took.", "", "- 3 -"],
    ]
    text = read(Original(data=pdf(pages), media_type="application/pdf")).text
    assert "refused every offer since May" in text
    assert "so-called strike council. It is not clear who speaks for the others." in text
    assert "the al-Taram family" in text
    assert text.count("Ombra Review") == 1
    assert "- 3 -" not in text
    assert "others.\n\nA second paragraph" in text


def test_a_locked_pdf_says_so() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(paper(MADE))))
    writer.encrypt("a secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(EncryptedInput, match=r"strike\.pdf: locked by a password"):
        read(Original(data=out.getvalue(), path="strike.pdf", media_type="application/pdf"))


def test_a_scan_without_a_text_layer_says_so() -> None:
    with pytest.raises(EmptyInput, match="text recognition"):
        read(Original(data=pdf([[], []]), media_type="application/pdf"))


def test_a_damaged_pdf_says_so_and_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(DamagedInput, match=r"half\.pdf"):
        read(Original(data=paper(MADE)[:400], path="half.pdf", media_type="application/pdf"))
    assert capfd.readouterr() == ("", "")


def test_a_pdf_without_its_end_is_not_read_by_halves() -> None:
    with pytest.raises(DamagedInput, match="cut off"):
        read(Original(data=paper(MADE)[:-40], media_type="application/pdf"))


def test_a_word_table_is_read_with_the_paragraphs() -> None:
    made = docx.Document()
    made.add_paragraph("The ferries carried this many people, the port said.")
    table = made.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "May", "12,400"
    out = io.BytesIO()
    made.save(out)
    text = read(Original(data=out.getvalue(), media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document")).text
    assert text.endswith("May\n\n12,400")


def test_an_html_message_is_read_as_a_page() -> None:
    head = b"From: Lena Okarro <l@herald.example>\r\nSubject: Ferries\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    document = read(Original(data=head + page(MADE), media_type="message/rfc822"))
    assert MADE.paragraphs[1] in document.text
    assert document.title == "Ferries"


def test_markdown_front_matter_is_metadata_and_not_text() -> None:
    data = f"---\ntitle: Ferries\nauthor: Lena Okarro\ndate: 2023-05-09\n---\n\n{MADE.body}".encode()
    document = read(Original(data=data, media_type="text/markdown"))
    assert (document.title, document.authors, document.published) == ("Ferries", ("Lena Okarro",), "2023-05-09")
    assert document.text == MADE.body


def test_limits_and_unknown_types_are_named() -> None:
    with pytest.raises(TooLarge, match="split it"):
        read(Original(data=MADE.body.encode(), media_type="text/plain"), Limits(max_characters=100))
    with pytest.raises(TooLarge, match="larger than 100 bytes"):
        read(Original(data=MADE.body.encode(), media_type="text/plain"), Limits(max_bytes=100))
    with pytest.raises(UnknownFormat, match="convert it"):
        read(Original(data=b"\x89PNG\r\n\x1a\n0000", media_type="image/png"))
    with pytest.raises(EmptyInput):
        read(Original(data=b" \n ", media_type="text/plain"))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_parser_that_takes_too_long_is_stopped() -> None:
    slow = pdf([[f"The crews said it {number} times." for number in range(40)] for _ in range(60)])
    with pytest.raises(TooLarge, match=r"not read within 0\.02 seconds"):
        read(Original(data=slow, media_type="application/pdf"), Limits(read_seconds=0.02))


def test_a_text_too_short_to_tell_has_no_language() -> None:
    made = Article(title="", author="", outlet="", date="", paragraphs=("Ja, 14.",))
    assert read(Original(data=made.body.encode(), media_type="text/plain")).language == "und"
