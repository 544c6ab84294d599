"""From the article's own voice to the ultimate source, link by link, as printed."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.records import Link, LinkKind, Mention, Span, Spans, Token

from .drafts import Draft
from .lexicon import lexicon
from .syntax import Tree

_DEFINITE = frozenset({"the", "his", "her", "its", "their"})
_MOSTLY = 0.6
"""Share of a content that an attribution inside it fills when the outer one only passes it on."""


class Chains:
    """Makes links, looking up who each source's words name in the analysis."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._at: dict[int, list[Mention]] = {}
        for mention in tree.analysis.mentions:
            self._at.setdefault(mention.end, []).append(mention)
        self._by_span = {Span(m.start, m.end): m for m in tree.analysis.mentions}
        self.folded: set[Span] = set()
        """Cues of attributions that have become a link of another's chain: their content is claimed there, once."""

    def chain(self, d: Draft) -> tuple[tuple[Link, ...], Spans, Draft]:
        """Return the links of a draft, the content the last of them answers for, and the draft that decides the commitment."""
        links = [self._link(d.source_head, d.source)] if d.source_head is not None and d.source else []
        links = [*self._through(d), *links, *self._resting_on(d)]
        cited = [c for c in d.inner if self._cited(d, c)]
        links += [self._link(*self._unwrapped(c.content)) for c in cited]
        self.folded.update(c.cue for c in cited)
        passed_on = next((c for c in d.inner if not self._cited(d, c) and self._passes_on(d, c)), None)
        if passed_on is None:
            return tuple(links), d.content, d
        more, content, decides = self.chain(passed_on)
        if d.found.cue.commitment == "denied":  # who denies a report does not pass it on
            return tuple(links), content, d
        self.folded.add(passed_on.cue)
        return (*links, *more), content, decides

    def _through(self, d: Draft) -> Iterator[Link]:
        """The outlet that heard or saw it: "told the Courier", "in an interview with the Courier", "a copy seen by the Courier"."""
        tree, words = self._tree, lexicon().words
        for t in tree.below(d.found.head):
            heard = t.head == d.found.head.index and t.relation in ("dobj", "dative") and d.found.cue.word in words["hearers"]
            above = tree.tokens[t.head]
            met = t.relation == "pobj" and above.text.lower() in ("with", "to", "for") and self._converses(tree.tokens[above.head])
            saw = t.relation == "pobj" and above.relation == "agent" and tree.tokens[above.head].text.lower() in words["seen"]
            spans = tree.spans(tree.subtree(t)) if heard or met or saw else ()
            beside = d.content if saw else (*d.content, *d.source)  # "the report, a copy of which was seen by the Courier, said"
            if spans and not _within(t, beside):
                link = self._link(t, spans)
                if link.kind == "publication" and not self._is_own(link.text):
                    yield link

    def _is_own(self, outlet: str) -> bool:
        """The article's own outlet, whose name it may shorten: "told the Courier"."""
        own = set(_lower_words(self._tree.analysis.document.outlet or ""))
        return set(_lower_words(outlet)) - {"the"} <= own

    def _converses(self, word: Token) -> bool:
        return word.text.lower() in lexicon().words["conversations"] or word.text.lower() == "speaking"

    def _resting_on(self, d: Draft) -> Iterator[Link]:
        """What the source itself goes by: "a report by the council based on interviews with two drivers"."""
        tree, words = self._tree, lexicon().words
        for t in tree.below(d.source_head) if d.source_head is not None else ():
            if t.text.lower() in words["resting"]:
                for on in tree.children[t.index]:
                    ground = tree.child(on, "pobj") if on.text.lower() in ("on", "upon") else None
                    if ground and (spans := tree.spans(tree.subtree(ground))):
                        yield self._link(*self._unwrapped(spans))

    def _cited(self, d: Draft, c: Draft) -> bool:
        return c.found.cue.word in ("cite", "quote") and not any(s.start <= c.cue.start < s.end for s in d.content)

    def _passes_on(self, outer: Draft, inner: Draft) -> bool:
        """The outer source only hands on what another one says: not its own thoughts ("he said he hoped"), and little besides."""
        head = inner.source_head
        if inner.found.head.relation == "pcomp":  # "quoted X as saying"
            return True
        if head is None or head.tag.startswith("PRP") or inner.found.cue.commitment in ("believed", "predicted"):
            return False
        return self._mention(head, inner.source) is not None and _share(inner, outer) >= _MOSTLY

    def _unwrapped(self, content: Spans) -> tuple[Token, Spans]:
        """ "interviews with two officials" is a link to the officials."""
        tree = self._tree
        inside = [t for t in tree.tokens if content[0].start <= t.start and t.end <= content[0].end]
        head = next(
            (t for t in inside if not content[0].start <= tree.tokens[t.head].start < content[0].end or t.head == t.index), inside[0]
        )
        if head.text.lower() in lexicon().words["wrappings"]:
            for preposition in tree.children[head.index]:
                if preposition.text.lower() in ("with", "by", "from", "of") and (who := tree.child(preposition, "pobj")):
                    return who, tree.spans(tree.subtree(who))
        return head, content

    def _link(self, head: Token, spans: Spans) -> Link:
        text = " ".join(self._tree.text[s:e] for s, e in spans)
        antecedent = self._antecedent(head)
        mention = self._mention(antecedent, spans)
        stands_for = self._named(mention) if mention else None
        if mention is None and antecedent is not head:
            before = self._tree.trimmed(self._tree.left[antecedent.index], head.index - 1)
            return Link(text, spans, _kind(text, antecedent, None), (before,) if before else ())
        refers = (Span(stands_for.start, stands_for.end),) if stands_for and not _overlaps(stands_for, spans) else ()
        return Link(text, spans, _kind(text, head, stands_for or mention), refers)

    def _antecedent(self, head: Token) -> Token:
        """ "the captain, who said": "who" is the captain."""
        tree = self._tree
        if head.tag not in ("WP", "WDT") or head.head == head.index:
            return head
        verb = next((t for t in (tree.tokens[head.head], *tree.ancestors(head)) if t.relation == "relcl"), None)
        return tree.tokens[verb.head] if verb is not None else head

    def _mention(self, head: Token, spans: Spans) -> Mention | None:
        """The mention that the source's head ends, else the first name inside the source's words before any comma."""
        found = self._at.get(head.end) or [m for m in self._tree.analysis.mentions if spans[0].start <= m.start and m.end <= spans[0].end]
        return max(found, key=lambda m: (m.kind not in ("many", "nominal", "pronoun"), -m.start), default=None) if found else None

    def _named(self, mention: Mention) -> Mention:
        while mention.refers_to is not None and mention.refers_to in self._by_span:
            mention = self._by_span[mention.refers_to]
        return mention


