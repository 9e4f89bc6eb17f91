"""Months, seasons, quarters and weeks of a month, with a year and without."""

from __future__ import annotations

import re

from foreigndesk.reading.dates.choice import beyond, choose, yearly
from foreigndesk.reading.dates.evidence import is_month, is_season
from foreigndesk.reading.dates.periods import DAY, MONTH, WEEK, Period, month_of, season_of, step, unit_around
from foreigndesk.reading.dates.scene import CountsFrom, Rule, Scene, rule
from foreigndesk.reading.dates.tense import Tense
from foreigndesk.reading.dates.vocabulary import (
    ANY_MONTH,
    COMING,
    LAST,
    MONTH_NAME,
    NEXT,
    ORDINALS,
    PAST,
    SEASON_NAME,
    SEASONS,
    YEAR_NUMBER,
    month_number,
    side_of,
)

LAST_OR_NEXT = f"(?P<which>(?:this )?{PAST}|(?:this )?{COMING}|{LAST}|{NEXT}|this)"


@rule(f"(?P<month>{ANY_MONTH}),?(?: of)? (?P<year>{YEAR_NUMBER})", CountsFrom.CALENDAR)
def month_and_year(match: re.Match[str], _scene: Scene) -> Period | None:
    """The month is printed with its year."""
    return month_of(int(match["year"]), month_number(match["month"]))


@rule(f"(?P<month>{MONTH_NAME})")
def month_alone(match: re.Match[str], scene: Scene) -> Period | None:
    """A month without a year is the last or the coming one, as the verb tells; its own month counts for both."""
    number = month_number(match["month"])
    if not is_month(scene, match):
        return None
    return choose(yearly(lambda year: month_of(year, number), scene.today), scene.today, scene.tense(match))


@rule(f"(?P<month>{MONTH_NAME}),?(?: of)? (?P<which>{LAST}|this|{NEXT}) year")
def month_of_a_year_near(match: re.Match[str], scene: Scene) -> Period | None:
    """The month of the year before, of, or after the year of publication."""
    return month_of(scene.today.year + side_of(match["which"]), month_number(match["month"]))


@rule(f"{LAST_OR_NEXT} (?P<month>{MONTH_NAME})(?! ?\\d)")
def month_last_or_next(match: re.Match[str], scene: Scene) -> Period | None:
    """The latest such month that was over, or the first to come; "this June" is that of the year of publication, or the
    next where the verb points ahead and it is over.
    """
    number, side = month_number(match["month"]), side_of(match["which"])
    if side == 0:
        return _this(month_of(scene.today.year, number), month_of(scene.today.year + 1, number), match, scene)
    return beyond(yearly(lambda year: month_of(year, number), scene.today), unit_around(scene.today, MONTH), side)


def _this(own: Period, following: Period, match: re.Match[str], scene: Scene) -> Period:
    """That of the year of publication, unless it is over and the verb points ahead."""
    is_over = own.last is not None and own.last < scene.today
    return following if is_over and scene.tense(match) is Tense.FUTURE else own


@rule(
    f"the (?P<which>first|second|third|fourth|last|final) week of (?P<month>{MONTH_NAME})"
    f"(?:,? (?P<year>{YEAR_NUMBER}))?"
)
def week_of_month(match: re.Match[str], scene: Scene) -> Period | None:
    """Days 1 to 7 are the first week of a month, 8 to 14 the second; the last seven days are the last week."""
    number = month_number(match["month"])
    months = yearly(lambda year: month_of(year, number), scene.today)
    month = month_of(int(match["year"]), number) if match["year"] else choose(months, scene.today, scene.tense(match))
    if month is None or month.first is None or month.last is None:
        return None
    if match["which"].lower() in ("last", "final"):
        return Period(step(month.last, -6, DAY), month.last, WEEK)
    start = step(month.first, ORDINALS[match["which"].lower()] - 1, WEEK)
    return Period(start, step(start, 6, DAY), WEEK)


@rule(f"(?:the )?(?P<season>{SEASON_NAME}),?(?: of)? (?P<year>{YEAR_NUMBER})", CountsFrom.CALENDAR)
def season_and_year(match: re.Match[str], _scene: Scene) -> Period | None:
    """Spring is March to May, summer June to August, autumn September to November, winter December to February."""
    return season_of(int(match["year"]), SEASONS[match["season"].lower()])


@rule(f"(?:the )?(?P<season>{SEASON_NAME})")
def season_alone(match: re.Match[str], scene: Scene) -> Period | None:
    """A season without a year is the last or the coming one, as the verb tells; the present one counts for both."""
    if not is_season(scene, match):
        return None
    number = SEASONS[match["season"].lower()]
    return choose(yearly(lambda year: season_of(year, number), scene.today), scene.today, scene.tense(match))


@rule(f"{LAST_OR_NEXT} (?P<season>{SEASON_NAME})")
def season_last_or_next(match: re.Match[str], scene: Scene) -> Period | None:
    """The latest such season that was over, or the first to come; "this winter" is the present one, or that of the
    year of publication, or the next where the verb points ahead and it is over.
    """
    number, side = SEASONS[match["season"].lower()], side_of(match["which"])
    seasons = yearly(lambda year: season_of(year, number), scene.today)
    present = next((one for one in seasons if one.first and one.last and one.first <= scene.today <= one.last), None)
    if side == 0:
        own, following = season_of(scene.today.year, number), season_of(scene.today.year + 1, number)
        return present or _this(own, following, match, scene)
    return beyond(seasons, present or unit_around(scene.today, DAY), side)


@rule(
    f"(?:the )?(?P<quarter>first|second|third|fourth|last|final)(?: |-)quarter of (?P<year>{YEAR_NUMBER})"
    f"|Q(?P<number>[1-4])(?: of)? (?P<year2>{YEAR_NUMBER})",
    CountsFrom.CALENDAR,
)
def quarter_and_year(match: re.Match[str], _scene: Scene) -> Period | None:
    """The first quarter is January to March, and so on, of the year printed."""
    number = int(match["number"]) if match["number"] else ORDINALS[match["quarter"].lower()]
    return season_of(int(match["year"] or match["year2"]), number * 3 - 2)


@rule("(?:the )?(?P<quarter>first|second|third|fourth)(?: |-)quarter")
def quarter_alone(match: re.Match[str], scene: Scene) -> Period | None:
    """A quarter without a year is the last or the coming one, as the verb tells."""
    month = ORDINALS[match["quarter"].lower()] * 3 - 2
    return choose(yearly(lambda year: season_of(year, month), scene.today), scene.today, scene.tense(match))


RULES: tuple[Rule, ...] = (
    month_and_year,
    month_of_a_year_near,
    month_last_or_next,
    month_alone,
    week_of_month,
    season_and_year,
    season_last_or_next,
    season_alone,
    quarter_and_year,
    quarter_alone,
)
