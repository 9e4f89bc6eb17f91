"""What listings share: where a row points, and the columns that say so."""

from __future__ import annotations

from typing import Protocol

from foreigndesk.model import Cite, Event, Statement
from foreigndesk.showing.cites import Ref
from foreigndesk.showing.tables import Column

# Four lines of a column 40 cells wide: who reads a listing looks for the row, and opens it with `show`.
GLANCE = 160

ID = Column("id", 14)
CITE = Column("cite", 11, spare=True, data=False)


def data_columns(titles: str) -> tuple[Column, ...]:
    """Columns that only CSV has, by their titles with spaces between."""
    return tuple(Column(title, 0, screen=False) for title in titles.split())


# Where a row points: the cells of `place_of`.
PLACE = data_columns("report paragraph start end")


class Told(Protocol):
    """A statement with the report that tells it."""

    @property
    def report(self) -> str:
        """The report's id."""

    @property
    def published(self) -> str | None:
        """When the report was published."""

    @property
    def statement(self) -> Statement:
        """The statement."""


class Done(Protocol):
    """An event with the report that tells it."""

    @property
    def report(self) -> str:
        """The report's id."""

    @property
    def published(self) -> str | None:
        """When the report was published."""

    @property
    def event(self) -> Event:
        """The event."""


def place_of(ref: Ref) -> tuple[str, ...]:
    """A cite as the four data columns of PLACE."""
    return (ref.report, str(ref.paragraph), str(ref.start), str(ref.end))


def cite_of_statement(report: str, statement: Statement) -> Cite:
    """From the first to the last word of a statement's content; of its cue or speaker where there is no content."""
    spans = [(span.start, span.end) for span in statement.content]
    if not spans and statement.cue is not None:
        spans = [(statement.cue.start, statement.cue.end)]
    if not spans and statement.speaker.start is not None and statement.speaker.end is not None:
        spans = [(statement.speaker.start, statement.speaker.end)]
    return Cite(report, min((start for start, _ in spans), default=0), max((end for _, end in spans), default=0))


def cite_of_event(report: str, event: Event) -> Cite:
    """The sentence an event is read from."""
    return Cite(report, event.passage.start, event.passage.end)
