"""What is known of a report, and how its date was found."""

from __future__ import annotations

from foreigndesk.model import Report
from foreigndesk.showing.words import one_line


def report_fields(report: Report) -> tuple[tuple[str, str], ...]:
    """What is known of a report, and how its date was found."""
    return (
        ("outlet", report.outlet or "not found"),
        ("credits", report.wire or ""),
        ("by", report.byline or ""),
        ("from", report.dateline or ""),
        ("published", published_words(report)),
        ("url", report.url or ""),
        ("taken from", report.path),
    )


def published_words(report: Report) -> str:
    """The date, what was printed, and where it was found: "2024-10-31 (dateline, printed “Oct. 31”)"."""
    if report.published is None:
        others = ", ".join(f"{one.value} ({one.origin})" for one in report.dates)
        return f"no date found; candidates not taken: {others}" if others else "no date found"
    taken = next(
        (one for one in report.dates if (one.origin, one.value) == (report.published_by, report.published)), None
    )
    printed = f", printed “{one_line(taken.printed)}”" if taken and taken.printed else ""
    return f"{report.published} (found in: {report.published_by or 'unknown'}{printed})"
