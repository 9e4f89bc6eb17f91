"""Days near publication: Thursday, last Friday, yesterday, tonight, the weekend."""

from __future__ import annotations

import datetime as dt
import re

from foreigndesk.reading.dates.choice import choose
from foreigndesk.reading.dates.evidence import is_common_noun, is_named, is_recurring
from foreigndesk.reading.dates.periods import DAY, Period, one_day
from foreigndesk.reading.dates.scene import Rule, Scene, rule
from foreigndesk.reading.dates.tense import Tense
from foreigndesk.reading.dates.vocabulary import (
    COMING,
    LAST,
    NEXT,
    PART_OF_DAY,
    PAST,
    WEEKDAY,
    side_of,
    weekday_number,
)

ONE_DAY = dt.timedelta(days=1)
WEEK_LONG = 7 * ONE_DAY
SATURDAY, SUNDAY = 5, 6


@rule(f"(?P<weekday>{WEEKDAY}){PART_OF_DAY}")
def weekday(match: re.Match[str], scene: Scene) -> Period | None:
    """News prints the weekday for the nearest day of that name: the last one for what has happened, the coming one
    for what is ahead; the day of publication itself counts for both.
    """
    if is_named(scene, match) or is_recurring(scene, match):
        return None
    last = scene.today - (scene.today.weekday() - weekday_number(match["weekday"])) % 7 * ONE_DAY
    days = [one_day(last - WEEK_LONG), one_day(last), one_day(last + WEEK_LONG)]
    return choose(days, scene.today, scene.tense(match))


@rule(
    f"(?P<which>(?:this )?{PAST}|(?:this )?{COMING}|{LAST}|{NEXT}|this) (?P<weekday>{WEEKDAY}){PART_OF_DAY}"
    f"|(?P<weekday2>{WEEKDAY}) last"
)
def weekday_last_or_next(match: re.Match[str], scene: Scene) -> Period | None:
    """The latest such day before publication, or the first one after it; "this Friday" is that of the same week."""
    side = side_of(match["which"] or "last")
    ahead = weekday_number(match["weekday"] or match["weekday2"]) - scene.today.weekday()
    if side < 0:
        return one_day(scene.today - ((-ahead - 1) % 7 + 1) * ONE_DAY)
    return one_day(scene.today + (((ahead - 1) % 7 + 1) if side > 0 else ahead) * ONE_DAY)


@rule(f"(?P<weekday>{WEEKDAY}){PART_OF_DAY},?(?: of)? (?P<which>{LAST}|this|{NEXT}) week")
def weekday_of_a_week(match: re.Match[str], scene: Scene) -> Period | None:
    """That day of the week before, of, or after the week of publication; weeks begin on Monday."""
    monday = scene.today - scene.today.weekday() * ONE_DAY
    return one_day(monday + side_of(match["which"]) * WEEK_LONG + weekday_number(match["weekday"]) * ONE_DAY)


NEAR_DAYS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


@rule(
    f"(?P<near>{'|'.join(reversed(NEAR_DAYS))}){PART_OF_DAY}"
    "|(?P<this>this) (?:morning|afternoon|evening)|(?P<last>last) (?:night|evening)"
)
def day_near(match: re.Match[str], scene: Scene) -> Period | None:
    """Counted from the day of publication: today is that day, yesterday the one before, tomorrow the one after."""
    if is_named(scene, match) or is_common_noun(scene, match):
        return None
    offset = -1 if match["last"] else 0 if match["this"] else NEAR_DAYS[" ".join(match["near"].lower().split())]
    return one_day(scene.today + offset * ONE_DAY)


@rule("overnight")
def overnight(match: re.Match[str], scene: Scene) -> Period | None:
    """The night before publication: it began the day before."""
    token = scene.token(match)
    if token is None or token.pos_ != "ADV" or scene.tense(match) is Tense.FUTURE:
        return None
    return Period(scene.today - ONE_DAY, scene.today, DAY)


@rule(f"(?P<which>(?:this |the )?(?:past|last)|{LAST}|this|{NEXT}|(?:this |the )?{COMING}|the) weekend")
def weekend(match: re.Match[str], scene: Scene) -> Period | None:
    """Saturday and Sunday: the last, this or the next; "the weekend" is the one that the verb points to."""
    day = scene.today.weekday()
    saturday = scene.today + (SATURDAY - day if day != SUNDAY else -1) * ONE_DAY
    weekends = [Period(one, one + ONE_DAY, DAY) for one in (saturday - WEEK_LONG, saturday, saturday + WEEK_LONG)]
    which = match["which"].lower()
    if which in ("this", "the"):
        return choose(weekends, scene.today, scene.tense(match))
    if side_of(which) < 0:
        return next(one for one in reversed(weekends) if one.last and one.last < scene.today)
    return next(one for one in weekends if one.first and one.first > scene.today)


RULES: tuple[Rule, ...] = (weekday_of_a_week, weekday_last_or_next, weekday, day_near, overnight, weekend)
