"""What an export is made of: an event, the report that tells it, and the statement it stands under."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from foreigndesk.lexicon.codebook import load_types
from foreigndesk.model import Event, Report, Statement

CODEBOOK = "plover-base-1.3.1"  # the manual's own name for itself, chapter 6


@dataclass(frozen=True, slots=True)
class Coded:
    """An event with its report, the version of the reader that coded it, and the statement it is told in."""

    report: Report
    coder: str
    event: Event
    statement: Statement | None = None

    @property
    def day(self) -> str | None:
        """The day it counts for: the first that its own date can mean, else the day of the report; None without both.

        Which of the two it is says `dated_by`.
        """
        return self.event.when.earliest if self.dated_by == "event" and self.event.when else self.reported

    @property
    def reported(self) -> str | None:
        """The day of publication."""
        day = self.report.published_day
        return day.isoformat() if day else None

    @property
    def dated_by(self) -> str:
        """What the day rests on: "event" for the event's own date, "report" for the date of publication."""
        return "event" if self.event.when is not None and self.event.when.earliest is not None else "report"

    @property
    def evidence(self) -> str:
        """The words that name the deed, as report:start-end."""
        return f"{self.report.id}:{self.event.trigger.start}-{self.event.trigger.end}"

    @property
    def quad(self) -> int:
        """The quad code, 1 to 4 (PLOVER 1.3, table 7.2)."""
        return load_types()[self.event.type].quad

    @property
    def scale(self) -> float:
        """The conflict-cooperation score of the type, -10 to 10 (PLOVER 1.3, 2.5)."""
        return load_types()[self.event.type].scale


def show_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Rows of named cells as CSV under these columns; None becomes an empty cell."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: "" if cell is None else cell for name, cell in row.items()})
    return out.getvalue()
