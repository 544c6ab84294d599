"""Invented packs of every shape that the schema allows."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from rawi.packs import Holder, Known, Pack, Tie
from rawi.packs.checking import UNPRINTABLE
from rawi.records import ActorKind

ALPHABET = st.one_of(
    st.sampled_from(" '\"\\#:,-[]{}&*!|>%@`~?.()/=0159aeéxnyشحکی\u200c\u0301𐎠"), st.characters(exclude_categories=["Cs", "Cc"])
)
TEXTS = st.one_of(
    st.text(ALPHABET, min_size=1, max_size=200).filter(lambda text: text.strip() and not UNPRINTABLE.search(text)),
    st.sampled_from(["null", "Yes", "2014", "2014-06-10", "1e3", "- a", "a: b", "a #b", "#a", "Kata'ib", "x" * 200, " a ", "é" * 150]),
)
URLS = st.one_of(TEXTS, st.integers(1, 400).map(lambda n: "https://example.org/" + "wiki/" * n))
SLUGS = st.from_regex(r"[a-z0-9]{1,60}(-[a-z0-9]{1,60}){0,3}", fullmatch=True)
DATES = st.one_of(st.none(), st.dates().map(str), st.integers(1000, 9999).map(str), st.dates().map(lambda date: date.isoformat()[:7]))
SCHEMES = st.dictionaries(st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,39}", fullmatch=True), URLS, max_size=4)


def lists(texts: st.SearchStrategy[str] = TEXTS, least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(texts, min_size=least, max_size=6, unique=True).map(tuple)


@st.composite
def periods(draw: st.DrawFn) -> dict[str, str | None]:
    """Since and until in their order: of one precision, or one of them unknown."""
    since, until = draw(DATES), draw(DATES)
    if since and until:
        shared = min(len(since), len(until))
        since, until = sorted((since[:shared], until[:shared]))
    return {"since": since, "until": until}


@st.composite
def actors(draw: st.DrawFn, id_: str, ids: list[str]) -> Known:
    kind: ActorKind = draw(st.sampled_from(get_args(ActorKind)))
    reference = st.one_of(st.none(), st.sampled_from(ids))
    only = {"country": lists(), "group": lists(), "organization": lists()}
    texts = draw(lists(least=1))
    cut = draw(st.integers(1, len(texts)))
    return Known(
        id=id_,
        name=texts[0],
        kind=kind,
        names=texts[1:cut],
        hostile=texts[cut:],
        adjectives=draw(only.get(kind, st.just(()))),
        people=draw(lists()) if kind in ("country", "group") else (),
        capital=draw(st.one_of(st.none(), TEXTS)) if kind == "country" else None,
        seats=draw(lists()) if kind == "country" else (),
        metonyms=draw(lists()) if kind == "country" else (),
        country=draw(reference),
        part_of=draw(reference),
        of=draw(reference) if kind == "office" else None,
        holders=tuple(
            Holder(person, draw(URLS), **draw(periods()))
            for person in (draw(st.lists(st.sampled_from(ids), max_size=3)) if kind == "office" else ())
        ),
        identifiers=tuple(draw(SCHEMES).items()),
        ties=tuple(Tie(draw(TEXTS), other, draw(URLS), **draw(periods())) for other in draw(st.lists(st.sampled_from(ids), max_size=3))),
        sources=draw(lists(URLS, least=1)),
    )


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    ids = draw(st.lists(SLUGS, max_size=4, unique=True))
    made = {(actor.name, actor.kind): actor for actor in [draw(actors(id_, ids)) for id_ in ids]}
    kept = {actor.id for actor in made.values()}
    return Pack(draw(SLUGS), draw(TEXTS), tuple(made.values()) if len(kept) == len(ids) else ())
