"""The measures, by hand on a small text and, to the last digit, against the reference scorer where it is at hand."""

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType

import pytest

from rawi.evaluation.corpus import Article, Attribution, attributions
from rawi.evaluation.measures import Counts, Figure, count, count_all, linked, total
from rawi.records import Span

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT.parent / "shared" / "score" / "attribution.py"

TEXT = "Besrat said the road was open. Elders denied it, and two clerks said the bridge had fallen."


def spans(*texts: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(t), TEXT.index(t) + len(t)) for t in texts)


MARKED = (
    Attribution(spans("Besrat"), spans("said"), spans("the road was open")),
    Attribution(spans("Elders"), spans("denied"), spans("it")),
    Attribution(spans("two clerks"), spans("said the bridge"), spans("the bridge had fallen")),
)


def figures(predicted: tuple[Attribution, ...]) -> dict[str, Figure]:
    return {name: sums.figure for name, sums in total([count(MARKED, predicted, TEXT)]).items()}


def test_what_people_marked_scores_full() -> None:
    assert set(figures(MARKED).values()) == {Figure(100.0, 100.0, 100.0)}


def test_nothing_predicted_scores_nothing() -> None:
    assert set(figures(()).values()) == {Figure(0.0, 0.0, 0.0)}


def test_one_of_three_exact() -> None:
    got = figures((MARKED[0],))
    assert got["source.exact"] == got["content.exact"] == got["linked.F1"] == Figure(100.0, 33.3, 50.0)


def test_characters_leave_white_space_out() -> None:
    # "road was" is 7 of the 14 + 2 + 18 letters marked as content
    got = figures((Attribution(spans("Besrat"), spans("said"), spans("road was")),))
    assert got["content.exact"] == Figure(0.0, 0.0, 0.0)
    assert got["content.chars"] == Figure(100.0, 20.6, 34.1)


def test_half_of_a_content_links_and_less_does_not() -> None:
    half = Attribution(spans("Besrat"), (), spans("road was"))  # 7 of 14 letters
    less = Attribution(spans("Besrat"), (), spans("road wa"))
    assert linked(MARKED, (half,), TEXT) == [(0, 0)]
    assert linked(MARKED, (less,), TEXT) == []


def test_the_wrong_source_is_no_link() -> None:
    assert linked(MARKED, (Attribution(spans("Elders"), (), spans("the road was open")),), TEXT) == []
    assert linked(MARKED, (Attribution((), (), spans("the road was open")),), TEXT) == []


def test_two_without_a_source_link() -> None:
    bare = Attribution((), spans("said"), spans("the road was open"))
    assert linked((bare,), (bare,), TEXT) == [(0, 0)]


def test_each_attribution_is_used_once_best_first() -> None:
    whole, part = MARKED[0], Attribution(spans("Besrat"), (), spans("road was open"))
    assert linked((whole,), (part, whole), TEXT) == [(0, 1)]


# --- agreement with the reference scorer ---


def random_articles(seed: int) -> tuple[list[dict[str, object]], dict[str, list[dict[str, list[list[int]]]]]]:
    """Articles of nonsense with one to four annotators and a prediction for most of them, as the reference reads them."""
    draw = random.Random(seed)

    def spans_in(text: str, most: int) -> list[list[int]]:
        rows = []
        for _ in range(draw.randint(0, most)):
            start = draw.randrange(len(text))
            rows.append([start, min(len(text), start + draw.randint(1, 25))])
        return rows

    def row(text: str) -> dict[str, list[list[int]]]:
        return {"source": spans_in(text, 2), "cue": spans_in(text, 1), "content": spans_in(text, 3)}

    def near(row: dict[str, list[list[int]]], size: int) -> dict[str, list[list[int]]]:
        moved = {role: [[max(0, s - draw.randint(0, 3)), min(size, e + draw.randint(0, 2))] for s, e in rows] for role, rows in row.items()}
        return moved if draw.random() < 0.6 else row

    gold: list[dict[str, object]] = []
    predicted: dict[str, list[dict[str, list[list[int]]]]] = {}
    for number in range(draw.randint(1, 7)):
        text = "".join(draw.choice("abc de\n ") for _ in range(draw.randint(30, 160)))
        first = [row(text) for _ in range(draw.randint(0, 6))]
        others = [
            [near(a, len(text)) for a in first if draw.random() < 0.8] + [row(text) for _ in range(draw.randint(0, 2))]
            for _ in range(draw.choice([0, 0, 1, 3]))
        ]
        gold.append(
            {
                "id": f"n{number}",
                "text": text,
                "annotations": [{"annotator": str(i), "attributions": a} for i, a in enumerate([first, *others])],
            }
        )
        if draw.random() < 0.9:
            predicted[f"n{number}"] = [near(a, len(text)) for a in first if draw.random() < 0.8] + [row(text)]
    return gold, predicted


def ours(seed: int) -> dict[str, dict[str, float]]:
    gold, predicted = random_articles(seed)
    counts: list[Counts] = []
    for row in gold:
        annotations = row["annotations"]
        assert isinstance(annotations, list)
        article = Article(str(row["id"]), str(row["text"]), tuple(attributions(a["attributions"]) for a in annotations))
        counts += count_all(article, attributions(predicted.get(article.id, [])))
    return {name: {"P": s.figure.precision, "R": s.figure.recall, "F1": s.figure.f1} for name, s in total(counts).items()}


PINNED: dict[str, dict[str, dict[str, float]]] = json.loads((Path(__file__).parent / "reference.json").read_text("utf-8"))


@pytest.mark.parametrize("seed", list(PINNED))
def test_agrees_with_figures_the_reference_gave(seed: str) -> None:
    assert ours(int(seed)) == PINNED[seed]


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference scorer is not beside the project; its pinned figures are tested above")
def test_agrees_with_the_reference_itself() -> None:
    reference = reference_scorer()
    for seed in range(1000, 1150):
        gold, predicted = random_articles(seed)
        assert ours(seed) == reference.score(gold, predicted), seed


def reference_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_attribution", REFERENCE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
