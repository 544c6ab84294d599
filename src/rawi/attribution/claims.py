"""Drafts and own-voice clauses made into claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from rawi.records import Claim, Link, Maker, Spans, digest

from .chains import Chains
from .commitment import Committed, commitment_of, conjuncts, own_commitment
from .drafts import Draft
from .own_voice import own_clauses
from .syntax import Tree


def claims_of(tree: Tree, drafts: Sequence[Draft], maker: Maker) -> tuple[Claim, ...]:
    """Return a document's claims in text order: what it credits to others, and what it says itself."""
    chains = Chains(tree)
    largest_first = sorted(drafts, key=lambda d: -sum(end - start for start, end in d.content))  # a chain is read from its outermost link
    claims = [claim for d in largest_first if d.cue not in chains.folded for claim in _credited(tree, chains, d, maker)]
    taken = _characters(tree, drafts)
    for content in own_clauses(tree, taken):
        for part, commitment in _apart(tree, content, partial(own_commitment, tree)):
            claims.append(_claim(tree, part, (), (), commitment, maker))
    unique = {c.id: c for c in claims}
    return tuple(sorted(unique.values(), key=lambda c: (c.content[0], c.id)))


def _credited(tree: Tree, chains: Chains, d: Draft, maker: Maker) -> Iterator[Claim]:
    chain, content, decides = chains.chain(d)
    cue = (d.cue,) if decides is d else tuple(sorted({d.cue, decides.cue}))
    for part, commitment in _apart(tree, content, partial(commitment_of, tree, decides, chain)):
        yield _claim(tree, part, cue, chain, commitment, maker)


def _apart(tree: Tree, content: Spans, commit: Callable[[Spans], Committed]) -> list[tuple[Spans, Committed]]:
    """A content and its commitment; where conjuncts differ in it, each conjunct: "is closed, and will open on Friday"."""
    parts = conjuncts(tree, content)
    apart = [(part, commit(part)) for part in parts] if len(parts) > 1 else []
    return apart if len({value for _, (value, _) in apart}) > 1 else [(content, commit(content))]


def _claim(tree: Tree, content: Spans, cue: Spans, chain: tuple[Link, ...], commitment: Committed, maker: Maker) -> Claim:
    document = tree.analysis.document.id
    return Claim(
        id="c" + digest(document, content, cue, [link.spans for link in chain]),
        document=document,
        content=content,
        text=" … ".join(tree.text[s:e] for s, e in content),
        cue=cue,
        chain=chain,
        commitment=commitment[0],
        evidence=commitment[1],
        maker=maker,
    )


def _characters(tree: Tree, drafts: Sequence[Draft]) -> bytearray:
    """Mark every character that some attribution answers for."""
    taken = bytearray(len(tree.text))
    for d in drafts:
        for part in (d, *d.inner):
            for start, end in (part.cue, *part.source, *part.content):
                taken[start:end] = b"\x01" * (end - start)
    return taken
