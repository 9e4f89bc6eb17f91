"""Why a finding is what it is: the rules behind it, in sentences."""

from __future__ import annotations

from dataclasses import dataclass

from foreigndesk.model import Event, Forecast, Reading, Reason, Report, Setback, Statement, When
from foreigndesk.showing.cites import Ref
from foreigndesk.showing.screen import Screen
from foreigndesk.showing.tables import Column, Format, Table, show_table
from foreigndesk.showing.words import one_line


@dataclass(frozen=True, slots=True)
class Why:
    """A finding's reasons, where it stands, and the version of the reader that made it ("" for none)."""

    id: str
    kind: str
    reasons: tuple[Reason, ...]
    cite: Ref | None
    reader: str


def reasons_of(finding: Statement | Event | Forecast) -> tuple[Reason, ...]:
    """The finding's own reasons, and how its time was made out."""
    when = finding.horizon if isinstance(finding, Forecast) else finding.when
    return finding.reasons + reasons_of_when(when)


def reasons_of_when(when: When | None) -> tuple[Reason, ...]:
    """How printed words became a time."""
    if when is None:
        return ()
    words = f"“{one_line(when.printed)}” means" if when.printed else "The time was taken to be"
    days = when.earliest if when.earliest == when.latest else f"{when.earliest or '…'} to {when.latest or '…'}"
    anchor = f", counted from {when.anchor}" if when.anchor else ""
    return (Reason(f"when: {when.rule}", f"{words} {days or 'no certain day'}{anchor}."),)


def reasons_of_report(report: Report, reading: Reading | None) -> tuple[Reason, ...]:
    """How the report's date was chosen, and every candidate that was not."""
    taken = f"It was published {report.published}, from: {report.published_by or 'unknown'}."
    reasons = [Reason("published", taken if report.published else "No date of publication was found.")]
    reasons += [
        Reason("date found", f"{one.value}, printed “{one_line(one.printed)}”, from: {one.origin}.")
        for one in report.dates
    ]
    if report.encoding is not None:
        reasons.append(Reason("encoding", f"Read as {report.encoding.name}, decided by: {report.encoding.decided_by}."))
    restored = [name for name in reading.names if name.restored] if reading else []
    reasons += [reason for name in restored for reason in name.reasons]
    return tuple(reasons)


def reasons_of_setback(setback: Setback) -> tuple[Reason, ...]:
    """What happened, and what to do."""
    hint = f" {setback.hint}" if setback.hint else ""
    return (Reason(setback.stage, f"{setback.what}.{hint}"),)


def show_why(why: Why, form: Format, screen: Screen | None = None) -> str:
    """The reasons as a table with a head line; as data only the reasons."""
    data = (Column("id", 0, screen=False), Column("reader", 0, screen=False))
    columns = (Column("rule", 12), Column("why", 30, grows=True), *data)
    rows = tuple((one.rule, one.sentence, why.id, why.reader) for one in why.reasons)
    table = show_table(Table(columns, rows, why.reasons, "No rule left a reason."), form, screen)
    if form not in {Format.TABLE, Format.MD}:
        return table
    cite = f" at [{why.cite.label}]" if why.cite else ""
    reader = f", read by {why.reader}" if why.reader else ""
    return f"{why.kind} {why.id}{cite}{reader}\n\n{table}"
