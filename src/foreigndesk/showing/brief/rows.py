"""The brief's lines as a table, for CSV and JSONL."""

from __future__ import annotations

from collections.abc import Iterable

from foreigndesk.showing.brief.value import Brief, DoubtLine, EventLine, FindingLine, StatementLine
from foreigndesk.showing.brief.words import number_of
from foreigndesk.showing.cites import Ref
from foreigndesk.showing.phrases import show_dyad
from foreigndesk.showing.tables import Column, Table

COLUMNS = (
    Column("part", 8),
    Column("when", 10),
    Column("who", 12),
    Column("does", 8),
    Column("text", 20, grows=True),
    Column("reports", 7, number=True),
    Column("voices", 6),
    Column("cites", 16),
    Column("id", 14),
)


def list_brief(brief: Brief) -> Table:
    """One row a line: events, statements of named and other speakers, doubts."""
    rows: list[tuple[str, ...]] = []
    values: list[EventLine | StatementLine | FindingLine | DoubtLine] = []
    for event in brief.events:
        who = show_dyad(event.actor, event.recipient, event.via)
        rows.append(
            (
                "events",
                event.when,
                who,
                event.deed,
                event.text,
                str(event.reports),
                number_of(event.voices),
                opens(event.cites),
                event.id,
            )
        )
        values.append(event)
    for title, parts in (("statements", brief.speakers), ("others", brief.unnamed)):
        for part in parts:
            for said in part.lines:
                cells = (said.does, said.text, str(said.reports), number_of(said.voices), opens(said.cites), said.id)
                rows.append((title, "", part.name, *cells))
                values.append(said)
    for finding in brief.parts:
        for line in finding.lines:
            text = "; ".join((line.text, *line.notes))
            rows.append((finding.name, "", "", line.head, text, "", "", opens(line.cites), line.id))
            values.append(line)
    for kind in brief.doubts:
        for doubt in kind.lines:
            rows.append(("uncertain", "", "", kind.title, doubt.text, "", "", opens(doubt.cites), ""))
            values.append(doubt)
    return Table(COLUMNS, tuple(rows), tuple(values), "Nothing to report.")


def opens(refs: Iterable[Ref]) -> str:
    """What `show` opens the cites with, a blank between them."""
    return " ".join(dict.fromkeys(ref.opens for ref in refs))
