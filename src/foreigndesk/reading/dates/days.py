"""Days printed with their month: "Feb. 24, 2022", "31 October", "2024-10-31", "Nov. 28-30"."""

from __future__ import annotations

import re

from foreigndesk.reading.dates.choice import choose_day
from foreigndesk.reading.dates.evidence import counts_something, is_named
from foreigndesk.reading.dates.periods import DAY, Period, make_date, one_day
from foreigndesk.reading.dates.scene import CountsFrom, Rule, Scene, rule
from foreigndesk.reading.dates.vocabulary import (
    ANY_MONTH,
    DAY_NUMBER,
    TO,
    WEEKDAY,
    YEAR_NUMBER,
    month_number,
    number_of,
    weekday_number,
)

MONTH_AND_DAY = (
    f"(?:(?P<weekday>{WEEKDAY}),? )?(?:(?P<month>{ANY_MONTH}) ?(?:the )?(?P<day>{DAY_NUMBER})"
    f"|(?:the )?(?P<day2>{DAY_NUMBER}) (?:of )?(?P<month2>{ANY_MONTH}))"
)
DAYS_OF_A_MONTH = (
    f"(?:from |between )?(?:(?P<month>{ANY_MONTH}) (?P<day>{DAY_NUMBER}){TO}(?P<end>{DAY_NUMBER})"
    f"|(?P<day2>{DAY_NUMBER}){TO}(?P<end2>{DAY_NUMBER}) (?P<month2>{ANY_MONTH}))"
)


def _month_and_day(match: re.Match[str]) -> tuple[int, int, int | None]:
    """Month, day and weekday as printed, in either order."""
    printed = match["weekday"]
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    return month_number(month), number_of(day), weekday_number(printed) if printed else None


def _days(match: re.Match[str], year: int) -> Period | None:
    """From the first to the last day printed, in a year; None if there are no such days, or they run backwards."""
    month = month_number(match["month"] or match["month2"])
    first = make_date(year, month, number_of(match["day"] or match["day2"]))
    last = make_date(year, month, number_of(match["end"] or match["end2"]))
    return Period(first, last, DAY) if first and last and first < last else None


@rule(f"{MONTH_AND_DAY},? (?P<year>{YEAR_NUMBER})", CountsFrom.CALENDAR)
def full_date(match: re.Match[str], _scene: Scene) -> Period | None:
    """The day is printed in full."""
    month, day, _ = _month_and_day(match)
    date = make_date(int(match["year"]), month, day)
    return one_day(date) if date else None


@rule(MONTH_AND_DAY)
def day_and_month(match: re.Match[str], scene: Scene) -> Period | None:
    """A day without a year is the last or the coming one, as the verb tells, or the nearer one if it does not.

    A day of another year is taken only where it is the nearer one: otherwise its year would be printed.
    """
    if counts_something(scene, match) or is_named(scene, match):
        return None
    return choose_day(*_month_and_day(match), scene.today, scene.tense(match))


@rule(f"{DAYS_OF_A_MONTH},? (?P<year>{YEAR_NUMBER})", CountsFrom.CALENDAR)
def full_days_of_a_month(match: re.Match[str], _scene: Scene) -> Period | None:
    """From the first to the last of the days printed, in the year printed."""
    return _days(match, int(match["year"]))


@rule(DAYS_OF_A_MONTH)
def days_of_a_month(match: re.Match[str], scene: Scene) -> Period | None:
    """From the first to the last of the days printed, in the year that the verb points to."""
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    first = choose_day(month_number(month), number_of(day), None, scene.today, scene.tense(match))
    return _days(match, first.first.year) if first and first.first else None


@rule(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)", CountsFrom.CALENDAR)
def iso_date(match: re.Match[str], _scene: Scene) -> Period | None:
    """Year, month and day in figures (ISO 8601)."""
    date = make_date(int(match["year"]), int(match["month"]), int(match["day"]))
    return one_day(date) if date else None


@rule(r"(?P<one>\d\d?)(?P<mark>[./-])(?P<two>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d)", CountsFrom.CALENDAR)
def date_in_figures(match: re.Match[str], _scene: Scene) -> Period | None:
    """Day and month in figures; where either order gives a date, from the earlier to the later of the two."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    day_first, month_first = make_date(year, two, one), make_date(year, one, two)
    if match["mark"] == "." and day_first:  # with full stops the day always comes first
        month_first = day_first
    dates = sorted(date for date in (day_first, month_first) if date)
    return Period(dates[0], dates[-1], DAY) if dates else None


# Days that news names without their year, each with the words that tell it from any other day of that date.
NAMED_DAYS = {(9, 11): (2001, 9, 11), (10, 7): (2023, 10, 7), (1, 6): (2021, 1, 6)}
NAMED_DAY = r"(?:Sept(?:ember|\.)?|Oct(?:ober|\.)?|Jan(?:uary|\.)?) (?:11|7|6)(?:th)?"
DEED = "(?:terror(?:ist)? )?(?:attacks?|assaults?|massacres?|hijackings?|hijackers|riots?|rioters|insurrection)"
DEED_BEFORE = re.compile(rf"\b{DEED} of (?:the )?$")
LOOK_BACK = 40  # characters that hold the longest deed


@rule(f"(?P<before>{NAMED_DAY})(?=,? {DEED})|(?P<after>{NAMED_DAY})|9/11", CountsFrom.CALENDAR)
def named_day(match: re.Match[str], scene: Scene) -> Period | None:
    """The day is known by the deed it is named after: the attacks of 2001 and 2023, the riot of 2021."""
    if match["after"] and not DEED_BEFORE.search(scene.text[max(0, match.start() - LOOK_BACK) : match.start()]):
        return None
    month, day = match.group().replace("9/11", "Sept 11").split()
    named = NAMED_DAYS.get((month_number(month), number_of(day)))
    date = make_date(*named) if named else None
    return one_day(date) if date else None


RULES: tuple[Rule, ...] = (
    named_day,
    full_days_of_a_month,
    days_of_a_month,
    full_date,
    day_and_month,
    iso_date,
    date_in_figures,
)
