"""The errand of indicators: what an analyst looks for as a sign, checked at each `collect`, seen or not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from foreigndesk.casefile import CaseFile
from foreigndesk.desk.lineage import Kinfolk
from foreigndesk.desk.sightings import look
from foreigndesk.desk.watch import by_part, last_day, sightings
from foreigndesk.errors import DeskError, UnknownId
from foreigndesk.model import Forecast, Indication, Indicator
from foreigndesk.weighing.indicators import judge_indicator
from foreigndesk.weighing.watch import Part

FEWEST_WORDS = 2  # one word alone is a search and no sign


def indications(case: CaseFile, today: dt.date | None = None, *, history: bool = False) -> list[Indication]:
    """What each indicator shows by a day (None: that of the last report), in the order in which they were set.

    With `history` also those that were taken off the list, as they stand.
    """
    day = today or last_day(case) or dt.datetime.now(dt.UTC).date()
    with case.together():
        kinfolk = Kinfolk(case)
        places = by_part((*case.load_seen(), *look(case, kinfolk).seen))
        days = [published for report in case.load_reports() if (published := report.published_day)]
        return [
            judge_indicator(one, sightings(kinfolk, places.get((one.id, Part.OUTCOME.value), ())), days, day)
            for one in case.load_indicators(history=history)
        ]


def add_indicator(
    case: CaseFile,
    words_or_forecast: str,
    analyst: str,
    until: dt.date | None = None,
    note: str = "",
    now: dt.datetime | None = None,
) -> Indicator:
    """Look for a sign from now on: in the analyst's words, or the condition of a forecast by its id.

    What the case file tells already is its baseline. Raises DeskError, UnknownId.
    """
    words, forecast = words_or_forecast.strip(), None
    if words.startswith("f-"):
        forecast, words = condition_of(case, words)
    if len(words.split()) < FEWEST_WORDS:
        raise DeskError(f"{words!r} is no sign that could be seen", "tell in a few words what would be reported")
    moment = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
    since = last_day(case) or moment.date()
    made = Indicator(
        words, analyst, moment.isoformat(), since.isoformat(), until.isoformat() if until else None, note, forecast
    )
    case.save_indicator(made)
    return made


def condition_of(case: CaseFile, prefix: str) -> tuple[str, str]:
    """The id of a forecast by its beginning, and the words of its condition. Raises UnknownId."""
    found = case.find_id(prefix)
    reading = case.load_reading(found.report) if found.report else None
    one: Forecast | None = next((each for each in reading.forecasts if each.id == found.id), None) if reading else None
    if one is None or one.condition is None:
        raise UnknownId(f"{found.id} has no condition", "type what to look for in words of your own")
    return one.id, one.condition.text


def drop_indicator(case: CaseFile, prefix: str, analyst: str, now: dt.datetime | None = None) -> Indicator:
    """Look for a sign no longer, by the beginning of its id; it stays as history. Raises UnknownId."""
    found = [one for one in case.load_indicators() if one.id.startswith(prefix)]
    if len(found) != 1:
        raise UnknownId(f"{len(found)} indicators begin with {prefix!r}", "`foreigndesk watch indicators` lists them")
    moment = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).isoformat()
    gone = replace(found[0], removed=moment, removed_by=analyst)
    case.save_indicator(gone)
    return gone
