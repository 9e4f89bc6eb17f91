"""Units counted from publication: last week, two weeks ago, the past year, within three days."""

from __future__ import annotations

import datetime as dt
import re

from foreigndesk.reading.dates.periods import (
    DAY,
    EARLIEST,
    LATEST,
    SEASON,
    VAGUE,
    YEAR,
    Period,
    one_day,
    step,
    unit_around,
)
from foreigndesk.reading.dates.scene import Rule, Scene, rule
from foreigndesk.reading.dates.tense import Tense, is_verb
from foreigndesk.reading.dates.vocabulary import (
    ABOUT,
    AGO,
    COMING,
    LAST,
    NEXT,
    NUMBER,
    PAST,
    UNIT,
    number_of,
    side_of,
    unit_of,
)

HOURS_A_DAY = 24
ODD_UNITS = {"quarter": SEASON, "12 months": YEAR}  # machine-spun reports print "final 12 months" for "last year"
LOOK_BACK = 12  # characters that hold the word before
# "Its last week in office", "the final month": a last one of several, not the one before publication.
LAST_OF_SOME = re.compile(r"(?:\b(?:the|a|its|his|her|their|our|my|your|very)|[’']s?) $", re.IGNORECASE)
STRETCHING = re.compile(r"\b(?:over|in|within|during|for|throughout) $", re.IGNORECASE)


@rule(f"(?P<which>{LAST}|this|{NEXT}) (?P<unit>{UNIT}|quarter|12 months)")
def calendar_unit(match: re.Match[str], scene: Scene) -> Period | None:
    """The calendar week, month, quarter, year or decade before, of, or after that of publication.

    Weeks begin on Monday.
    """
    unit = ODD_UNITS.get(match["unit"].lower()) or unit_of(match["unit"])
    present = unit_around(scene.today, unit).first
    if unit is DAY or present is None or LAST_OF_SOME.search(_before(match, scene)):
        return None
    return unit_around(step(present, side_of(match["which"]), unit), unit)


def _before(match: re.Match[str], scene: Scene) -> str:
    """The characters just before the match."""
    return scene.text[max(0, match.start() - LOOK_BACK) : match.start()]


def _units_away(match: re.Match[str], scene: Scene, side: int) -> Period | None:
    """The calendar unit so many units before (side -1) or after publication; None beyond the years of news."""
    unit = unit_of(match["unit"])
    date = step(scene.today, side * number_of(match["number"]), unit)
    return unit_around(date, unit) if EARLIEST < date < LATEST else None


@rule(f"{ABOUT}(?P<number>{NUMBER}) (?P<unit>{UNIT})s? {AGO}")
def units_ago(match: re.Match[str], scene: Scene) -> Period | None:
    """The calendar unit that lies so many units back: two weeks ago is that week, three decades ago that decade."""
    return _units_away(match, scene, -1)


@rule(f"{ABOUT}(?P<number>{NUMBER}) (?P<unit>{UNIT})s? from (?:now|today)")
def units_from_now(match: re.Match[str], scene: Scene) -> Period | None:
    """The calendar unit that lies so many units ahead."""
    return _units_away(match, scene, 1)


@rule(f"in {ABOUT}(?P<number>{NUMBER}) (?P<unit>{UNIT})s?(?! of)")
def in_units(match: re.Match[str], scene: Scene) -> Period | None:
    """After a verb that points ahead, the calendar unit that lies so many units off; else it is a length of time."""
    return _units_away(match, scene, 1) if _is_ahead(match, scene) else None


@rule(f"{ABOUT}(?P<number>{NUMBER}|half an) (?:hour|minute)s? {AGO}")
def hours_ago(match: re.Match[str], scene: Scene) -> Period | None:
    """Some hours back: the day of publication, or as many days before as the hours may reach over midnight."""
    hours = number_of(match["number"]) if match["number"].lower() != "half an" else 1
    return Period(step(scene.today, -_days_touched(hours), DAY), scene.today, DAY)


