"""Names, offices, descriptions and pronouns in a text, before it is known who they stand for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from rawi.records import Mention, MentionKind, Token

from .language import Parsed
from .nouns import nouns

_KINDS: dict[str, MentionKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "NORP": "group",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}s?")
_DECLARED = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)")
_NO_ACRONYM = frozenset({"AM", "PM", "TV", "CEO", "OK", "BC", "AD", "GMT", "EST", "DNA", "PDF", "VIP", "ID"})
_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers", "they", "them", "their"})
_OUTER = re.compile(r"^(?:(?:the|a|an)\s+|[\s“\"‘'«,(-]+)|(?:['’]s?|[,\s”\"»)-])+$", re.IGNORECASE)
_LONGEST_OFFICE = 5


def find_mentions(parsed: Parsed) -> tuple[Mention, ...]:
    """Return the mentions of a parsed document in text order; of two that overlap, the one found by the surer method."""
    taken = bytearray(len(parsed.document.text) + 1)
    found: list[Mention] = []
    for start, end in parsed.document.frame:
        taken[start:end] = b"\x01" * (end - start)
    names = [*_declared(parsed), *_entities(parsed), *_introduced(parsed), *_acronyms(parsed)]
    for candidates in (names, _repeated(parsed, names), _offices(parsed), _pronouns(parsed)):
        for mention in candidates:
            if not any(taken[mention.start : mention.end]):
                taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
                found.append(mention)
    found += [m for m in _descriptions(parsed) if not taken[m.end - 1]]  # a description may hold a name: "Some NDL officers"
    return tuple(sorted(_agreed(found), key=lambda m: (m.start, -m.end)))


def _declared(parsed: Parsed) -> Iterator[Mention]:
    """ "The Northern Defence League (NDL)": a name and the acronym that the text gives it in brackets."""
    text = parsed.document.text
    for match in _DECLARED.finditer(text):
        start = _long_form(text, match.start(), match[1])
        if start is not None:
            yield _mention(text, start, match.start(), "organization")
            yield _mention(text, match.start(1), match.end(1), "organization")


def _long_form(text: str, end: int, acronym: str) -> int | None:
    """Return where the name that ``acronym`` shortens begins, by Schwartz and Hearst's method (Pacific Symposium on Biocomputing 2003).

    From right to left each of its letters is found again, the first at the head of a word; half of the words at least have capitals.
    """
    words = list(re.finditer(r"\S+", text[max(0, end - 200) : end]))[-min(len(acronym) + 5, 2 * len(acronym)) :]
    if not words or sum(c.isupper() for c in acronym) < 2:
        return None
    first = max(0, end - 200) + words[0].start()
    at, letters = end, [c.lower() for c in acronym if c.isalnum()]
    while letters:
        at -= 1
        if at < first:
            return None
        if text[at].lower() == letters[-1] and (len(letters) > 1 or not text[at - 1 : at].isalnum()):
            letters.pop()
    name = re.findall(r"\w+", text[at:end])
    return at if text[at].isupper() and 2 * sum(w[0].isupper() for w in name) >= len(name) > 1 and "\n" not in text[at:end] else None


def _entities(parsed: Parsed) -> Iterator[Mention]:
    tokens, i = parsed.tokens, 0
    while i < len(tokens):
        kind = _KINDS.get(tokens[i].entity[2:])
        j = i + 1
        while j < len(tokens) and tokens[i].entity and tokens[j].entity == "I-" + tokens[i].entity[2:]:
            j += 1
        if kind and (mention := _mention(parsed.document.text, tokens[i].start, tokens[j - 1].end, kind)).text:
            yield mention
        i = j


def _introduced(parsed: Parsed) -> Iterator[Mention]:
    """ "the magazine Foreign View": a name in capitals right after the noun that says what it is."""
    tokens, bodies = parsed.tokens, nouns().bodies
    for i, noun in enumerate(tokens[:-1]):
        if noun.text not in bodies or tokens[i + 1].entity:
            continue
        j = i + 1
        while j < len(tokens) and tokens[j].tag == "NNP" and tokens[j].text[0].isupper() and not tokens[j].entity:
            j += 1
        if j > i + 1:
            yield _mention(parsed.document.text, tokens[i + 1].start, tokens[j - 1].end, "organization")


def _acronyms(parsed: Parsed) -> Iterator[Mention]:
    for sentence in parsed.sentences:
        tokens = parsed.tokens[sentence.first : sentence.last]
        if sum(t.text.isupper() and len(t.text) > 1 for t in tokens) * 2 > len(tokens):
            continue  # a headline in capitals
        for t in tokens:
            if t.tag.startswith("NN") and not t.entity and _ACRONYM.fullmatch(t.text) and t.text not in _NO_ACRONYM:
                yield _mention(parsed.document.text, t.start, t.end, "organization")


def _repeated(parsed: Parsed, names: list[Mention]) -> Iterator[Mention]:
    """A name found once is a name wherever it stands again in capitals."""
    kinds: dict[str, MentionKind] = {m.text: m.kind for m in names if m.text[:1].isupper() and len(m.text) > 2}
    if not kinds:
        return
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(kinds, key=len, reverse=True))) + r")(?!\w)")
    for match in pattern.finditer(parsed.document.text):
        yield Mention(match.start(), match.end(), match[0], kinds[match[0]])


def _offices(parsed: Parsed) -> Iterator[Mention]:
    offices, tokens = nouns().offices, parsed.tokens
    for i, token in enumerate(tokens):
        if not token.tag.startswith(("NN", "JJ")):
            continue
        for j in range(min(i + _LONGEST_OFFICE, len(tokens)), i, -1):
            words = parsed.document.text[token.start : tokens[j - 1].end].lower()
            follows = j < len(tokens) and tokens[j].entity == "B-PERSON"
            if words in offices and not follows:
                yield Mention(token.start, tokens[j - 1].end, parsed.document.text[token.start : tokens[j - 1].end], "office")
                break


def _descriptions(parsed: Parsed) -> Iterator[Mention]:
    """ "the spokesman", "two officials", "the same source", "others": a noun of the lists with the words before it."""
    words, known = nouns(), nouns().singular
    starts = defaultdict(list)
    for t in parsed.tokens:
        if t.head != t.index and t.index < t.head and t.relation in ("det", "amod", "nummod", "compound", "poss", "nmod"):
            starts[t.head].append(t)
    for t in parsed.tokens:
        noun = t.text.lower()
        if t.tag in ("NN", "NNS", "NNP", "NNPS") and noun in known and t.relation not in ("compound", "amod", "nmod"):
            first = min([t.index, *(k.index for k in starts[t.index])])
            yield _plain(parsed, parsed.tokens[first], t)
        elif noun in words.of_two and any(d.text.lower() == "the" and d.index == t.index - 1 for d in starts[t.index]):
            yield _plain(parsed, parsed.tokens[t.index - 1], t)
        elif noun in words.others and t.relation in ("nsubj", "nsubjpass", "pobj", "pcomp") and t.tag in ("NNS", "NN", "DT", "JJ", "CD"):
            yield _plain(parsed, t, t)


def _pronouns(parsed: Parsed) -> Iterator[Mention]:
    for t in parsed.tokens:
        if t.tag.startswith("PRP") and t.text.lower() in _PRONOUNS:
            yield Mention(t.start, t.end, t.text, "pronoun")


def _plain(parsed: Parsed, first: Token, last: Token) -> Mention:
    return Mention(first.start, last.end, parsed.document.text[first.start : last.end], "nominal")


def _mention(text: str, start: int, end: int, kind: MentionKind) -> Mention:
    """Make a mention of a name, without its article, possessive and outer punctuation."""
    while found := _OUTER.search(text[start:end]):
        if found.start() == 0 and found.end() < end - start:
            start += found.end()
        elif found.end() == end - start and found[0]:
            end = start + found.start()
        else:
            break
    return Mention(start, end, text[start:end], "country" if text[start:end].lower() in nouns().countries else kind)


def _agreed(found: list[Mention]) -> Iterator[Mention]:
    """One name has one kind in one document: the one it was found as most often; who shares a person's surname is a person."""
    votes: dict[str, Counter[MentionKind]] = defaultdict(Counter)
    for m in found:
        votes[m.text][m.kind] += 1
    surnames = {m.text.split()[-1] for m in found if m.kind == "person" and " " in m.text}
    for m in found:
        if m.kind in ("nominal", "pronoun", "office"):
            yield m
            continue
        kind = votes[m.text].most_common(1)[0][0]
        if kind in ("organization", "place") and len(words := m.text.split()) == 2 and words[1] in surnames:
            kind = "person"
        yield Mention(m.start, m.end, m.text, kind)
