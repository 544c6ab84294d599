"""The linter of lexicon.yaml, and how its entries meet a text's words."""

from collections import Counter
from collections.abc import Callable, Mapping
from importlib.resources import files

import pytest
import yaml

from rawi.records import Analysis
from rawi.wording import weigh
from rawi.wording.lexicon import TAGS, lexicon

Analysed = Callable[..., Analysis]
Parts = Mapping[str, Mapping[str, Mapping[str, list[str]]]]


@pytest.fixture(scope="module")
def parts() -> Parts:
    data = yaml.safe_load(files("rawi.wording").joinpath("lexicon.yaml").read_text("utf-8"))
    return {part: data[part] for part in ("reasons", "leaning")}


def test_a_word_is_listed_once_for_each_part_of_speech(parts: Parts) -> None:
    listed = Counter(
        (word, section) for part in parts.values() for kinds in part.values() for section in TAGS for word in kinds.get(section, ())
    )
    assert [entry for entry, times in listed.items() if times > 1] == []


def test_every_reason_says_why_and_every_section_is_known(parts: Parts) -> None:
    assert all("why" in kinds for kinds in parts["reasons"].values())
    assert parts["leaning"].keys() <= parts["reasons"].keys()
    assert all(kinds.keys() <= {"why", *TAGS} for part in parts.values() for kinds in part.values())


def test_words_are_written_as_texts_are_looked_up(parts: Parts) -> None:
    words = [word for part in parts.values() for kinds in part.values() for section in TAGS for word in kinds.get(section, ())]
    assert [word for word in words if word != word.lower() or "’" in word] == []


def test_no_neutral_phrase_is_an_entry_as_well() -> None:
    rows = [entry for row in lexicon().entries.values() for entry in row]
    neutral = {entry.words for entry in rows if entry.reason is None}
    assert [entry.words for entry in rows if entry.reason is not None and entry.words in neutral] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The sectarianism of the guards and their venality emptied Torvil.", ["sectarianism", "venality"]),
        ("Their foot-dragging and sabre-rattling cost the town a year.", ["foot-dragging", "sabre-rattling"]),
        ("The bill stirred a hornet's nest.", ["hornet's nest"]),
        ("The bill stirred a hornet’s nest.", ["hornet’s nest"]),
        ("The mayor was a cat's-paw of the mill owners.", ["cat's-paw"]),
        ("The bill opened Pandora's box.", ["Pandora's box"]),
        ("A Trojan horse and two lapdogs sat in the cabinet.", ["Trojan horse", "lapdogs"]),
        ("The war machine wants more cannon fodder.", ["war machine", "cannon fodder"]),
        ("The fig leaves fell.", ["fig leaves"]),
    ],
)
def test_vices_and_figures_are_marked_whole(analysed: Analysed, text: str, words: list[str]) -> None:
    assert [loaded.text for loaded in weigh(analysed(text))] == words


@pytest.mark.parametrize(
    "text",
    [
        "The hot air balloon landed in spite of the wind.",
        "Growers fear that citrus canker will spread.",
        "The terror attacks were tried in Torvil.",
    ],
)
def test_neutral_compounds_are_left_alone(analysed: Analysed, text: str) -> None:
    assert weigh(analysed(text)) == ()
