"""Names in a text that the gazetteer knows, longest first, without those that are part of somebody's or something's longer name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rawi.events.places.vocabulary import buildings, small_words, vocabulary
from rawi.events.places.words import Words
from rawi.gazetteer import Entry, fold, lookup
from rawi.records import Token

_ARTICLES = frozenset({"al", "el", "as", "ar", "an", "at", "ash", "ad"})
"""Arabic ones, which begin a name in small letters: "al-Qaim"."""
_LONGEST = 7
"""Tokens of a name, hyphens among them."""
_PLACES = ("GPE", "LOC", "FAC")
_NO_NAMES = ("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "LANGUAGE")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the text, from token ``first`` to before token ``end``, and who bears it."""

    first: int
    end: int
    text: str
    sentence: int
    entries: tuple[Entry, ...]

    @property
    def folded(self) -> str:
        return fold(self.text)


def names(words: Words) -> Iterator[Named]:
    """Every name of a place in text order; none lies in another."""
    at = 0
    while at < len(words.tokens):
        found = _longest(words, at) if _begins(words, at) else None
        if found is not None and found.folded not in buildings() and not part_of_more(words, found):
            yield found
        at = found.end if found else at + 1


def _longest(words: Words, at: int) -> Named | None:
    """The longest name of the table that begins at ``at``."""
    if full := vocabulary().abbreviations.get(words.tokens[at].text):
        return Named(at, at + 1, words.tokens[at].text, words.tokens[at].sentence, tuple(e for e in lookup(full) if e.kind == "division"))
    sentence, particles, limit = words.tokens[at].sentence, vocabulary().particles, at
    while (
        limit < at + _LONGEST and (token := words.token(limit, sentence)) and (token.text[0].isupper() or words.lower[limit] in particles)
    ):
        limit += 1
    for end in range(limit, at, -1):
        if not ends(words, end - 1) or (end == at + 1 and words.lower[at] in small_words()):
            continue
        text = words.slice(at, end)
        entries = lookup(text) or (lookup(text, loosely=True) if _otherwise_spelt(words, at, end) else ())
        if _acronym(words, at, text):
            entries = tuple(entry for entry in entries if entry.kind == "country")
        if entries and "\n" not in text:
            return Named(at, end, text, sentence, entries)
    return None


def _acronym(words: Words, at: int, text: str) -> bool:
    """Whether it is in capitals where others are not: NATO is no town, the UAE are a country; "CAIRO" may open a dateline."""
    opens = at == words.analysis.sentences[words.tokens[at].sentence].first
    return text.isupper() and text.isalpha() and len(text) < 7 and not opens and not words.shouted(words.tokens[at])


def _begins(words: Words, at: int) -> bool:
    token = words.tokens[at]
    article = words.lower[at] in _ARTICLES and words.beside(at + 1, token.sentence) in ("-", "–")
    if not (token.text[0].isupper() or article) or token.entity[2:] in _NO_NAMES:
        return False
    return words.lower[at] != "the" or not (words.shouted(token) or at == words.analysis.sentences[token.sentence].first)


def ends(words: Words, at: int) -> bool:
    """Whether a name may end here: in a capital, or in the syllable after a hyphen."""
    token = words.tokens[at]
    hyphened = at > 1 and token.text.isalpha() and words.lower[at - 1] in ("-", "–") and words.tokens[at - 2].text[0].isupper()
    return token.text[0].isalnum() and token.entity[2:] not in _NO_NAMES and (token.text[0].isupper() or hyphened)


def _otherwise_spelt(words: Words, first: int, end: int) -> bool:
    """Whether a name that the table has in another spelling only may be meant: an entity of its own, or one called a town."""
    tokens, sentence = words.tokens, words.tokens[first].sentence
    whole = tokens[first].entity.startswith("B-") and not (end < len(tokens) and tokens[end].entity.startswith("I-"))
    called = words.beside(first - 1, sentence) == "of" and words.beside(first - 2, sentence) in vocabulary().kinds
    return (whole and tokens[first].entity[2:] in _PLACES and len(words.slice(first, end)) > 4) or called


