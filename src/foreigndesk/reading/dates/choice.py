"""Which of two days, months or seasons of the same name is meant: the last one, or the coming one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from foreigndesk.reading.dates.periods import Period, make_date, one_day
from foreigndesk.reading.dates.tense import Tense


def choose(candidates: list[Period], today: dt.date, tense: Tense) -> Period | None:
    """The candidate that the tense points to: the latest begun, the first not over, or else the nearest.

    Candidates are periods in order of time; the one that holds the day of publication counts for both tenses.
    """
    begun = [period for period in candidates if period.first and period.first <= today]
    lasting = [period for period in candidates if period.last and period.last >= today]
    if tense is Tense.PAST and begun:
        return begun[-1]
    if tense in (Tense.FUTURE, Tense.PRESENT) and lasting:
        return lasting[0]
    return min(candidates, key=lambda period: distance(period, today), default=None)


def distance(period: Period, today: dt.date) -> dt.timedelta:
    """How far a period lies from a day; nothing if it holds the day."""
    if period.first is None or period.last is None:
        return dt.timedelta.max
    return max(period.first - today, today - period.last, dt.timedelta(0))


def beyond(periods: list[Period], here: Period, side: int) -> Period | None:
    """The nearest of the periods that lies wholly before (side -1) or after (side 1) the present one."""
    if here.first is None or here.last is None:
        return None
    if side < 0:
        return next((one for one in reversed(periods) if one.last and one.last < here.first), None)
    return next((one for one in periods if one.first and one.first > here.last), None)


def yearly(make: Callable[[int], Period | None], today: dt.date) -> list[Period]:
    """What comes round every year, in the four years around a day (Feb. 29 comes in one of them)."""
    return [period for year in range(today.year - 4, today.year + 5) if (period := make(year))]


def choose_day(month: int, day: int, weekday: int | None, today: dt.date, tense: Tense) -> Period | None:
    """The day of a month without a year; a printed weekday rules out the years in which it does not fit.

    News prints no year for days of the year of publication (AP Stylebook, "months"). So where the tense points to a
    day of another year and the other choice is nearer, the tense was misread: "a meeting on Nov. 5" in October.
    """
    days = [date for year in range(today.year - 4, today.year + 5) if (date := make_date(year, month, day))]
    fitting = [date for date in days if weekday is not None and date.weekday() == weekday]
    if fitting:
        days = [min(fitting, key=lambda date: abs(date - today))]
    periods = [one_day(date) for date in days]
    chosen = choose(periods, today, tense)
    if chosen and chosen.first and chosen.first.year != today.year:
        return choose(periods, today, Tense.UNKNOWN)
    return chosen
