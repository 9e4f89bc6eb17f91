"""The errands around review: what to look at first, how far all agree, and corrections as data for training."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from foreigndesk.casefile import CaseFile, EventQuery, StatementQuery
from foreigndesk.corrections import PLACES, is_reviewed
from foreigndesk.desk.lineage import Kinfolk
from foreigndesk.model import Act, Force, Reading, Span, StatementKind
from foreigndesk.weighing.agreement import BetweenAnalysts, WithDesk, judge_analysts, judge_desk
from foreigndesk.weighing.queue import ToReview, event_to_review, judge_queue, statement_to_review

AGAINST = frozenset({Force.DENY, Force.DOUBT})


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far desk and analysts agree, by kind of finding, and each two analysts with each other."""

    desk: tuple[WithDesk, ...]
    analysts: tuple[BetweenAnalysts, ...]


def agreement(case: CaseFile) -> Agreement:
    """How far all agree, from the corrections in force."""
    corrections = case.load_corrections()
    return Agreement(judge_desk(corrections), judge_analysts(corrections))


def queue(
    case: CaseFile, most: int | None = None, since: dt.date | None = None, until: dt.date | None = None
) -> tuple[ToReview, ...]:
    """The statements and events of some days that nobody has reviewed, what needs an analyst most first.

    What reports tell as kin of each other is asked for once, in the one that is likely their first.
    """
    kinfolk = Kinfolk(case)
    told = case.load_statements(StatementQuery(kind=StatementKind.STATEMENT, since=since, until=until))
    done = case.load_events(EventQuery(since=since, until=until))
    items = []
    for one in told:
        family = kinfolk.of(one.report)
        if family.first == one.report and not is_reviewed(one.statement):
            contested = one.statement.force in AGAINST
            items.append(statement_to_review(one.statement, one.report, len(family.reports), contested=contested))
    for each in done:
        family = kinfolk.of(each.report)
        if family.first == each.report and not is_reviewed(each.event):
            items.append(event_to_review(each.event, each.report, len(family.reports)))
    return judge_queue(items)[:most]


def log(case: CaseFile) -> list[Act]:
    """All that analysts did, latest first, with what was undone."""
    return case.load_acts()


def gold(case: CaseFile, *, whole: bool = False) -> Iterator[Reading]:
    """The corrected readings of reports that have corrections, for training and scoring.

    With `whole`, only those of which every statement has been reviewed: then what is missing is known to be missing.
    """
    for report in dict.fromkeys(one.report for one in case.load_corrections() if one.report and one.subject in PLACES):
        reading = case.load_reading(report)
        if reading is not None and (not whole or all(is_reviewed(one) for one in reading.statements)):
            yield reading


def brat(reading: Reading) -> str:
    """The statements of a reading as brat stand-off in the layout of PolNeAR 1.0, one line a mark or attribution.

    Offsets are characters of the report's text from 0, ends exclusive; parts are joined by ";". White space within a
    mark is written as one space, because brat allows no line break there.
    """
    lines: list[str] = []
    count = 0

    def mark(kind: str, *spans: Span) -> str:
        nonlocal count
        count += 1
        text = reading.report.text
        words = " ".join(" ".join(text[one.start : one.end].split()) for one in spans)
        lines.append(f"T{count}\t{kind} {';'.join(f'{one.start} {one.end}' for one in spans)}\t{words}")
        return f"T{count}"

    for rank, one in enumerate(reading.statements, start=1):
        roles = [f"Content:{mark('Content', *one.content)}"]
        if one.cue:
            roles.append(f"Cue:{mark('Cue', one.cue)}")
        if one.speaker.start is not None and one.speaker.end is not None:
            roles.append(f"Source:{mark('Source', Span(one.speaker.start, one.speaker.end))}")
        place = mark("Attribution", one.cue or one.content[0])
        lines.append(f"E{rank}\tAttribution:{place} {' '.join(roles)}")
    return "".join(f"{line}\n" for line in lines)
