"""Names, offices, descriptions and pronouns in a text, before it is known who they stand for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from rawi.packs import states
from rawi.records import Document, Mention, MentionKind, Span, Token

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
_DECLARED = re.compile(r"[(\[]([A-Z][A-Za-z&.-]{1,9})[)\]]")
_NO_ACRONYM = frozenset({"AM", "PM", "TV", "CEO", "OK", "BC", "AD", "GMT", "EST", "DNA", "PDF", "VIP", "ID"})
_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers", "they", "them", "their"})
_OUTER = re.compile(r"^(?:(?:the|a|an)\s+|[\s“\"‘'«,(\[-]+)|(?:['’]s?|[,\s”\"»)\]-])+$", re.IGNORECASE)
_LOWER = re.compile(r"\b[a-z]{2,}\b")
_LEAST_WORDS = 3
"""Lower-case words of a line that tells something."""
_BYLINE = re.compile(
    r"\W*(?:by|posted|written|published|updated|reporting|photo|translated|edited|filed|leave|share|follow)\b", re.IGNORECASE
)
_SIDES = frozenset({"North", "South", "East", "West"})
_LONGEST_OFFICE = 5
_SYLLABLE = 5
"""Letters of a syllable of a Korean or Chinese name."""
_LONGEST_PERSON = 8
"""Tokens of a name after a title, hyphens among them."""
_PARTICLES = frozenset(
    {"al", "el", "ul", "bin", "ibn", "ben", "bint", "abu", "abou", "abd", "de", "da", "del", "di", "van", "von", "der", "la", "le"}
)


def find_mentions(parsed: Parsed) -> tuple[Mention, ...]:
    """Return the mentions of a parsed document in text order; of two that overlap, the one found by the surer method."""
    taken = bytearray(len(parsed.document.text) + 1)
    found: list[Mention] = []
    for start, end in _nameless(parsed.document):
        taken[start:end] = b"\x01" * (end - start)
    titled = list(_titled(parsed))
    sure = [*_declared(parsed), *titled]
    names = [*_entities(parsed), *_introduced(parsed), *_acronyms(parsed)]
    longest = sorted((*names, *_repeated(parsed, [*sure, *names])), key=lambda m: m.start - m.end)
    for candidates in (sure, longest, _offices(parsed), _pronouns(parsed)):
        for mention in candidates:
            if not any(taken[mention.start : mention.end]):
                taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
                found.append(mention)
    found = list(_agreed(found, {m.text for m in titled}))
    begins = {at: m.start for m in found for at in range(m.start + 1, m.end)}
    described = (_from(begins.get(m.start, m.start), m, parsed) for m in _descriptions(parsed))
    found += [m for m in described if not taken[m.end - 1]]  # a description may hold a name: "Some NDL officers"
    persons = {m.start: m for m in found if m.kind == "person"}
    return tuple(sorted((*found, *_before_names(parsed, persons)), key=lambda m: (m.start, -m.end)))


def _from(start: int, mention: Mention, parsed: Parsed) -> Mention:
    """A description that begins inside a name has the whole name."""
    return mention if start == mention.start else replace(mention, start=start, text=parsed.document.text[start : mention.end])


def _nameless(document: Document) -> Iterator[Span]:
    """The lines of the frame that say nothing of anybody: site header, byline, dateline; a headline or a caption does."""
    for start, end in document.frame:
        for line in re.finditer(r"[^\n]+", document.text[start:end]):
            if len(_LOWER.findall(line[0])) < _LEAST_WORDS or _BYLINE.match(line[0]):
                yield Span(start + line.start(), start + line.end())


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


def _titled(parsed: Parsed) -> Iterator[Mention]:
    """ "President Sade", "Mr. Sade": a name in capitals right after a title is a person's."""
    tokens, titles = parsed.tokens, nouns().titles
    for i, title in enumerate(tokens[:-1]):
        if title.text.rstrip(".").lower() not in titles or not title.text[0].isupper() or _in_long_name(tokens, i):
            continue
        j = i + 1
        while j < len(tokens) and (size := _name_part(tokens, i, j)) and j + size <= i + 1 + _LONGEST_PERSON:
            j += size
        while j > i + 1 and j < len(tokens) and tokens[j].entity.startswith("I-") and tokens[j - 1].entity:
            j += 1
        if j > i + 1 and tokens[i + 1].text.rstrip(".").lower() not in titles:
            yield _mention(
                parsed.document.text, tokens[i + 1].start, tokens[_hyphened(tokens, j - 1) if j > i + 2 else j - 1].end, "person"
            )


def _name_part(tokens: tuple[Token, ...], title: int, j: int) -> int:
    """How many tokens go on with a name: a word in capitals of the title's own sentence, or a particle and the word after it."""
    end = j
    while end < len(tokens) and end < j + 3 and (tokens[end].text.lower() in _PARTICLES or tokens[end].text == "-"):
        end += 1
    if end == len(tokens) or (j == title + 1 and tokens[j].text == "-"):  # "Secretary-General"
        return 0
    t = tokens[end]
    same = j == title + 1 or end > j or not (t.entity.startswith("B-") and tokens[j - 1].entity)
    named = t.text[0].isupper() and (t.tag == "NNP" or end > j)
    return end + 1 - j if named and t.sentence == tokens[title].sentence and same else 0


