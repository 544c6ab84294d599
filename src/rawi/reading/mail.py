"""E-mail messages, and web pages that browsers save as one (MHTML)."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime

from rawi.errors import DamagedInput, EmptyInput
from rawi.reading import html
from rawi.reading.decode import decode
from rawi.reading.limits import Limits
from rawi.reading.page import people
from rawi.reading.shapes import Extracted
from rawi.records import Given, Original

PARTS = 1000
"""Parts of one message that are looked at."""


def extract(original: Original, limits: Limits) -> Extracted:
    """A message's text (its HTML where it has no other) with Subject, From and Date. Raises EmptyInput or DamagedInput."""
    message = _parse(original)
    body = message.get_body(("plain", "html"))
    if not isinstance(body, EmailMessage):
        raise EmptyInput(f"{original.name}: a message without a text part; save its attachments as files of their own")
    found = _headers(message)
    if body.get_content_subtype() == "html":
        page = html.from_markup(*_decoded(body, original.name)[:1], name=original.name)
        return replace(page, found=replace(found, language=page.found.language))
    text, notes = _decoded(body, original.name)
    return Extracted(text=text, found=found, notes=notes)


def extract_page(original: Original, limits: Limits) -> Extracted:
    """The page of an MHTML file, with the address it was saved from. Raises EmptyInput or DamagedInput."""
    message = _parse(original)
    root = next((part for _, part in zip(range(PARTS), message.walk(), strict=False) if part.get_content_type() == "text/html"), None)
    if not isinstance(root, EmailMessage):
        raise EmptyInput(f"{original.name}: no web page in it; save the page again, or as .html")
    markup, notes = _decoded(root, original.name)
    page = html.from_markup(markup, original.name, _header(message, "Snapshot-Content-Location") or _header(root, "Content-Location"))
    return replace(page, notes=notes)


def _parse(original: Original) -> EmailMessage:
    message = message_from_bytes(original.data, policy=policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise DamagedInput(f"{original.name}: no message headers in it; save the message again")
    return message


def _decoded(part: EmailMessage, name: str) -> tuple[str, tuple[str, ...]]:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        raise EmptyInput(f"{name}: its text part is empty")
    return decode(payload, name, part.get_content_charset())


def _headers(message: EmailMessage) -> Given:
    senders = [sender for sender, _ in getaddresses([_header(message, "From") or ""])]
    try:
        published = parsedate_to_datetime(_header(message, "Date") or "").date().isoformat()
    except (ValueError, TypeError):
        published = None
    return Given(title=_header(message, "Subject"), authors=people(senders), published=published)


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return " ".join(str(value).encode("utf-8", "replace").decode("utf-8").split()) or None if value is not None else None
