"""What is written is read back as it was."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from tests.packs.strategies import packs

from rawi.packs import Pack, parse, shipped
from rawi.packs.writing import dump


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(packs())
def test_any_pack_is_read_back_equal_from_lines_that_fit(pack: Pack) -> None:
    text = dump(pack)
    assert parse(text, "invented") == pack
    assert max(map(len, text.split("\n"))) <= 140


@pytest.mark.parametrize("pack", shipped(), ids=lambda pack: pack.name)
def test_a_shipped_pack_is_read_back_equal(pack: Pack) -> None:
    assert parse(dump(pack), pack.name, shipped()) == pack


def test_the_form_is_the_house_s() -> None:
    written = """\
pack: harbour
title: The harbour war
actors:

  - id: harbour-guard
    name: Harbour Guard
    kind: organization
    names: [HG, "Guard's Men", "حرس الميناء"]
    hostile: [Dock Gangs]
    country: vellmar
    identifiers: {wikidata: Q1}
    ties:
      - {kind: part_of, object: vellmar, since: "2014", until: 2015-06-10, source: "https://example.org/guard"}
    sources: ["https://example.org/guard"]

  - id: vellmar
    name: Vellmar
    kind: country
    capital: Port Vell
    sources: ["https://example.org/vellmar"]
""".replace('"حرس الميناء"', "حرس الميناء")
    assert dump(parse(written, "harbour")) == written


def test_long_lists_are_filled_lines() -> None:
    names = ", ".join(f"Harbour Guard of Pier {n}" for n in "ABCDEFGHIJ")
    text = f"pack: a\ntitle: A\nactors:\n- {{id: a, name: A, kind: person, sources: [b], names: [{names}]}}"
    lines = dump(parse(text, "a")).splitlines()
    start = lines.index("    names: [")
    assert lines[start + 1].startswith("      Harbour Guard of Pier A, Harbour Guard of Pier B, ")
    assert lines[start + 3] == "    ]"
