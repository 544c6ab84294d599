"""The places of invented reports: what is found, where it is put, what is left alone."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest

from rawi.events import MAKER, find_places
from rawi.events.places.distances import apart
from rawi.records import Analysis, Located, Span

Analysed = Callable[..., Analysis]

NAMESAKES = ("Tripoli", "Santa Ana", "Hyderabad", "Cordoba")


def put(analysis: Analysis) -> list[tuple[str, str | None, str]]:
    """Text, country and precision of what does not act."""
    return [(p.text, p.place.country, p.place.precision) for p in find_places(analysis) if not p.acting]


def only(analysis: Analysis) -> Located:
    (located,) = find_places(analysis)
    return located


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A mine killed two herders in the town of Jalula.", [("Jalula", "IQ", "city")]),
        ("Shells fell on Deraa province overnight.", [("Deraa", "SY", "division")]),
        ("A mine killed a farmer in al-Qaim, Anbar.", [("al-Qaim", "IQ", "city"), ("Anbar", "IQ", "division")]),
        ("Two guards were found dead in Syria's Raqqa.", [("Syria", "SY", "country"), ("Raqqa", "SY", "city")]),
        ("Boats were burnt near Mocha.", [("Mocha", "YE", "near")]),
        ("Tents were burnt in the Rukban camp.", [("Rukban", "SY", "site")]),
        ("Looters came to Homs, Hama and Palmyra.", [("Homs", "SY", "city"), ("Hama", "SY", "city"), ("Palmyra", "SY", "city")]),
        ("GUNMEN KILLED A TEACHER IN SUCHITOTO IN THE DEPARTMENT OF CUSCATLAN LAST NIGHT.",
         [("SUCHITOTO", "SV", "city"), ("CUSCATLAN", "SV", "division")]),
    ],
)  # fmt: skip
def test_places_are_found_by_grammar_and_put_where_they_lie(analysed: Analysed, text: str, found: list[tuple[str, str, str]]) -> None:
    assert put(analysed(text)) == found


def test_a_town_says_which_division_it_lies_in_and_a_country_none(analysed: Analysed) -> None:
    town, country = find_places(analysed("Two guards were found dead in Mosul in northern Iraq."))
    assert (town.place.division, country.place.division) == ("Nineveh", None)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Lebanese gunners fired from Tripoli at dawn.", "LB"),
        ("Libyan gunners fired from Tripoli at dawn.", "LY"),
        ("Salvadoran gunners fired from Santa Ana at dawn.", "SV"),
        ("Deputies in Santa Ana, California, closed the court.", "US"),
        ("Indian police closed the roads to Hyderabad.", "IN"),
        ("Police closed the road from Karachi to Hyderabad.", "PK"),
        ("The march went through Cordoba, Andalusia, without harm.", "ES"),
        ("Argentine workers marched through Cordoba.", "AR"),
    ],
)
def test_the_story_says_which_namesake_is_meant(analysed: Analysed, text: str, country: str) -> None:
    assert {c for name, c, _ in put(analysed(text)) if name in text and name in ("Tripoli", "Santa Ana", "Hyderabad", "Cordoba")} == {
        country
    }


def test_a_name_that_is_said_to_lie_elsewhere_means_another_place(analysed: Analysed) -> None:
    text = "Troops left Valencia, Carabobo, on Monday. A choir from Valencia, Spain, had sung for them."
    assert [country for name, country, _ in put(analysed(text)) if name == "Valencia"] == ["VE", "ES"]


@pytest.mark.parametrize(
    "text",
    [
        "The Baghdad Post printed the list.",
        "A lecturer at the University of Mosul signed it.",
        "The Bank of Aleppo lent the money.",
        "Jordan Whitlow and Paris Merchant signed it.",
        "The Minsk agreements are dead.",
        "Iraqi and Syrian officers signed it.",
        "Lawyers for the Cali and Medellin cartels signed it.",
        "The March of the reading clubs was nice.",
    ],
)
def test_bodies_persons_treaties_peoples_and_common_words_are_no_places(analysed: Analysed, text: str) -> None:
    assert find_places(analysed(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Iran said that talks had failed.",
        "The minister accused Moscow of lying.",
        "The militia is backed by Iran.",
        "The Damascus government closed the office.",
    ],
)
def test_a_country_or_capital_that_stands_for_its_government_is_marked(analysed: Analysed, text: str) -> None:
    assert only(analysed(text)).acting


def test_a_capital_where_something_happens_is_not_marked(analysed: Analysed) -> None:
    assert not only(analysed("Two shells fell in Damascus at noon.")).acting


@pytest.mark.parametrize(
    ("text", "words", "kilometres"),
    [
        ("The convoy was hit 40 km north of Aleppo on Friday.", "40 km north of Aleppo", 40),
        ("The convoy was hit twenty-five miles south-west of Aleppo on Friday.", "twenty-five miles south-west of Aleppo", 40.2),
        ("The convoy was hit 12 kilometres from Aleppo on Friday.", "12 kilometres from Aleppo", 0),
        ("The convoy was hit 1,700 km from Aleppo on Friday.", "Aleppo", 0),
    ],
)
def test_a_distance_moves_the_point_where_the_direction_is_said(analysed: Analysed, text: str, words: str, kilometres: float) -> None:
    located, city = only(analysed(text)), only(analysed("A shell fell in Aleppo.")).place
    assert located.text == words
    assert city.latitude is not None and city.longitude is not None
    assert located.place.latitude is not None and located.place.longitude is not None
    moved = apart((city.latitude, city.longitude), (located.place.latitude, located.place.longitude))
    assert moved == pytest.approx(kilometres, abs=0.5)


def test_between_two_towns_is_half_of_the_way(analysed: Analysed) -> None:
    located = only(analysed("Guns cut the highway between Tikrit and Baiji."))
    assert (located.text, located.place.precision) == ("between Tikrit and Baiji", "near")
    assert located.place.latitude == pytest.approx(34.77, abs=0.05)


def test_there_and_the_town_stand_for_the_one_place_named_before(analysed: Analysed) -> None:
    text = "Shells fell on Homs at noon. Doctors left the city and nobody works there now."
    found = find_places(analysed(text))
    assert [p.text for p in found] == ["Homs", "the city", "there"]
    assert len({(p.place.latitude, p.place.longitude) for p in found}) == 1


def test_the_town_stands_for_none_where_two_are_named(analysed: Analysed) -> None:
    found = find_places(analysed("Shells fell on Homs and on Hama. Doctors left the city."))
    assert [p.text for p in found] == ["Homs", "Hama"]


def test_a_village_that_no_table_has_is_put_where_the_text_puts_it(analysed: Analysed) -> None:
    found = find_places(analysed("Raiders burnt the village of Qumbarleh, 10 km north of Hama, on Sunday."))
    assert (found[0].text, found[0].place.name, found[0].place.country, found[0].place.precision) == ("Qumbarleh",) * 2 + ("SY", "near")
    assert found[0].place.geonames is None and found[0].place.latitude == found[1].place.latitude


def test_a_dateline_says_where_the_story_is_and_is_itself_no_place_of_it(analysed: Analysed) -> None:
    text = "BEIRUT, 3 MAY\n\nShells fell on the port of Tripoli."
    found = find_places(analysed(text, frame=(Span(0, 13),)))
    assert [(p.text, p.place.country) for p in found] == [("Tripoli", "LB")]


def test_every_place_is_a_slice_with_its_maker_and_its_reasons(analysed: Analysed) -> None:
    analysis = analysed("Rebels took Azaz.\n\nThey then marched from Kilis to “Afrin”, 20 km from Azaz, and into Hatay province.")
    found = find_places(analysis)
    assert len(found) > 3
    for located in found:
        assert analysis.document.text[located.start : located.end] == located.text == located.place.text
        assert located.maker == MAKER and located.reasons
    assert [p.start for p in found] == sorted(p.start for p in found)
    assert pickle.loads(pickle.dumps(found)) == found == find_places(analysis)


@pytest.mark.parametrize(
    "text", ["", "Homs", ".", "IN", "40 km north of", "between Homs and", "حلب وحمص", "’s", "- , - .", "Homs and Hama and " * 300]
)
def test_odd_text_raises_nothing(analysed: Analysed, text: str) -> None:
    find_places(analysed(text))


def test_another_language_has_no_places(analysed: Analysed) -> None:
    assert find_places(analysed("Les obus sont tombés sur Homs.", language="fr")) == ()
