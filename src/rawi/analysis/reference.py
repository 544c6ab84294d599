"""Who "he", "the spokesman", "the group", "others" stand for, by rules one can read.

Each mention that names nobody looks back for the nearest one that fits: a pronoun for a person of its gender, a description for
someone described by the same noun, a body ("the group") for a body so called or, failing that, the last body that did something.
None fits, none is taken: a wrong antecedent puts words into somebody's mouth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from rawi.packs import offices, states
from rawi.records import Mention, Quotation, Sentence, Span, Token

from .nouns import nouns

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_REACH = {"he": 5, "they": 3, "description": 40, "body": 25, "others": 2, "pair": 2, "same": 6, "land": 4}
"""How many sentences back each may look."""
_FEMALE, _MALE = "female", "male"
_GENDER = {"she": _FEMALE, "her": _FEMALE, "hers": _FEMALE, "he": _MALE, "him": _MALE, "his": _MALE}
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "same", "both"})
_OF_TWO = {"the former": 0, "the latter": 1}
_SIDES = frozenset({"north", "south", "east", "west"})


@dataclass(slots=True)
class _Seen:
    """A mention already passed, with what is known of who it stands for."""

    mention: Mention
    sentence: int
    subject: bool
    quoted: bool
    nouns: frozenset[str]
    """The nouns that describe it: its title, its apposition, its own head."""
    plural: bool
    gender: list[str] = field(default_factory=list)
    joined_to: int | None = None
    """Where the mention ends that it is joined to by "and", "or" or a comma."""
    states: frozenset[str] = frozenset()
    """The states it is said to be of: "the Kenyan leader", "the president of Kenya"."""
    definite: bool = False
    """ "The" or the like stands before it."""


def resolve(
    tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], mentions: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Return the mentions with what the text describes each by, and with ``refers_to`` set on those whose antecedent is found."""
    described = _Descriptions(tokens, sentences, quotations)
    seen: list[_Seen] = []
    ahead: dict[Span, _Seen] = {}
    """Descriptions before a name, by the name's span: "Kenyan leader Hadi Moss"."""
    out = []
    for mention in sorted(mentions, key=lambda m: (m.end, -m.start)):  # what stands inside a description comes before it
        this = described.of(mention)
        if mention.refers_to is not None:
            ahead[mention.refers_to] = this
            out.append(_described_by(mention, this))
            continue
        if before := ahead.get(Span(mention.start, mention.end)):
            this.nouns |= before.nouns
            this.states |= before.states
            this.gender.extend(before.gender)
        back = _antecedent(this, seen)
        if back is not None:
            mention = replace(mention, refers_to=Span(back.mention.start, back.mention.end))
            this.gender, this.mention = back.gender, mention
            this.gender.extend(_gender(this))
        seen.append(this)
        out.append(_described_by(mention, this))
    return tuple(sorted(out, key=lambda m: (m.start, -m.end)))


def _described_by(mention: Mention, seen: _Seen) -> Mention:
    described = (seen.nouns & nouns().describing) | seen.states
    return replace(mention, described=tuple(sorted(described))) if described else mention


