"""What an address asks for: days, numbers, names; what makes no sense is told, not guessed."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from starlette.requests import Request

from foreigndesk.errors import DeskError

SPAN = re.compile(r"(\d{1,12})-(\d{1,12})")
LONGEST = 400  # characters of a word in an address: more is no name and no search


class WrongAddress(DeskError):
    """An address asks for something that makes no sense."""


def asked_text(request: Request, name: str) -> str:
    """The words given under a name, "" for none. Raises WrongAddress for more than anybody types."""
    words = request.query_params.get(name, "").strip()
    if len(words) > LONGEST:
        raise WrongAddress(f"{name} is {len(words):,} characters long", f"at most {LONGEST}")
    return words


def asked_names(request: Request, name: str) -> tuple[str, ...]:
    """All that is given under a name, each once."""
    return tuple(dict.fromkeys(words.strip() for words in request.query_params.getlist(name) if words.strip()))[:20]


def asked_number(request: Request, name: str, least: int = 1) -> int | None:
    """A number, None if none is given. Raises WrongAddress."""
    words = asked_text(request, name)
    if not words:
        return None
    if not words.isascii() or not words.isdigit() or len(words) > 9 or int(words) < least:
        raise WrongAddress(f"{name} is {words!r}", f"it is a number from {least}")
    return int(words)


def asked_choice(request: Request, name: str, choices: tuple[str, ...]) -> str:
    """One of several words, the first if none is given. Raises WrongAddress."""
    words = asked_text(request, name)
    if not words:
        return choices[0]
    if words not in choices:
        raise WrongAddress(f"{name} is {words!r}", f"it is one of: {', '.join(choices)}")
    return words


def asked_span(request: Request, name: str) -> tuple[int, int] | None:
    """A stretch of a text, as "120-180"; None if none is given. Raises WrongAddress."""
    words = asked_text(request, name)
    if not words:
        return None
    found = SPAN.fullmatch(words)
    if found is None or int(found[1]) > int(found[2]):
        raise WrongAddress(f"{name} is {words!r}", "it is where the words begin and end: 120-180")
    return int(found[1]), int(found[2])


def asked_first(request: Request, name: str) -> dt.date | None:
    """The day given, or the first of the month or year; None if none is given. Raises WrongAddress."""
    words = asked_text(request, name)
    return days_of(words, name)[0] if words else None


def asked_last(request: Request, name: str) -> dt.date | None:
    """The day given, or the last of the month or year; None if none is given. Raises WrongAddress."""
    words = asked_text(request, name)
    return days_of(words, name)[1] if words else None


def days_of(words: str, name: str) -> tuple[dt.date, dt.date]:
    """The first and last day of an ISO day, month or year. Raises WrongAddress.

    >>> days_of("2024-02", "from")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    try:
        match [int(part) for part in words.split("-")]:
            case [year]:
                return dt.date(year, 1, 1), dt.date(year, 12, 31)
            case [year, month]:
                return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
            case [year, month, day]:
                return dt.date(year, month, day), dt.date(year, month, day)
    except ValueError:
        pass
    raise WrongAddress(f"{name} is {words!r}, which is no date", "write it as 2024-10-31, 2024-10 or 2024")
