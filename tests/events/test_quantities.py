"""Numbers with their units, as a researcher would write them into a table."""

from collections.abc import Callable

import pytest

from rawi.events import MAKER, code
from rawi.records import Analysis, Claim, Quantity, Span

Analysed = Callable[..., Analysis]


def found(analysis: Analysis) -> list[tuple[float, str]]:
    return [(q.value, q.unit) for q in code(analysis, ())]


def only(analysis: Analysis) -> Quantity:
    (quantity,) = code(analysis, ())
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Rebels seized 14 trucks at the bridge.", 14, "trucks"),
        ("Rebels seized fourteen trucks at the bridge.", 14, "trucks"),
        ("Twenty-one women crossed the river.", 21, "women"),
        ("The herder lost two hundred and fifty goats in the fire.", 250, "goats"),
        ("More grain went to two million citizens.", 2_000_000, "citizens"),
        ("The navy captured a dozen boats.", 12, "boats"),
        ("They asked for half a million marks.", 500_000, "marks"),
        ("The well holds 80,000 barrels.", 80_000, "barrels"),
        ("The police held nine former officers.", 9, "former officers"),
        ("Turnout was 61 percent.", 61, "percent"),
        ("Turnout was 61.5% in the capital.", 61.5, "percent"),
        ("The kidnappers wanted $5 million in cash.", 5_000_000, "dollars"),
        ("The kidnappers wanted €300 in cash.", 300, "euros"),
        ("The blast killed 31.", 31, "people"),
        ("By evening the death toll had risen to 31.", 31, "people"),
        ("Three of her neighbours were arrested.", 3, "neighbours"),
        ("The pipeline cost $3.5 billion.", 3_500_000_000, "dollars"),
        ("The fund lost €2m.", 2_000_000, "euros"),
        ("The ministry spent US$1.2bn on wheat.", 1_200_000_000, "dollars"),
        ("She owes £300k to the bank.", 300_000, "pounds"),
        ("The gate cost 100,000 Syrian pounds.", 100_000, "Syrian pounds"),
        ("A quarter of a million pilgrims came.", 250_000, "pilgrims"),
        ("They asked for two and a half million dinars.", 2_500_000, "dinars"),
        ("A million and a half votes were cast.", 1_500_000, "votes"),
        ("A 5,000-strong force crossed the river.", 5000, "people"),
    ],
)
def test_value_and_unit(analysed: Analysed, text: str, value: float, unit: str) -> None:
    quantity = only(analysed(text))
    assert (quantity.value, quantity.unit, quantity.low, quantity.high) == (value, unit, value, value)
    assert not quantity.approximate


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "approximate"),
    [
        ("Some 30 fighters joined the faction.", 30, None, None, True),
        ("About 40 fighters joined the faction.", 40, None, None, True),
        ("At least 14 fighters joined the faction.", 14, 14, None, False),
        ("More than 20 fighters joined the faction.", 20, 20, None, False),
        ("The faction lost 20 or more fighters.", 20, 20, None, False),
        ("Up to 2,000 fighters joined the faction.", 2000, None, 2000, False),
        ("Nearly 50 fighters joined the faction.", 50, None, 50, True),
        ("Between 20 and 30 fighters joined the faction.", 25, 20, 30, True),
        ("The faction has 15 to 20 fighters.", 17.5, 15, 20, True),
        ("Dozens of fighters joined the faction.", 24, 24, None, True),
        ("Tens of thousands of fighters joined the faction.", 20_000, 20_000, None, True),
        ("Several dozen fighters joined the faction.", 24, 24, None, True),
        ("A few hundred fighters joined the faction.", 200, 200, None, True),
    ],
)
def test_hedges_keep_ranges_as_ranges(
    analysed: Analysed, text: str, value: float, low: float | None, high: float | None, approximate: bool
) -> None:
    quantity = only(analysed(text))
    assert quantity.unit == "fighters"
    assert (quantity.value, quantity.low, quantity.high, quantity.approximate) == (value, low, high, approximate)