@rule(f"(?P<how>more than|over|at least|less than|under|fewer than) (?P<number>{NUMBER}) (?P<unit>{UNIT})s? {AGO}")
def bounded_ago(match: re.Match[str], scene: Scene) -> Period | None:
    """More than so long ago has a last day and no first; less than so long ago lies between then and publication."""
    date = step(scene.today, -number_of(match["number"]), unit_of(match["unit"]))
    if match["how"].lower() in ("less than", "under", "fewer than"):
        return Period(date, scene.today, unit_of(match["unit"]))
    return Period(None, date, VAGUE)


@rule(f"(?P<which>the|these|this) (?P<past>{PAST}) (?:(?P<number>{NUMBER}) )?(?P<unit>{UNIT}|hour)s?(?! (?:of|before))")
def past_stretch(match: re.Match[str], scene: Scene) -> Period | None:
    """The stretch of that length up to the day of publication."""
    counts_from_text = match["past"].lower() in ("previous", "preceding", "prior") and match["which"].lower() != "this"
    is_one_day = match["unit"].lower() == "day"  # "the last day of voting", "the previous day"
    return None if (counts_from_text or is_one_day) and not match["number"] else _stretch(match, scene, -1)


@rule(f"(?:the|these|this) (?P<next>{NEXT}|{COMING}) (?:(?P<number>{NUMBER}) )?(?P<unit>{UNIT}|hour)s?")
def coming_stretch(match: re.Match[str], scene: Scene) -> Period | None:
    """The stretch of that length from the day of publication on."""
    counts_from_text = re.fullmatch(NEXT, match["next"].lower()) and not STRETCHING.search(_before(match, scene))
    return None if counts_from_text and not match["number"] else _stretch(match, scene, 1)


@rule(f"within (?:the next )?{ABOUT}(?P<number>{NUMBER}) (?P<unit>{UNIT}|hour)s?(?! of)")
def within_units(match: re.Match[str], scene: Scene) -> Period | None:
    """After a verb that points ahead, from the day of publication to so many units later."""
    return _stretch(match, scene, 1) if _is_ahead(match, scene) else None


def _is_ahead(match: re.Match[str], scene: Scene) -> bool:
    """Whether a verb sets it ahead; a present one only of its own ("opens in two weeks", not "the third in a week")."""
    tense, token = scene.tense(match), scene.token(match)
    return tense is Tense.FUTURE or (tense is Tense.PRESENT and token is not None and is_verb(token.head))


def _stretch(match: re.Match[str], scene: Scene, side: int) -> Period | None:
    """From the day of publication, so many units back or ahead; "the past weeks" without a number has no length."""
    if not match["number"] and match.group().lower().endswith("s"):
        return None
    number = number_of(match["number"] or "1")
    if match["unit"].lower() == "hour":
        unit, far = DAY, step(scene.today, side * _days_touched(number), DAY)
    else:
        unit = unit_of(match["unit"])
        far = step(scene.today, side * number, unit)
    return Period(min(far, scene.today), max(far, scene.today), unit)


def _days_touched(hours: int) -> int:
    """How many days away a moment so many hours away can be."""
    return 1 + max(0, hours - 1) // HOURS_A_DAY


@rule(f"the (?P<unit>{UNIT})", inner=True)
def present_unit(match: re.Match[str], scene: Scene) -> Period | None:
    """The calendar unit in which the report was published."""
    return unit_around(scene.today, unit_of(match["unit"]))


@rule("(?:the )?year(?:[’']s)?(?: |-)end")
def year_end(_match: re.Match[str], scene: Scene) -> Period | None:
    """The last day of the year of publication."""
    return one_day(dt.date(scene.today.year, 12, 31))


RULES: tuple[Rule, ...] = (
    calendar_unit,
    hours_ago,
    bounded_ago,
    units_ago,
    units_from_now,
    in_units,
    within_units,
    past_stretch,
    coming_stretch,
    year_end,
    present_unit,
)
