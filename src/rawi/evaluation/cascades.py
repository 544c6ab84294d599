"""Corroboration measured end to end: reports of one story in, what stands on how many voices held against a careful reading.

A corpus is JSON Lines, one story a line: ``{"id", "articles": [{"id", "outlet", "published", "title", "text"}], "claims": [{"id",
"status", "voices", "mentions": [{"article", "quote", "commitment"}]}], "copies": [{"article", "of"}]}``. A mention is found where a
claim of rawi's shares half of the shorter one's characters with its quote, which stands in its article's text once; each claim is used
once, best first. Measures, one ledger a story:

- ``found``: mentions found;
- ``pairs``: pairs of mentions of one claim that are in one cluster;
- ``status``, ``voices``: claims whose cluster, the one that most of their mentions are in, has the status, and the number of voices;
- ``disputed``: claims that are contested;
- ``commitment``: found mentions whose commitment is right;
- ``copies``: pairs of articles of which one repeats the other.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rawi import pipeline
from rawi.attribution import Method
from rawi.evaluation.attribution import intervals
from rawi.evaluation.coding import load_some
from rawi.evaluation.measures import Count, Counts, Figure, total
from rawi.ledger import Ledger
from rawi.records import Claim, Cluster

ENOUGH = 0.5
_GIVEN = ("id", "outlet", "published", "title", "text")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of an article that make a claim."""

    article: str
    start: int
    end: int
    commitment: str
    claim: str


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of the story, and how it stands."""

    id: str
    status: str
    voices: int


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one story with their careful reading; ``articles`` are as ``rawi read`` takes them."""

    id: str
    articles: tuple[dict[str, Any], ...]
    claims: tuple[Told, ...]
    mentions: tuple[Mention, ...]
    copies: frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class CascadesReport:
    """The figures of one corpus."""

    corpus: str
    sha256: str
    stories: int
    method: str
    figures: dict[str, Figure]
    intervals: dict[str, tuple[float, float]]


def evaluate_cascades(corpus: Path, method: Method = "learned") -> CascadesReport:
    """Read each story of ``corpus`` into a ledger of its own, as rawi reads any articles, and measure it. Raises InputError."""
    stories = load_stories(corpus)
    counts = []
    for story in stories:
        with read_story(story, method) as ledger:
            counts.append(count(story, ledger))
    return CascadesReport(
        corpus=corpus.name,
        sha256=hashlib.sha256(corpus.read_bytes()).hexdigest(),
        stories=len(stories),
        method=f"corroborated, {method}",
        figures={name: one.figure for name, one in total(counts).items()},
        intervals=intervals([[one] for one in counts]),
    )


def load_stories(corpus: Path) -> tuple[Story, ...]:
    """The stories of a corpus. Raises DamagedInput."""
    return load_some(corpus, _story, "a story with id, articles, claims and copies", __name__)


@contextmanager
def read_story(story: Story, method: Method = "learned") -> Iterator[Ledger]:
    """A ledger of the story's articles; it is gone when the context ends."""
    with TemporaryDirectory() as folder, Ledger(Path(folder, "rawi.db")) as ledger:
        corpus = Path(folder, "story.jsonl")
        corpus.write_text("".join(json.dumps(article) + "\n" for article in story.articles), "utf-8")
        pipeline.read([str(corpus)], ledger, pipeline.Options(workers=1, method=method))
        yield ledger


def count(story: Story, ledger: Ledger) -> Counts:
    """Every measure's counts for one story."""
    article = {document.id: document.external_id or document.id for document in ledger.documents()}
    found = find(story.mentions, [(article[claim.document], claim) for claim in ledger.claims()])
    clusters = {cluster.id: cluster for cluster in ledger.clusters()}
    said = {(copy.document, copy.of) for copy in ledger.copies()}
    copies = {frozenset((article[copy], article[of])) for copy, of in said}
    return {
        "found": Count(len(found), len(story.mentions), len(story.mentions)),
        "pairs": _pairs(story.mentions, found),
        **_standing(story, found, clusters),
        "commitment": Count(sum(found[m].commitment == m.commitment for m in found), len(found), len(found)),
        "copies": Count(len(copies & story.copies), len(copies), len(story.copies)),
    }


def find(mentions: Sequence[Mention], claims: Sequence[tuple[str, Claim]]) -> dict[Mention, Claim]:
    """Which of ``claims``, each with its article, makes each mention."""
    near = []
    for i, mention in enumerate(mentions):
        marked = frozenset(range(mention.start, mention.end))
        for j, (article, claim) in enumerate(claims):
            said = frozenset(n for start, end in claim.content for n in range(start, end)) if article == mention.article else frozenset()
            if shared := len(marked & said):
                near.append((shared / min(len(marked), len(said)), shared / len(marked | said), i, j))
    found, used = dict[int, int](), set[int]()
    for cover, _, i, j in sorted(near, reverse=True):
        if cover >= ENOUGH and i not in found and j not in used:
            found[i] = j
            used.add(j)
    return {mentions[i]: claims[j][1] for i, j in found.items()}


def _pairs(mentions: Sequence[Mention], found: Mapping[Mention, Claim]) -> Count:
    marked = {frozenset(pair) for pair in combinations(mentions, 2) if pair[0].claim == pair[1].claim}
    ours = {frozenset((one, other)) for one, other in combinations(found, 2) if _cluster(found[one]) == _cluster(found[other])}
    return Count(len(marked & ours), len(ours), len(marked))


def _cluster(claim: Claim) -> str:
    return claim.cluster or claim.id


def _standing(story: Story, found: Mapping[Mention, Claim], clusters: Mapping[str, Cluster]) -> Counts:
    status = voices = right = 0
    contested = 0
    for claim in story.claims:
        votes = Counter(_cluster(said) for mention, said in found.items() if mention.claim == claim.id)
        mine = clusters.get(votes.most_common(1)[0][0]) if votes else None
        status += mine is not None and mine.status == claim.status
        voices += mine is not None and mine.voices == claim.voices
        contested += mine is not None and mine.status == "contested"
        right += mine is not None and mine.status == claim.status == "contested"
    every = len(story.claims)
    disputed = Count(right, contested, sum(claim.status == "contested" for claim in story.claims))
    return {"status": Count(status, every, every), "voices": Count(voices, every, every), "disputed": disputed}


def _story(row: dict[str, Any]) -> Story:
    texts = {article["id"]: article["text"] for article in row["articles"]}
    mentions = []
    for claim in row["claims"]:
        for mention in claim["mentions"]:
            start = texts[mention["article"]].index(mention["quote"])
            end = start + len(mention["quote"])
            mentions.append(Mention(mention["article"], start, end, mention["commitment"], claim["id"]))
    return Story(
        id=str(row["id"]),
        articles=tuple({key: article[key] for key in _GIVEN if article.get(key)} | _people(article) for article in row["articles"]),
        claims=tuple(Told(claim["id"], claim["status"], int(claim["voices"])) for claim in row["claims"]),
        mentions=tuple(mentions),
        copies=frozenset(frozenset((copy["article"], copy["of"])) for copy in row["copies"]),
    )


def _people(article: dict[str, Any]) -> dict[str, list[str]]:
    return {f"{role}s": [article[role]] for role in ("author", "translator") if article.get(role)}
