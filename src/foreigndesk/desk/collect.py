"""The errand of every morning: take reports in, read what is new, keep it, one report at a time."""

from __future__ import annotations

import datetime as dt
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePath
from typing import Protocol

from foreigndesk.casefile import CaseFile
from foreigndesk.desk.gists import Gists
from foreigndesk.desk.placing import Placer
from foreigndesk.intake import Overrides, Taken, open_paths
from foreigndesk.model import Reading, Report, Setback, report_id
from foreigndesk.record import encode

GIVEN = "override"  # what intake calls the origin of a date given by hand


class ReportReader(Protocol):
    """What reads a report. Another version may read the same report otherwise."""

    @property
    def version(self) -> str:
        """The name of this reader, its rules and its models."""

    def read(self, report: Report) -> Reading:
        """All that is read in one report."""


class Outcome(StrEnum):
    """What became of one thing handed in."""

    NEW = "new"  # a report that the case file had not
    KNOWN = "known"  # a report that this reader has read already: nothing changed
    REREAD = "reread"  # a kept report, read again: by another reader, or with metadata that were given now
    SETBACK = "setback"  # something that could not be taken in or read, in whole or in part


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done: what was handed in, what became of it, how long that took, and the setbacks met with it."""

    path: str
    outcome: Outcome
    report: str | None
    seconds: float
    setbacks: tuple[Setback, ...] = ()


@dataclass(frozen=True, slots=True)
class Collected:
    """How many reports were new, known, read again, and how many setbacks were met."""

    new: int = 0
    known: int = 0
    reread: int = 0
    setbacks: int = 0


def collect(
    case: CaseFile,
    paths: Iterable[str],
    overrides: Overrides,
    reader: ReportReader,
    on_step: Callable[[Step], None],
    *,
    now: dt.datetime | None = None,
) -> Collected:
    """Take in, read and keep what lies at these paths, and tell of each step; the sum of them comes back.

    Each report is kept with its reading in one transaction, so that whatever ends the run (Ctrl-C, which goes on to the
    caller, or a power cut) leaves all that was done before. What cannot be taken in or read is kept as a setback, and
    tried again next time. All reports of one run bear the same time of intake, `now`.

    A report is known by its bytes (and its text or path, where one file holds several), and stays as it is kept,
    whatever intake would make of them today. What `overrides` give replaces what is kept, once and for all, and has the
    report read again: another outlet gives the same report another id, and no file is ever kept twice. Raises
    CaseFileError when the case file cannot be written.
    """
    moment = now or dt.datetime.now(dt.UTC)
    outcomes: Counter[Outcome] = Counter()
    setbacks = 0
    places = tuple(paths)
    kept_as: dict[str, str] = {}  # the id of a report taken in -> its id in the case file, where that is another
    placer = Placer(case)
    placer.place_rest()
    begun = time.perf_counter()
    for item in open_paths(places, overrides, now=moment):
        if isinstance(item, Setback):
            setback = replace(item, report=kept_as.get(item.report, item.report)) if item.report else item
            case.save_setback(setback, moment)
            step = Step(setback.path, Outcome.SETBACK, setback.report, 0.0, (setback,))
        else:
            step = _keep(case, placer, item, overrides, reader, moment)
            if step.report and step.report != item.report.id:
                kept_as[item.report.id] = step.report
        done = time.perf_counter()
        on_step(replace(step, seconds=done - begun))
        begun = done
        outcomes[step.outcome] += 1
        setbacks += len(step.setbacks)
    # What has been gone through again to its end without a former setback is put right, or gone. Standard input ("-")
    # is another document every time, so its setbacks stay.
    case.forget_setbacks([path for path in places if path != "-"], before=moment)
    return Collected(outcomes[Outcome.NEW], outcomes[Outcome.KNOWN], outcomes[Outcome.REREAD], setbacks)


def given(kept: Report, taken: Report, overrides: Overrides) -> Report:
    """The kept report with what was given by hand now; what was given before, and not now, stays.

    A date that intake did not take (it lies in the future) was not given.

    >>> kept = Report("r-1", "a.txt", "Talks went on.", outlet="Yonhap")
    >>> taken = Report("r-2", "a.txt", "Talks went on.", published="2024-10-31", published_by="override")
    >>> dated = given(kept, taken, Overrides(published="2024-10-31", outlet=None))
    >>> dated.outlet, dated.published
    ('Yonhap', '2024-10-31')
    """
    outlet = taken.outlet if overrides.outlet else kept.outlet
    dated = taken if overrides.published and taken.published_by == GIVEN else kept
    return replace(
        kept,
        id=report_id(kept.text, outlet),
        outlet=outlet,
        published=dated.published,
        published_by=dated.published_by,
        dates=dated.dates,
    )


def _keep(
    case: CaseFile, placer: Placer, taken: Taken, overrides: Overrides, reader: ReportReader, now: dt.datetime
) -> Step:
    """Keep what was taken in, its reading if it has none yet, and its kin; the step without its time."""
    path = taken.report.path
    same = case.load_same(taken.report, taken.raw)
    kept = same or case.load_report(taken.report.id)
    report = given(kept, taken.report, overrides) if kept else taken.report
    if kept and report.id != kept.id and (twin := case.load_report(report.id)):
        report = given(twin, taken.report, overrides)
    known = report == kept and case.has_reading(report.id, reader.version)
    if known and same:
        return Step(path, Outcome.KNOWN, report.id, 0.0)

    read = None if known else read_one(reader, report)
    with case.together():
        if kept and report != kept:
            case.save_metadata(kept.id, report)
        if not same:
            # of a report that is kept already this adds the file alone: its bytes, and the path they came from
            case.save_report(replace(report, path=path), taken.raw, now)
        if isinstance(read, Reading):
            case.save_reading(read, now)
            placer.place(read.report, read.spun)
            # here, where everything waits for the reader anyway: whoever weighs later finds them kept
            Gists(case).keep(read)
        elif read:
            case.save_setback(read, now)
    if isinstance(read, Setback):
        return Step(path, Outcome.SETBACK, report.id, 0.0, (read,))
    outcome = Outcome.KNOWN if known else Outcome.REREAD if kept else Outcome.NEW
    return Step(path, outcome, report.id, 0.0, read.setbacks if read else ())


def read_one(reader: ReportReader, report: Report) -> Reading | Setback:
    """What the reader makes of a report; if it fails, what befell it.

    No reading is kept then, so that the next run tries again.
    """
    try:
        reading = reader.read(report)
        encode(reading)  # a reading that cannot be written down is a fault of the reader like any other
    except Exception as error:  # noqa: BLE001
        # The one place below the doors that catches everything. Parser, models and some hundred rules run in there over
        # text from anywhere: which exception a fault of theirs raises cannot be known beforehand, and one report of
        # thousands must not end the run. Nothing is hushed up: the fault and its place are kept and shown.
        place = traceback.extract_tb(error.__traceback__)[-1]
        return Setback(
            path=report.path,
            stage="reading",
            what=f"the reader failed: {type(error).__name__}: {error}",
            where=f"{PurePath(place.filename).name}, line {place.lineno}",
            hint="The report is kept, and read when it is collected again: after an upgrade, or with more memory. "
            "This is a fault of the desk: please report it.",
            report=report.id,
        )
    return reading
