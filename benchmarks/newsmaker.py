"""Makes news: ``python benchmarks/newsmaker.py --documents 1000 --seed 1 > corpus.jsonl``.

Articles of 300 to 700 words by a grammar, each with a cast of its own. One in twelve is a cut copy of a recent one, and one
paragraph in twelve was printed by another article, so that there is something to corroborate. The same seed makes the same
articles; memory does not grow with their number.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import yaml

FIELD = re.compile(r"\{(\w+)\}")
COPIES = 1 / 12
SHARED = 1 / 12
WORDS = (300, 640)

Article = dict[str, object]


class Newsroom:
    """The grammar, the dice, and what was lately printed."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)
        grammar = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
        self._names: dict[str, list[str]] = grammar.pop("names")
        self._rules: dict[str, list[str]] = grammar
        self._papers = [f"the {self._name()} {kind}" for kind in self._names["papers"] * 3]
        self._printed: deque[str] = deque(maxlen=300)
        self._articles: deque[Article] = deque(maxlen=60)
        self._cast: dict[str, str] = {}

    def articles(self, count: int) -> Iterator[Article]:
        """``count`` articles as rows of a corpus, each a day or less after the one before."""
        for number in range(count):
            day = date(2021, 1, 1) + timedelta(days=number // 12)
            copied = self._articles and self._draw.random() < COPIES
            article = self._copy(number, day) if copied else self._article(number, day)
            self._articles.append(article)
            yield article

    def _article(self, number: int, day: date) -> Article:
        self._hire()
        length, paragraphs = self._draw.randint(*WORDS), list[str]()
        while sum(len(p.split()) for p in paragraphs) < length:
            shared = self._printed and self._draw.random() < SHARED
            paragraphs.append(self._draw.choice(self._printed) if shared else self._expand("{paragraph}"))
        self._printed.extend(paragraphs)
        return self._row(number, day, self._expand("{headline}"), paragraphs)

    def _copy(self, number: int, day: date) -> Article:
        """A recent article under another paper's name, its end cut off."""
        original = self._draw.choice(self._articles)
        paragraphs = str(original["text"]).split("\n\n")
        return self._row(number, day, str(original["title"]), paragraphs[: max(3, len(paragraphs) * 4 // 5)])

    def _row(self, number: int, day: date, title: str, paragraphs: list[str]) -> Article:
        outlet = self._draw.choice(self._papers).removeprefix("the ")
        text = "\n\n".join(paragraphs)
        return {"id": f"made-{number}", "outlet": outlet, "title": title, "published": day.isoformat(), "language": "en", "text": text}

    def _hire(self) -> None:
        """A new cast: who speaks, who answers, which group, office, town and paper the article is about."""
        group = f"{self._name()} {self._draw.choice(self._names['kinds'])}"
        self._cast = {
            "SPEAKER": f"{self._person()}, who heads {self._expand('{body}')}",
            "OTHER": self._person(),
            "GROUP": f"the {group}",
            "OFFICE": self._expand("{office}"),
            "PLACE": self._name(),
            "TOWN": self._name(),
            "PAPER": self._draw.choice(self._papers),
        }

    def _expand(self, text: str) -> str:
        return FIELD.sub(lambda field: self._fill(field[1]), text)

    def _fill(self, field: str) -> str:
        """What stands for a field, with a capital first letter where the field's own has one and a sentence begins."""
        if field in self._cast:
            filled = self._cast[field]
            self._cast["SPEAKER"] = self._cast["SPEAKER"].split(",")[0]
            return filled
        if field in ("person", "place"):
            return self._person() if field == "person" else self._name()
        if field in ("number", "small", "large", "percent", "money"):
            return self._number(field)
        filled = self._expand(self._draw.choice(self._rules[field.lower()]))
        return filled[0].upper() + filled[1:] if field[0].isupper() else filled

    def _number(self, field: str) -> str:
        low, high = {"number": (11, 480), "small": (2, 10), "large": (490, 900), "percent": (2, 60), "money": (2, 900)}[field]
        number = self._draw.randint(low, high)
        return f"{number} million marks" if field == "money" else str(number)

    def _person(self) -> str:
        return f"{self._draw.choice(self._names['first'])} {self._name()}"

    def _name(self) -> str:
        syllables = self._draw.choices(self._names["syllables"], k=self._draw.choice((1, 2)))
        return ("".join(syllables) + self._draw.choice(self._names["endings"])).capitalize()


def sentence_case(text: str) -> str:
    """``text`` with a capital at the start of each sentence, inside quotation marks as well."""
    return re.sub(r"(^|[.] |[.]” |“)([a-z])", lambda m: m[1] + m[2].upper(), text, flags=re.MULTILINE)


def main() -> None:
    parser = argparse.ArgumentParser(description="Make news articles, one JSON object a line, on standard output.")
    parser.add_argument("--documents", type=int, default=1000, help="how many (default 1000)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same articles (default 1)")
    options = parser.parse_args()
    for article in Newsroom(options.seed).articles(options.documents):
        sys.stdout.write(json.dumps({**article, "text": sentence_case(str(article["text"]))}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
