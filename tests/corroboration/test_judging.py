"""Status and voices, as docs/format.md defines them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import permutations

import pytest

from rawi.corroboration import judge
from rawi.records import Commitment, LinkKind


@dataclass(frozen=True)
class Cited:
    text: str
    kind: LinkKind = "person"
    meant: str = ""
    actor: str | None = None
    name: str | None = None


@dataclass(frozen=True)
class Told:
    document: str
    outlet: str | None = None
    chain: tuple[Cited, ...] = ()
    commitment: Commitment = "claimed"
    original: str = ""
    published: str | None = None
    firsthand: bool = False
    claim: str = field(default="")
    text: str = "the guards closed the mill"

    def __post_init__(self) -> None:
        object.__setattr__(self, "original", self.original or self.document)
        object.__setattr__(self, "claim", self.claim or f"c{self.document}{len(self.chain)}{self.commitment}")


DORR = Cited("Colonel Dorr", actor="a1", name="Ane Dorr")
TAMM = Cited("Ivo Tamm", actor="a2", name="Ivo Tamm")
OFFICIALS = Cited("officials", "unnamed")
CORVIN = Cited("Corvin", "publication")
MINISTRY = Cited("the Ministry of Order", "organization", actor="a3", name="Ministry of Order")
SPOKESMAN = Cited("Per Quist, spokesman of the Ministry of Order", actor="a4", name="Per Quist")
POST, NEWS = "The Lusk Post", "Corvin News"


@pytest.mark.parametrize(
    ("reports", "status", "voices", "names"),
    [
        ([Told("d1", POST, (DORR,))], "single", 1, ["Ane Dorr"]),
        ([Told("d1", POST, commitment="asserted")], "single", 1, [POST]),
        ([Told("d1", POST, (DORR,)), Told("d2", NEWS, (Cited("she", actor="a1", name="Ane Dorr"),))], "echoed", 1, ["Ane Dorr"]),
        ([Told("d1", POST, (DORR,)), Told("d2", NEWS, (TAMM,))], "corroborated", 2, ["Ane Dorr", "Ivo Tamm"]),
        ([Told("d1", POST, (DORR,)), Told("d1", POST, (TAMM,), claim="cz")], "corroborated", 2, ["Ane Dorr", "Ivo Tamm"]),
        ([Told("d1", POST, (DORR,)), Told("d2", NEWS, (TAMM,), "denied")], "contested", 1, ["Ane Dorr"]),
        ([Told("d1", POST, commitment="asserted"), Told("d2", POST, commitment="asserted")], "echoed", 1, [POST]),
        ([Told("d1", POST, commitment="asserted"), Told("d2", NEWS, commitment="asserted")], "echoed", 1, [POST]),
        ([Told("d1", POST, commitment="asserted"), Told("d2", NEWS, commitment="asserted", firsthand=True)], "corroborated", 2, None),
        ([Told("d1", POST, (DORR,)), Told("d2", NEWS, (Cited("Dorr", name="Dorr", actor="a7"),))], "echoed", 1, ["Ane Dorr"]),
        ([Told("d1", POST, (DORR,)), Told("d2", NEWS, (Cited("Ivo Dorr", name="Ivo Dorr", actor="a7"),))], "corroborated", 2, None),
        ([Told("d1", POST, (MINISTRY,)), Told("d2", NEWS, (SPOKESMAN,))], "echoed", 1, ["Ministry of Order"]),
        ([Told("d1", POST, (DORR,)), Told("d2", NEWS, (Cited("the local paper", "unnamed"),))], "echoed", 1, ["Ane Dorr"]),
        ([Told("d1", POST, (DORR,)), Told("d2", NEWS, (Cited("she", "unnamed"),))], "corroborated", 2, None),
        ([Told("d1", POST, (OFFICIALS,)), Told("d2", NEWS, (OFFICIALS,))], "corroborated", 2, ["officials", "officials"]),
        ([Told("d1", POST, (OFFICIALS,)), Told("d2", NEWS, (OFFICIALS,), original="d1")], "echoed", 1, ["officials"]),
        ([Told("d1", POST, (OFFICIALS,)), Told("d2", NEWS, commitment="asserted", original="d1")], "echoed", 1, ["officials"]),
        ([Told("d2", POST, (DORR,), original="d0"), Told("d3", NEWS, (TAMM,), original="d0")], "echoed", 1, ["Ane Dorr"]),
        ([Told("d1", NEWS, (DORR,)), Told("d2", POST, (CORVIN,))], "echoed", 1, ["Ane Dorr"]),
        ([Told("d1", NEWS, (OFFICIALS,)), Told("d2", POST, (CORVIN, OFFICIALS))], "echoed", 1, ["officials"]),
        ([Told("d2", POST, (CORVIN, OFFICIALS)), Told("d3", "Radio Ebbe", (CORVIN, OFFICIALS))], "echoed", 1, ["officials"]),
        ([Told("d2", POST, (CORVIN,)), Told("d3", "Radio Ebbe", (TAMM,))], "corroborated", 2, ["Corvin", "Ivo Tamm"]),
        ([Told("d1", POST, (DORR,)), Told("d2", NEWS, commitment="reported")], "echoed", 1, ["Ane Dorr"]),
        ([Told("d1", POST, commitment="reported"), Told("d2", NEWS, commitment="believed")], "echoed", 1, [POST]),
        ([Told("d1", POST, (DORR,)), Told("d2", NEWS, (Cited("who", "unnamed"),))], "echoed", 1, ["Ane Dorr"]),
        ([Told("d1", POST, (DORR,), "denied")], "single", 0, []),
        ([Told("d1", POST, (DORR,), "denied"), Told("d2", NEWS, (TAMM,), "denied")], "echoed", 0, []),
    ],
)
def test_status_and_voices(reports: list[Told], status: str, voices: int, names: list[str] | None) -> None:
    for order in permutations(reports):
        cluster = judge(order)
        assert (cluster.status, cluster.voices) == (status, voices)
        assert names is None or list(cluster.voice_names) == names
        assert cluster == judge(reports)


def test_a_contested_cluster_names_who_denies_it_and_states_what_is_affirmed() -> None:
    denied = Told("d1", POST, (TAMM,), "denied", published="2024-01-01", text="closing the mill")
    affirmed = Told("d2", NEWS, (DORR,), published="2024-01-02", text="the guards\nclosed the mill")
    cluster = judge([denied, affirmed])
    assert cluster.disputed_by == (denied.claim,)
    assert cluster.statement == "the guards closed the mill"
    assert cluster.reason == "Two reports, one voice (Ane Dorr): denied by Ivo Tamm."


def test_a_plain_negative_denies_what_others_say_without_one() -> None:
    fire = Told("d1", POST, (DORR,), text="the mill burned down in the night")
    assert judge([fire, Told("d2", NEWS, (TAMM,), text="there was no fire at the mill")]).status == "contested"
    assert judge([fire, Told("d2", NEWS, (TAMM,), text="no fewer than two mills burned down")]).status == "corroborated"
    late = Told("d1", POST, (DORR,), text="it will be spring before a boat can pass")
    assert judge([late, Told("d2", NEWS, (TAMM,), text="no boat will pass until March")]).status == "corroborated"


def test_who_denies_and_then_admits_affirms_and_who_withdraws_counts_no_more() -> None:
    denied = Told("d1", POST, (DORR,), "denied", published="2024-01-01")
    admitted = Told("d2", NEWS, (DORR,), "admitted", published="2024-01-03")
    assert (judge([denied, admitted]).status, judge([denied, admitted]).voices) == ("echoed", 1)
    first = Told("d3", NEWS, (TAMM,), published="2024-01-01")
    took_back = Told("d4", NEWS, (TAMM,), "denied", published="2024-01-05")
    cluster = judge([first, took_back, Told("d5", POST, (DORR,), published="2024-01-02")])
    assert (cluster.status, cluster.voice_names) == ("contested", ("Ane Dorr",))


def test_another_version_by_another_voice_makes_it_contested() -> None:
    nine = Told("d1", POST, (DORR,), text="nine people died")
    fourteen = Told("d2", NEWS, (TAMM,), text="fourteen people died")
    cluster = judge([nine], [fourteen])
    assert (cluster.status, cluster.voices, cluster.disputed_by) == ("contested", 1, (fourteen.claim,))
    assert judge([nine], [Told("d2", NEWS, (DORR,), text="fourteen people died")]).status == "single"


def test_the_reason_tells_copies_and_citations() -> None:
    reports = [
        Told("d1", NEWS, (DORR,), published="2024-01-01"),
        Told("d2", POST, (DORR,), published="2024-01-02", original="d1"),
        Told("d3", "Radio Ebbe", (CORVIN,), published="2024-01-03"),
    ]
    assert judge(reports).reason == "Three reports, one voice (Ane Dorr): one is a copy; Corvin News is cited by others."
    assert judge([Told("d1", POST, (DORR,), "denied")]).reason == "One report, only of a denial, by Ane Dorr; nobody here affirms it."


def test_the_cluster_is_named_after_its_smallest_claim() -> None:
    assert judge([Told("d1", claim="c2"), Told("d2", claim="c1")]).id == judge([Told("d9", claim="c1")]).id
