"""The head and foot of a running text: headline, author line, dates, dateline and agency credit, as printed in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foreigndesk.intake.byline import is_byline
from foreigndesk.intake.dateline import Dateline, find_dateline
from foreigndesk.intake.printed_date import MONTH, find_date
from foreigndesk.lexicon.outlets import Outlets
from foreigndesk.model import DateFound

HEAD_LINES = 10  # headline, subheading, author, place, two dates, a caption or two: then the body has begun
FOOT_LINES = 3
HEADER_LENGTH = 200  # characters of the longest line that can be a headline or header line
HEADLINE_WORDS = 30
FOOT_LENGTH = 2000

COPYRIGHT = re.compile(r"©|\(c\)|copyright|all rights reserved", re.IGNORECASE)
_LABEL = (
    r"(?:(?:first |originally )?(?:published|posted|issued|released|written|uploaded)|(?:publication |publish )?date"
    r"|(?P<modified>(?:last )?(?:updated|modified|edited)))"
)
WEEKDAY = r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
LABELLED = re.compile(rf"{_LABEL}\b", re.IGNORECASE)
# A line or part of one that is nothing but a date, with or without the word that says which date it is.
AROUND_DATE = re.compile(
    rf"(?P<label>{_LABEL}\b(?: on| at)?\s*[:-]?\s*)?[(\s]*(?:{WEEKDAY},?\s*)?@"
    r"[)\s.]*(?:\([\w ]+\))?(?P<rest>[,\s]*(?:by\b.*|\d+ min(?:ute)?s? read))?",
    re.IGNORECASE,
)
PARTS = re.compile(
    rf"\s+[|•·/]\s+|\s+(?={_LABEL.replace('?P<modified>', '?:')}\b\s*(?:on\b|at\b|:|\d|{WEEKDAY}|{MONTH}))",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?:(?:url|link)\s*:\s*)?(?P<url>https?://\S+)", re.IGNORECASE)
# The lines at a report's foot that credit an agency; in others its name may be a mere mention.
CREDIT = re.compile(
    r"\(?(?:(?:additional\s+)?(?:reporting|writing|editing)\b|(?:source|credit|agency|via|with inputs? from)\b)"
    r"|[-–—(©]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a text says of itself: all as printed, nothing taken out of the text."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    dates: tuple[DateFound, ...] = ()
    dateline: Dateline | None = None
    wire: str | None = None
    url: str | None = None


def read_head(text: str, outlets: Outlets) -> Head:
    r"""What a text's first ten lines and its last three say of itself.

    The headline is the first line if it is short, has no full stop at its end and a longer paragraph follows.

    >>> from foreigndesk.lexicon.outlets import load_outlets
    >>> head = read_head("Envoy leaves\n\nSEOUL, Oct 31 (Yonhap) -- The envoy left on Thursday.\n", load_outlets())
    >>> head.headline, head.dateline.place, head.dateline.date
    ('Envoy leaves', 'SEOUL', 'Oct 31')
    """
    prose: list[str] = []
    authors: list[str] = []
    dates: list[DateFound] = []
    dateline: Dateline | None = None
    wire: str | None = None
    url: str | None = None
    for line in first_lines(text):
        if dateline := find_dateline(line, outlets):
            prose.append(line)
            break
        parts = header_parts(line)
        by = [part for part in parts if is_byline(part, outlets)]
        on = [date for part in parts if (date := line_date(part))]
        authors += by
        dates += on
        if by or on or (len(line) <= HEADER_LENGTH and COPYRIGHT.search(line)):
            continue
        if address := ADDRESS.fullmatch(line):
            url = url or address["url"]
        elif len(line.split()) <= 3 and (agency := outlets.wire_in(line)):
            wire = wire or agency
        else:
            prose.append(line)
    return Head(
        headline=prose[0] if len(prose) > 1 and is_headline(*prose[:2]) else None,
        authors=tuple(authors),
        dates=tuple(dates),
        dateline=dateline,
        wire=(outlets.wire_in(dateline.agency) if dateline and dateline.agency else None)
        or wire
        or foot_credit(text, outlets),
        url=url,
    )


def first_lines(text: str) -> Iterator[str]:
    """The first lines of a text that are not blank, without the white space around them."""
    count = 0
    for line in re.finditer(r"[^\n]+", text):
        if words := line.group().strip():
            yield words
            count += 1
            if count == HEAD_LINES:
                return


def header_parts(line: str) -> list[str]:
    """The parts of a line that may be a header line; none if it is too long for one.

    >>> header_parts("By Jane Doe | Published: Oct. 31, 2024")
    ['By Jane Doe', 'Published: Oct. 31, 2024']
    >>> header_parts("By Jane Doe, 31 October 2024, 3:51 pm")
    ['By Jane Doe', '31 October 2024, 3:51 pm']
    """
    parts = PARTS.split(line) if len(line) <= HEADER_LENGTH else []
    return [piece for part in parts for piece in _date_apart(part) if piece]


def _date_apart(part: str) -> list[str]:
    """An author and the date behind it as two, with what follows; any other part as it is."""
    if part[:3].lower() != "by " or not (seen := find_date(part)):
        return [part]
    return [piece.strip(" ,-–—") for piece in (part[: seen.start], seen.printed, part[seen.end :])]


def is_headline(line: str, following: str) -> bool:
    """Whether a line looks like the headline of what follows: short, no full stop at its end, and the shorter one."""
    return (
        len(line) <= HEADER_LENGTH
        and len(line.split()) <= HEADLINE_WORDS
        and not re.search(r"[.。:;,]['\"’”)]*$", line)
        and len(line) < len(following)
    )


def line_date(line: str) -> DateFound | None:
    """The date that a line consists of, with or without a word like "Published" or "Updated" before it.

    >>> line_date("Published: Thursday, Oct. 31, 2024").value
    '2024-10-31'
    >>> line_date("Published on Oct. 31, 2024 in Seoul, the report says")
    >>> line_date("Copyright, Oct. 31, 2024")
    """
    if len(line) > HEADER_LENGTH or COPYRIGHT.search(line) or not (seen := find_date(line)):
        return None
    around = AROUND_DATE.fullmatch(f"{line[: seen.start]}@{line[seen.end :]}".strip())
    if around is None or (around["rest"] and not around["label"]):
        return None
    return DateFound(seen.value, line[: seen.end].strip(), f"byline-text{'-modified' if around['modified'] else ''}")


def foot_credit(text: str, outlets: Outlets) -> str | None:
    """The agency that one of the last three lines credits: "(Reporting by ...)", "Source: Xinhua", "AFP"."""
    lines = [words for line in text[-FOOT_LENGTH:].split("\n") if (words := line.strip())][-FOOT_LINES:]
    for line in reversed(lines):
        credits_one = CREDIT.match(line) or len(line.split()) <= 3
        if len(line) <= HEADER_LENGTH and credits_one and (wire := outlets.wire_in(line)):
            return wire
    return None
