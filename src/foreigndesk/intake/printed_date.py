"""Printed dates: how the dates in headers, metadata and URLs are read, to the minute and zone or only to the year."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_MONTH = rf"(?P<month>{MONTH})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"  # codespell:ignore nd
_YEAR = r"(?P<year>(?:1[89]|2\d)\d\d)(?!\d)"
_FLAGS = re.ASCII | re.IGNORECASE
DAYS = (  # forms known to the day
    re.compile(rf"(?<!\d){_YEAR}(?P<sep>[-/.])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})(?!\d)", _FLAGS),
    re.compile(rf"\b{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}", _FLAGS),
    re.compile(rf"(?<!\d){_DAY}[\s-]+(?:of\s+)?{_MONTH},?[\s-]+{_YEAR}", _FLAGS),
    re.compile(rf"(?<!\d)(?P<first>\d{{1,2}})(?P<sep>[/.-])(?P<second>\d{{1,2}})(?P=sep){_YEAR}", _FLAGS),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=$|[T\s])", _FLAGS),
)
VAGUER = (  # to the month or the year
    re.compile(rf"^{_YEAR}-(?P<month>\d\d)$", _FLAGS),
    re.compile(rf"^{_MONTH},?\s+{_YEAR}$", _FLAGS),
    re.compile(rf"^{_YEAR}$", _FLAGS),
)
_TIME = (
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?!\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"(?:\s*\(?(?P<zone>[+-]\d\d:?\d\d\b|(?:UTC|GMT)?[+-]\d{1,2}\b(?::\d\d)?|[A-Z]{1,4}\b))?"
)
TIME_AFTER = re.compile(rf"[\s,]*(?:T|at\b|[-–—|·•/])?[\s,]*{_TIME}", re.ASCII | re.IGNORECASE)
TIME_BEFORE = re.compile(
    rf"(?<![\d:]){_TIME}\)?[\s,]*(?:on\s+)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?$", _FLAGS
)

# Hours east of Greenwich. Two are left out, so that the time stays without a zone, for newsrooms use them for
# different places: CST (Chicago, China) and the letters that India, Israel and Ireland share.
ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "BST": 1, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "SGT": 8}
ZONES |= {"HKT": 8, "PHT": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13}
ZONES |= {"EDT": -4, "EST": -5, "CDT": -5, "MDT": -6, "MST": -7, "PDT": -7, "PST": -8}
ZONES_BY_SEASON = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}


@dataclass(frozen=True, slots=True)
class DateSeen:
    """A date in some words: its ISO value as precise as printed, and the printed words at [start, end)."""

    value: str
    printed: str
    start: int
    end: int


def find_date(words: str) -> DateSeen | None:
    """The first date in some words that is known to the day, with its time and zone where they are printed.

    A date like 03/04/2024, which is April to some and March to others, is none.

    >>> find_date("Published: Oct. 31, 2024, 9:12 a.m. KST").value
    '2024-10-31T09:12+09:00'
    >>> find_date("Copyright 2026 The Daily")
    """
    found = [match for pattern in DAYS if (match := pattern.search(words)) and _day(match)]
    if not found:
        return None
    match = min(found, key=lambda each: (each.start(), -each.end()))
    day = _day(match)
    assert day is not None
    after = TIME_AFTER.match(words, match.end())
    if after and (value := _with_time(day, after)):
        return DateSeen(value, words[match.start() : after.end()], match.start(), after.end())
    before = TIME_BEFORE.search(words[max(0, match.start() - 40) : match.start()])
    if before and (value := _with_time(day, before)):
        start = max(0, match.start() - 40) + before.start()
        return DateSeen(value, words[start : match.end()], start, match.end())
    return DateSeen(day.isoformat(), match.group(), match.start(), match.end())


def read_date(words: str) -> str | None:
    """The ISO value of words that are meant as a date, as precise as printed, or None if they cannot be read.

    >>> read_date("2024-10-31T09:12:00.000Z"), read_date("October 2024"), read_date("last week")
    ('2024-10-31T09:12:00+00:00', '2024-10', None)
    """
    words = " ".join(words[:200].split())
    if seen := find_date(words):
        return None if seen.value.startswith("1970-01-01T00:00") else seen.value  # the zero of a computer's clock
    for pattern in VAGUER:
        if match := pattern.match(words):
            parts = match.groupdict()
            month = _month(parts["month"]) if "month" in parts else None
            if month is None:
                return parts["year"] if "month" not in parts else None
            return f"{parts['year']}-{month:02d}"
    return None


def _day(match: re.Match[str]) -> dt.date | None:
    parts = match.groupdict()
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (second, first) if second > 12 else (first, second)
    else:
        day, month = int(parts["day"]), _month(parts["month"]) or 0
    try:
        return dt.date(int(parts["year"]), month, day)
    except ValueError:
        return None


def _month(words: str) -> int | None:
    if words.isdigit():
        return int(words) if 1 <= int(words) <= 12 else None
    return MONTHS.index(words[:3].lower()) + 1


def _with_time(day: dt.date, match: re.Match[str]) -> str | None:
    hour, minute, second, half, zone = match.group("hour", "minute", "second", "half", "zone")
    if minute is None and half is None:
        return None
    hours = int(hour)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half.lower().startswith("p") else 0)
    try:
        time = dt.datetime.combine(day, dt.time(hours, int(minute or 0), int(second or 0)))
    except ValueError:
        return None
    return time.replace(tzinfo=_zone(zone or "", time)).isoformat(timespec="seconds" if second else "minutes")


def _zone(words: str, time: dt.datetime) -> dt.tzinfo | None:
    words = words.upper()
    if words in ZONES_BY_SEASON:
        try:
            offset = time.replace(tzinfo=ZoneInfo(ZONES_BY_SEASON[words])).utcoffset()
        except ZoneInfoNotFoundError:
            return None
        return dt.timezone(offset) if offset is not None else None
    if words in ZONES:
        return dt.timezone(dt.timedelta(hours=ZONES[words]))
    number = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?", words)
    if number is None or int(number[2]) > 14 or int(number[3] or 0) > 59:
        return None
    offset = dt.timedelta(hours=int(number[2]), minutes=int(number[3] or 0))
    return dt.timezone(-offset if number[1] == "-" else offset)
