"""The calendar: periods, their values and ends, and holidays, held against days that calendars agree on."""

from datetime import date

import pytest

from rawi.events.times.holidays import holiday
from rawi.events.times.periods import Grain, containing
from rawi.events.times.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("grain", "value", "first", "last"),
    [
        ("day", "2014-06-11", "2014-06-11", "2014-06-11"),
        ("week", "2014-W24", "2014-06-09", "2014-06-15"),
        ("weekend", "2014-W24-WE", "2014-06-14", "2014-06-15"),
        ("month", "2014-06", "2014-06-01", "2014-06-30"),
        ("quarter", "2014-Q2", "2014-04-01", "2014-06-30"),
        ("half", "2014-H1", "2014-01-01", "2014-06-30"),
        ("season", "2014-SU", "2014-06-01", "2014-08-31"),
        ("year", "2014", "2014-01-01", "2014-12-31"),
        ("decade", "201", "2010-01-01", "2019-12-31"),
        ("century", "20", "2000-01-01", "2099-12-31"),
    ],
)
def test_the_period_around_a_day(grain: Grain, value: str, first: str, last: str) -> None:
    period = containing(grain, date(2014, 6, 11))
    assert (period.value, period.first.isoformat(), period.last.isoformat()) == (value, first, last)


def test_the_week_is_of_the_year_that_has_its_thursday() -> None:
    assert containing("week", date(2010, 1, 2)).value == "2009-W53"


def test_a_winter_is_of_the_year_it_begins_in() -> None:
    winter = containing("season", date(2015, 2, 10))
    assert (winter.value, winter.last) == ("2014-WI", date(2015, 2, 28))


def test_periods_that_many_away() -> None:
    assert containing("quarter", date(2014, 1, 5)).shift(-1).value == "2013-Q4"
    assert containing("month", date(2014, 1, 31)).shift(1).value == "2014-02"
    with pytest.raises((OverflowError, ValueError)):
        containing("century", date(2014, 1, 1)).shift(-30)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("easter sunday", date(2014, 4, 20)),
        ("good friday", date(2024, 3, 29)),
        ("thanksgiving", date(2013, 11, 28)),
        ("memorial day", date(2014, 5, 26)),
        ("election day", date(2016, 11, 8)),
        ("election day", date(2022, 11, 8)),
        ("nowruz", date(2014, 3, 21)),
    ],
)
def test_days_with_a_name(name: str, day: date) -> None:
    period = holiday(name, day.year)
    assert period is not None and period.first == day


@pytest.mark.parametrize(
    ("name", "proclaimed"),
    [
        ("ramadan", date(2014, 6, 28)),
        ("ramadan", date(2024, 3, 11)),
        ("eid al-fitr", date(2017, 6, 25)),
        ("eid al-adha", date(2019, 8, 11)),
    ],
)
def test_islamic_days_are_within_two_of_those_proclaimed(name: str, proclaimed: date) -> None:
    period = holiday(name, proclaimed.year)
    assert period is not None and abs((period.first - proclaimed).days) <= 2


def test_every_holiday_falls_in_every_year() -> None:
    for name in vocabulary().holidays:
        assert all(holiday(name, year) for year in range(1950, 2050)), name
