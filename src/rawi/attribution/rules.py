"""Attribution by rules: drafts and own-voice clauses made into claims."""

from __future__ import annotations

from rawi.records import Analysis, Claim, Commitment, Link, Maker, Spans, digest

from .chains import Chains
from .commitment import commitment_of, own_commitment
from .drafts import Draft, draft
from .own_voice import own_clauses
from .syntax import Tree

MAKER = Maker("rawi.attribution.rules", "1")


def attribute(analysis: Analysis) -> tuple[Claim, ...]:
    """Return the claims of one document in text order: what it credits to others, then what it says itself.

    A document that was not analysed, since it is in another language, yields none.
    """
    tree = Tree(analysis)
    drafts = draft(tree)
    claims = [_credited(tree, Chains(tree), d) for d in drafts]
    taken = _characters(tree, drafts)
    for indexes, content in own_clauses(tree, taken):
        claims.append(_claim(tree, content, (), (), own_commitment(tree, indexes, content)))
    unique = {c.id: c for c in claims}
    return tuple(sorted(unique.values(), key=lambda c: (c.content[0], c.id)))


def _credited(tree: Tree, chains: Chains, d: Draft) -> Claim:
    chain, content, decides = chains.chain(d)
    cue = (d.cue,) if decides is d else tuple(sorted({d.cue, decides.cue}))
    return _claim(tree, content, cue, chain, commitment_of(tree, decides, chain, content))


def _claim(tree: Tree, content: Spans, cue: Spans, chain: tuple[Link, ...], commitment: tuple[Commitment, Spans]) -> Claim:
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
        maker=MAKER,
    )


def _characters(tree: Tree, drafts: list[Draft]) -> bytearray:
    """Mark every character that some attribution answers for."""
    taken = bytearray(len(tree.text))
    for d in drafts:
        for part in (d, *d.inner):
            for start, end in (part.cue, *part.source, *part.content):
                taken[start:end] = b"\x01" * (end - start)
    return taken
