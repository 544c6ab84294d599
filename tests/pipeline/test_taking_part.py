"""Who takes part in events without a name, from files to the ledger."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rawi import pipeline
from rawi.actors import MERGE
from rawi.corroboration import join
from rawi.ledger import Ledger
from rawi.pipeline import Options
from rawi.pipeline.settle import settle
from rawi.records import Actor

ARTICLES = (
    "News from the river\n\nSoldiers abducted a shepherd near Garissa on 4 May 2021, Ane Dorr said in the evening. The shepherd was taken "
    "to the clinic of the town.\n\nOfficials were silent on the matter and the market stayed open.\n",
    "A report from the hills\n\nSoldiers abducted a shepherd near Garissa on 4 May 2021, Ivo Tamm said in the morning.\n\n"
    "The police arrested two bakers, and the ferry to the mill did not run on that day.\n",
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("taking")
    for number, text in enumerate(ARTICLES):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    with Ledger(folder / "rawi.db") as opened:
        pipeline.read([str(path) for path in sorted(folder.glob("*.txt"))], opened, Options(workers=1, method="rules"))
        yield opened


def parties(ledger: Ledger) -> dict[tuple[str, str], Actor]:
    """The actor of each party that has one, by document and words."""
    actors = {actor.id: actor for actor in ledger.actors()}
    return {(e.document, p.text): actors[p.actor] for e in ledger.events() for p in (*e.source, *e.target) if p.actor}


def test_each_document_has_its_own_with_their_kinds(ledger: Ledger) -> None:
    found = parties(ledger)
    shepherds = [actor for (_, text), actor in found.items() if text == "shepherd"]
    assert [actor.kind for actor in shepherds] == ["person", "person"] and len({actor.id for actor in shepherds}) == 2
    assert {actor.kind for (_, text), actor in found.items() if text in ("soldiers", "bakers")} <= {"group"}
    assert {actor.kind for (_, text), actor in found.items() if text == "police"} == {"organization"}
    assert all(len(actor.names) == 1 for actor in shepherds)


def test_who_takes_no_part_is_no_actor_and_the_named_are_listed_first(ledger: Ledger) -> None:
    names = [actor.name for actor in ledger.actors()]
    assert "Officials" not in names and "officials" not in names
    assert max(names.index("Ane Dorr"), names.index("Ivo Tamm")) < min(names.index("shepherd"), names.index("bakers"))
    assert [actor.name for actor in ledger.actors("shepherd")] == ["shepherd", "shepherd"]


def test_nobody_is_asked_whether_they_are_one_until_somebody_decides(ledger: Ledger) -> None:
    assert not list(ledger.doubts(MERGE))
    first, second = (actor.id for actor in ledger.actors("shepherd"))
    ledger.judge(first, second, "same", "Kit", "the same man")
    settle(ledger)
    assert len(list(ledger.actors("shepherd"))) == 1


def test_events_of_two_documents_join_though_their_doers_are_not_known(ledger: Ledger) -> None:
    told = list(ledger.told(kind="ASSAULT"))
    assert len(told) == 2 and all(telling.unnamed for telling in told)
    assert len(join(told)) == 1
