"""The example articles, read once for all tests that ask a ledger; readings of made-up articles for tests that store them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest

import rawi
from rawi import actors, corroboration
from rawi.analysis import analyse
from rawi.ledger import Ledger
from rawi.pipeline.settle import settle
from rawi.records import (
    Analysis,
    Claim,
    Commitment,
    Document,
    Event,
    Harm,
    Link,
    LinkKind,
    Maker,
    Mention,
    Original,
    Party,
    Period,
    Place,
    Reading,
    Span,
    Spans,
    digest,
)

Said: TypeAlias = tuple[str | None, str, str, Commitment]
"""Who (None: the article itself), cue, content, commitment."""

ROOT = Path(__file__).parent.parent
LUSK = Place("Lusk", "Lusk", "IE", 53.5, -6.1, 7)


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def examples_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of ``examples/``, read in this process; treat it as read-only."""
    path = tmp_path_factory.mktemp("examples") / "examples.db"
    rawi.read(ROOT / "examples", ledger=path, workers=1)
    return path


@pytest.fixture(scope="session")
def analysed() -> Callable[..., Analysis]:
    """Analyses an invented text as the pipeline does, for the rules unless ``encode``."""

    def analysed(
        text: str, *, encode: bool = False, language: str = "en", frame: Spans = (), outlet: str | None = None, published: str | None = None
    ) -> Analysis:
        document = Document(
            id="d1",
            external_id=None,
            path="invented.txt",
            url=None,
            outlet=outlet,
            title=None,
            authors=(),
            translators=(),
            published=published,
            language=language,
            genre="report",
            text=text,
            sha256="0" * 64,
            frame=frame,
        )
        (analysis,) = analyse([document], encode=encode)
        return analysis

    return analysed


@pytest.fixture(scope="session")
def tell() -> Callable[..., Reading]:
    """The reading of an article of sentences "who cue content.": a capitalised source is a person, another nameless."""

    def tell(path: str, outlet: str | None, published: str | None, *said: Said, opening: str = "", version: str = "1") -> Reading:
        maker = Maker("rawi", version)
        text, mentions, parts = opening, list[Mention](), []
        for who, cue, content, commitment in said:
            source, text = _append(text, who or "")
            verb, text = _append(text, cue)
            words, text = _append(text, content)
            text = text.removesuffix(" ") + ". "
            kind: LinkKind = "person" if who and who[0].isupper() else "unnamed"
            if who:
                mentions.append(Mention(*source, who, "person" if kind == "person" else "nominal"))
            parts.append((words, content, (verb,) if cue else (), (Link(who, (source,), kind),) if who else (), commitment))
        original = Original(data=text.encode(), path=path)
        document = Document(
            id="d" + original.sha256[:16],
            external_id=None,
            path=path,
            url=None,
            outlet=outlet,
            title=None,
            authors=(),
            translators=(),
            published=published,
            language="en",
            genre="report",
            text=text,
            sha256=original.sha256,
        )
        claims = tuple(
            Claim(
                id="c" + digest(document.id, *words),
                document=document.id,
                content=(words,),
                text=content,
                cue=cue,
                chain=chain,
                commitment=commitment,
                maker=maker,
            )
            for words, content, cue, chain, commitment in parts
        )
        named, aliases = actors.identify(document, mentions)
        return Reading(
            original=original,
            document=document,
            mentions=named,
            aliases=aliases,
            claims=claims,
            relations=(),
            events=(),
            times=(),
            quantities=(),
            loaded=(),
            signature=corroboration.sign(Analysis(document, (), (), (), ()), claims),
            maker=maker,
        )

    return tell


@pytest.fixture(scope="session")
def happen() -> Callable[..., Reading]:
    """A reading with an event more, on the last of its claims: parties are words of its text, ``named`` ones mentions of organizations."""

    def happen(told: Reading, **fields: Any) -> Reading:
        text = told.document.text
        given: dict[str, Any] = {"day": "2031-05-12", "place": LUSK} | fields

        def party(words: str) -> Party:
            start = text.rindex(words)
            return Party(words, (Span(start, start + len(words)),))

        claim = told.claims[-1]
        event = Event(
            id="e" + digest(told.document.id, len(told.events)),
            document=told.document.id,
            claim=claim.id if claim.chain or claim.cue else None,
            kind=given.get("kind", "ASSAULT"),
            mode=given.get("mode"),
            status=given.get("status", "done"),
            source=tuple(map(party, given.get("source", ()))),
            target=tuple(map(party, given.get("target", ()))),
            instruments=tuple(map(party, given.get("instruments", ()))),
            harm=tuple(Harm(effect, party(who), low, high) for effect, who, low, high in given.get("harm", ())),
            date=Period(given["day"], given.get("until", given["day"]), "that day") if given["day"] else None,
            place=given["place"],
            evidence=claim.content,
            maker=Maker("rawi.test", "1"),
        )
        mentions = [replace(m, key=None, document=None) for m in told.mentions]
        mentions += [Mention(*party(words).spans[0], words, "organization") for words in given.get("named", ())]
        known, aliases = actors.identify(told.document, sorted(mentions, key=lambda m: m.start))
        return replace(told, mentions=known, aliases=aliases, events=(*told.events, event))

    return happen


def _append(text: str, words: str) -> tuple[Span, str]:
    return Span(len(text), len(text) + len(words)), text + words + " " * bool(words)


@pytest.fixture(scope="session")
def shelled(tmp_path_factory: pytest.TempPathFactory, tell: Callable[..., Reading], happen: Callable[..., Reading]) -> Path:
    """A ledger of a raid on Lusk as four outlets tell it (two on one ministry's word), and of what happened elsewhere or did not."""
    ministry = ("Ministry of Order", "said", "the Harbour Guard shelled Lusk and killed 14 miners", "claimed")
    party: dict[str, Any] = {"source": ("Harbour Guard",), "named": ("Harbour Guard",), "mode": "heavy-weapons"}
    raid: dict[str, Any] = {**party, "harm": (("killed", "miners", 14, 14),)}
    nine = ("villagers", "said", "the Harbour Guard shelled Lusk, killing nine miners", "claimed")
    denied = ("Colonel Ane Dorr", "denied", "that the Harbour Guard killed miners in Lusk", "denied")
    march = (None, "", "Dockers march on Orland", "asserted")
    marched: dict[str, Any] = {"kind": "PROTEST", "mode": "demo", "source": ("Dockers",), "place": None, "day": "2031-06-01"}
    raided = ("clerks", "alleged", "the Harbour Guard will raid Orland", "alleged")
    told = [
        happen(tell("a.txt", "Lusk Post", "2031-05-13", ministry), **raid),
        happen(tell("b.txt", "Corvin News", "2031-05-13", ministry, opening="From Orland. "), **raid),
        happen(tell("c.txt", "Basin Wire", "2031-05-14", nine), **party, harm=(("killed", "miners", 9, 9),)),
        happen(tell("d.txt", "Guard Herald", "2031-05-14", denied), **party, harm=(("killed", "miners", None, None),)),
        happen(tell("e.txt", "Lusk Post", "2031-06-02", march), **marched),
        happen(tell("f.txt", "Lusk Post", "2031-06-03", raided), **party | {"mode": None}, status="threatened", day=None),
    ]
    path = tmp_path_factory.mktemp("shelled") / "rawi.db"
    with Ledger(path) as ledger:
        for reading in told:
            ledger.store(reading)
        settle(ledger)
    return path
