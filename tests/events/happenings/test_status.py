"""Done, denied, planned, threatened, only supposed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.events.happenings.status import status_of
from rawi.events.parse import Parse
from rawi.records import Analysis

Reader = Callable[..., Analysis]


@pytest.mark.parametrize(
    ("text", "word", "kind", "status"),
    [
        ("The army bombed two depots on Monday.", "bombed", "ASSAULT", "done"),
        ("The army did not bomb the depots.", "bomb", "ASSAULT", "negated"),
        ("The army denied that it had bombed the depots.", "bombed", "ASSAULT", "negated"),
        ("Nobody attacked the convoy, the mayor said.", "attacked", "ASSAULT", "negated"),
        ("They left the town without burning any house.", "burning", "COERCE", "negated"),
        ("The council released no prisoners this week.", "released", "RETREAT", "negated"),
        ("The president will visit Harun in May.", "visit", "CONSULT", "planned"),
        ("The envoy is to visit Harun in May.", "visit", "CONSULT", "planned"),
        ("Rebels plan to attack the port.", "attack", "ASSAULT", "planned"),
        ("Rebels threatened to attack the port.", "attack", "ASSAULT", "threatened"),
        ("If rebels attack the port, the army will answer.", "attack", "ASSAULT", "hypothetical"),
        ("Rebels could attack the port.", "attack", "ASSAULT", "hypothetical"),
        ("The mayor urged the army to withdraw.", "withdraw", "RETREAT", "hypothetical"),
        ("The front will not accept the terms.", "accept", "REJECT", "done"),
        ("We will send grain, the minister said.", "send", "AGREE", "done"),
    ],
)
def test_a_status_is_read_off_the_words_around(analysed: Reader, text: str, word: str, kind: str, status: str) -> None:
    analysis = analysed(text)
    (token,) = (t for t in analysis.tokens if t.text == word)
    assert status_of(kind, token, Parse(analysis)) == status
