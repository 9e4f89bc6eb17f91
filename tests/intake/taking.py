"""What the tests of intake share: taking in what they write, on a day that stays the same."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from foreigndesk.intake import Overrides, Taken, open_paths
from foreigndesk.model import Report, Setback

NOW = dt.datetime(2025, 1, 15, 12, 0, tzinfo=dt.UTC)
HERE = Path(__file__).parent


def take(*paths: Path | str, overrides: Overrides | None = None) -> tuple[list[Report], list[Setback]]:
    """The reports and the setbacks that some paths give."""
    reports, setbacks = [], []
    for each in open_paths([str(path) for path in paths], overrides or Overrides(), now=NOW):
        if isinstance(each, Taken):
            reports.append(each.report)
        else:
            setbacks.append(each)
    return reports, setbacks


def take_one(path: Path | str) -> Report:
    """The one report at a path that gives nothing else."""
    reports, setbacks = take(path)
    assert setbacks == []
    (report,) = reports
    return report


def refused(path: Path | str) -> Setback:
    """The one setback at a path that gives nothing else."""
    reports, setbacks = take(path)
    assert reports == []
    (setback,) = setbacks
    return setback
