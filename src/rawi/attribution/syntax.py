"""An analysis as a tree one can walk: children, subtrees, clauses."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from rawi.records import Analysis, Quotation, Sentence, Span, Spans, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_MISTAKEN = frozenset({"advmod", "npadvmod", "dep", "nmod", "intj"})
_TRIM = frozenset(",;:.—–-()[]…") | {"--", "...", "\xa0"}


class Tree:
    """The tokens of one analysis with their children and the reach of their subtrees."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.document.text
        self.tokens = analysis.tokens
        self.children: list[list[Token]] = [[] for _ in self.tokens]
        self.left = list(range(len(self.tokens)))
        self.right = list(range(len(self.tokens)))
        for token in self.tokens:
            if token.head != token.index:
                self.children[token.head].append(token)
            self._widen(token.index)

    def _widen(self, index: int) -> None:
        """Let every ancestor's reach include ``index``."""
        at = index
        while (head := self.tokens[at].head) != at:
            at = head
            if self.left[at] > index:
                self.left[at] = index
            elif self.right[at] < index:
                self.right[at] = index
            else:
                return

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The outermost quotations."""
        return tuple(q for q in self.analysis.quotations if q.depth == 0)

    def child(self, token: Token, *relations: str) -> Token | None:
        """Return the first child with one of these relations."""
        return next((k for k in self.children[token.index] if k.relation in relations), None)

    def sentence(self, token: Token) -> Sentence:
        return self.analysis.sentences[token.sentence]

    def subtree(self, token: Token) -> range:
        """Return the indexes from the first to the last token below ``token``, itself included."""
        return range(self.left[token.index], self.right[token.index] + 1)

    def below(self, token: Token) -> Iterator[Token]:
        """Yield ``token`` and all that hang from it."""
        waiting = [token]
        while waiting:
            token = waiting.pop()
            yield token
            waiting.extend(reversed(self.children[token.index]))

    def head(self, tokens: range) -> Token:
        """Return the token that the rest of ``tokens`` hangs from; punctuation only where there is nothing else."""
        inside = [self.tokens[i] for i in tokens]
        heads = [t for t in inside if t.head not in tokens or t.head == t.index]
        return next((t for t in (*heads, *inside) if t.text[0].isalnum()), inside[0])

    def ancestors(self, token: Token) -> Iterator[Token]:
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def within(self, spans: Spans) -> Iterator[Token]:
        """Yield the tokens inside ``spans``."""
        for start, end in spans:
            first = bisect_left(self.tokens, start, key=lambda t: t.start)
            yield from self.tokens[first : bisect_right(self.tokens, end, key=lambda t: t.end)]

    def spans(self, indexes: Iterable[int]) -> Spans:
        """Return the characters of these tokens, joined where they touch, without punctuation at the ends."""
        runs: list[list[int]] = []
        for i in sorted(indexes):
            if runs and i == runs[-1][-1] + 1:
                runs[-1].append(i)
            else:
                runs.append([i])
        found = (self.trimmed(run[0], run[-1]) for run in runs)
        return tuple(span for span in found if span)

    def trimmed(self, first: int, last: int) -> Span | None:
        """Return the characters from token ``first`` to ``last`` without white space, commas and full stops at the ends."""
        while first <= last and self._idle(first):
            first += 1
        while first <= last and self._idle(last) and not (self.tokens[last].text == ")" and self._opened(first, last)):
            last -= 1
        return Span(self.tokens[first].start, self.tokens[last].end) if first <= last else None

    def _opened(self, first: int, last: int) -> bool:
        return any(t.text == "(" for t in self.tokens[first:last])

    def _idle(self, index: int) -> bool:
        text = self.tokens[index].text
        return text in _TRIM or text.isspace()

    def subject(self, verb: Token) -> Token | None:
        """Return who does ``verb``: its own subject, or that of the verb it is joined to, depends on, or describes."""
        own = self.child(verb, *SUBJECTS) or self._mistagged(verb)
        if own is not None or verb.head == verb.index:
            return own
        head = self.tokens[verb.head]
        if verb.relation in ("acl", "relcl") and head.tag[0] in "NP":
            return head
        if verb.relation in ("conj", "advcl", "xcomp", "dep", "ccomp") and head.tag.startswith(("VB", "MD")):
            return self.subject(head)
        return None

    def _mistagged(self, verb: Token) -> Token | None:
        """A name before the verb that the parser took for an adverb, as it does with acronyms it never saw."""
        before = [k for k in self.children[verb.index] if k.index < verb.index and k.end in self._name_ends]
        mistaken = _MISTAKEN | {"compound"} if verb.relation == "ROOT" else _MISTAKEN
        return next((k for k in before if k.relation in mistaken), None)

    def mentioned(self, token: Token) -> bool:
        """Whether ``token`` ends a mention: it is somebody, not something said."""
        return token.end in self._mention_ends

    @cached_property
    def _mention_ends(self) -> frozenset[int]:
        return frozenset(m.end for m in self.analysis.mentions)

    @cached_property
    def _name_ends(self) -> frozenset[int]:
        return frozenset(m.end for m in self.analysis.mentions if m.kind in ("person", "organization", "country"))

    def negated(self, verb: Token) -> bool:
        return self.child(verb, "neg") is not None
