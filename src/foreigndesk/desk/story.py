"""The errand of "the story so far": how much happened when, and what, at the zoom that is asked for."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from foreigndesk.casefile import CaseFile
from foreigndesk.desk.answer import actor_ids
from foreigndesk.lexicon.codebook import load_types
from foreigndesk.showing.listings import Entry
from foreigndesk.showing.phrases import first_day

MOST_ENTRIES = 400  # of one page; a day on which more happens is told by its counts
MOST_BINS = 60  # of one picture: a bar of a phone's screen is then as wide as a finger can meet


class Zoom(StrEnum):
    """How long a span of the picture is."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span of days with what lies in it; `start` and `end` are both in it."""

    start: dt.date
    end: dt.date
    friendly: int
    hostile: int
    statements: int


@dataclass(frozen=True, slots=True)
class Story:
    """The course of some days: stretches of one length, and what happened in them in order.

    `days` are the first and last day that anything lies on in the whole case file. `capped`: there is more than the
    entries shown, which are the latest.
    """

    zoom: Zoom
    since: dt.date
    until: dt.date
    days: tuple[dt.date, dt.date]
    stretches: tuple[Stretch, ...]
    entries: tuple[Entry, ...]
    capped: bool


def story(
    case: CaseFile,
    zoom: Zoom | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    about: Iterable[str] = (),
) -> Story | None:
    """The story between two days, at the zoom that shows it best; None if nothing has a day.

    By default the days on which nearly all lies, without single looks far back. Raises UnknownActor.
    """
    ids = actor_ids(about) or None
    with case.together():
        found = case.leafing.days()
        if found is None:
            return None
        days = (day_in(found[0], first=True), day_in(found[1], first=False))
        usual = case.leafing.usual_days() or found
        begin = since or day_in(usual[0], first=True)
        end = until or max(begin, day_in(usual[1], first=False))
        if begin > end:
            begin, end = end, begin
        zoom = zoom or best_zoom(begin, end)
        begin = max(begin, farthest(end, zoom))
        events = case.leafing.event_days(begin, end, ids)
        said = case.leafing.statement_days(begin, end, ids)
        done = case.leafing.events_between(begin, end, ids, MOST_ENTRIES)
        told = case.leafing.statements_between(begin, end, ids, MOST_ENTRIES)
    friendly, hostile, statements = Counter[str](), Counter[str](), Counter[str]()
    types = load_types()
    for one in events:
        side = friendly if one.kind in types and types[one.kind].friendly else hostile
        side[one.day] += one.count
    for one in said:
        statements[one.day] += one.count
    stretches = tuple(stretch_of(span, friendly, hostile, statements) for span in spans(begin, end, zoom))
    entries = [Entry(first_day(one.event.when, one.published), None, one) for one in done]
    entries += [Entry(first_day(one.statement.when, one.published), one, None) for one in told]
    entries.sort(key=lambda entry: (entry.day or "9", entry.told is not None))
    kept = entries[-MOST_ENTRIES:]
    capped = sum(one.count for one in (*events, *said)) > len(kept)
    return Story(zoom, begin, end, days, stretches, tuple(kept), capped)


def best_zoom(begin: dt.date, end: dt.date) -> Zoom:
    """The closest zoom that shows all of it in one picture: days up to six weeks, weeks up to a year, months, years."""
    length = (end - begin).days
    return Zoom.DAY if length <= 42 else Zoom.WEEK if length <= 364 else Zoom.MONTH if length <= 1_800 else Zoom.YEAR


def farthest(end: dt.date, zoom: Zoom) -> dt.date:
    """The first day that a picture at that zoom still shows: the latest spans are kept."""
    back = {Zoom.DAY: 1, Zoom.WEEK: 7, Zoom.MONTH: 30.4, Zoom.YEAR: 365.2}[zoom] * (MOST_BINS - 1)
    return dt.date.fromordinal(max(end.toordinal() - int(back), 1))


def spans(begin: dt.date, end: dt.date, zoom: Zoom) -> list[tuple[dt.date, dt.date]]:
    """The days, weeks from Monday, months or years that cover two days.

    >>> [str(first) for first, _ in spans(dt.date(2024, 12, 30), dt.date(2025, 1, 8), Zoom.WEEK)]
    ['2024-12-30', '2025-01-06']
    """
    found = []
    start = span_of(begin, zoom)[0]
    while start <= end:
        last = span_of(start, zoom)[1]
        found.append((start, last))
        start = last + dt.timedelta(1)
    return found


def span_of(day: dt.date, zoom: Zoom) -> tuple[dt.date, dt.date]:
    """The span that a day lies in."""
    match zoom:
        case Zoom.DAY:
            return day, day
        case Zoom.WEEK:
            start = day - dt.timedelta(day.weekday())
            return start, start + dt.timedelta(6)
        case Zoom.MONTH:
            return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
        case Zoom.YEAR:
            return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)


def stretch_of(
    span: tuple[dt.date, dt.date], friendly: Counter[str], hostile: Counter[str], statements: Counter[str]
) -> Stretch:
    """A span with what lies in it."""
    first, last = span[0].isoformat(), span[1].isoformat()

    def within(counts: Counter[str]) -> int:
        return sum(count for day, count in counts.items() if first <= day <= last)

    return Stretch(*span, within(friendly), within(hostile), within(statements))


def day_in(value: str, *, first: bool) -> dt.date:
    """A day of an ISO day, month or year, as it stands in the case file: the first or last it can mean."""
    parts = [int(part) for part in value[:10].split("-")]
    month = parts[1] if len(parts) > 1 else 1 if first else 12
    last = 1 if first else calendar.monthrange(parts[0], month)[1]
    return dt.date(parts[0], month, parts[2] if len(parts) > 2 else last)
