"""An analysis as the finding of places walks it: its words in small letters, sentence by sentence, and which sentences shout."""

from __future__ import annotations

from rawi.events.parse import Parse
from rawi.records import Analysis, Token


class Words:
    """The tokens of one analysis. Positions count over the document; what is asked beside a token stays within its sentence."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.document.text
        self.tokens = analysis.tokens
        self.lower = [t.text.lower() for t in analysis.tokens]
        self.parse = Parse(analysis)
        self._shouted = [self._shouts(s.first, s.last) for s in analysis.sentences]
        self._named = [t.text[0].isupper() and t.text.isalnum() and not self._shouted[t.sentence] for t in analysis.tokens]

    def beside(self, at: int, sentence: int) -> str:
        """The word at ``at`` in small letters; empty where the sentence does not reach."""
        inside = 0 <= at < len(self.tokens) and self.tokens[at].sentence == sentence
        return self.lower[at] if inside else ""

    def token(self, at: int, sentence: int) -> Token | None:
        """The token at ``at``; None where the sentence does not reach."""
        return self.tokens[at] if self.beside(at, sentence) else None

    def shouted(self, token: Token) -> bool:
        """Whether its sentence is in capitals, so that a capital says nothing."""
        return self._shouted[token.sentence]

    def named(self, token: Token | None) -> bool:
        """Whether a capital says that it is part of a name."""
        return token is not None and self._named[token.index]

    def slice(self, first: int, end: int) -> str:
        """What is printed from token ``first`` to before token ``end``."""
        return self.text[self.tokens[first].start : self.tokens[end - 1].end]

    def _shouts(self, first: int, last: int) -> bool:
        words = [t.text for t in self.tokens[first:last] if t.text.isalpha() and len(t.text) > 1]
        return len(words) > 3 and 3 * sum(word.isupper() for word in words) > 2 * len(words)
