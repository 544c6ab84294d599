"""The tables of importing.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def tables() -> Mapping[str, Any]:
    """What the importers make of other schemas: a table for each of them."""
    found: Mapping[str, Any] = yaml.load(files(__package__).joinpath("importing.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return found
