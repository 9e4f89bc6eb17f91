"""The calendar: periods of days, and how to step and cut them. No words, no grammar."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from foreigndesk.model import Granularity

DAY, WEEK, MONTH, SEASON = Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.SEASON
YEAR, DECADE, VAGUE = Granularity.YEAR, Granularity.DECADE, Granularity.VAGUE

COARSENESS = {unit: rank for rank, unit in enumerate((DAY, WEEK, MONTH, SEASON, YEAR, DECADE, VAGUE))}


EARLIEST, LATEST = dt.date(1000, 1, 1), dt.date(2999, 12, 31)

Part = Literal["early", "mid", "late"]


@dataclass(frozen=True, slots=True)
class Period:
    """The days from first to last, both included, None where open; `anchor` is the day they were counted from."""

    first: dt.date | None
    last: dt.date | None
    granularity: Granularity
    anchor: dt.date | None = None

    @property
    def is_exact(self) -> bool:
        """Whether both ends are known, so that other days can be counted from it."""
        return self.first is not None and self.last is not None and self.granularity is not VAGUE

    def opened(self) -> Period:
        """The same words without a day to count from."""
        return replace(self, first=None, last=None, anchor=None)


def one_day(date: dt.date) -> Period:
    """A single day."""
    return Period(date, date, DAY)


def open_period(granularity: Granularity) -> Period:
    """A period that nothing is known of but how precisely it is told."""
    return Period(None, None, granularity)


def make_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None if there is no such day.

    >>> make_date(2023, 2, 29) is None
    True
    """
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def last_day_of_month(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def month_of(year: int, month: int) -> Period:
    """A calendar month."""
    return Period(dt.date(year, month, 1), last_day_of_month(year, month), MONTH)


def season_of(year: int, month: int) -> Period:
    """The three months that begin with this one: a meteorological season, or a quarter.

    >>> season_of(2024, 12).last
    datetime.date(2025, 2, 28)
    """
    after = step(dt.date(year, month, 1), 2, MONTH)
    return Period(dt.date(year, month, 1), last_day_of_month(after.year, after.month), SEASON)


def year_of(year: int) -> Period:
    """A calendar year."""
    return Period(dt.date(year, 1, 1), dt.date(year, 12, 31), YEAR)


def decade_of(year: int) -> Period:
    """The decade of a year: 2024 lies in the 2020s."""
    start = year - year % 10
    return Period(dt.date(start, 1, 1), dt.date(start + 9, 12, 31), DECADE)


def unit_around(day: dt.date, unit: Granularity) -> Period:
    """The calendar unit a day lies in. Weeks run from Monday to Sunday (ISO 8601).

    >>> unit_around(dt.date(2024, 10, 31), WEEK).first
    datetime.date(2024, 10, 28)
    """
    if unit is WEEK:
        monday = day - dt.timedelta(days=day.weekday())
        return Period(monday, monday + dt.timedelta(days=6), WEEK)
    if unit is MONTH:
        return month_of(day.year, day.month)
    if unit is SEASON:
        return season_of(day.year, day.month - (day.month - 1) % 3)
    if unit is YEAR:
        return year_of(day.year)
    if unit is DECADE:
        return decade_of(day.year)
    return Period(day, day, DAY)


def step(day: dt.date, count: int, unit: Granularity) -> dt.date:
    """The day that lies so many units later (earlier if negative); a month that is too short gives its last day.

    Steps that leave the years that news tells of stop at the edge, at `EARLIEST` or `LATEST`.

    >>> step(dt.date(2024, 10, 31), -1, MONTH)
    datetime.date(2024, 9, 30)
    """
    if unit in (DAY, WEEK):  # a printed number has three figures at most: this cannot leave the calendar
        return day + dt.timedelta(days=count * (7 if unit is WEEK else 1))
    months = count * {MONTH: 1, SEASON: 3, YEAR: 12, DECADE: 120}[unit]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not EARLIEST.year < year < LATEST.year:
        return EARLIEST if count < 0 else LATEST
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def cut(period: Period, part: Part) -> Period:
    """The early, mid or late part of a period: its first, middle or last half. A day stays whole.

    >>> middle = cut(month_of(2024, 11), "mid")
    >>> middle.first, middle.last
    (datetime.date(2024, 11, 8), datetime.date(2024, 11, 23))
    """
    if period.first is None or period.last is None:
        return period
    first, last = period.first, period.last
    if period.granularity is WEEK:
        bounds = {"early": (0, 2), "mid": (1, 3), "late": (3, 6)}[part]
        return replace(period, first=step(first, bounds[0], DAY), last=step(first, bounds[1], DAY))
    if period.granularity is MONTH:
        days = {"early": (1, 15), "mid": (8, 23), "late": (16, last.day)}[part]
        return replace(period, first=first.replace(day=days[0]), last=last.replace(day=days[1]))
    if period.granularity in (YEAR, DECADE):
        # Months of a year, and of a decade its years: in halves, the middle half of a decade being its years 3 to 7.
        months = {"early": (0, 6), "mid": (3, 9), "late": (6, 12)}[part]
        if period.granularity is DECADE:
            months = {"early": (0, 60), "mid": (36, 96), "late": (60, 120)}[part]
        return replace(period, first=step(first, months[0], MONTH), last=step(step(first, months[1], MONTH), -1, DAY))
    return period
