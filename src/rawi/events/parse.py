"""A parse as one walks it here: children, conjuncts, and whom a verb's subject and object are."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence

from rawi.records import Analysis, Token

SUBJECTS = ("nsubj", "nsubjpass")
_LONG = 40
"""How much of a list or a sentence is looked at: what is longer is a table."""
_JOINTS = frozenset({",", "and", "or", "also", "then", "both"})


class Parse:
    """The tokens of one analysis with their children."""

    def __init__(self, analysis: Analysis) -> None:
        self.tokens = analysis.tokens
        self._sentences = analysis.sentences
        self._children: defaultdict[int, list[Token]] = defaultdict(list)
        for token in self.tokens:
            if token.head != token.index:
                self._children[token.head].append(token)

    def bounds(self, sentence: int) -> tuple[int, int]:
        """The first token of a sentence, and one past its last."""
        return self._sentences[sentence].first, self._sentences[sentence].last

    def children(self, token: Token, *relations: str) -> list[Token]:
        """Those of these relations, all where none is given, in text order."""
        return [k for k in self._children[token.index] if not relations or k.relation in relations]

    def child(self, token: Token, *relations: str) -> Token | None:
        """The first child of these relations."""
        return next(iter(self.children(token, *relations)), None)

    def head(self, token: Token) -> Token:
        return self.tokens[token.head]

    def top(self, words: Sequence[int]) -> int:
        """The one of some tokens that hangs from none of the others; the first where the parser has them in a ring."""
        return next((i for i in words if self.tokens[i].head not in words or self.tokens[i].head == i), words[0])

    def sentence(self, index: int) -> Sequence[Token]:
        """The tokens of the sentence that token ``index`` is in."""
        found = self._sentences[self.tokens[index].sentence]
        return self.tokens[found.first : found.last]

    def before(self, token: Token) -> Sequence[Token]:
        """The tokens of the same sentence before ``token``, the last few dozen where it is long."""
        first = self._sentences[token.sentence].first
        return self.tokens[max(first, token.index - _LONG) : token.index]

    def asks(self, token: Token) -> bool:
        """Whether the sentence that ``token`` is in ends in a question mark."""
        last = self._sentences[token.sentence].last
        return any(t.text == "?" for t in self.tokens[max(token.index, last - 2) : last])

    def beside(self, token: Token, by: int) -> Token | None:
        """The token ``by`` places on in the same sentence."""
        at = token.index + by
        inside = 0 <= at < len(self.tokens) and self.tokens[at].sentence == token.sentence
        return self.tokens[at] if inside else None

    def conjuncts(self, token: Token) -> Iterator[Token]:
        """``token`` and all that are joined to it after it, the first few dozen where the list is long."""
        waiting = deque([token])
        for _ in range(_LONG):
            if not waiting:
                return
            token = waiting.popleft()
            yield token
            waiting.extend(self.children(token, "conj"))

    def is_verb(self, token: Token) -> bool:
        """Whether it is a verb, or a noun that the parser gave a subject and an object."""
        return token.tag.startswith("VB") or (token.tag.startswith("NN") and bool(self.child(token, "nsubj") and self.child(token, "dobj")))

    def joined(self, verb: Token) -> list[Token]:
        """All verbs of a coordination that ``verb`` is in, in text order: by the parse, or printed in one run of like forms."""
        first = verb
        for _ in range(_LONG):
            if first.relation != "conj" or not self.head(first).tag.startswith("VB"):
                break
            first = self.head(first)
        listed = {verb.index: verb} | {v.index: v for v in self.conjuncts(first) if v.tag.startswith("VB")}
        for step in (-1, 1):
            listed |= {v.index: v for v in self._run(verb, step)}
        return [listed[index] for index in sorted(listed)]

    def _run(self, verb: Token, step: int) -> Iterator[Token]:
        """The verbs of "made, financed and trained" on one side of one of them; the parser often loses all but the last."""
        like = ("VBN", "VBD") if verb.tag in ("VBN", "VBD") else (verb.tag,)
        joint = False
        for away in range(1, _LONG):
            at = self.beside(verb, step * away)
            if at is None or not (at.text in _JOINTS or (at.tag in like and joint)):
                return
            joint = at.text in _JOINTS
            if not joint:
                yield at

    def objects(self, token: Token, preposition: str) -> Iterator[Token]:
        """What follows ``preposition`` under ``token``: the "X" of "part of X"; conjoined prepositions are followed."""
        for prep in self.children(token, "prep", "agent", "dative", "prt", "advmod"):
            if prep.text.lower() == preposition:
                yield from self.children(prep, "pobj")

    def passive(self, verb: Token) -> bool:
        """Whether ``verb``'s surface subject suffers it: "is financed", "financed by Y"; so are verbs joined to such a one."""
        if verb.tag not in ("VBN", "VBD"):
            return False
        if self.child(verb, "auxpass", "agent", "nsubjpass") or (verb.tag == "VBN" and verb.relation == "acl"):
            return True
        if self.child(verb, "aux", "nsubj", "dobj"):
            return False
        others = [v for v in self.joined(verb) if v is not verb]
        return any(self.child(v, "auxpass", "agent") is not None or (v.tag == "VBN" and v.relation == "acl") for v in others)

    def agents(self, verb: Token) -> list[Token]:
        """Who does a passive verb: after its own "by", else the "by" of a verb joined to it after it, else before it."""
        joined = self.joined(verb)
        after = [v for v in joined if v.index >= verb.index]
        for one in (*after, *(v for v in joined if v.index < verb.index)):
            agents = [who for by in self.children(one, "agent", "prep") if by.text.lower() == "by" for who in self.children(by, "pobj")]
            if agents:
                return agents
        return []

    def direct(self, verb: Token) -> list[Token]:
        """An active verb's objects: its own, those of a verb joined to it after it, or the noun that it says more of."""
        for one in (v for v in self.joined(verb) if v.index >= verb.index):
            if found := self.children(one, "dobj"):
                return found
            if self.child(one, "prep") and one is not verb:
                break
        reduced = verb.relation == "relcl" and not any(k.tag.startswith("W") for k in self.children(verb))
        return [self.head(verb)] if reduced and self.child(verb, "nsubj") else []

    def subject(self, verb: Token) -> Token | None:
        """The surface subject: its own, that of the verb it is joined to or depends on, or the noun it says more of."""
        seen: set[int] = set()
        while verb.index not in seen:
            seen.add(verb.index)
            first = self.joined(verb)[0]
            own = self.child(verb, *SUBJECTS) or self.child(first, *SUBJECTS)
            if own is not None or verb.head == verb.index:
                return own
            verb = first if first.head not in (first.index, verb.index) else verb
            head = self.head(verb)
            if verb.relation in ("acl", "relcl") and head.tag[0] in "NPDC":
                return head
            if verb.relation == "pcomp" and self.head(head).tag.startswith("VB"):
                accused = self.child(self.head(head), "dobj") if head.text.lower() in ("of", "for") else None
                if accused is not None:
                    return accused
                verb = self.head(head)
                continue
            if verb.relation == "xcomp" and self.child(head, "dobj"):
                return self.child(head, "dobj")
            if verb.relation not in ("conj", "advcl", "xcomp", "dep") or head.tag[0] not in "VM":
                return None
            verb = head
        return None
