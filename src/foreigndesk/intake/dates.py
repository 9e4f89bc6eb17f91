"""Publication dates: which candidate is trusted, and which is never chosen.

A report may carry a dozen dates. Every candidate is kept with its origin; one is chosen by ORIGINS. A copyright year
is never a candidate: a date without a day is read only where the document says that it is the date of publication.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from foreigndesk.intake.printed_date import find_date, read_date
from foreigndesk.model import DateFound, day_of

ORIGINS = (
    "override",  # what the analyst says
    "field",  # the field of a JSONL line or of front matter: somebody's deliberate record
    "json-ld",  # datePublished of the page's article
    "opengraph",  # article:published_time
    "meta",  # other meta elements (date, DC.date.issued, parsely-pub-date, ...)
    "microdata",  # itemprop="datePublished"
    "time-element",  # <time datetime> near the headline
    "feed",  # pubDate, published
    "byline-text",  # "Published: Oct. 31, 2024", or a date alone on a line at the head of the report
    "url",  # /2024/10/31/
    "dateline",  # "SEOUL, Oct 31": often the day before
    "json-ld-created",
    "feed-updated",
    "file-name",  # 2024-10-31-seoul.txt: whoever saved it may have meant the day of saving
)
MODIFIED = (
    "json-ld-modified",
    "opengraph-modified",
    "microdata-modified",
    "time-element-modified",
    "byline-text-modified",
)
"""Kept, never chosen: a page touched a year later would shift every "on Tuesday" in it."""

PRINTED = ("meta", "microdata", "time-element", "byline-text", "url")
"""Where outlets print their own day. Of htmldate's 800 annotated pages, 12 state beside it a moment in UTC that lies on
the day before or after; by the annotations the printed day is right in 10 of them, the moment in 2."""
NOWHERE_LATER = dt.timedelta(hours=14)  # the date line: in no zone is the day later than at UTC+14
CLOCKS_DIFFER = dt.timedelta(hours=1)  # an hour's leave for clocks that run behind


def candidate(words: object, origin: str) -> DateFound | None:
    """The candidate that some words make, or None if they are no date."""
    if not isinstance(words, str) or not (value := read_date(words)):
        return None
    return DateFound(value, " ".join(words[:200].split()), origin)


def choose(dates: Iterable[DateFound], now: dt.datetime) -> tuple[DateFound | None, tuple[DateFound, ...]]:
    """The candidate to trust, and those of higher rank that were passed over because they lie in the future.

    Candidates known to the day go before others; among them ORIGINS decides, then their order. A moment in UTC yields
    to the day before or after it that the outlet prints for its readers: that is the day in the outlet's own zone.
    """
    trusted = [date for date in in_order(dates) if date.origin not in MODIFIED]
    first = next((number for number, date in enumerate(trusted) if not is_future(date.value, now)), len(trusted))
    passed_over = tuple(trusted[:first])
    if first == len(trusted):
        return None, passed_over
    local = (date for date in trusted[first:] if _is_local_day_of(date, trusted[first]))
    return next(local, trusted[first]), passed_over


def _is_local_day_of(date: DateFound, moment: DateFound) -> bool:
    """Whether a date is the day before or after a moment in UTC, as printed for the outlet's readers."""
    if not moment.value.endswith("+00:00") or moment.origin == "override" or date.value.endswith("+00:00"):
        return False
    day, printed = day_of(moment.value), day_of(date.value)
    return bool(date.origin in PRINTED and day and printed and abs(printed - day) == dt.timedelta(days=1))


def in_order(dates: Iterable[DateFound]) -> tuple[DateFound, ...]:
    """Candidates without repetitions, the most trusted first."""
    trust = {origin: rank for rank, origin in enumerate((*ORIGINS, *MODIFIED))}
    return tuple(
        sorted(dict.fromkeys(dates), key=lambda date: (len(date.value) < len("2024-10-31"), trust[date.origin]))
    )


def is_future(value: str, now: dt.datetime) -> bool:
    """Whether a date lies ahead of now everywhere on Earth; `now` has a zone."""
    if len(value) > len("2024-10-31"):
        moment = dt.datetime.fromisoformat(value)
        if moment.tzinfo:
            return moment > now + CLOCKS_DIFFER
    latest = (now.astimezone(dt.UTC) + NOWHERE_LATER).date().isoformat()
    return value[:10] > latest[: len(value)]


def with_year(words: str, dates: Iterable[DateFound]) -> DateFound | None:
    """A dateline's date: its own year, or the year that puts it last before the best other candidate.

    >>> with_year("Dec 31", [DateFound("2025-01-01", "2025/01/01", "url")]).value
    '2024-12-31'
    """
    if seen := find_date(words):
        return DateFound(seen.value, words, "dateline")
    reference = next((date.value for date in in_order(dates) if len(date.value) >= len("2024-10-31")), None)
    if reference is None:
        return None
    latest = dt.date.fromisoformat(reference[:10]) + dt.timedelta(days=1)  # east of the outlet it is a day later
    for year in (latest.year, latest.year - 1):
        seen = find_date(f"{words.rstrip('., ')} {year}")
        if seen and seen.value <= latest.isoformat():
            return DateFound(seen.value, words, "dateline")
    return None
