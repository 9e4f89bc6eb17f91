"""Words before a date that move its bounds: since, until, by, before, after, from; early, late, the end of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from foreigndesk.reading.dates.periods import DAY, VAGUE, Period, cut, step, unit_around
from foreigndesk.reading.dates.scene import Scene, tense_of
from foreigndesk.reading.dates.tense import Tense
from foreigndesk.reading.dates.vocabulary import NUMBER, UNIT, number_of, spell, unit_of

ONE_DAY = dt.timedelta(days=1)
Move = Callable[[Period, Scene, re.Match[str]], Period | None]


@dataclass(frozen=True, slots=True)
class Shift:
    """One way to move the bounds of the date that follows. `why` is the sentence an analyst reads."""

    name: str
    pattern: re.Pattern[str]
    move: Move
    why: str
    tense: Tense | None  # of the date that follows, where the words leave no doubt


def shift(pattern: str, tense: Tense | None = None) -> Callable[[Move], Shift]:
    """Make a shift of a function: its name is the rule's name, its docstring the reason an analyst reads."""

    def make(move: Move) -> Shift:
        return Shift(move.__name__, spell(pattern), move, " ".join((move.__doc__ or "").split()), tense)

    return make


def _is_ahead(period: Period, scene: Scene, match: re.Match[str]) -> bool:
    """Whether a limit is still to come on the day of publication."""
    if period.last is None or period.last < scene.today:
        return False
    return period.last > scene.today or scene.tense(match) is not Tense.PAST


# -- bounds ------------------------------------------------------------------------------------------------------------


@shift("since|ever since", Tense.PAST)
def since(period: Period, scene: Scene, _match: re.Match[str]) -> Period | None:
    """From its first day up to the day of publication."""
    published = scene.published  # an anchor before the date itself bounds nothing
    ahead = published is not None and period.first is not None and period.first > published
    return replace(period, last=None if ahead else published)


@shift("(?:not )?(?:until|till|by|through|up to|no later than)(?: (?:on|in|at|as late as|about|around))?")
def until(period: Period, scene: Scene, match: re.Match[str]) -> Period | None:
    """Up to its last day, from the day of publication on if that is still to come."""
    first = scene.published if _is_ahead(period, scene, match) else None
    return replace(period, first=first)


@shift("before|prior to|ahead of")
def before_it(period: Period, scene: Scene, match: re.Match[str]) -> Period | None:
    """Up to the day before its first day, from the day of publication on if that is still to come."""
    if period.first is None:
        return replace(period, last=None)
    limit = replace(period, last=period.first - ONE_DAY)
    return replace(limit, first=scene.published if _is_ahead(limit, scene, match) else None)


@shift("after")
def after_it(period: Period, scene: Scene, match: re.Match[str]) -> Period | None:
    """From the day after its last day; up to the day of publication if the verb is past."""
    if period.last is None:
        return replace(period, first=None)
    return _onward(replace(period, first=period.last + ONE_DAY), scene, match)


@shift("from|starting(?: on| in)?|beginning(?: on| in)?|as of")
def from_it(period: Period, scene: Scene, match: re.Match[str]) -> Period | None:
    """From its first day on; up to the day of publication if the verb is past."""
    if match.group().lower() == "from":
        token = scene.token(match)
        by_verb = token is not None and token.head.pos_ in ("VERB", "AUX")
        is_start = period.granularity is DAY or tense_of(period, scene.published) is Tense.FUTURE
        if not (by_verb and is_start):
            return None  # "a letter from Monday", "up from last year", "dates from the 1970s"
    return _onward(period, scene, match)


def _onward(period: Period, scene: Scene, match: re.Match[str]) -> Period:
    """Open at the end, unless what follows is told as past."""
    over = period.first is not None and period.first <= scene.today and scene.tense(match) is Tense.PAST
    return replace(period, last=scene.published if over else None)


@shift("as (?:soon|early) as")
def as_soon_as(period: Period, _scene: Scene, _match: re.Match[str]) -> Period | None:
    """From its first day on: it may come later."""
    return replace(period, last=None)


@shift(f"(?P<number>{NUMBER}|the) (?P<unit>{UNIT})s? (?P<side>before|after)")
def units_from_it(period: Period, _scene: Scene, match: re.Match[str]) -> Period | None:
    """So many units before or after the date that follows."""
    unit = unit_of(match["unit"])
    if period.first is None:
        return Period(None, None, unit)
    count = 1 if match["number"].lower() == "the" else number_of(match["number"])
    return unit_around(step(period.first, -count if match["side"].lower() == "before" else count, unit), unit)


# -- parts -------------------------------------------------------------------------------------------------------------


@shift("(?:the )?(?:early|beginning of|start of|first half of|opening of)(?: in)?")
def early(period: Period, _scene: Scene, _match: re.Match[str]) -> Period | None:
    """The first half of it."""
    return cut(period, "early")


@shift("(?:the )?(?:mid|middle of)")
def middle(period: Period, _scene: Scene, _match: re.Match[str]) -> Period | None:
    """The middle half of it."""
    return cut(period, "mid")


@shift("(?:the )?(?:very )?(?:late|end of|close of|second half of|latter half of)(?: in)?")
def late(period: Period, _scene: Scene, _match: re.Match[str]) -> Period | None:
    """The second half of it."""
    return cut(period, "late")


@shift("earlier(?: in)?")
def earlier(period: Period, scene: Scene, _match: re.Match[str]) -> Period | None:
    """Its days up to that of publication."""
    holds = period.first and period.last and period.first <= scene.today <= period.last
    return replace(period, last=scene.today) if holds else period


@shift("later(?: in)?")
def later(period: Period, scene: Scene, match: re.Match[str]) -> Period | None:
    """Its days from that of publication on; if told as past, all of them."""
    holds = period.first and period.last and period.first <= scene.today <= period.last
    if period.granularity in (DAY, VAGUE) or not holds or scene.tense(match) is Tense.PAST:
        return period
    return replace(period, first=scene.today)


BOUNDS = (since, until, before_it, after_it, from_it, as_soon_as, units_from_it)
PARTS = (early, middle, late, earlier, later)
