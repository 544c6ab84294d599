"""The examples, read end to end as ``make demo`` reads them: what a person would look for is in the ledger."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

import rawi
from rawi.records import Claim, Document

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"

PAGES = {
    "bellanga-gazette.pdf": ("The Bellanga Gazette", "Navy vows to crush creek bandits after Kettu kidnapping", "2024-06-04", "report"),
    "coastline-post.html": ("Coastline Post", "Nine engineers seized in Umbe delta", "2024-06-03", "report"),
    "free-plain-voice.txt": ("Free Plain Voice", "SPG thugs butcher 31 villagers at Ulmeth market", "2024-03-14", "report"),
    "kna-bulletin.docx": (
        "Kardesh News Agency",
        "Interior Ministry: situation in Sarn Province is under control",
        "2024-03-13",
        "bulletin",
    ),
    "la-quilla.txt": ("La Quilla", "A vote counted in the dark", "2023-11-21", "opinion"),
    "meridian-wire.txt": ("Meridian Wire", "Gunmen seize nine engineers at Umbe pumping station", "2024-06-02", "report"),
    "radio-ansel.html": ("Radio Ansel", "Observers praise calm vote as Front secures majority", "2023-11-20", "report"),
    "torvil-courier.html": ("The Torvil Courier", "Fourteen killed as shells hit livestock market in Ulmeth", "2024-03-13", "report"),
    "umbe-star-0604": ("Umbe Star", "Navy left Kettu before the raid, boatmen say", "2024-06-04", "report"),
    "tribune-1122": ("Ansel Tribune", "Judge says 3,200 ballots were burned in capital", "2023-11-20", "report"),
    "presidency-58": ("Office of the President of Quillara", "Statement on the general election", "2023-11-21", "statement"),
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[rawi.Ledger]:
    path = tmp_path_factory.mktemp("examples") / "rawi.db"
    summary = rawi.read(EXAMPLES, ledger=path, workers=1)
    assert (summary.read, summary.skipped) == (len(PAGES), ())
    with rawi.Ledger(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def documents(ledger: rawi.Ledger) -> dict[str, Document]:
    return {document.external_id or Path(document.path or "").name: document for document in ledger.documents()}


def claims(ledger: rawi.Ledger, document: Document, words: str) -> list[Claim]:
    """Claims of one document whose words contain ``words``."""
    return [claim for claim in ledger.claims(document=document.id) if words in " ".join(claim.text.split())]


@pytest.mark.parametrize("name", PAGES)
def test_metadata(documents: dict[str, Document], name: str) -> None:
    document = documents[name]
    assert (document.outlet, document.title, document.published, document.genre) == PAGES[name]


def test_translator_and_authors(documents: dict[str, Document]) -> None:
    assert documents["la-quilla.txt"].authors == ("Ramiro Ostende",)
    assert documents["la-quilla.txt"].translators == ("Greta Molvig",)
    assert documents["meridian-wire.txt"].authors == ("Sola Brandt", "Kofi Dane")


@pytest.mark.parametrize(
    ("name", "noise"),
    [
        ("torvil-courier.html", "plainsman77"),
        ("torvil-courier.html", "Subscribe"),
        ("coastline-post.html", "Pay them"),
        ("radio-ansel.html", "Share"),
    ],
)
def test_menus_and_comments_are_left_out(documents: dict[str, Document], name: str, noise: str) -> None:
    assert noise not in documents[name].text


@pytest.mark.parametrize(
    ("name", "words", "chain", "commitment"),
    [
        ("torvil-courier.html", "At least 14 people were killed", ["two officials at the district hospital"], "claimed"),
        ("free-plain-voice.txt", "14 people had died", ["The Torvil Courier", "two hospital officials"], "claimed"),
        ("free-plain-voice.txt", "the movement had any fighters in the valley", ["A spokesman for the Highland Front"], "denied"),
        ("torvil-courier.html", "pulled its last mortar crews", [], "reported"),
        ("meridian-wire.txt", "have paid about $1.2 million", [], "believed"),
        ("kna-bulletin.docx", "moved to the ridge without a written order", ["The minister"], "admitted"),
        ("bellanga-gazette.pdf", "the radar at the river mouth", ["She"], "admitted"),
        ("meridian-wire.txt", "more stations would be attacked", ["The diplomat"], "predicted"),
        ("umbe-star-0604", "any vessel was withdrawn", ["The navy"], "denied"),
        ("tribune-1122", "some 3,200 ballots had been burned", ["A judge of the Electoral Tribunal"], "claimed"),
        ("presidency-58", "No ballots were burned", [], "asserted"),
    ],
)
def test_who_says_it_and_how_far_the_words_commit(
    ledger: rawi.Ledger, documents: dict[str, Document], name: str, words: str, chain: list[str], commitment: str
) -> None:
    found = [([link.text for link in claim.chain], claim.commitment) for claim in claims(ledger, documents[name], words)]
    assert (chain, commitment) in found


def test_the_copy_is_found(ledger: rawi.Ledger, documents: dict[str, Document]) -> None:
    pairs = {(copy.document, copy.of) for copy in ledger.copies()}
    assert pairs == {(documents["coastline-post.html"].id, documents["meridian-wire.txt"].id)}


def test_the_dispute_is_contested(ledger: rawi.Ledger, documents: dict[str, Document]) -> None:
    (burned,) = {claim.cluster for claim in claims(ledger, documents["tribune-1122"], "some 3,200 ballots had been burned")}
    (denied,) = {claim.cluster for claim in claims(ledger, documents["tribune-1122"], "that ballots had been burned")}
    clusters = {cluster.id: cluster for cluster in ledger.clusters()}
    assert burned == denied and burned is not None
    assert clusters[burned].status == "contested"


def test_the_boats_are_disputed_by_the_navy_across_outlets(ledger: rawi.Ledger, documents: dict[str, Document]) -> None:
    (left,) = claims(ledger, documents["umbe-star-0604"], "Two navy patrol boats left the creek")
    (denied,) = claims(ledger, documents["bellanga-gazette.pdf"], "patrol boats had left Kettu")
    clusters = {cluster.id: cluster for cluster in ledger.clusters()}
    assert left.cluster is not None and left.cluster == denied.cluster
    assert clusters[left.cluster].status == "contested"
    assert denied.id in clusters[left.cluster].disputed_by


def test_one_actor_under_its_name_and_its_acronym(ledger: rawi.Ledger) -> None:
    names = [{name.text for name in actor.names} for actor in ledger.actors("SPG")]
    assert any({"SPG", "Sarn People’s Guard"} <= listed for listed in names)


def test_the_two_tolls_stand_side_by_side(ledger: rawi.Ledger, documents: dict[str, Document]) -> None:
    tolls = {
        name: {(q.value, q.low, q.high, q.unit) for q in ledger.quantities(documents[name].id)}
        for name in ("torvil-courier.html", "free-plain-voice.txt")
    }
    assert (14.0, 14.0, None, "people") in tolls["torvil-courier.html"]
    assert (31.0, 31.0, 31.0, "people") in tolls["free-plain-voice.txt"]


def test_seats_know_the_assembly_they_are_in(ledger: rawi.Ledger, documents: dict[str, Document]) -> None:
    assert (12.0, 90.0) in {(q.value, q.of) for q in ledger.quantities(documents["la-quilla.txt"].id)}


def test_loaded_words_of_each_side(ledger: rawi.Ledger, documents: dict[str, Document]) -> None:
    words = {name: {loaded.text.lower() for loaded in ledger.loaded(documents[name].id)} for name in PAGES}
    assert {"thugs", "butcher", "so-called", "puppet", "regime"} <= words["free-plain-voice.txt"]
    assert {"terrorist elements", "heroic"} <= words["kna-bulletin.docx"]
    assert {"bandits", "so-called", "mouthpiece"} <= words["bellanga-gazette.pdf"]
    assert words["meridian-wire.txt"] == set()


def test_the_pdf_is_what_its_maker_writes(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_examples", ROOT / "tools" / "make_examples.py")
    assert spec is not None and spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    maker.write_pdf(tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == (EXAMPLES / "kettu" / "bellanga-gazette.pdf").read_bytes()
    assert len(pypdf.PdfReader(tmp_path / "again.pdf").pages) == 2
