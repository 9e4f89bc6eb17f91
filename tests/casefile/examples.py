"""Small reports and findings to put into a case file. Persons, places and papers are invented."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.model import (
    Certainty,
    Event,
    Force,
    Forecast,
    Granularity,
    Mention,
    Name,
    Party,
    Passage,
    Reading,
    Report,
    Sourcing,
    SourcingKind,
    Statement,
    StatementKind,
    When,
    name_id,
    report_id,
)

NOON = dt.datetime(2024, 11, 4, 12, tzinfo=dt.UTC)
LATER = NOON + dt.timedelta(days=1)


@contextmanager
def fresh_case() -> Iterator[CaseFile]:
    """A new case file in a folder of its own, open for writing."""
    with tempfile.TemporaryDirectory() as folder, open_case(Path(folder) / "desk.db", write=True) as case:
        yield case


def report(
    text: str,
    published: str | None = "2024-11-01",
    *,
    outlet: str | None = "The Daily",
    headline: str | None = None,
    path: str = "reports/one.txt",
) -> Report:
    return Report(
        report_id(text, outlet), path, text, headline=headline, outlet=outlet, published=published, language="en"
    )


def passage(text: str, words: str) -> Passage:
    start = text.index(words)
    return Passage(start, start + len(words), words)


def name(text: str, words: str, actor: str | None) -> Name:
    at = passage(text, words)
    return Name(words, None, actor, at.start, at.end)


def day(earliest: str | None) -> When:
    return When(earliest, earliest, "", Granularity.DAY, "test", 0, 0)


def statement(
    of: Report,
    *said: str,
    speaker: str | None = None,
    kind: StatementKind = StatementKind.STATEMENT,
    force: Force = Force.ASSERT,
    sourcing: SourcingKind = SourcingKind.NAMED,
    when: When | None = None,
) -> Statement:
    return Statement(
        id=name_id("s", of.id, *said),
        kind=kind,
        speaker=Mention(actor=speaker),
        cue=None,
        content=tuple(passage(of.text, words) for words in said),
        force=force,
        certainty=Certainty(),
        sourcing=Sourcing(sourcing),
        when=when,
    )


def event(
    of: Report,
    words: str,
    kind: str = "CONSULT",
    *,
    actor: tuple[Party, ...] = (),
    recipient: tuple[Party, ...] = (),
    when: When | None = None,
) -> Event:
    at = passage(of.text, words)
    return Event(name_id("e", of.id, words, kind), kind, (), (), actor, recipient, at, at, when=when)


def party(*, code: str | None = None, actor: str | None = None, country: str | None = None) -> Party:
    return Party(code, None, "", actor, 0, 0, country)


def forecast(of: Report, words: str) -> Forecast:
    return Forecast(name_id("f", of.id, words), passage(of.text, words))


def keep(case: CaseFile, reading: Reading) -> Reading:
    case.save_report(reading.report, reading.report.text.encode(), NOON)
    case.save_reading(reading, NOON)
    return reading