class _Descriptions:
    """Looks up what the syntax says of a mention."""

    def __init__(self, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]) -> None:
        self._tokens = tokens
        self._sentences = sentences
        self._ends = {t.end: t for t in tokens}
        self._quotations = quotations
        self._children: dict[int, list[Token]] = {}
        for t in tokens:
            if t.head != t.index:
                self._children.setdefault(t.head, []).append(t)

    def of(self, mention: Mention) -> _Seen:
        head = self._ends.get(mention.end)
        quoted = any(q.start <= mention.start < q.end for q in self._quotations if q.depth == 0)
        if head is None:
            return _Seen(mention, 0, False, quoted, frozenset(), False)
        described = frozenset(nouns().singular.get(w, w) for w in self._words(head, mention))
        plural = head.tag in ("NNS", "NNPS") or mention.text.lower() in (
            "they",
            "them",
            "their",
            "others",
            "some",
            "many",
            "several",
            "few",
            "both",
        )
        joined_to = self._tokens[head.head].end if head.relation == "conj" else None
        seen = _Seen(mention, head.sentence, self._acts(head), quoted, described, plural, joined_to=joined_to)
        seen.states, seen.definite = frozenset(self._states(head, mention)), self._definite(head, mention)
        if mention.kind == "person":
            seen.states |= {held for noun in seen.nouns if (held := offices().get((noun, mention.text.split()[-1].lower())))}
        seen.gender.extend(_gender(seen))
        return seen

    def _states(self, head: Token, mention: Mention) -> Iterator[str]:
        """The states named in a description, before its noun and after its "of"."""
        yield from _states_in(mention.text)
        for kid in self._children.get(head.index, ()):
            if kid.relation in ("amod", "compound", "nmod", "poss") and kid.end <= mention.start:
                first = min([kid.index, *(k.index for k in self._children.get(kid.index, ()) if k.relation in ("amod", "compound"))])
                yield from _states_in(" ".join(w.text for w in self._tokens[first : kid.index + 1]))
            if kid.text.lower() == "of":
                for t in self._children.get(kid.index, ()):
                    first = min([t.index, *(k.index for k in self._children.get(t.index, ()) if k.relation == "compound")])
                    yield from _states_in(" ".join(w.text for w in self._tokens[first : t.index + 1]))

    def _definite(self, head: Token, mention: Mention) -> bool:
        first = next((t for t in reversed(self._tokens[: head.index + 1]) if t.start <= mention.start), head)
        before = self._tokens[first.index - 1] if first.index else first
        kids = self._children.get(head.index, ())
        says = {first.text.lower(), before.text.lower(), *(k.text.lower() for k in kids if k.relation == "det")}
        return bool(says & _DEFINITE) or any(k.relation == "poss" and not k.tag.startswith("PRP") for k in kids)

    def _acts(self, head: Token) -> bool:
        """A subject, or the source of an "according to": whom the text is about."""
        while head.relation == "appos":
            head = self._tokens[head.head]
        above = self._tokens[self._tokens[head.head].head]
        return head.relation in _SUBJECT or (head.relation == "pobj" and above.text.lower() == "according")

    def _words(self, head: Token, mention: Mention) -> Iterator[str]:
        """The head's noun, the titles before it, the noun of an apposition on either side of it."""
        if mention.kind in ("nominal", "many"):
            yield from self._role(head)
        elif mention.kind == "office":
            yield mention.text.lower()
        elif mention.kind == "person":
            yield from mention.text.replace(".", "").lower().split()[:-1]
        for kid in self._children.get(head.index, ()):
            if kid.relation == "appos" or (kid.relation in ("compound", "amod") and kid.end <= mention.start):
                yield kid.text.lower()
        if head.relation == "appos":
            yield self._tokens[head.head].text.lower()
        before = head.index - 1
        while before >= 0 and self._tokens[before].start >= mention.start:
            before -= 1
        while before >= 0 and self._tokens[before].text.rstrip(".").lower() in nouns().titles | nouns().roles | nouns().bodies:
            yield from self._role(self._tokens[before])
            before -= 1

    def _role(self, noun: Token) -> Iterator[str]:
        """The noun, and with the word before it where both are one office: "prime minister"."""
        word = noun.text.rstrip(".").lower()
        yield word
        both = f"{self._tokens[noun.index - 1].text.lower()} {word}" if noun.index else word
        if both in nouns().offices:
            yield both


def _states_in(text: str) -> Iterator[str]:
    """The states whose names, adjectives or peoples stand in ``text``, the longest words first: "North Korean" is not "Korean"."""
    words, at = [w.strip(",.'’\"“”()") for w in text.replace("’s", "").replace("'s", "").split()], 0
    while at < len(words):
        size = next((n for n in (3, 2, 1) if at + n <= len(words) and " ".join(words[at : at + n]) in states().names), 0)
        if size:
            yield states().names[" ".join(words[at : at + size])]
        at += size or 1


def _gender(seen: _Seen) -> Iterator[str]:
    word = seen.mention.text.lower()
    if word in _GENDER:
        yield _GENDER[word]
    if seen.nouns & nouns().feminine:
        yield _FEMALE
    if seen.nouns & nouns().masculine:
        yield _MALE


