"""Whom a loaded word is about: the named mention that it describes, is said of, or whose deed it judges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.records import Analysis, Mention, Token

ONTO = frozenset({"glorification", "dehumanising", "euphemism"})
"""Reasons whose verbs judge those they are done to: "hailed the general", "neutralised the group". Others judge the doer."""
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
OBJECTS = ("dobj", "dative")
LENDERS = ("conj", "xcomp", "advcl", "ccomp", "pcomp")
"""Relations of a verb that takes its subject from the verb above, where it has none."""
RELATIVE = ("WP", "WDT")
STEPS = 6
"""How far up the tree a subject is looked for."""


class Subjects:
    """Finds whom words are about in one document, whose mentions have their keys."""

    def __init__(self, analysis: Analysis, mentions: Sequence[Mention]) -> None:
        self._tokens = analysis.tokens
        self._below: dict[int, list[Token]] = {}
        for token in analysis.tokens:
            if token.head != token.index:
                self._below.setdefault(token.head, []).append(token)
        self._named = sorted((m for m in mentions if m.key), key=lambda m: m.end - m.start)

    def key(self, span: range, reason: str) -> str | None:
        """The key of the mention that the word or phrase is about, None where no named one is."""
        head = next((self._tokens[i] for i in span if self._tokens[i].head not in span), self._tokens[span.start])
        keys = (self._key(token) for token in self._candidates(head, reason))
        return next((key for key in keys if key), None)

    def _candidates(self, token: Token, reason: str) -> Iterator[Token]:
        """Whom the word may be about, likeliest first."""
        if token.tag.startswith("VB") and token.relation != "amod":
            yield from self._of_verb(token, reason)
        elif token.tag.startswith("NN"):
            yield from self._of_noun(token)
        else:
            yield from self._of_modifier(token, reason)

    def _of_verb(self, verb: Token, reason: str) -> Iterator[Token]:
        doers, objects = list(self._subjects(verb)), list(self._children(verb, OBJECTS))
        yield from (*objects, *doers) if reason.startswith(tuple(ONTO)) else (*doers, *objects)

    def _of_noun(self, noun: Token) -> Iterator[Token]:
        """What it is said of; itself, where it refers to someone; whose it is; what it stands before."""
        if noun.relation in ("attr", "oprd", "appos"):
            governor = self._tokens[noun.head]
            yield from (governor,) if noun.relation == "appos" else self._subjects(governor)
        yield noun
        yield from self._children(noun, ("appos",))
        yield from self._children(noun, ("poss", "compound", "nmod", "amod"))
        for preposition in self._children(noun, ("prep",)):
            if preposition.text.lower() in ("of", "by", "from"):
                yield from self._children(preposition, ("pobj",))
        if noun.relation in ("compound", "nmod", "amod", "poss"):
            yield from self._of_noun(self._tokens[noun.head])

    def _of_modifier(self, word: Token, reason: str) -> Iterator[Token]:
        """An adjective is about its noun, or about the subject; an adverb about whose deed it judges."""
        governor = self._tokens[word.head]
        if governor == word:
            return
        if word.relation in ("acomp", "oprd", "advcl"):
            yield from self._subjects(governor)
        elif governor.tag.startswith("NN"):
            yield from self._of_noun(governor)
        else:
            yield from self._candidates(governor, reason) if governor.head != word.index else ()

    def _subjects(self, verb: Token) -> Iterator[Token]:
        """The doer of a passive verb before its subject; a relative clause's noun; the subject of the verb above."""
        for _ in range(STEPS):
            for agent in self._children(verb, ("agent",)):
                yield from self._children(agent, ("pobj",))
            own = [t for t in self._children(verb, SUBJECTS) if t.tag not in RELATIVE]
            if own:
                yield from own
                return
            above = self._tokens[verb.head]
            if verb.relation in ("relcl", "acl"):
                yield above
            if verb.relation not in LENDERS or above == verb:
                return
            verb = above

    def _children(self, token: Token, relations: Sequence[str]) -> Iterator[Token]:
        return (t for t in self._below.get(token.index, ()) if t.relation in relations)

    def _key(self, token: Token) -> str | None:
        """The shortest named mention that holds the token."""
        return next((m.key for m in self._named if m.start <= token.start and token.end <= m.end), None)
