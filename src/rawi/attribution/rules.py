"""Attribution by rules: drafts made into claims."""

from __future__ import annotations

from rawi.records import Analysis, Claim, Link, Maker, Spans, digest

from .drafts import Draft, draft
from .syntax import Tree

MAKER = Maker("rawi.attribution.rules", "1")


def attribute(analysis: Analysis) -> tuple[Claim, ...]:
    tree = Tree(analysis)
    return tuple(_claim(tree, d) for d in draft(tree))


def _claim(tree: Tree, d: Draft) -> Claim:
    chain = (Link(" ".join(tree.text[s:e] for s, e in d.source), d.source, "person"),) if d.source else ()
    document = tree.analysis.document.id
    return Claim(id="c" + digest(document, d.content, d.cue, d.source), document=document, content=d.content, text=words(tree, d.content),
                 cue=(d.cue,), chain=chain, commitment=d.found.cue.commitment, evidence=(d.cue,), maker=MAKER)


def words(tree: Tree, spans: Spans) -> str:
    return " … ".join(tree.text[s:e] for s, e in spans)