def _in_long_name(tokens: tuple[Token, ...], i: int) -> bool:
    """Inside a name of three words or more that is no person's: "General Assembly of Tarun"."""
    if not tokens[i].entity or tokens[i].entity.endswith("PERSON"):
        return False
    first, last = i, i + 1
    while tokens[first].entity.startswith("I-"):
        first -= 1
    while last < len(tokens) and tokens[last].entity.startswith("I-"):
        last += 1
    return last - first > 2 or first < i


def _hyphened(tokens: tuple[Token, ...], last: int) -> int:
    """Return where a name ends whose last part hangs by a hyphen: "Moon Jae-in", but not "Kenya-led"."""
    while last + 2 < len(tokens) and tokens[last + 1].text == "-" and _is_syllable(tokens[last + 2]):
        last += 2
    return last


def _is_syllable(t: Token) -> bool:
    return t.text.isalpha() and t.text.islower() and len(t.text) <= _SYLLABLE and t.tag not in ("VBN", "VBD", "VBG", "JJ")


def _entities(parsed: Parsed) -> Iterator[Mention]:
    tokens, i = parsed.tokens, 0
    while i < len(tokens):
        kind = _KINDS.get(tokens[i].entity[2:])
        j = i + 1
        while j < len(tokens) and tokens[i].entity and tokens[j].entity == "I-" + tokens[i].entity[2:]:
            j += 1
        last = _hyphened(tokens, j - 1) if kind == "person" and j > i + 1 else j - 1
        if kind in ("place", "organization") and _governs(tokens, i, last, parsed.document.text):
            kind = "country"
        if (
            kind
            and (mention := _mention(parsed.document.text, tokens[i].start, tokens[last].end, kind)).text
            and mention.text not in _SIDES
        ):
            yield mention
        i = last + 1


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
    """A name found once is a name wherever it stands again in capitals, and so is a person's last word."""
    kinds: dict[str, MentionKind] = {m.text.split()[-1]: "person" for m in names if m.kind == "person" and " " in m.text}
    kinds = {word: kind for word, kind in kinds.items() if len(word) > 2 and word[0].isupper()}
    kinds |= {m.text: m.kind for m in names if m.text[:1].isupper() and len(m.text) > 2}
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
            if _is_group(t):
                first = min(
                    [t.index, *(k.index for k in starts[t.index] if k.relation in ("compound", "nmod", "poss") and k.tag != "PRP$")]
                )
                yield replace(_plain(parsed, parsed.tokens[first], t), kind="many")
            else:
                yield _plain(parsed, parsed.tokens[first], t)
        elif t.text in _SIDES and t.index and parsed.tokens[t.index - 1].text.lower() == "the":
            yield _plain(parsed, t, t)
        elif noun in words.of_two and any(d.text.lower() == "the" and d.index == t.index - 1 for d in starts[t.index]):
            yield _plain(parsed, parsed.tokens[t.index - 1], t)
        elif noun in words.others and t.relation in ("nsubj", "nsubjpass", "pobj", "pcomp") and t.tag in ("NNS", "NN", "DT", "JJ", "CD"):
            yield _plain(parsed, t, t)


def _governs(tokens: tuple[Token, ...], first: int, last: int, text: str) -> bool:
    """The name of a capital that does or has something: "Nairobi said" is a government."""
    head = tokens[last]
    acts = head.relation in ("nsubj", "nsubjpass", "poss", "agent") or tokens[head.head].relation == "agent"
    return acts and text[tokens[first].start : head.end] in states().seats


def _before_names(parsed: Parsed, persons: dict[int, Mention]) -> Iterator[Mention]:
    """ "Tarunese leader Hadi Moss": the description before a name stands for the one named."""
    tokens, known = parsed.tokens, nouns().singular
    for i, t in enumerate(tokens[:-1]):
        named = persons.get(tokens[i + 1].start)
        if named is None or known.get(t.text.lower()) is None or not t.tag.startswith("NN"):
            continue
        first = i
        while first > 0 and _describes(tokens, first - 1, i):
            first -= 1
        if first < i:
            yield replace(_plain(parsed, tokens[first], t), refers_to=Span(named.start, named.end))


def _describes(tokens: tuple[Token, ...], j: int, noun: int) -> bool:
    t = tokens[j]
    return t.sentence == tokens[noun].sentence and t.tag in ("JJ", "NN", "NNP", "VBN") and t.text[0].isalnum()


def _is_group(t: Token) -> bool:
    """ "The migrants", "a caravan": many without a name."""
    word = t.text.lower()
    return nouns().singular[word] in nouns().groups and (t.tag == "NNS" or word in ("caravan", "crowd", "mob", "convoy", "flotilla"))


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
    return Mention(start, end, text[start:end], "country" if text[start:end].lower() in _state_words() else kind)


@cache
def _state_words() -> frozenset[str]:
    return frozenset(word.lower() for word in states().names)


def _agreed(found: list[Mention], titled: set[str]) -> Iterator[Mention]:
    """One name has one kind in one document: the one it was found as most often; who has a title, or a person's surname, is a person."""
    votes: dict[str, Counter[MentionKind]] = defaultdict(Counter)
    for m in found:
        votes[m.text][m.kind] += 1
    surnames = {m.text.split()[-1] for m in found if m.kind == "person" and " " in m.text}
    for m in found:
        if m.kind in ("nominal", "pronoun", "office", "many"):
            yield m
            continue
        kind = votes[m.text].most_common(1)[0][0]
        words = m.text.split()
        if kind in ("organization", "place", "group") and (m.text in titled or (len(words) < 3 and words[-1] in surnames)):
            kind = "person"
        yield Mention(m.start, m.end, m.text, kind)
