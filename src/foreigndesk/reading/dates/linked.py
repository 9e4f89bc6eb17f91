"""Dates counted from an earlier one in the text: the same day, that year, a week later."""

from __future__ import annotations

import re
from dataclasses import replace

from foreigndesk.model import Granularity
from foreigndesk.reading.dates.periods import DAY, VAGUE, Period, open_period, step, unit_around
from foreigndesk.reading.dates.scene import CountsFrom, Rule, Scene, rule
from foreigndesk.reading.dates.vocabulary import ABOUT, NUMBER, SAME, UNIT, number_of, unit_of

# "The day after the coup" counts from an event: the clause goes on with a noun instead of stopping.
AN_EVENT_FOLLOWS = re.compile(r"[ ]+(?:the|a|an|his|her|its|their|this|that|it|he|she|they|[A-Z]|\w+(?:ing|ed|ion)\b)")


# "It may be years before", "suspended for two weeks after": lengths of time. "All these years later": no date at all.
A_LENGTH_BEFORE = re.compile(r"\b(?:be|been|is|was|take|takes|took|for|these|those) $", re.IGNORECASE)
LOOK_BACK = 8  # characters that hold the longest of these words


def _is_length(match: re.Match[str], scene: Scene) -> bool:
    """Whether the words before make it a length of time."""
    return bool(A_LENGTH_BEFORE.search(scene.text[max(0, match.start() - LOOK_BACK) : match.start()]))


def _linked(match: re.Match[str], scene: Scene, unit: Granularity, count: int) -> Period:
    """The calendar unit so many units from the date before; open if there is none as precise as the unit."""
    base = scene.base(match.start(), unit)
    if base is None or base.first is None:
        return open_period(unit)
    return replace(unit_around(step(base.first, count, unit), unit), anchor=base.first)


@rule(f"(?:(?:on |in )?(?:that|this) same|the {SAME}|that(?: very)?) (?P<unit>{UNIT})", CountsFrom.TEXT)
def same_unit(match: re.Match[str], scene: Scene) -> Period | None:
    """The day, week, month or year of the date before it in the text."""
    return _linked(match, scene, unit_of(match["unit"]), 0)


@rule(f"the (?:next|following|subsequent|very next) (?P<unit>{UNIT})", CountsFrom.TEXT)
def following_unit(match: re.Match[str], scene: Scene) -> Period | None:
    """The unit after the one of the date before it in the text."""
    return _linked(match, scene, unit_of(match["unit"]), 1)


@rule(f"the (?:previous|preceding|prior) (?P<unit>{UNIT})|the (?P<unit2>{UNIT}) before", CountsFrom.TEXT)
def previous_unit(match: re.Match[str], scene: Scene) -> Period | None:
    """The unit before the one of the date before it in the text."""
    unit = unit_of(match["unit"] or match["unit2"])
    if match["unit2"] and AN_EVENT_FOLLOWS.match(scene.text, match.end()):
        return open_period(unit)
    return _linked(match, scene, unit, -1)


@rule(
    f"{ABOUT}(?P<number>{NUMBER}) (?P<unit>{UNIT})s? (?P<side>earlier|before|previously|prior|later|after|afterwards?)"
    f"|the (?P<unit2>{UNIT}) (?P<side2>after)",
    CountsFrom.TEXT,
)
def units_later(match: re.Match[str], scene: Scene) -> Period | None:
    """So many units before or after the date before it in the text; open where it counts from an event."""
    unit, side = unit_of(match["unit"] or match["unit2"]), (match["side"] or match["side2"]).lower()
    if _is_length(match, scene):
        return None
    if side in ("before", "after", "prior") and AN_EVENT_FOLLOWS.match(scene.text, match.end()):
        return open_period(unit)
    count = number_of(match["number"] or "1")
    return _linked(match, scene, unit, -count if side in ("earlier", "before", "previously", "prior") else count)


@rule(
    f"(?:(?:just|only|several|some|a few|many|a couple of) )?(?:(?:{NUMBER} )?(?:minutes?|hours?)|days|weeks|months|"
    "years|decades) (?P<side>earlier|before|later|afterwards?|after)",
    CountsFrom.TEXT,
)
def some_time_later(match: re.Match[str], scene: Scene) -> Period | None:
    """Some time before or after the date before it in the text: only that side is bounded."""
    if _is_length(match, scene):
        return None
    side = match["side"].lower()
    base = scene.base(match.start(), DAY)
    if base is None or (side in ("before", "after") and AN_EVENT_FOLLOWS.match(scene.text, match.end())):
        return open_period(VAGUE)
    if side in ("earlier", "before"):
        return Period(None, base.last, VAGUE, base.first)
    return Period(base.first, None, VAGUE, base.first)


@rule("(?:earlier|later|late|early) in the day", CountsFrom.TEXT)
def part_of_that_day(match: re.Match[str], scene: Scene) -> Period | None:
    """The day before it in the text."""
    return _linked(match, scene, DAY, 0)


RULES: tuple[Rule, ...] = (same_unit, following_unit, previous_unit, units_later, some_time_later, part_of_that_day)
