"""What a plain text's first and last lines say, over many layouts."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.errors import EmptyInput
from rawi.reading import read
from rawi.records import Document, Original

BODY = """The harbour council of Tel Aruna voted on Tuesday to close the eastern pier to fishing boats, its chairman said.

Fishermen blocked the coast road for six hours. “We have nowhere else to land,” said Orsin Pell, who owns two boats.

According to the port authority, the pier will be closed until October, and compensation of 400 aruns a month will be paid."""


@dataclass(frozen=True)
class Case:
    """One layout: what stands above and below the body, and what a careful reader takes from it."""

    head: str
    foot: str = ""
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    published: str | None = None
    framed: tuple[str, ...] = ()


HEADLINE = "Council shuts Aruna pier to fishing boats"
LAYOUTS = {
    "headline only": Case(f"{HEADLINE}\n\n", title=HEADLINE, framed=(HEADLINE,)),
    "no headline at all": Case(""),
    "site header, captions repeated": Case(
        f"Aruna News - Local News - Harbourpost\n\n{HEADLINE}\n\nPier protest\nPier protests\n",
        title=HEADLINE,
        outlet="Harbourpost",
        framed=("Harbourpost", "Pier protests"),
    ),
    "outlet first in the site header": Case(
        f"Meridel Voice | World\n\n{HEADLINE}\n\nBy Tessa Quill\n\n", title=HEADLINE, outlet="Meridel Voice", authors=("Tessa Quill",)
    ),
    "by and correspondent": Case(f"{HEADLINE}\nBy Tessa Quill, Coast Correspondent\n\n", title=HEADLINE, authors=("Tessa Quill",)),
    "name and role": Case(f"{HEADLINE}\n\nTessa Quill, Staff Writer\n\n", title=HEADLINE, authors=("Tessa Quill",)),
    "two authors, date with a time": Case(
        f"{HEADLINE}\n\nBy Tessa Quill and Bram Osei in Tel Aruna\n\nPublished: Tuesday, 12 March 2024, 10:32 GMT\n\n",
        title=HEADLINE,
        authors=("Tessa Quill", "Bram Osei"),
        published="2024-03-12",
    ),
    "bare name and translator": Case(
        f"{HEADLINE}\n\nKasim al-Doreh\n\nTranslated by Mina Fahrad\n\n",
        "\n\n\n\nLeave a Response",
        title=HEADLINE,
        authors=("Kasim al-Doreh",),
        translators=("Mina Fahrad",),
        framed=("Kasim al-Doreh", "Leave a Response"),
    ),
    "author above a shorter headline": Case(
        "Kasim al-Doreh\n\nThe pier that nobody wanted\n\n", title="The pier that nobody wanted", authors=("Kasim al-Doreh",)
    ),
    "masthead in capitals": Case(
        f"THE ARUNA GAZETTE\n\n{HEADLINE}\n\nMarch 12, 2024\n\n", title=HEADLINE, outlet="The Aruna Gazette", published="2024-03-12"
    ),
    "page title": Case(f"{HEADLINE} - Aruna Gazette\n\n", title=HEADLINE, outlet="Aruna Gazette"),
    "dateline with agency": Case(
        f"{HEADLINE}\n\nTEL ARUNA, 9 April 2024 (Meridel Press) — ",
        title=HEADLINE,
        outlet="Meridel Press",
        published="2024-04-09",
        framed=("TEL ARUNA, 9 April 2024 (Meridel Press) —",),
    ),
    "dateline in capitals without a headline": Case("TEL ARUNA — ", framed=("TEL ARUNA —",)),
    "question as a headline": Case("Who needs a pier?\n\nBy Tessa Quill\n\n", title="Who needs a pier?", authors=("Tessa Quill",)),
    "standfirst before the byline": Case(
        f"{HEADLINE}\n\nBoats will have to land at the northern quay until the autumn.\n\nBy Tessa Quill | 2024-03-12\n\n",
        title=HEADLINE,
        authors=("Tessa Quill",),
        published="2024-03-12",
    ),
    "place, date and agency on a line of their own": Case(
        f"{HEADLINE}\n\nTel Aruna, 12 March 2024 (MPA)\n\n", title=HEADLINE, published="2024-03-12", framed=("(MPA)",)
    ),
    "place and date": Case(f"{HEADLINE}\n\nTel Aruna, 12 March 2024\n\n", title=HEADLINE, published="2024-03-12"),
    "photo credit and buttons": Case(
        f"{HEADLINE}\n\nPhoto: Boats at the eastern pier / Bram Osei\n\nShare on Facebook\n\n4 min read\n\n",
        title=HEADLINE,
        framed=("Photo: Boats", "Share on Facebook", "4 min read"),
    ),
    "signed below, tags and copyright": Case(
        f"{HEADLINE}\n\n",
        "\n\n– Tessa Quill reporting\n\nTags: pier, fishing, council\n\n© 2024 Aruna Gazette. All rights reserved.",
        title=HEADLINE,
        outlet="Aruna Gazette",
        authors=("Tessa Quill",),
        framed=("Tags: pier", "All rights reserved"),
    ),
    "credits below": Case(
        f"{HEADLINE}\n\n", "\n\n(Reporting by Tessa Quill in Tel Aruna; editing by Bram Osei)", title=HEADLINE, authors=("Tessa Quill",)
    ),
    "note on the author": Case(
        f"{HEADLINE}\n\n",
        "\n\nTessa Quill is a columnist for a weekly on the coast.",
        title=HEADLINE,
        authors=("Tessa Quill",),
        framed=("a columnist",),
    ),
    "related articles below": Case(
        f"{HEADLINE}\n\n",
        "\n\nRelated articles\n\nFerry strike enters third week\n\nMayor opens new market hall",
        title=HEADLINE,
        framed=("Related articles", "Mayor opens new market hall"),
    ),
    "a place under the headline is nobody's name": Case(f"{HEADLINE}\n\nTel Aruna\n\n", title=HEADLINE, framed=("Tel Aruna",)),
    "a person in the news is not the author": Case(f"{HEADLINE}\n\nOrsin Pell\n\n", title=HEADLINE, framed=("Orsin Pell",)),
    "byline in capitals, day before month": Case(
        f"{HEADLINE}\nBY TESSA QUILL\n25/12/2023\n\n", title=HEADLINE, authors=("TESSA QUILL",), published="2023-12-25"
    ),
    "a date that may be two days is neither": Case(f"{HEADLINE}\n04/05/2023\n\n", title=HEADLINE),
}


def _read(text: str) -> Document:
    return read(Original(data=text.encode(), path="story.txt", media_type="text/plain"))


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_careful_reader_would_take_this_from_the_lines_around_an_article(name: str) -> None:
    case = LAYOUTS[name]
    document = _read(case.head + BODY + case.foot)
    assert document.title == case.title
    assert document.outlet == case.outlet
    assert document.authors == case.authors
    assert document.translators == case.translators
    assert document.published == case.published
    framed = "\n".join(document.text[start:end] for start, end in document.frame)
    for words in case.framed:
        assert words in framed


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_sentence_of_the_article_is_taken_for_its_frame(name: str) -> None:
    case = LAYOUTS[name]
    document = _read(case.head + BODY + case.foot)
    start = document.text.index("The harbour council")
    end = document.text.index("will be paid.") + len("will be paid.")
    assert all(frame.end <= start or frame.start >= end for frame in document.frame)


def test_a_text_wrapped_by_hand_has_no_title_but_its_headline() -> None:
    wrapped = (
        "The harbour council of Tel Aruna voted on Tuesday to close the eastern\n"
        "pier to fishing boats, its chairman said. Fishermen blocked the coast\n"
        "road for six hours and burned tyres.\n"
    )
    assert _read(wrapped).title is None
    assert _read(f"{HEADLINE}\n\n{wrapped}").title == HEADLINE


def test_a_text_of_one_sentence_is_all_article() -> None:
    document = _read("The council of Tel Aruna voted to close the eastern pier, its chairman said on Tuesday.")
    assert document.title is None
    assert document.frame == ()


def test_a_date_that_is_none_is_noted_and_left_out() -> None:
    line = b'{"text": "The harbour council closed the pier on Tuesday, it said.", "published": "last week"}'
    document = read(Original(data=line, media_type="application/x-ndjson"))
    assert document.published is None
    assert document.notes == ("date not understood: last week",)


def test_what_comes_beside_the_text_wins_over_what_its_lines_say() -> None:
    text = "Council shuts Aruna pier\\n\\nBy Tessa Quill\\n\\nThe harbour council closed the pier on Tuesday, it said."
    document = read(Original(data=f'{{"text": "{text}", "authors": ["Bram Osei"]}}'.encode(), media_type="application/x-ndjson"))
    assert document.title == "Council shuts Aruna pier"
    assert document.authors == ("Bram Osei",)


@pytest.mark.parametrize(
    "last",
    [
        "The council will vote again on 4 May 2024.",
        "By Orsin Pell, the council was told of three sunken boats.",
        "Police reported that nobody was hurt.",
        "Comments by the mayor were not heard over the noise, fishermen said.",
    ],
)
def test_a_short_last_paragraph_stays_in_the_article(last: str) -> None:
    document = _read(f"{HEADLINE}\n\n{BODY}\n\n{last}")
    assert [document.text[start:end] for start, end in document.frame] == [HEADLINE]
    assert document.authors == ()


@given(st.text(st.sampled_from(list("Aa Bb.\n\n-—|,:©By 12March2024'’“”?!()•\u00e9\u0301\U0001f600")), min_size=1, max_size=400))
@settings(max_examples=150, deadline=None)
def test_frames_are_ordered_ranges_of_any_text(text: str) -> None:
    try:
        document = _read(text)
    except EmptyInput:
        return
    ends = [0, *(end for _, end in document.frame)]
    assert all(end <= start < stop <= len(document.text) for end, (start, stop) in zip(ends, document.frame, strict=False))
