"""The corpus of many styles is what its tool makes of the marked text, and is well formed."""

import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from rawi.evaluation.corpus import load

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "evaluation"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_styles", ROOT / "tools" / "make_styles.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_corpus_is_made_of_the_marked_text(tool: ModuleType) -> None:
    made = tool.corpus((FOLDER / "styles.txt").read_text(encoding="utf-8"))
    assert made == (FOLDER / "styles.jsonl").read_text(encoding="utf-8"), "run python tools/make_styles.py"


def test_every_passage_is_of_its_length_and_name() -> None:
    articles = load(FOLDER / "styles.jsonl")
    assert len({article.id for article in articles}) == len(articles) == 40
    assert set(Counter(article.id.rpartition("-")[0] for article in articles).values()) == {5}
    assert {article.id: n for article in articles if not 80 <= (n := len(article.text.split())) <= 220} == {}


def test_every_attribution_is_whole() -> None:
    for article in load(FOLDER / "styles.jsonl"):
        (attributions,) = article.annotations
        for a in attributions:
            assert len(a.cue) == 1 and a.content and len(a.source) <= 1, (article.id, a)
            texts = [article.text[s:e] for spans in (a.source, a.cue, a.content) for s, e in spans]
            assert all(text and text == text.strip() for text in texts), (article.id, texts)


def test_marks_may_share_split_and_nest(tool: ModuleType) -> None:
    text, (first, second) = tool.unmark("[[t1|“No,”]] [[s1,2|she]] [[c1|said]], [[c2|adding]] [[t2|so]], [[t1|“[[t2|never]].”]]")
    assert text == "“No,” she said, adding so, “never.”"
    assert first == {"source": [[6, 9]], "cue": [[10, 14]], "content": [[0, 5], [27, 35]]}
    assert second == {"source": [[6, 9]], "cue": [[16, 22]], "content": [[23, 25], [28, 33]]}


@pytest.mark.parametrize("marked", ["[[s1|she", "she]]", "[[x1|she]]"])
def test_a_mark_without_its_end_or_role_is_told(tool: ModuleType, marked: str) -> None:
    with pytest.raises(ValueError, match="mark"):
        tool.unmark(marked)
