"""Attribution by the learned network: what it finds as drafts, with what the rules know of cues and of attributions inside contents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rawi.records import Span, Token, Vectors

from .cues import Found, find_cues
from .drafts import Draft, asked, nested, outermost, overlap, propose, take_quotations
from .features import Features, labels
from .finding import Attributed, find
from .lexicon import Cue, lexicon
from .network import shipped
from .syntax import SUBJECTS, Tree

_OPENS = frozenset({"TO", "IN", "DT", "PRP$", "POS"})
"""Tags of words that no phrase of theirs ends with."""


def learned_drafts(tree: Tree, vectors: Vectors) -> list[Draft]:
    """Every attribution of the document, those inside others' contents too, in text order.

    Hedging adverbs and a few fixed phrases are read by rule, so that nothing is asserted that the article does not assert; where the
    network credits nobody or a part of somebody, the tree decides.
    """
    cues = {found.head.index: found for found in find_cues(tree)}
    proposed = propose(tree, cues.values())
    features = Features(tree, labels(), outermost(proposed))
    drafts = [_draft(tree, cues, found) for found in find(features, vectors, shipped())]
    by_head = {d.found.head.index: d for d in proposed}
    drafts = [_credited(tree, d, by_head.get(d.found.head.index)) for d in drafts if d.found.kind != "adverb" and not asked(tree, d.found)]
    drafts = take_quotations(tree, drafts)
    known = {index for d in drafts for index in d.found.tokens}
    drafts = nested(drafts, [*drafts, *(d for d in proposed if known.isdisjoint(d.found.tokens))])
    kept = [d for d in proposed if (_is_fixed(tree, d) or _says(d)) and not any(overlap(d, other) for other in drafts)]
    return sorted([*drafts, *kept], key=lambda d: d.start)


def _is_fixed(tree: Tree, d: Draft) -> bool:
    """What rules are sure of and training has hardly any of: adverbs that hedge, and "under the claim of", "under the pretext of"."""
    return d.found.kind == "adverb" or (d.found.kind == "noun" and tree.tokens[d.found.head.head].text.lower() == "under")


def _says(d: Draft) -> bool:
    """The plainest sayings with a named or described source: the article must not seem to say itself what it credits so plainly."""
    plain = d.found.kind == "verb" and d.found.cue.word in lexicon().words["sayings"]
    return plain and d.source_head is not None and not d.source_head.tag.startswith("PRP")


def _credited(tree: Tree, d: Draft, by_rule: Draft | None) -> Draft:
    """Take the rule's source for a noun that has none ("under the claim of"), and for a noun that only hangs from it by a preposition."""
    if by_rule is None or by_rule.source_head is None:
        return d
    if (d.found.kind == "noun" and not d.source) or (d.source_head and _hangs(tree, d.source_head, by_rule.source_head)):
        return replace(d, source=by_rule.source, source_head=by_rule.source_head)
    return d


def _hangs(tree: Tree, token: Token, holder: Token) -> bool:
    """ "the council under the commander": the commander hangs from the council."""
    while token.relation in ("pobj", "prep") and token.head != token.index:
        token = tree.tokens[token.head]
        if token.index == holder.index:
            return True
    return False


def _draft(tree: Tree, cues: Mapping[int, Found], found: Attributed) -> Draft:
    source = _whole(tree, found.source, found.cue) if found.source else None
    known = _known(tree, cues, found.cue)
    contents = [_predicated(tree, content, found.cue) for content in found.contents] if known.kind == "phrase" else found.contents
    return Draft(
        found=known,
        cue=_span(tree, found.cue),
        source_head=_noun(tree, source) if source else None,
        source=(_span(tree, source),) if source else (),
        content=tuple(_span(tree, _whole(tree, content, found.cue)) for content in contents),
    )


def _noun(tree: Tree, source: range) -> Token:
    """The head of a source; where an aside was parsed as its verb, the noun before the aside."""
    head = tree.head(source)
    if not head.tag.startswith("VB"):
        return head
    return next((t for t in tree.tokens[source.start : source.stop] if t.head == head.index and t.relation in SUBJECTS), head)


def _known(tree: Tree, cues: Mapping[int, Found], cue: range) -> Found:
    """What the lexicon says of the cue; of a word it does not have, that it claims."""
    head = tree.head(cue)
    inside = [cues[index] for index in (head.index, *reversed(cue)) if index in cues]
    if inside:
        return inside[0]
    kind = "verb" if head.tag.startswith("VB") else "noun" if head.tag.startswith("NN") else "phrase"
    return Found(head, cue, Cue(head.text.lower(), "claimed"), kind, tree.negated(head))


def _whole(tree: Tree, tokens: range, cue: range) -> range:
    """Let a phrase end: "not authorised to" goes on to what it introduces, "district" to its number, and "and" joins nothing."""
    while len(tokens) > 1 and tree.tokens[tokens.stop - 1].tag == "CC":
        tokens = tokens[:-1]
    last = tree.tokens[tokens.stop - 1]
    after = tree.tokens[tokens.stop : tokens.stop + 1]
    if after and after[0].tag == "CD" and after[0].head in tokens and tokens.stop != cue.start:
        return range(tokens.start, tokens.stop + 1)
    end = tree.right[last.index if tree.right[last.index] > last.index else last.head] + 1
    opens = last.tag in _OPENS and len(tokens) > 1
    return range(tokens.start, end) if opens and end > tokens.stop and (end <= cue.start or cue.stop <= tokens.start) else tokens


def _predicated(tree: Tree, tokens: range, cue: range) -> range:
    """With the predicate after it where the content is only its subject: "according to police, the driver, who was hurt, had fled"."""
    head = tree.head(tokens)
    verb = tree.tokens[head.head]
    end = tree.right[verb.index] + 1
    while tree.tokens[end - 1].tag in (".", ",", "''"):
        end -= 1
    alone = head.relation in SUBJECTS and verb.tag.startswith("VB") and tokens.stop <= verb.index
    return range(tokens.start, end) if alone and (cue.stop <= tokens.start or end <= cue.start) else tokens


def _span(tree: Tree, tokens: range) -> Span:
    return Span(tree.tokens[tokens.start].start, tree.tokens[tokens.stop - 1].end)
