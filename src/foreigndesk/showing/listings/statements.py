"""The listing of statements."""

from __future__ import annotations

from collections.abc import Sequence

from foreigndesk.showing.cites import Labels
from foreigndesk.showing.listings.places import CITE, GLANCE, ID, PLACE, Told, cite_of_statement, data_columns, place_of
from foreigndesk.showing.phrases import show_act, show_content, show_day, show_hedges, show_sourcing, show_speaker
from foreigndesk.showing.tables import Column, Table


def list_statements(told: Sequence[Told], labels: Labels) -> Table:
    """One row a statement, in the order given."""
    rows = []
    for one in told:
        statement = one.statement
        ref = labels.ref(cite_of_statement(one.report, statement))
        row = (
            statement.id,
            show_day(one.published),
            show_speaker(statement.speaker),
            show_act(statement),
            show_content(statement),
            show_sourcing(statement.sourcing),
            ref.label,
            statement.kind.value,
            statement.force.value,
            statement.sourcing.kind.value,
            statement.speaker.actor or "",
            statement.speaker.country or "",
            show_hedges(statement),
            statement.cue.text if statement.cue else "",
        )
        rows.append(row + place_of(ref))
    columns = (
        ID,
        Column("reported", 10),
        Column("speaker", 14, most=60),
        Column("does", 8, most=40),
        Column("content", 24, grows=True, most=GLANCE),
        Column("sourcing", 12, spare=True, most=60),
        CITE,
        *data_columns("kind force sourcing_kind actor country certainty cue"),
        *PLACE,
    )
    return Table(columns, tuple(rows), tuple(told), "No statement answers that.")
