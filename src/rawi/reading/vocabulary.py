"""The metadata vocabulary, read once and compiled."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_NAMES = r"(?P<names>.{2,120}?)"


@cache
def vocabulary() -> dict[str, Any]:
    """``metadata.yaml`` as it is written."""
    loaded: dict[str, Any] = yaml.load(Path(__file__).with_name("metadata.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return loaded


@cache
def words(key: str) -> frozenset[str]:
    """A list of words as a set."""
    return frozenset(vocabulary()[key])


@cache
def patterns(key: str) -> tuple[re.Pattern[str], ...]:
    """A list of patterns, or a single one, compiled; ``{names}`` becomes the group ``names``."""
    written = vocabulary()[key]
    listed = [written] if isinstance(written, str) else written
    return tuple(re.compile(pattern.replace("{names}", _NAMES), re.I) for pattern in listed)


def match(key: str, line: str) -> re.Match[str] | None:
    """The first pattern of a list that a whole line matches."""
    return next((found for pattern in patterns(key) if (found := pattern.fullmatch(line))), None)