def _antecedent(this: _Seen, seen: list[_Seen]) -> _Seen | None:
    word = this.mention.text.lower()
    if this.mention.kind == "pronoun":
        return _plural_one(this, seen) if word in ("they", "them", "their") else _person(this, seen)
    if this.mention.kind == "office":
        return _holder(this, seen)
    if this.mention.kind == "many":
        return _members_of(this, seen)
    if this.mention.kind != "nominal":
        return None
    if word in nouns().others:
        return _some_of(this, seen)
    if word in _OF_TWO:
        return _of_two(this, seen)
    if this.nouns & nouns().governments and not this.states and (led := _led(this, seen)):
        return led
    if word in _SIDES:
        return _near(this, seen, _REACH["description"], lambda s: s.mention.kind == "country" and s.mention.text.lower().startswith(word))
    if this.nouns & nouns().lands and this.definite and not this.plural:
        return _near(this, seen, _REACH["land"], lambda s: s.mention.kind == "country" and s.subject)
    if word.split()[0] not in _DEFINITE:
        return None
    return _described(this, seen)


def _person(this: _Seen, seen: list[_Seen]) -> _Seen | None:
    """The best person before "he": near, a subject, on the same side of the quotation marks, of no other gender."""
    wanted = _GENDER[this.mention.text.lower()]
    other = {_FEMALE: _MALE, _MALE: _FEMALE}[wanted]
    best, top = None, float("-inf")
    for s in reversed(seen):
        away = this.sentence - s.sentence
        if away > _REACH["he"]:
            break
        person = s.mention.kind == "person" or (s.mention.kind == "nominal" and not s.plural and bool(s.nouns & nouns().roles))
        same = s.mention.kind == "pronoun" and s.mention.refers_to is not None and s.mention.text.lower() in _GENDER
        if not (person or same) or (other in s.gender and wanted not in s.gender):
            continue
        worth = (
            -1.0 * away
            + 1.0 * s.subject
            + 0.8 * (s.quoted == this.quoted)
            + 0.4 * (s.mention.kind == "person")
            + 1.5 * (wanted in s.gender)
        )
        if worth > top:
            best, top = s, worth
    return best


def _some_of(this: _Seen, seen: list[_Seen]) -> _Seen | None:
    """ "others": more of the many that a sentence was about."""
    many = [s for s in seen if s.plural and s.mention.kind in ("nominal", "many") and s.mention.text.lower() not in nouns().others]
    return _near(this, many, _REACH["others"], lambda s: s.subject) or _near(this, many, _REACH["others"], lambda s: True)


def _holder(this: _Seen, seen: list[_Seen]) -> _Seen | None:
    """ "the president", "the Kenyan leader": the person so called before, of the same state where one is named.

    Of several, the one spoken of most; who is said to be of a foreign state is "the Kenyan president" and not "the president".
    """
    words = nouns()
    wanted = this.nouns & words.roles
    if not wanted or not this.definite:
        return None
    ruler = bool(wanted & words.rulers)
    worth: dict[str, float] = defaultdict(float)
    last: dict[str, _Seen] = {}
    for s in seen:
        if s.mention.kind != "person":
            continue
        name = s.mention.text.split()[-1]
        fits = bool(s.nouns & wanted) or (ruler and bool(this.states & s.states) and bool(s.nouns & words.rulers))
        if fits and not this.states - s.states:
            worth[name] += 1.0 if this.states or not s.states else 0.3
            last.setdefault(name, s)
        if name in last:
            worth[name] += 0.2
            last[name] = s
    best = max(worth, key=lambda name: worth[name], default=None)
    return last[best] if best is not None else None


def _members_of(this: _Seen, seen: list[_Seen]) -> _Seen | None:
    """ "Badr fighters": the body named inside the words; "the fighters": those of the body that was named so.

    A state's are its soldiers: "Tarunese rebels" are not Tarun.
    """
    kinds = ("organization", "country") if this.nouns & nouns().serving else ("organization",)
    named = next((s for s in reversed(seen) if _inside(s, this) and s.mention.kind in kinds), None)
    if named is not None or not this.definite:
        return named
    before = _near(this, seen, _REACH["description"], lambda s: s.mention.kind == "many" and s.nouns == this.nouns)
    return before if before is not None and before.mention.refers_to is not None else None


