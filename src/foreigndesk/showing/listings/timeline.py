"""Statements and events in one course."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from foreigndesk.showing.cites import Labels
from foreigndesk.showing.listings.events import list_events
from foreigndesk.showing.listings.places import CITE, GLANCE, ID, PLACE, Done, Told
from foreigndesk.showing.listings.statements import list_statements
from foreigndesk.showing.tables import Column, Table


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline: a statement told or an event done, placed by its latest possible day."""

    day: str
    told: Told | None
    done: Done | None


def reports_in(entries: Iterable[Entry]) -> Iterator[str]:
    """The ids of the reports that entries are from."""
    for entry in entries:
        for one in (entry.told, entry.done):
            if one is not None:
                yield one.report


def list_timeline(entries: Sequence[Entry], labels: Labels) -> Table:
    """Statements and events in one course, one row each, in the order given."""
    rows = [timeline_row(entry, labels) for entry in entries]
    columns = (
        Column("when", 10, most=24),
        Column("what", 9),
        Column("who", 14, most=60),
        Column("words", 24, grows=True, most=GLANCE),
        CITE,
        ID,
        *PLACE,
    )
    return Table(columns, tuple(rows), tuple(entries), "Nothing is on record for that.")


def timeline_row(entry: Entry, labels: Labels) -> tuple[str, ...]:
    """An entry's cells, taken from the row it has in its own listing."""
    if entry.done is not None:
        row = list_events([entry.done], labels).rows[0]
        return (row[1], row[3], row[2], row[4], row[5], row[0], *row[-4:])
    if entry.told is None:
        raise ValueError("an entry of a timeline has a statement or an event")
    row = list_statements([entry.told], labels).rows[0]
    return (entry.day or "–", row[3] or "says", row[2], row[4], row[6], row[0], *row[-4:])
