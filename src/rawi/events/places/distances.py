"""Distances and directions on the earth as a sphere."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

RADIUS = 6371.0
"""Kilometres."""

Point = tuple[float, float]
"""Latitude and longitude in degrees."""
Points: TypeAlias = NDArray[np.float64]


def apart(one: Point, other: Point) -> float:
    """Kilometres between two points, by the haversine formula."""
    north, south = math.radians(one[0]), math.radians(other[0])
    east = math.radians(other[1] - one[1])
    half = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * RADIUS * math.asin(math.sqrt(min(1.0, half)))


def points(places: Sequence[Point]) -> Points:
    """Points as (N, 3): on a sphere of radius 1."""
    latitudes, longitudes = np.radians(np.array(places, dtype=np.float64).reshape(-1, 2)).T
    return np.stack([np.cos(latitudes) * np.cos(longitudes), np.cos(latitudes) * np.sin(longitudes), np.sin(latitudes)], axis=1)


def distances(one: Points, other: Points) -> NDArray[np.float64]:
    """Kilometres between each of ``one`` (N, 3) and each of ``other`` (M, 3), as (N, M)."""
    found: NDArray[np.float64] = RADIUS * np.arccos(np.clip(one @ other.T, -1.0, 1.0))
    return found


def away(at: Point, kilometres: float, bearing: float) -> Point:
    """The point so far from ``at`` in the direction of ``bearing``, in degrees clockwise from north."""
    north, east = kilometres * math.cos(math.radians(bearing)), kilometres * math.sin(math.radians(bearing))
    latitude = max(-90.0, min(90.0, at[0] + math.degrees(north / RADIUS)))
    width = max(0.01, math.cos(math.radians(at[0])))
    longitude = at[1] + math.degrees(east / (RADIUS * width))
    return latitude, (longitude + 180) % 360 - 180


def midway(one: Point, other: Point) -> Point:
    """The point half of the way between two that are not far apart."""
    east = (other[1] - one[1] + 180) % 360 - 180
    return (one[0] + other[0]) / 2, (one[1] + east / 2 + 180) % 360 - 180
