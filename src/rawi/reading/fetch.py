"""URLs, within bounds of time and size."""

from __future__ import annotations

import ipaddress
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rawi.errors import FetchError
from rawi.reading.limits import Limits

if TYPE_CHECKING:
    import httpx

REDIRECTS = 5
AGENT = "rawi (reads news articles for research)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: the last URL of the redirects, the Content-Type header, the body."""

    url: str
    media_type: str
    data: bytes


def is_url(text: str) -> bool:
    """Whether it is a web address rather than a path."""
    return text.lower().startswith(("http://", "https://"))


def fetch(url: str, limits: Limits, trusted: str | None = None) -> Fetched:
    """The body behind ``url``. Addresses inside one's own network are refused unless the host is ``trusted``. Raises FetchError."""
    import httpx  # here, because a run over files should not wait for it

    def check(request: httpx.Request) -> None:
        if not limits.private_links and request.url.host != trusted:
            _refuse_private(request.url.host)

    try:
        with (
            httpx.Client(
                follow_redirects=True,
                max_redirects=REDIRECTS,
                timeout=limits.fetch_seconds,
                headers={"User-Agent": AGENT},
                event_hooks={"request": [check]},
            ) as client,
            client.stream("GET", url) as response,
        ):
            response.raise_for_status()
            return Fetched(str(response.url), response.headers.get("content-type", ""), _body(response, limits))
    except httpx.HTTPStatusError as problem:
        raise FetchError(f"{url}: the server answered {problem.response.status_code}; check the address") from None
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as problem:
        raise FetchError(f"{url}: could not be fetched ({type(problem).__name__}: {problem}); check the address and try again") from None


def host(url: str) -> str | None:
    """The host name in ``url``."""
    import httpx

    try:
        return httpx.URL(url).host or None
    except (httpx.InvalidURL, ValueError):
        return None


def _body(response: httpx.Response, limits: Limits) -> bytes:
    until = time.monotonic() + limits.fetch_seconds
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > limits.fetch_bytes:
            raise FetchError(f"{response.url}: larger than {limits.fetch_bytes:,} bytes; fetch it by hand and give the file")
        if time.monotonic() > until:
            raise FetchError(f"{response.url}: not there within {limits.fetch_seconds:g} seconds; try again later")
    return bytes(body)


def _refuse_private(host_name: str) -> None:
    for *_, address in socket.getaddrinfo(host_name, None):
        if not ipaddress.ip_address(str(address[0]).partition("%")[0]).is_global:
            raise FetchError(f"{host_name}: a link into your own network is not followed; name the address itself to read it")
