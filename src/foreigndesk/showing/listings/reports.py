"""The listings of reports and of setbacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from foreigndesk.model import Report, Setback
from foreigndesk.showing.listings.places import GLANCE, ID, data_columns
from foreigndesk.showing.phrases import show_day
from foreigndesk.showing.tables import Column, Table


def list_reports(reports: Sequence[Report], statements: Callable[[str], int], events: Callable[[str], int]) -> Table:
    """One row a report, with how many statements and events were read in it."""
    rows = tuple(
        (
            report.id,
            show_day(report.published),
            report.outlet or "–",
            report.headline or "–",
            str(statements(report.id)),
            str(events(report.id)),
            report.wire or "",
            report.byline or "",
            report.published or "",
            report.published_by or "",
            report.language or "",
            report.url or "",
            report.path,
        )
        for report in reports
    )
    columns = (
        ID,
        Column("published", 10),
        Column("outlet", 12, most=40),
        Column("headline", 24, grows=True, most=GLANCE),
        Column("statements", 10, number=True, spare=True),
        Column("events", 6, number=True, spare=True),
        *data_columns("wire byline published_at published_by language url path"),
    )
    return Table(columns, rows, tuple(reports), "No report answers that.")


def list_setbacks(setbacks: Sequence[Setback]) -> Table:
    """One row a setback: what could not be taken in or read, and what to do."""
    rows = tuple((one.id, one.stage, one.path, one.where, one.what, one.hint, one.report or "") for one in setbacks)
    columns = (
        ID,
        Column("stage", 7),
        Column("document", 16, most=120),
        Column("where", 8, spare=True, most=40),
        Column("what", 20, grows=True),
        Column("hint", 16, most=GLANCE),
        Column("report", 14, screen=False),
    )
    return Table(columns, rows, tuple(setbacks), "No setbacks: everything was taken in and read.")
