"""What one input may cost before it is passed over."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep one input from taking the whole machine. Sizes are bytes, times are seconds.

    ``private_links``: whether a link inside a feed may lead to an address of this machine or its own network. It is off
    because a feed comes from strangers; URLs that the user names, and links to the feed's own host, are always fetched.
    """

    max_bytes: int = 32 * MIB
    max_line_bytes: int = 16 * MIB
    max_characters: int = 500_000
    archive_members: int = 100_000
    archive_bytes: int = 8 * 1024 * MIB
    archive_ratio: int = 200
    archive_depth: int = 3
    fetch_bytes: int = 32 * MIB
    fetch_seconds: float = 30.0
    read_seconds: float = 60.0
    private_links: bool = False


DEFAULT = Limits()