def _inside(s: _Seen, this: _Seen) -> bool:
    return this.mention.start <= s.mention.start < s.mention.end < this.mention.end


def _led(this: _Seen, seen: list[_Seen]) -> _Seen | None:
    """ "The Moss administration", "his government": the state of the person named or meant inside the words."""
    inside = [s for s in seen if _inside(s, this) and s.mention.kind in ("person", "pronoun")]
    ruled = {state for s in inside for state in _ruler(s, seen).states}
    return next((s for s in reversed(seen) if s.mention.kind == "country" and s.states & ruled), None)


def _ruler(s: _Seen, seen: list[_Seen]) -> _Seen:
    """The one a pronoun or a surname stands for, where that one is said to be of a state."""
    word = s.mention.text.split()[-1]
    same = [o for o in seen if o.states and o.mention.kind == "person" and o.mention.text.split()[-1] == word]
    back = next((o for o in seen if s.mention.refers_to == Span(o.mention.start, o.mention.end)), None)
    return _ruler(back, seen) if back is not None else same[-1] if same else s


def _of_two(this: _Seen, seen: list[_Seen]) -> _Seen | None:
    """ "the former", "the latter": of the last two joined by "and", else of the only two that the last sentence names."""
    near = [s for s in seen if this.sentence - s.sentence <= _REACH["pair"] and s.mention.kind != "pronoun"]
    ends = {s.mention.end: s for s in near}
    joined = [(ends[s.joined_to], s) for s in near if s.joined_to in ends]
    if joined:
        return joined[-1][_OF_TWO[this.mention.text.lower()]]
    before = [s for s in near if s.sentence == near[-1].sentence]
    return before[_OF_TWO[this.mention.text.lower()]] if len(before) == 2 else None


def _plural_one(this: _Seen, seen: list[_Seen]) -> _Seen | None:
    nearest = _near(this, seen, _REACH["they"], lambda s: s.plural and s.subject and s.mention.kind in ("nominal", "many", "group"))
    return nearest or _near(
        this, seen, _REACH["they"], lambda s: (s.plural and s.mention.kind == "nominal") or s.mention.kind in ("many", "group")
    )


def _described(this: _Seen, seen: list[_Seen]) -> _Seen | None:
    """ "the colonel": a colonel spoken of before; "the group": a body so called, or the last one named."""
    words = nouns()
    noun = this.nouns & (words.roles | words.documents | words.bodies)
    if not this.plural and (found := _holder(this, seen)):
        return found
    found = _near(
        this,
        seen,
        _REACH["description"],
        lambda s: (
            bool(s.nouns & (noun if _may_be_body(s) else noun - words.bodies))
            and s.plural == this.plural
            and s.mention.kind != "pronoun"
            and not (this.states - s.states)
        ),
    )
    if found is None and noun & words.generic and not this.plural and len(this.mention.text.split()) == 2:
        in_name = _near(
            this, seen, _REACH["body"], lambda s: s.mention.kind == "organization" and bool(noun & set(s.mention.text.lower().split()))
        )
        return in_name or _near(this, seen, _REACH["body"], lambda s: s.mention.kind == "organization" and s.subject)
    if found is None and "same" in this.mention.text.lower().split():
        return _near(this, seen, _REACH["same"], lambda s: s.subject and s.plural == this.plural and _speaks(s))
    return found


def _may_be_body(s: _Seen) -> bool:
    """Not a person, nor a description of one: an army major is not "the army"."""
    if s.mention.kind == "nominal":
        return s.mention.text.split()[-1].lower() in nouns().bodies
    return s.mention.kind != "person"


def _speaks(s: _Seen) -> bool:
    return s.mention.kind in ("person", "office") or (s.mention.kind == "nominal" and bool(s.nouns & nouns().roles))


def _near(this: _Seen, seen: list[_Seen], reach: int, fits: Callable[[_Seen], bool]) -> _Seen | None:
    for s in reversed(seen):
        if this.sentence - s.sentence > reach:
            return None
        if fits(s):
            return s
    return None
