"""Each fault of a pack is named, with what to do; nothing hostile gets further."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.errors import PackError
from rawi.packs import Known, Pack, check, parse, read, shipped
from rawi.packs.checking import faults, is_before, is_date

GUARD = {"id": "guard", "name": "Harbour Guard", "kind": "organization", "sources": ["https://example.org/guard"]}
CORRAN = {"id": "corran", "name": "Ilse Corran", "kind": "person", "sources": ["https://example.org/corran"]}
PAGE = "https://example.org"


def pack(*rows: object) -> dict[str, object]:
    return {"pack": "harbour", "title": "The harbour", "actors": list(rows)}


def test_a_sound_pack_has_no_faults() -> None:
    tie = {"kind": "leads", "object": "guard", "source": PAGE, "since": "2014", "until": "2014-06"}
    assert list(faults(pack(GUARD, CORRAN | {"ties": [tie]}))) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"nmae": "x"}, "no such keys: nmae"),
        ({"id": "Guard!"}, "an id is a slug"),
        ({"kind": "militia"}, "kind is one of person"),
        ({"kind": ["person"]}, "kind is a text"),
        ({"name": None}, "name is a text"),
        ({"names": "HG"}, "names is a list of texts"),
        ({"names": ["HG", 5]}, "names is a list of texts"),
        ({"names": ["HG", "HG"]}, "the name 'HG' stands 2 times"),
        ({"hostile": ["Harbour Guard"]}, "the name 'Harbour Guard' stands 2 times"),
        ({"names": ["H" * 201]}, "is longer than 200 characters"),
        ({"names": ["Harbour\tGuard"]}, "holds a control character"),
        ({"names": ["drauG \u202eruobraH"]}, "holds a control character"),
        ({"sources": []}, "it has no source"),
        ({"sources": ["a\x00b"]}, "sources: 'a\\x00b' holds a control character"),
        ({"capital": "Port Vell"}, "only the kind country has capital"),
        ({"country": "vellmar"}, "country: no actor has the id 'vellmar'"),
        ({"country": ["vellmar"]}, "country is a text"),
        ({"identifiers": "Q1"}, "identifiers name their schemes"),
        ({"identifiers": {"wikidata": 1}}, "identifiers name their schemes"),
        ({"ties": 5}, "ties is a list"),
        ({"ties": ["guard"]}, "ties 1: it has kind, object, source"),
        ({"ties": [{"kind": "leads", "object": ["guard"], "source": PAGE}]}, "ties 1: it has kind, object, source"),
        ({"ties": [{"kind": "leads", "object": "nobody", "source": PAGE}]}, "ties 1: no actor has the id 'nobody'"),
        ({"ties": [{"kind": "leads", "object": "guard", "source": PAGE, "since": "2014-13"}]}, "since: '2014-13' is no date"),
        ({"ties": [{"kind": "leads", "object": "guard", "source": PAGE, "since": "2015", "until": "2014-06"}]}, "it ends (2014-06) before"),
        ({"holders": []}, "only the kind office has holders"),
    ],
)
def test_each_fault_is_named_with_its_actor(change: dict[str, object], said: str) -> None:
    found = list(faults(pack(GUARD | change)))
    assert any(said in fault for fault in found), found
    assert all(fault.startswith(f"{(GUARD | change)['id']}: ") for fault in found)


def test_two_actors_of_one_id_or_of_one_name_and_kind() -> None:
    assert list(faults(pack(GUARD, GUARD))) == ["guard: the id stands 2 times"]
    found = list(faults(pack(GUARD, GUARD | {"id": "other"})))
    assert found == ["other: guard has the same name and kind; make them one, or say in the name which is which"]
    assert list(faults(pack(GUARD, GUARD | {"id": "other", "kind": "group"}))) == []


def test_an_id_of_another_pack_is_for_referring_to() -> None:
    beside = Pack("towns", "Towns", (Known(id="guard", name="Guard", kind="group", sources=(PAGE,)),))
    assert list(faults(pack(GUARD), [beside])) == ["guard: another pack has an actor with this id: towns"]
    assert list(faults(pack(CORRAN | {"country": "guard"}), [beside])) == []
    assert list(faults(pack(GUARD) | {"pack": "towns"}, [beside])) == [], "an edited copy of that pack itself"


@pytest.mark.parametrize("data", [None, 5, [], {}, {"pack": "a", "title": "A", "actors": {}}, {"pack": "a", "actors": []}])
def test_what_is_no_pack_at_all(data: object) -> None:
    assert list(faults(data)) == ["a pack has the keys pack, title and actors, and actors is a list"]


def test_a_pack_s_own_keys() -> None:
    assert [fault[:22] for fault in faults(pack() | {"pack": "A B"})] == ["pack: 'A B' is no slug"]
    assert (
        list(faults(pack() | {"title": "a\nb"})) == list(faults(pack() | {"title": None})) == ["title: say in one line what the pack holds"]
    )
    assert list(faults(pack("guard"))) == ["an entry of actors is no mapping: each begins with '- id: ...'"]


JSONISH = st.recursive(
    st.none() | st.integers() | st.text(max_size=3) | st.sampled_from(["guard", "person", "2014", "leads"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*GUARD, "ties", "holders", "country", "identifiers", "names", "object", "person", "source", "x"]), inner
        )
    ),
    max_leaves=12,
)


@given(st.lists(JSONISH, max_size=3))
def test_no_data_breaks_the_check_itself(rows: list[object]) -> None:
    assert all(isinstance(fault, str) for fault in faults(pack(*rows)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &all [x]\nb: *all", "line 1: an anchor or alias"),
        ("pack: *x", "line 1: an anchor or alias"),
        ("pack: !!python/object:os.system x", "line 1: a tag"),
        ("pack: !!int x", "line 1: a tag"),
        ("[" * 100_000, "line 1: nested deeper"),
        ("- " * 100_000, "line 1: nested deeper"),
        ("pack: a\npack: b", "the key 'pack' stands twice"),
        ("pack: [", "this is not YAML"),
        ("pack: a\n---\npack: b", "this is not YAML"),
        ("? [a]\n: b", "this is not YAML"),
        ("\x07", "this is not YAML"),
        ("", "a pack has the keys"),
    ],
)
def test_hostile_yaml_is_refused_at_once_with_its_reason(text: str, said: str) -> None:
    start = time.monotonic()
    with pytest.raises(PackError, match="invented: 1 fault") as refused:
        parse(text, "invented")
    assert said in str(refused.value)
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"pack: \xff\xfe", "not text in UTF-8"),
        ("pack: a".encode("utf-16"), "not text in UTF-8"),
        (b"\x00\x01\x02", "not text in UTF-8"),
        (b"#" * 20_000_001, "larger than 20 MB; split it"),
    ],
)
def test_files_that_are_no_text_or_too_large(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "pack.yaml"
    file.write_bytes(data)
    with pytest.raises(PackError) as refused:
        read(file)
    assert said in str(refused.value) and str(file) in str(refused.value)


def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.yaml"):
        made, found = check(path)
        assert made is None and "cannot be read" in found[0]


def test_a_file_may_refer_to_what_rawi_ships_and_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text("pack: a\ntitle: A\nactors:\n- {id: a, name: A, kind: person, country: iraq, sources: [b]}", "utf-8-sig")
    assert read(file).actors[0].country == "iraq"


def test_the_shipped_packs_have_no_faults_together() -> None:
    ids = [actor.id for ours in shipped() for actor in ours.actors]
    assert len(ids) == len(set(ids)) > 500


def test_dates_are_as_precise_as_they_are_written() -> None:
    assert all(map(is_date, ("2014", "2014-06", "2014-06-10", "0999")))
    assert not any(map(is_date, ("", "14", "2014-6", "2014-02-30", "2014-00", "0000", "٢٠١٤", "2014-06-10T00:00")))
    assert is_before("2013-12-31", "2014") and is_before("2014-05", "2014-06-10")
    assert not is_before("2014", "2014-06") and not is_before("2014-06-10", "2014-06-10")
