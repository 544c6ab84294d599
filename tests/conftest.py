"""The example articles, read once for all tests that ask a ledger; readings of made-up articles for tests that store them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

import rawi
from rawi import actors, corroboration
from rawi.analysis import analyse
from rawi.records import Analysis, Claim, Commitment, Document, Link, LinkKind, Maker, Mention, Original, Reading, Span, Spans, digest

Said: TypeAlias = tuple[str | None, str, str, Commitment]
"""Who (None: the article itself), cue, content, commitment."""

ROOT = Path(__file__).parent.parent


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
            signature=corroboration.sign(document, claims),
            maker=maker,
        )

    return tell


def _append(text: str, words: str) -> tuple[Span, str]:
    return Span(len(text), len(text) + len(words)), text + words + " " * bool(words)
