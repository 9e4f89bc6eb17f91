"""The words dates are made of, as numbers and as patterns."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable

from foreigndesk.model import Granularity
from foreigndesk.reading.dates.periods import DAY, DECADE, MONTH, WEEK, YEAR

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
SHORT_WEEKDAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
UNITS: dict[str, Granularity] = {"day": DAY, "week": WEEK, "month": MONTH, "year": YEAR, "decade": DECADE}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {"a": 1, "an": 1, **TENS}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


def _printed(names: Iterable[str]) -> str:
    """A pattern of names as printed, capital or all capitals, in whatever case the rest of a pattern is read."""
    return "(?-i:" + "|".join(form for name in names for form in (name, name.upper())) + ")"


# Full names stand alone; short ones only where a number follows, because Jan and Mar are also people.
MONTH_NAME = _printed(name for name in calendar.month_name if name)
SHORT_MONTH = _printed(name for name in (*calendar.month_abbr, "Sept") if name) + r"\b\.?"
ANY_MONTH = f"(?:{MONTH_NAME}\\b|{SHORT_MONTH})"
WEEKDAY = "(?:" + "|".join(calendar.day_name) + r"|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri)\.)"
SEASON_NAME = "(?:spring|summer|autumn|fall|winter)"
YEAR_NUMBER = r"(?:1[5-9]\d\d|20\d\d|21\d\d)(?![\d%,]\d|%)"
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
UNIT = "(?:day|week|month|year|decade)"
ONE_WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
NUMBER = rf"(?:\d{{1,3}}(?![\d.,]\d|\d)|(?:{'|'.join(TENS)})-(?:{ONE_WORD})|{ONE_WORD})\b"
SOME = "(?:several|many|some|a few|few|a couple of|a number of|dozens of|countless)"
ABOUT = "(?:(?:nearly|almost|about|around|roughly|some|virtually|just|only|exactly) )?"
PART_OF_DAY = "(?: (?:morning|afternoon|evening|night))?"
DASH = "[-–—]"
TO = f" ?(?:{DASH}|to|until|till|through|and|or) ?"

# A rewriter's thesaurus: machine-spun reports print the right-hand words for the left-hand ones.
LAST = "(?:last|final)"
PAST = "(?:past|previous|last|preceding|prior)"
SAME = "(?:same|identical|very same|similar)"
RECENT = "(?:recent|current|latest)"
COMING = "(?:coming|upcoming|approaching)"
NEXT = "(?:next|subsequent)"
AGO = "(?:ago|in the past)"


def spell(pattern: str) -> re.Pattern[str]:
    """Compile a pattern whose spaces stand for any blanks within a line, in either case, ending at a word's end."""
    blanks = pattern.replace(" ?", r"[^\S\n]*").replace(" ", r"[^\S\n]+")
    return re.compile(blanks + r"(?!\w)", re.IGNORECASE)


def number_of(word: str) -> int:
    """The number a word or numeral stands for.

    >>> number_of("Twelve"), number_of("24th"), number_of("seventy-four"), number_of("a")
    (12, 24, 74, 1)
    """
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else sum(NUMBERS[part] for part in word.lower().split("-"))


def month_number(word: str) -> int:
    """The number of a month, by its full or short name."""
    return MONTHS[word.lower().rstrip(".")]


def weekday_number(word: str) -> int:
    """The number of a weekday, Monday being 0, by its full or short name."""
    return (WEEKDAYS | SHORT_WEEKDAYS)[word.lower().rstrip(".")]


def unit_of(word: str) -> Granularity:
    """The unit a word names, in the singular or plural."""
    return UNITS[word.lower().removesuffix("s")]


def side_of(which: str) -> int:
    """-1 for last, past and their like, 0 for this, 1 for next and coming.

    >>> side_of("this past"), side_of("this"), side_of("Subsequent")
    (-1, 0, 1)
    """
    word = which.lower().split()[-1]
    if word == "this":
        return 0
    return 1 if re.fullmatch(f"{NEXT}|{COMING}", word) else -1
