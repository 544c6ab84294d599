"""URLs and feeds, from a server on this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from benchmarks.papers import article, feed, line, page, paper

from rawi.reading import Limits, find, read
from rawi.records import Original, Skipped

MADE = article(5)
TEASER = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Ombra Daily</title>
<entry><title>Ferries stay ashore</title><id>tag:1</id><link href="%s"/><summary>Read more</summary></entry></feed>"""
PAGES = {
    "/story": ("text/html; charset=utf-8", page(MADE)),
    "/paper": ("application/pdf", paper(MADE)),
    "/corpus.jsonl": ("application/octet-stream", line(MADE) * 3),
    "/feed": ("application/rss+xml", feed(MADE)),
    "/picture": ("image/png", b"\x89PNG\r\n\x1a\n"),
}


class _Answers(BaseHTTPRequestHandler):
    server: ThreadingHTTPServer

    def do_GET(self) -> None:
        base = f"http://127.0.0.1:{self.server.server_port}"
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/story")
            self.end_headers()
        elif self.path == "/loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
            self.end_headers()
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(20):
                self.wfile.write(b"drip ")
                time.sleep(0.05)
        elif self.path == "/teaser":
            self._answer("application/atom+xml", TEASER % f"{base}/story".encode())
        elif self.path in PAGES:
            self._answer(*PAGES[self.path])
        else:
            self.send_error(404)

    def _answer(self, media_type: str, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["/story", "/paper", "/moved", "/feed", "/teaser"])
def test_an_address_gives_its_article(site: str, path: str) -> None:
    (found,) = find([site + path])
    assert isinstance(found, Original)
    document = read(found)
    assert MADE.paragraphs[1] in document.text
    assert document.url is not None


def test_a_redirect_is_followed_to_the_address_kept(site: str) -> None:
    (found,) = find([f"{site}/moved"])
    assert found.path is None
    assert isinstance(found, Original)
    assert found.url == f"{site}/story"


def test_a_feed_gives_what_it_knows_of_an_entry(site: str) -> None:
    (found,) = find([f"{site}/teaser"])
    assert isinstance(found, Original)
    document = read(found)
    assert (document.outlet, document.title, document.external_id) == ("Ombra Daily", "Ferries stay ashore", "tag:1")


def test_a_corpus_under_a_vague_type_is_known_by_its_name(site: str) -> None:
    assert len(list(find([f"{site}/corpus.jsonl"]))) == 3


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/nowhere", "answered 404"),
        ("/loop", "could not be fetched"),
        ("/picture", "no reader for image/png"),
        ("/slow", "not there within 0.3 seconds"),
    ],
)
def test_an_address_that_gives_nothing_says_why(site: str, path: str, reason: str) -> None:
    (found,) = find([site + path], Limits(fetch_seconds=0.3))
    assert isinstance(found, Skipped)
    assert found.path == site + path
    assert reason in found.reason


def test_a_page_over_the_limit_is_not_fetched_whole(site: str) -> None:
    (found,) = find([f"{site}/story"], Limits(fetch_bytes=100))
    assert isinstance(found, Skipped)
    assert "larger than 100 bytes" in found.reason


def test_nobody_at_home_says_so() -> None:
    (found,) = find(["http://127.0.0.1:9/story"])
    assert isinstance(found, Skipped)
    assert "could not be fetched" in found.reason


def test_a_feed_from_a_file_does_not_lead_into_ones_own_network_unless_told(site: str, tmp_path: Path) -> None:
    path = tmp_path / "links.atom"
    path.write_bytes(TEASER % f"{site}/story".encode())
    (refused,) = find([str(path)])
    assert isinstance(refused, Skipped)
    assert "your own network" in refused.reason
    (followed,) = find([str(path)], replace(Limits(), private_links=True))
    assert isinstance(followed, Original)
