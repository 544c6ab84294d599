"""Durations as TIMEX3 writes them: "P3D", "PT1H30M", "PXW"."""

from __future__ import annotations

UNITS = {
    **{unit: (f"T{{}}{unit[0].upper()}", 1) for unit in ("second", "minute", "hour")},
    **{unit: (f"{{}}{unit[0].upper()}", 1) for unit in ("day", "week", "month", "quarter", "year")},
    "weekday": ("{}D", 1),
    "weekend": ("{}W", 1),
    "fortnight": ("{}W", 2),
    "half": ("{}M", 6),
    "decade": ("{}Y", 10),
    "century": ("{}Y", 100),
    "millennium": ("{}Y", 1000),
}
"""How each unit is written, and how many of what it is written in it has."""
OPEN = {"decade": "PXDE", "century": "PXCE", "millennium": "PXML"}
PARTS = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}
"""What a fraction of a unit is written in."""


def length(amount: float | None, unit: str | None) -> str:
    """``amount`` of ``unit``, either of which may be unknown."""
    if unit is None:
        return "PXX"
    form, size = UNITS[unit]
    if amount is None:
        return OPEN.get(unit) or "P" + form.format("X")
    amount *= size
    whole, part = divmod(amount, 1)
    if part and unit in PARTS:
        parts, letter = PARTS[unit]
        shown = form.format(int(whole)) if whole else form.format("")[:-1]
        return f"P{shown}{round(part * parts)}{letter}"
    return "P" + form.format(f"{amount:g}" if amount < 1e6 else int(amount))
