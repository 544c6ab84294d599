"""What one row of the table is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A place with all its names, its own first; ``at`` is latitude and longitude in degrees."""

    kind: str
    names: tuple[str, ...]
    country: str | None
    at: tuple[float, float]
    division: str | None = None
    """GeoNames' code with the country's before it: "IQ.10"."""
    population: int = 0
    geonames: int | None = None
