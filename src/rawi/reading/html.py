"""Web pages: the article without menus, comments and advertisements."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from rawi.errors import DamagedInput, EmptyInput
from rawi.reading.decode import charset, decode
from rawi.reading.limits import Limits
from rawi.reading.page import describe
from rawi.reading.shapes import Extracted
from rawi.records import Original

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_META = re.compile(rb"<meta[^>]{0,200}charset[^>]{0,100}>", re.I)
_SPACES = re.compile(r"[ \t\n\r]+")
_BLOCKS = frozenset({"p", "head", "quote", "list", "item", "table", "row", "cell", "ab", "fw", "code", "div", "body", "lb"})
_HIDDEN = ("script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "svg", "iframe", "object", "button")
_HTML_BLOCKS = frozenset(
    {
        "p",
        "div",
        "br",
        "li",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "td",
        "th",
        "blockquote",
        "section",
        "article",
        "pre",
        "ul",
        "ol",
        "table",
    }
)


def extract(original: Original, limits: Limits) -> Extracted:
    """The article of a web page. Raises DamagedInput, or EmptyInput where no text remains without the page's scripts."""
    meta = _META.search(original.data[:4096])
    declared = charset(original.media_type) or charset(meta[0].decode("ascii", "replace") if meta else None)
    markup, notes = decode(original.data, original.name, declared)
    page = from_markup(markup, original.name, original.url)
    return replace(page, notes=notes)


def from_markup(markup: str, name: str, url: str | None = None) -> Extracted:
    """The article of a page already decoded; paragraphs are separated by blank lines."""
    tree = _parse(markup, name)
    found = describe(tree)
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    text = _article(tree) or _visible(tree)
    if not text:
        raise EmptyInput(f"{name}: a page without text once its scripts are left out; save it from a browser, or give its text")
    return Extracted(text=text, found=found, url=url or canonical)


def _parse(markup: str, name: str) -> HtmlElement:
    markup = _DECLARATION.sub("", markup)
    if not markup.strip():
        raise EmptyInput(f"{name}: an empty page")
    try:
        return document_fromstring(markup, parser=HTMLParser(remove_comments=True, remove_pis=True, no_network=True))
    except (etree.LxmlError, ValueError) as problem:
        raise DamagedInput(f"{name}: not a web page that can be read ({problem}); give its text as a .txt file") from None


def _article(tree: HtmlElement) -> str:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Page

    found = bare_extraction(tree, fast=True, include_comments=False, include_tables=True, favor_recall=True)
    return _paragraphs(found.body) if isinstance(found, Page) else ""


def _paragraphs(body: Any) -> str:
    """The extracted tree as paragraphs: every block starts one, and everything else runs on."""
    parts: list[list[str]] = [[]]
    for action, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            parts.append([])
        if action == "start":
            parts[-1].append(element.text or "")
        else:
            parts[-1].append(element.tail or "")
    return _join(parts)


def _visible(tree: HtmlElement) -> str:
    """All text a browser would show, for a page that is too short or odd to have an article found in it."""
    etree.strip_elements(tree, *_HIDDEN, with_tail=False)
    body = tree.find("body")
    parts: list[list[str]] = [[]]
    for action, element in etree.iterwalk(tree if body is None else body, events=("start", "end")):
        if element.tag in _HTML_BLOCKS:
            parts.append([])
        if element.tag != "title":
            parts[-1].append((element.text if action == "start" else element.tail) or "")
    return _join(parts)


def _join(parts: list[list[str]]) -> str:
    return "\n\n".join(text for part in parts if (text := _SPACES.sub(" ", "".join(part)).strip()))