def test_a_range_of_money_shares_its_scale(analysed: Analysed) -> None:
    quantity = only(analysed("The shutdown will cost the treasury between $30 million and $45 million."))
    assert (quantity.low, quantity.high, quantity.unit) == (30_000_000, 45_000_000, "dollars")


@pytest.mark.parametrize(
    ("text", "value", "whole", "unit"),
    [
        ("The Front took 12 seats in the 90-seat assembly.", 12, 90, "seats"),
        ("The Front took 12 seats in the 90-member assembly.", 12, 90, "seats"),
        ("Women hold 48 of the 320 seats.", 48, 320, "seats"),
        ("Two out of three voters stayed at home.", 2, 3, "voters"),
        ("One in four residents has left.", 1, 4, "residents"),
        ("Three in five residents have left.", 3, 5, "residents"),
        ("Half of the 40 residents have left.", 20, 40, "residents"),
        ("Two thirds of the 90 residents have left.", 60, 90, "residents"),
        ("Of the 60 residents, 14 have left.", 14, 60, "residents"),
        ("Six of the nine justices were named by the president.", 6, 9, "justices"),
        ("Three of the province's nine livestock markets are closed.", 3, 9, "livestock markets"),
    ],
)
def test_a_part_knows_its_whole(analysed: Analysed, text: str, value: float, whole: float, unit: str) -> None:
    quantity = only(analysed(text))
    assert (quantity.value, quantity.of, quantity.unit) == (value, whole, unit)


@pytest.mark.parametrize(
    "text",
    [
        "The law was passed in 2016.",
        "The drums held old registers from the 2016 census.",
        "The market burned on 3 March 2021.",
        "The raid began at 9:30 and ended at eleven o'clock.",
        "She has counted ballots for thirty years.",
        "A 34-year-old farmer was questioned.",
        "Petra Anselm, 34, sells feed.",
        "It was one of the largest factions.",
        "One such recruit is a baker.",
        "Rents fell below 2005 levels.",
        "A third of the barns burned.",
        "Some died in 2011 in Harun.",
        "The court split in a 6-2 ruling.",
        "A B-52 bomber crossed the border.",
        "Officials cite Article 5 of the charter.",
        "Statement No. 58 of the council praised the vote.",
    ],
)
def test_years_dates_hours_ages_and_numbered_things_are_no_quantities(analysed: Analysed, text: str) -> None:
    assert found(analysed(text)) == []


def test_evidence_is_the_words_that_say_so(analysed: Analysed) -> None:
    text = "The Front took 12 seats in the 90-seat assembly after some 30 boxes burned."
    seats, boxes = code(analysed(text), ())
    assert [text[s:e] for s, e in seats.evidence] == ["12 seats", "90-seat"]
    assert [text[s:e] for s, e in boxes.evidence] == ["some 30 boxes"]
    assert seats.document == "d1" and seats.maker == MAKER


def claim(name: str, text: str, content: str) -> Claim:
    start = text.index(content)
    span = Span(start, start + len(content))
    return Claim(id=name, document="d1", content=(span,), text=content, cue=(), chain=(), commitment="asserted", maker=MAKER)


def test_belongs_to_the_smallest_claim_around_it(analysed: Analysed) -> None:
    text = "Elders said the guards had burned nine houses. Two of the guards fled."
    whole = claim("whole", text, "Elders said the guards had burned nine houses")
    said = claim("said", text, "the guards had burned nine houses")
    houses, guards = code(analysed(text), (whole, said))
    assert houses.claim == "said"
    assert guards.claim is None


def test_the_frame_around_an_article_holds_none(analysed: Analysed) -> None:
    text = "12 comments\n\nThe guards burned nine houses."
    assert found(analysed(text, frame=(Span(0, 11),))) == [(9, "houses")]
