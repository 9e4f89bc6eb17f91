"""A draft becomes a report: what its format tells and what its text tells, put together by rule."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from foreigndesk.intake.byline import read_byline
from foreigndesk.intake.damage import find_damage
from foreigndesk.intake.dates import candidate, choose, in_order, with_year
from foreigndesk.intake.draft import Draft, Trouble
from foreigndesk.intake.head import Head, read_head
from foreigndesk.intake.language import find_language
from foreigndesk.intake.printed_date import find_date
from foreigndesk.intake.url import read_url, url_date
from foreigndesk.lexicon.outlets import Outlets, load_outlets
from foreigndesk.model import DateFound, Report, Setback, report_id

LONGEST_TEXT = 200_000
"""Characters: six times the longest of 924 news reports (33,672); the parser, at 5,600 tokens/s, needs 8 s for them."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the analyst knows better than the documents: publication date (ISO 8601) and outlet of all of them."""

    published: str | None = None
    outlet: str | None = None


NO_OVERRIDES = Overrides()


@dataclass(frozen=True, slots=True)
class Taken:
    """A report taken in, and the bytes it was made from."""

    report: Report
    raw: bytes


def make_report(draft: Draft, path: str, overrides: Overrides, now: dt.datetime) -> Iterator[Taken | Setback]:
    """The report that a draft makes, then a Setback for everything that is to be said beside it; or only a Setback."""
    path += draft.part
    if refusal := _refusal(draft.text):
        yield Setback(path, "intake", refusal.what, refusal.where, refusal.hint)
        return
    outlets = load_outlets()
    head = read_head(draft.text, outlets)
    byline = read_byline(draft.authors or head.authors, outlets)
    url = read_url(draft.url) or read_url(head.url)
    outlet = _outlet(overrides.outlet or draft.outlet, url, outlets)
    dates = _dates(draft, head, path, url, overrides)
    published, passed_over = choose(dates, now)
    language = draft.language or find_language(draft.text)
    report = Report(
        id=report_id(draft.text, outlet),
        path=path,
        text=draft.text,
        headline=draft.title or head.headline,
        outlet=outlet,
        byline=", ".join(byline.persons) or None,
        dateline=draft.dateline or (head.dateline.place if head.dateline else None),
        wire=head.wire or byline.wire or read_byline(head.authors, outlets).wire,
        published=published.value if published else None,
        published_by=published.origin if published else None,
        dates=dates,
        url=url,
        language=language,
        encoding=draft.encoding,
        sha256=hashlib.sha256(draft.raw).hexdigest(),
    )
    yield Taken(report, draft.raw)
    for trouble in (*draft.troubles, *find_damage(draft.text), *_future(passed_over)):
        yield Setback(path, "intake", trouble.what, trouble.where, trouble.hint, report.id)


def _refusal(text: str) -> Trouble | None:
    if not text.strip():
        return Trouble("no text: nothing but white space", "check that the file is the report and not an empty copy")
    if len(text) > LONGEST_TEXT:
        hint = "if it holds several reports, split it (one a file, or JSON Lines); a long document goes in by chapters"
        return Trouble(f"too long: {len(text):,} characters of at most {LONGEST_TEXT:,}", hint)
    return None


def _outlet(name: str | None, url: str | None, outlets: Outlets) -> str | None:
    """The outlet by its usual name: the one that metadata state, else the one at the URL's host, else None."""
    name = " ".join((name or "").split())
    if name and not read_url(name):
        known = outlets.named(name)
        return known.name if known else name
    at = outlets.at(url or name)
    return at.name if at else None


def _dates(draft: Draft, head: Head, path: str, url: str | None, overrides: Overrides) -> tuple[DateFound, ...]:
    found = [*draft.dates, *head.dates]
    if overrides.published and (given := candidate(overrides.published, "override")):
        found.append(given)
    if url and (printed := url_date(url)):
        found.append(printed)
    if not draft.part and (day := find_date(PurePath(path).stem.replace("_", " "))):
        found.append(DateFound(day.value[:10], PurePath(path).name, "file-name"))
    if head.dateline and head.dateline.date and (day_of_filing := with_year(head.dateline.date, found)):
        found.append(day_of_filing)
    return in_order(found)


def _future(passed_over: tuple[DateFound, ...]) -> Iterator[Trouble]:
    for date in passed_over:
        yield Trouble(
            f"its date lies in the future: {date.printed} ({date.origin})",
            "taken in without that date; state the right one (--published) and take it in again",
        )
