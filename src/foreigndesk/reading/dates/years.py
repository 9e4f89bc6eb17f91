"""Years and decades as printed: 2014, 1950-53, the 1990s."""

from __future__ import annotations

import datetime as dt
import re

from foreigndesk.reading.dates.evidence import is_year
from foreigndesk.reading.dates.periods import YEAR, Period, cut, decade_of, year_of
from foreigndesk.reading.dates.scene import CountsFrom, Rule, Scene, rule
from foreigndesk.reading.dates.vocabulary import DASH, TO, YEAR_NUMBER


@rule(f"(?P<year>{YEAR_NUMBER})", CountsFrom.CALENDAR)
def year_printed(match: re.Match[str], scene: Scene) -> Period | None:
    """The year is printed."""
    return year_of(int(match["year"])) if is_year(scene, match) else None


@rule(
    f"(?P<led>(?:from|between) )?(?P<from>{YEAR_NUMBER}){TO}(?P<to>{YEAR_NUMBER})"
    rf"|(?P<from2>{YEAR_NUMBER}){DASH}(?P<to2>\d\d)(?!{DASH})",
    CountsFrom.CALENDAR,
)
def years_printed(match: re.Match[str], scene: Scene) -> Period | None:
    """From the first day of the first year to the last day of the last."""
    first = int(match["from"] or match["from2"])
    last = int(match["to"] or match["from2"][:2] + match["to2"])
    two_years = re.search(r"\b(?:and|or)\b", match.group()) and not match["led"]
    if two_years or not first < last or not (match["led"] or is_year(scene, match)):
        return None
    return Period(dt.date(first, 1, 1), dt.date(last, 12, 31), YEAR)


@rule(
    r"(?:the )?(?P<decade>(?:1[5-9]|20)\d0)[’']?s|(?:the [’'‘]|(?<=[’'‘]))(?P<short>\d0)s|the (?P<bare>[2-9]0)s",
    CountsFrom.CALENDAR,
)
def decade_printed(match: re.Match[str], scene: Scene) -> Period | None:
    """The ten years that begin with the one printed; without a century, the latest such decade that has begun."""
    if match["decade"]:
        return decade_of(int(match["decade"]))
    this_century = scene.today.year - scene.today.year % 100 + int(match["short"] or match["bare"])
    return decade_of(this_century if this_century <= scene.today.year else this_century - 100)


@rule(f"(?:the )?(?P<half>first|second|latter|last)(?: |-)half of (?P<year>{YEAR_NUMBER})", CountsFrom.CALENDAR)
def half_of_year(match: re.Match[str], _scene: Scene) -> Period | None:
    """January to June, or July to December."""
    return cut(year_of(int(match["year"])), "early" if match["half"].lower() == "first" else "late")


RULES: tuple[Rule, ...] = (half_of_year, years_printed, decade_printed, year_printed)
