"""The named fields of a report, as a JSON line or front matter states them.

    text | body | content       the report itself: plain text, or HTML
    headline | title
    outlet | publisher
    published | date            ISO 8601, a written-out date, or seconds since 1970
    url | link
    byline | author | authors   a line, or a list of lines or of {"name": ...}
    dateline                    the place
    language                    "en", "en-US", "English"

The first of a row that is stated counts. Fields of other names are ignored.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from foreigndesk.intake.dates import candidate
from foreigndesk.intake.draft import Trouble
from foreigndesk.intake.language import read_language
from foreigndesk.intake.url import read_url
from foreigndesk.model import DateFound

TEXT = ("text", "body", "content")
TITLE = ("headline", "title")
OUTLET = ("outlet", "publisher")
DATE = ("published", "date")
URL = ("url", "link")
AUTHOR = ("byline", "author", "authors")

SECONDS = (10**8, 10**11)
"""A number from 1973 to 5138 in seconds; a thousand times that is taken for milliseconds."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What a record states of its report; the text is still as stated, HTML or not."""

    text: str | None
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    dateline: str | None
    dates: tuple[DateFound, ...]
    url: str | None
    language: str | None
    troubles: tuple[Trouble, ...]


def read_fields(stated: Mapping[str, object]) -> Fields:
    """The fields of a record by their meaning; a date that cannot be read is a Trouble.

    >>> read_fields({"title": "Envoy leaves", "date": "2024-10-31"}).dates[0].value
    '2024-10-31'
    """
    troubles = []
    dates = []
    for name in DATE:
        value = stated.get(name)
        printed = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
        if not printed:
            continue
        if date := candidate(_moment(value) or printed, "field"):
            dates.append(DateFound(date.value, printed[:200], "field"))
        else:
            hint = "write it as 2024-10-31 or 2024-10-31T09:12:00+09:00"
            troubles.append(Trouble(f"a date that cannot be read: {printed[:60]}", hint, name))
    url = _first(stated, URL)
    return Fields(
        text=_first(stated, TEXT),
        title=_line(stated, TITLE),
        outlet=_line(stated, OUTLET) or _name(_any(stated, OUTLET)),
        authors=tuple(_names(_any(stated, AUTHOR))),
        dateline=_line(stated, ("dateline",)),
        dates=tuple(dates),
        url=read_url(url),
        language=read_language(stated.get("language")),
        troubles=tuple(troubles),
    )


def _moment(value: object) -> str | None:
    """The moment that a number of seconds or milliseconds since 1970 stands for."""
    if not isinstance(value, int | float):
        return None
    seconds = value // 1000 if value >= SECONDS[1] else value
    if not SECONDS[0] <= seconds < SECONDS[1]:
        return None
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat(timespec="seconds")


def _any(stated: Mapping[str, object], names: tuple[str, ...]) -> object:
    return next((value for name in names if (value := stated.get(name))), None)


def _first(stated: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    values = (stated.get(name) for name in names)
    return next((value for value in values if isinstance(value, str) and value.strip()), None)


def _line(stated: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    value = _first(stated, names)
    return " ".join(value.split()) if value else None


def _name(value: object) -> str | None:
    name = value.get("name") if isinstance(value, Mapping) else value
    return " ".join(name.split()) or None if isinstance(name, str) else None


def _names(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [name for each in values if (name := _name(each))]
