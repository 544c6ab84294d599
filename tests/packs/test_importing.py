"""Packs made of FollowTheMoney entities and Wikidata items."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.errors import PackError
from rawi.packs import Holder, Known, Tie, dump, gathering, parse, shipped, slices
from rawi.packs.importing import Imported, Naming, from_file, from_followthemoney, from_wikidata
from rawi.packs.tables import tables
from rawi.records import ActorKind

NAMING = Naming(name="made", title="Made for a test", cited="Invented data", file="made.jsonl")
IRAQ, SYRIA = "Q796", "Q858"


def rows(found: Iterable[object]) -> list[bytes]:
    return [json.dumps(entity).encode() + b"\n" for entity in found]


def money(*entities: object) -> Imported:
    return from_followthemoney(rows(entities), NAMING)


def wiki(*items: object) -> Imported:
    return from_wikidata(rows(items), NAMING)


def by_id(imported: Imported) -> dict[str, Known]:
    assert parse(dump(imported.pack), "made", shipped()) == imported.pack
    return {actor.id: actor for actor in imported.pack.actors}


def entity(id_: str, schema: str, **properties: str | list[str]) -> dict[str, Any]:
    made = {key: value if isinstance(value, list) else [value] for key, value in properties.items()}
    return {"id": id_, "schema": schema, "properties": made}


GUARD = entity("g", "Organization", name="Harbour Guard", country="iq", sourceUrl="https://example.org/guard")
CORRAN = entity("c", "Person", name="Ilse Corran")


def test_a_followthemoney_actor() -> None:
    person = entity(
        "c-1",
        "Person",
        name=["Corran, Ilse", "Ilse Corran"],
        alias="Ilse\tof  the Pier",
        weakAlias="Ilsa",
        nationality="sy",
        country=["iq", "us"],
    )
    found = by_id(money(person | {"caption": "Ilse Corran"}))
    assert found["ilse-corran"] == Known(
        id="ilse-corran",
        name="Ilse Corran",
        kind="person",
        names=("Corran, Ilse", "Ilse of the Pier", "Ilsa"),
        country="syria",
        identifiers=(("followthemoney", "c-1"),),
        sources=("Invented data",),
    )


@pytest.mark.parametrize(
    ("schema", "ends", "subject", "kind"),
    [
        ("Membership", {"member": "c", "organization": "g"}, "ilse-corran", "member_of"),
        ("Employment", {"employee": "c", "employer": "g"}, "ilse-corran", "works_for"),
        ("Directorship", {"director": "c", "organization": "g"}, "ilse-corran", "leads"),
        ("Ownership", {"owner": "c", "asset": "g"}, "ilse-corran", "controls"),
        ("Ownership", {"owner": "c", "asset": "g", "percentage": "50.01 %"}, "ilse-corran", "controls"),
        ("Ownership", {"owner": "c", "asset": "g", "percentage": "12"}, "ilse-corran", "related_to"),
        ("Succession", {"successor": "g", "predecessor": "c"}, "harbour-guard", "succeeded"),
        ("Representation", {"agent": "c", "client": "g"}, "ilse-corran", "represents"),
        ("Family", {"person": "c", "relative": "g"}, "ilse-corran", "related_to"),
        ("Associate", {"person": "c", "associate": "g"}, "ilse-corran", "related_to"),
        ("UnknownLink", {"subject": "g", "object": "c"}, "harbour-guard", "related_to"),
    ],
)
def test_followthemoney_ties_and_their_directions(schema: str, ends: dict[str, str], subject: str, kind: str) -> None:
    interval = entity("i", schema, **ends, startDate=["2014-06-10T00:00:00"], endDate="2016", sourceUrl="https://example.org/tie")
    found = by_id(money(interval, GUARD, CORRAN))
    other = ({"ilse-corran", "harbour-guard"} - {subject}).pop()
    assert found[subject].ties == (Tie(kind, other, "https://example.org/tie", "2014-06-10", "2016"),)
    assert found[other].ties == ()


def test_followthemoney_positions_and_who_held_them() -> None:
    post = entity("p", "Position", name="Warden of the Harbour", organization="g", country="iq")
    held = [
        entity("o1", "Occupancy", holder="c", post="p", startDate="2020"),
        entity("o2", "Occupancy", holder="d", post="p", startDate="2014"),
    ]
    office = by_id(money(GUARD, CORRAN, entity("d", "Person", name="Odo Brand"), post, *held))["warden-of-the-harbour"]
    assert (office.kind, office.of, office.country) == ("office", "harbour-guard", "iraq")
    assert office.holders == (Holder("odo-brand", "Invented data", "2014"), Holder("ilse-corran", "Invented data", "2020"))


def test_what_is_left_out_is_counted_with_its_reason() -> None:
    made = money(
        GUARD,
        GUARD,
        entity("x", "Address", full="Pier 1"),
        entity("n", "Person"),
        entity("k", "Person", name=["Kay Long", "K" * 300], country=["iq", "us"]),
        entity("e", "Person", name="Somebody of Nowhere", country="zz"),
        entity("q", "PublicBody", name="The state", wikidataId=IRAQ),
        entity("m", "Membership", member="g", organization="gone"),
        entity("s", "Membership", member="g", organization="g"),
        entity("t", "Membership", member="q", organization="g"),
        entity("u", "Membership", member="g", organization="q", startDate="2016", endDate="2014"),
        {"neither": 1},
    )
    assert by_id(made)["harbour-guard"].ties == (Tie("member_of", "iraq", "https://example.org/guard"),)
    assert dict(made.left_out.counts) == {
        "actor that stood before": 1,
        "entity of a schema that is neither an actor's nor a tie's": 1,
        "actor without a name": 1,
        "name of more than 200 characters": 1,
        "country, where an actor has several": 1,
        "country that is in neither the slice nor a shipped pack": 1,
        "actor that rawi ships": 1,
        "tie to one that is in neither the slice nor a shipped pack": 1,
        "tie of an actor to itself": 1,
        "tie or term of an actor that rawi ships": 1,
        "not a FollowTheMoney entity": 1,
    }


def test_actors_of_one_name_are_told_apart_in_whichever_order_they_come() -> None:
    people = [entity(id_, "Person", name="Ilse Corran") for id_ in ("a1", "b2")] + [entity("c3", "Person", name="إلسا")]
    first, second = by_id(money(*people)), by_id(money(*reversed(people)))
    assert first == second
    assert {(id_, actor.name, actor.names) for id_, actor in first.items()} == {
        ("ilse-corran-a1", "Ilse Corran (a1)", ("Ilse Corran",)),
        ("ilse-corran-b2", "Ilse Corran (b2)", ("Ilse Corran",)),
        ("c3", "إلسا", ()),
    }


def test_a_name_that_rawi_ships_gives_another_id() -> None:
    assert list(by_id(money(entity("b", "Person", name="Iraq")))) == ["iraq-b"]


def item(id_: str, is_a: str | None, name: str, /, **claims: list[dict[str, Any]]) -> dict[str, Any]:
    types = {"P31": [statement(is_a)]} if is_a else {}
    return {"type": "item", "id": id_, "labels": {"en": {"language": "en", "value": name}}, "claims": types | claims}


def statement(to: str | None, since: str | None = None, until: str | None = None, rank: str = "normal") -> dict[str, Any]:
    qualifiers = {key: [snak_of_time(text)] for key, text in (("P580", since), ("P582", until)) if text}
    return {"mainsnak": snak({"entity-type": "item", "id": to}) if to else {"snaktype": "novalue"}, "qualifiers": qualifiers, "rank": rank}


def snak_of_time(text: str) -> dict[str, Any]:
    if text == "unknown":
        return {"snaktype": "somevalue"}
    padded = f"+{text}-00-00"[:11] if len(text) < 10 else f"+{text}"
    return snak({"time": f"{padded}T00:00:00Z", "precision": {4: 9, 7: 10, 10: 11}[len(text)]})


def snak(value: object) -> dict[str, Any]:
    return {"snaktype": "value", "datavalue": {"value": value}}


def test_a_wikidata_item_with_names_of_several_languages() -> None:
    labels = {"ar": "إلسا كوران", "fr": "Ilse Corran", "tr": "İlse Corran", "de": "Ilse die Große"}
    made = item("Q7000001", "Q5", "Ilse Corran", P27=[statement(SYRIA, until="2010"), statement(IRAQ)])
    made["labels"] |= {code: {"language": code, "value": text} for code, text in labels.items()}
    made["aliases"] = {"en": [{"language": "en", "value": "Ilsa Corran"}], "de": [{"language": "de", "value": "Die Ilse"}]}
    assert by_id(wiki(made))["ilse-corran"] == Known(
        id="ilse-corran",
        name="Ilse Corran",
        kind="person",
        names=("Ilsa Corran", "إلسا كوران", "İlse Corran"),
        country="iraq",
        identifiers=(("wikidata", "Q7000001"),),
        sources=("https://www.wikidata.org/wiki/Q7000001",),
    )


@pytest.mark.parametrize(
    ("key", "subject", "kind"),
    [
        ("P361", "guard", "part_of"),
        ("P463", "guard", "member_of"),
        ("P102", "guard", "member_of"),
        ("P488", "other", "leads"),
        ("P6", "other", "leads"),
        ("P35", "other", "leads"),
        ("P169", "other", "leads"),
        ("P1037", "other", "leads"),
        ("P112", "other", "founded"),
        ("P1365", "guard", "succeeded"),
        ("P1366", "other", "succeeded"),
    ],
)
def test_wikidata_ties_and_their_directions(key: str, subject: str, kind: str) -> None:
    guard = item("Q7000001", "Q43229", "Guard", **{key: [statement("Q7000002", "2014-06-10", "2016-07")]})
    found = by_id(wiki(item("Q7000002", "Q43229", "Other"), guard))
    assert found[subject].ties == (
        Tie(kind, "other" if subject == "guard" else "guard", "https://www.wikidata.org/wiki/Q7000001", "2014-06-10", "2016-07"),
    )


def test_wikidata_offices_and_what_is_over_nobody_knows_since_when() -> None:
    guard = item("Q7000001", "Q17149090", "Guard", P488=[statement("Q7000002", "2012", "unknown")])
    corran = item(
        "Q7000002", "Q5", "Ilse Corran", P39=[statement("Q7000003", "2014"), statement("Q7000001"), statement("Q99"), statement(None)]
    )
    office = item("Q7000003", "Q4164871", "Warden", P2389=[statement("Q7000001")], P17=[statement(IRAQ)])
    made = wiki(guard, corran, office)
    found = by_id(made)
    assert found["ilse-corran"].ties == (Tie("formerly_leads", "guard", "https://www.wikidata.org/wiki/Q7000001", "2012"),)
    assert found["warden"].holders == (Holder("ilse-corran", "https://www.wikidata.org/wiki/Q7000002", "2014"),)
    assert (found["warden"].of, found["warden"].country) == ("guard", "iraq")
    assert dict(made.left_out.counts) == {
        "term of an office that is none": 1,
        "term of an office to one that is in neither the slice nor a shipped pack": 1,
    }


@pytest.mark.parametrize(
    ("classes", "claims", "kind"),
    [
        (["Q5"], {}, "person"),
        (["Q515", "Q6256"], {}, "country"),
        (["Q515"], {}, None),
        (["Q7278"], {"P625": [{}]}, "organization"),
        (["Q98765432"], {}, "organization"),
        (["Q98765432"], {"P577": [{}]}, None),
        (["Q41710"], {}, "group"),
        ([], {}, None),
    ],
)
def test_what_a_wikidata_item_is(classes: list[str], claims: dict[str, Any], kind: str | None) -> None:
    made = wiki(item("Q7000001", None, "It", P31=[statement(name) for name in classes], **claims))
    assert [actor.kind for actor in made.pack.actors] == ([kind] if kind else [])


def test_deprecated_statements_say_nothing_and_preferred_countries_come_first() -> None:
    guard = item(
        "Q7000001",
        "Q43229",
        "Guard",
        P17=[statement(SYRIA), statement(IRAQ, rank="preferred")],
        P361=[statement(IRAQ, rank="deprecated")],
    )
    assert by_id(wiki(guard))["guard"].country == "iraq"
    assert by_id(wiki(guard))["guard"].ties == ()


def test_a_country_that_rawi_ships_is_referred_to_and_another_is_made() -> None:
    code = {"P297": [{"mainsnak": snak("VM")}]}
    made = wiki(
        item(IRAQ, "Q6256", "Irak"),
        item("Q7000009", "Q6256", "Vellmar", **code),
        item("Q7", "Q43229", "Guard", P17=[statement("Q7000009")]),
    )
    assert by_id(made)["vellmar"].identifiers == (("wikidata", "Q7000009"), ("iso3166", "VM"))
    assert by_id(made)["guard"].country == "vellmar"
    assert "iraq" not in by_id(made)


def test_the_array_form_and_gzip_and_broken_lines() -> None:
    data = b"\xef\xbb\xbf[\n" + json.dumps(item("Q7000001", "Q5", "Ilse")).encode() + b",\n{broken\n\xff\n5\n\n]\n"
    for form in (data, gzip.compress(data)):
        made = from_file(io.BytesIO(form), NAMING)
        assert made.format == "Wikidata" and list(by_id(made)) == ["ilse"]
        assert made.left_out.broken == 3
        assert [reason.split(" (")[0] for reason in made.left_out.reasons] == [
            "made.jsonl:3: not a JSON object",
            "made.jsonl:4: not UTF-8; save the file as UTF-8",
            "made.jsonl:5: not a JSON object; an entity is one whole object on a line",
        ]


def test_the_format_is_recognised_by_the_first_entity() -> None:
    assert from_file(io.BytesIO(b"".join(rows([{"a": 1}, GUARD]))), NAMING).format == "FollowTheMoney"
    for data in (b"", b"hello", b'{"a": 1}', b"[1, 2]", b"\x00" * 100, b"[" * 100_000):
        with pytest.raises(PackError, match=r"made\.jsonl: no FollowTheMoney entities and no Wikidata items"):
            from_file(io.BytesIO(data), NAMING)


def test_a_cut_off_gzip_file_is_told() -> None:
    whole = gzip.compress(b"".join(rows(entity(str(n), "Person", name=f"Person {n}") for n in range(2000))))
    with pytest.raises(PackError, match="damaged or cut off"):
        from_file(io.BytesIO(whole[:-100]), NAMING)


def test_a_line_too_long_is_skipped_and_never_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "MAX_LINE", 200)
    long = entity("l", "Person", name="L" * 1000)
    made = from_file(io.BytesIO(b"".join(rows([CORRAN, long, entity("b", "Person", name="Odo Brand")]))), NAMING)
    assert set(by_id(made)) == {"ilse-corran", "odo-brand"}
    assert made.left_out.reasons == ["made.jsonl:2: the line is longer than 200 bytes; no entity is"]
    assert max(map(len, slices.lines(io.BytesIO(b"x" * 10_000), "made.jsonl"))) == 201


def test_more_actors_than_a_pack_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MAX_ACTORS", 1)
    with pytest.raises(PackError, match="give a smaller slice"):
        money(GUARD, CORRAN)


JSONISH = st.recursive(
    st.none()
    | st.integers()
    | st.text(max_size=6)
    | st.sampled_from(["Q5", "Q7000001", "Q7000002", "2014", "value", "\x00\u202e\ud800 ", "X" * 201]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["value", "id", "mainsnak", "datavalue", "qualifiers", "P580", "rank", "time", "precision", "numeric-id"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=15,
)
STATEMENT = st.builds(
    statement, st.sampled_from(["Q5", "Q43229", "Q4164871", "Q7000001", "Q7000002", IRAQ]), since=st.sampled_from([None, "2014"])
)
ITEMS = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["Q7000001", "Q7000002", IRAQ]),
        "claims": st.dictionaries(
            st.sampled_from(["P31", "P39", "P361", "P488", "P17", "P27", "P297", "P1001"]),
            st.lists(STATEMENT | JSONISH, max_size=3) | JSONISH,
        ),
    },
    optional={
        "labels": st.dictionaries(st.sampled_from(["en", "ar", "fr"]), st.fixed_dictionaries({"value": JSONISH}) | JSONISH) | JSONISH,
        "aliases": st.dictionaries(st.just("en"), JSONISH) | JSONISH,
    },
)
MONEY = st.fixed_dictionaries(
    {
        "id": JSONISH | st.sampled_from(["a", "b"]),
        "schema": st.sampled_from(["Person", "Position", "Membership", "Occupancy", "Ownership"]),
        "properties": st.dictionaries(
            st.sampled_from(
                ["name", "alias", "country", "member", "organization", "holder", "post", "sourceUrl", "startDate", "endDate", "percentage"]
            ),
            st.lists(st.sampled_from(["a", "b", "2014", "2013-01", "iq", "\x85"]) | JSONISH, max_size=3) | JSONISH,
        ),
    },
    optional={"caption": JSONISH},
)


@settings(deadline=None)
@given(st.lists(ITEMS, max_size=4))
def test_whatever_wikidata_holds_the_pack_is_sound(items: list[object]) -> None:
    by_id(wiki(*items))


@settings(deadline=None)
@given(st.lists(MONEY, max_size=5))
def test_whatever_followthemoney_holds_the_pack_is_sound(entities: list[object]) -> None:
    by_id(money(*entities))


def test_the_tables_name_kinds_that_there_are() -> None:
    assert set(tables()["followthemoney"]["kinds"].values()) <= set(get_args(ActorKind))
    assert set(tables()["wikidata"]["kinds"]) == {*get_args(ActorKind), "none"}
    classes = [name for several in tables()["wikidata"]["kinds"].values() for name in several]
    assert len(classes) == len(set(classes))


def test_the_page_shows_the_tables(root: Path) -> None:
    shown = (root / "docs/packs.md").read_text("utf-8").partition("## Importing")[2]
    money, _, wiki = shown.partition("### Wikidata")
    table = tables()["followthemoney"]
    assert all(f"`{word}`" in money for word in (*table["kinds"], *table["names"], *table["country"], *table["ties"]))
    for schema, tie in table["ties"].items():
        (row,) = [line.split(" | ") for line in money.splitlines() if line.startswith(f"| `{schema}` ") and line.count("|") == 5]
        assert f"`{tie['subject']}`" in row[1] and f"`{tie['object']}`" in row[3]
        assert f"`{tie['kind']}`" in row[2] or tie["kind"] == "holds"
    for key, tie in tables()["wikidata"]["ties"].items():
        (row,) = [line.split(" | ") for line in wiki.splitlines() if line.startswith("|") and f"{key} " in line]
        assert ("the item" in row[1]) == (tie["item"] == "subject")
        assert f"`{tie['kind']}`" in row[2] or tie["kind"] == "holds"
    assert all(f"{key} " in wiki for key in tables()["wikidata"]["not_actors"])


def test_the_page_s_example_is_a_pack_and_its_kinds_of_ties_are_those_in_use(root: Path) -> None:
    page = (root / "docs/packs.md").read_text("utf-8")
    example = page.partition("```yaml\n")[2].partition("```")[0]
    assert len(parse(example, "example", shipped()).actors) == 4
    kinds = {tie.kind for ours in shipped() for actor in ours.actors for tie in actor.ties}
    kinds |= {tie["kind"] for table in tables().values() for tie in table["ties"].values()} - {"holds"}
    ties = page.partition("## Ties")[2].partition("## Checking")[0]
    assert all(f"`{kind}`" in ties for kind in kinds)
    assert all(f"`{field.name}`" in page for field in fields(Known))
