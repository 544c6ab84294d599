"""How many, in all versions of one happening: the range, and who gives which number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias, get_args

from rawi.corroboration.speakers import Report
from rawi.corroboration.voices import hear
from rawi.records import Effect, Event, Harm, Toll, Version

Counted: TypeAlias = tuple[int | None, int | None]


def tolls(told: Sequence[tuple[Event, Report]]) -> Iterator[Toll]:
    """A toll for each effect of which some event gives a number: its versions, those with most voices first."""
    reports = [report for _, report in told]
    for effect in get_args(Effect):
        given: defaultdict[Counted, list[Report]] = defaultdict(list)
        for event, report in told:
            number = counted([harm for harm in event.harm if harm.effect == effect])
            if number != (None, None):
                given[number].append(report)
        if given:
            yield _toll(effect, [_version(number, said, reports) for number, said in given.items()])


def counted(harms: Sequence[Harm]) -> Counted:
    """How many ``harms`` of one effect, told in one event, come to.

    Where there are several and none is told to be part of another, nothing tells whether three are of the fourteen or beside them: they
    are the greatest at least, all at most.
    """
    harms = [harm for harm in harms if not harm.part] or harms
    lows = [harm.low for harm in harms if harm.low is not None]
    highs = [harm.high for harm in harms if harm.high is not None]
    return max(lows, default=None), sum(highs) if highs and len(highs) == len(harms) else None


def _version(number: Counted, said: Sequence[Report], reports: Sequence[Report]) -> Version:
    outlets = {report.outlet or report.document for report in said}
    return Version(*number, hear(said, reports).voices, len(outlets))


def _toll(effect: Effect, versions: Sequence[Version]) -> Toll:
    lows = [version.low for version in versions if version.low is not None]
    highs = [version.high for version in versions if version.high is not None]
    low, high = (most(ends) if len(ends) == len(versions) else None for most, ends in ((min, lows), (max, highs)))
    return Toll(effect, low, high, tuple(sorted(versions, key=lambda version: -len(version.voices))))
