"""Whether the name of a country or capital stands for its government or people rather than for where something happened."""

from __future__ import annotations

from rawi.events.places.names import Named
from rawi.events.places.vocabulary import capitals, vocabulary
from rawi.events.places.words import Words
from rawi.gazetteer import Entry


def acts(words: Words, name: Named, entry: Entry) -> bool:
    """ "Iran said", "accused Moscow", "with Damascus", "the Ankara government", "Iran-backed"."""
    v, last = vocabulary(), words.tokens[name.end - 1]
    after = words.beside(name.end, name.sentence)
    if after in ("-", "–") and last.end == words.tokens[name.end].start and words.beside(name.end + 1, name.sentence) not in v.kinds:
        return True
    if entry.kind != "country" and name.folded not in capitals():
        return last.relation == "nsubj" and words.lower[last.head] in ("said", "says", "announced", "denied", "vowed", "claimed")
    if after in v.governments:
        return True
    head, word = words.parse.head(last), words.lower[last.head]
    if last.relation == "poss":
        return not (words.named(head) or word in v.kinds or word in v.ofs or word in v.sites or word in v.directions)
    if last.relation == "nsubj":
        return (head.tag.startswith(("VB", "MD")) and word not in v.lying | v.falling) or words.parse.child(head, "dobj") is not None
    if last.relation in ("dobj", "dative"):
        return word in v.addressed
    if last.relation == "pobj":
        return (
            word in v.toward
            or (word == "by" and head.relation == "agent")
            or (words.lower[head.head] in v.addressed and word in ("on", "upon"))
        )
    return last.relation == "conj" and acts_like_head(words, name, entry)


def acts_like_head(words: Words, name: Named, entry: Entry) -> bool:
    """In "Russia and Iran said" the second is no subject of its own."""
    head = words.parse.head(words.tokens[name.end - 1])
    return head.relation == "nsubj" and head.tag.startswith("NNP") and words.lower[head.head] not in vocabulary().lying
