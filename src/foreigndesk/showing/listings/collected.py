"""What a run of collecting did."""

from __future__ import annotations

from typing import Protocol

from foreigndesk.showing.tables import Column, Table
from foreigndesk.showing.words import count


class Collected(Protocol):
    """How many reports were new, known, read again, and how many setbacks were met."""

    @property
    def new(self) -> int:
        """Reports that the case file had not."""

    @property
    def known(self) -> int:
        """Reports that were kept and read before."""

    @property
    def reread(self) -> int:
        """Reports that were kept, and read again."""

    @property
    def setbacks(self) -> int:
        """Documents that could not be taken in or read."""


def list_collected(done: Collected) -> Table:
    """One row with the four numbers."""
    columns = tuple(Column(title, 6, number=True) for title in ("new", "known", "reread", "setbacks"))
    row = (str(done.new), str(done.known), str(done.reread), str(done.setbacks))
    return Table(columns, (row,), (done,), "")


def show_collected(done: Collected) -> str:
    """The numbers in a sentence, with the next step where there were setbacks."""
    line = f"{count(done.new, 'new report')}, {done.known:,} known, {done.reread:,} read again"
    return f"{line}; {count(done.setbacks, 'setback')}{': see foreigndesk setbacks' if done.setbacks else ''}\n"