def _within(token: Token, spans: Spans) -> bool:
    return any(s.start <= token.start and token.end <= s.end for s in spans)


def _overlaps(mention: Mention, spans: Spans) -> bool:
    return any(s < mention.end and mention.start < e for s, e in spans)


def _share(inner: Draft, outer: Draft) -> float:
    """How much of the outer content the inner attribution's own words and content fill."""
    size = sum(e - s for s, e in outer.content)
    filled = {i for s, e in (*inner.content, *inner.source, inner.cue) for i in range(s, e)}
    return sum(any(s <= i < e for s, e in outer.content) for i in filled) / size if size else 0.0


def _kind(text: str, head: Token, mention: Mention | None) -> LinkKind:
    words = lexicon().words
    noun = head.text.lower()
    spoken = set(_lower_words(text))
    if head.tag.startswith("NNP") and noun in words["publications"]:
        return "publication"
    if noun in words["documents"]:
        return "document"
    if mention is not None and mention.kind == "person":
        return "person"
    if mention is not None and mention.kind == "office":
        return "office"
    if mention is not None and mention.kind in ("organization", "country"):
        return (
            "publication" if spoken & words["publications"] or set(_lower_words(mention.text)) & words["publications"] else "organization"
        )
    if noun in words["publications"]:
        return "publication"
    if noun in words["organizations"]:
        return "organization"
    if noun in words["offices"] and text.split()[0].lower() in _DEFINITE:
        return "office"
    if head.tag != "NNP":
        return "unnamed"
    return "publication" if spoken & words["publications"] else "person"


def _lower_words(text: str) -> Iterator[str]:
    for word in text.split():
        yield word.strip(",.()\"“”'’").lower()