def part_of_more(words: Words, name: Named) -> bool:
    """Whether the name only belongs to a longer one: "Baghdad Post", "Paris Hilton", "the University of Mosul", "the Minsk agreements"."""
    after, before = words.token(name.end, name.sentence), words.token(name.first - 1, name.sentence)
    return (
        _goes_on(words, name, after)
        or _shares_a_body(words, name)
        or _begun_before(words, name, before)
        or _of_a_body(words, name)
        or _mentioned(words, name)
    )


def _goes_on(words: Words, name: Named, after: Token | None) -> bool:
    if after is None:
        return False
    v, word, last = vocabulary(), words.lower[after.index], words.tokens[name.end - 1]
    if (
        words.named(after)
        and words.beside(name.end + 1, name.sentence) in ("'s", "’s")
        and words.named(words.token(name.end + 2, name.sentence))
    ):
        return True  # "Donetsk People's Republic"
    if word in v.kinds or word in v.sites or word in v.offices:
        return _body_at_end(words, name)
    if word in v.bodies and not (words.shouted(after) and word in v.adverbs):
        return last.relation in ("compound", "nmod", "amod", "poss", "conj") or words.named(after) or words.shouted(after)
    if not words.named(after) or after.entity[2:] in _NO_NAMES or word in v.parts:
        return False
    return last.relation in ("compound", "nmod", "amod") or after.entity.startswith("I-") or last.entity.endswith("PERSON")


def _shares_a_body(words: Words, name: Named) -> bool:
    """ "The Cali and Medellin cartels"."""
    if words.beside(name.end, name.sentence) not in ("and", "or"):
        return False
    further = [words.beside(name.end + ahead, name.sentence) for ahead in (2, 3)]
    return any(word.endswith("s") and word in vocabulary().bodies and word not in vocabulary().adverbs for word in further)


def _body_at_end(words: Words, name: Named) -> bool:
    """ "Basra Province Council", "Mosul Operation Command": a kind goes on to be a body's name in capitals."""
    after, further = words.token(name.end, name.sentence), words.token(name.end + 1, name.sentence)
    capital = words.named(after) and words.named(further)
    return bool(capital and further and words.lower[further.index] in vocabulary().bodies)


def _begun_before(words: Words, name: Named, before: Token | None) -> bool:
    if before is None:
        return False
    v, word = vocabulary(), words.lower[before.index]
    if word.rstrip(".") in v.titles and before.text[0].isupper():
        return True
    if words.shouted(before):
        return False
    if word in ("-", "–") and before.start == words.tokens[before.index - 1].end and before.end == words.tokens[name.first].start:
        return words.named(words.token(name.first - 2, name.sentence))
    if not words.named(before) or word in v.kinds or word in v.parts or word in v.offices:
        return False
    opens = before.index == words.analysis.sentences[name.sentence].first
    return (
        words.tokens[name.first].entity.startswith("I-")
        or (before.relation == "compound" and not opens)
        or before.entity.endswith("PERSON")
    )


def _of_a_body(words: Words, name: Named) -> bool:
    """ "University of Mosul", "Islamic State in Mozambique"."""
    v, at = vocabulary(), name.first - 1
    at -= words.beside(at, name.sentence) == "the"
    link, head = words.beside(at, name.sentence), words.token(at - 1, name.sentence)
    if head is None or link not in ("of", "in", "for"):
        return False
    word, capital = words.lower[head.index], words.named(head) or words.shouted(head)
    if link == "in":
        return capital and word in v.branches and words.named(head)
    if word in v.ofs and not words.named(head):
        return False
    if word in v.bodies:
        return True
    opens = head.index == words.analysis.sentences[name.sentence].first
    known = word in v.kinds or word in v.ofs or word in v.sites or word in v.offices or word in v.parts or word.rstrip(".") in v.titles
    return words.named(head) and not known and not (opens and head.entity == "")


def _mentioned(words: Words, name: Named) -> bool:
    """Inside an entity that is a person's or body's name and goes on before it without a word of its own between."""
    first = words.tokens[name.first]
    if not first.entity.startswith("I-") or first.entity[2:] in _PLACES or words.shouted(first):
        return False
    return words.named(words.token(name.first - 1, name.sentence)) and words.lower[name.first - 1] not in vocabulary().kinds
