"""What a web page says of itself: meta elements, JSON-LD, its byline and heading."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from lxml.html import HtmlElement

from rawi.records import Given

ARTICLE = re.compile(r"(Article|NewsArticle|Report|Posting|OpinionNewsArticle|AnalysisNewsArticle|WebPage)$")
_BY = re.compile(r"^\s*(?:written\s+|posted\s+|story\s+)?by:?\s+", re.I)
_AND = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_LEVELS = 40
"""How deep a page's JSON-LD is followed."""


@cache
def vocabulary() -> dict[str, list[str]]:
    """Where pages keep their metadata, from ``pages.yaml``."""
    loaded: dict[str, list[str]] = yaml.load(Path(__file__).with_name("pages.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return loaded


def describe(tree: HtmlElement) -> Given:
    """The metadata a page declares; what it does not declare is None."""
    metas = _metas(tree)
    article = _linked_data(tree)
    said = {field: next((metas[name] for name in names if name in metas), []) for field, names in vocabulary().items()}
    outlet = _first(said["outlet"]) or _name(article.get("publisher"))
    heading = tree.xpath("//h1")
    title = _text(heading[0]) if len(heading) == 1 else None
    published = _string(article.get("datePublished")) or _first(said["published"]) or _time(tree)
    return Given(
        outlet=outlet,
        title=_string(article.get("headline")) or title or _first(said["title"]) or _title_element(tree, outlet),
        authors=people(_names(article.get("author"))) or people(said["authors"]) or people(_bylines(tree)),
        translators=people(_names(article.get("translator"))) or people(said["translators"]),
        published=published,
        language=tree.get("lang") or None,
    )


def people(names: list[str]) -> tuple[str, ...]:
    """Person names out of author fields: "By A B and C D" is two, a link or "admin" none."""
    parts = (part.strip(" .|·-–—") for name in names for part in _AND.split(_BY.sub("", name)))
    kept = (part for part in parts if part and "://" not in part and "@" not in part and len(part) <= 60)
    banned = frozenset(vocabulary()["not_authors"])
    return tuple(dict.fromkeys(" ".join(part.split()) for part in kept if part.lower() not in banned and not part[0].isdigit()))


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name, []).append(content)
    return found


def _linked_data(tree: HtmlElement) -> dict[str, Any]:
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            loaded = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in _things(loaded, _LEVELS):
            kind = thing.get("@type")
            if any(ARTICLE.search(str(each)) for each in (kind if isinstance(kind, list) else [kind])):
                return thing
    return {}


def _things(loaded: Any, levels: int) -> Iterator[dict[str, Any]]:
    if isinstance(loaded, list) and levels:
        for each in loaded:
            yield from _things(each, levels - 1)
    elif isinstance(loaded, dict):
        yield loaded
        yield from _things(loaded.get("@graph", []), levels - 1)


def _names(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [name for each in values if (name := _name(each))]


def _name(value: Any) -> str | None:
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _string(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _first(values: list[str]) -> str | None:
    return values[0] if values else None


def _text(element: HtmlElement) -> str | None:
    return " ".join(" ".join(element.itertext()).split()) or None


def _bylines(tree: HtmlElement) -> list[str]:
    wanted = frozenset(vocabulary()["byline_classes"])
    marked = [element for element in tree.iter("a", "span", "p", "div", "address", "h4") if _marks_author(element, wanted)]
    inner = [element for element in marked if not any(child is not element and child in marked for child in element.iter())]
    return [text for element in inner[:3] if (text := _text(element)) and len(text) <= 80]


def _marks_author(element: HtmlElement, wanted: frozenset[str]) -> bool:
    if "author" in (element.get("rel") or "").split() or element.get("itemprop") == "author":
        return True
    return not wanted.isdisjoint((element.get("class") or "").lower().split())


def _time(tree: HtmlElement) -> str | None:
    return next((value for element in tree.iter("time") if (value := element.get("datetime"))), None)


def _title_element(tree: HtmlElement, outlet: str | None) -> str | None:
    title = next((text for element in tree.iter("title") if (text := _text(element))), None)
    if title and outlet:
        title = re.sub(rf"\s*[|–—:-]\s*{re.escape(outlet)}\s*$", "", title)
    return title
