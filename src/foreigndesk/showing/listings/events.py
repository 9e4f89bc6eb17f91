"""The listing of events."""

from __future__ import annotations

from collections.abc import Sequence

from foreigndesk.model import Party
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.listings.places import CITE, GLANCE, ID, PLACE, Done, cite_of_event, data_columns, place_of
from foreigndesk.showing.phrases import show_day, show_deed, show_dyad, show_parties, show_when
from foreigndesk.showing.tables import Column, Table
from foreigndesk.showing.words import clip_around


def list_events(done: Sequence[Done], labels: Labels) -> Table:
    """One row an event, in the order given."""
    rows = []
    for one in done:
        event = one.event
        ref = labels.ref(cite_of_event(one.report, event))
        passage, trigger = event.passage, event.trigger
        start = trigger.start - passage.start
        row = (
            event.id,
            show_when(event.when) or f"by {show_day(one.published)}",
            show_dyad(show_parties(event.actor), show_parties(event.recipient), show_parties(event.via)),
            show_deed(event),
            clip_around(passage.text, start, start + trigger.end - trigger.start, GLANCE),
            ref.label,
            passage.text,
            show_day(one.published),
            event.type,
            ";".join(event.mode),
            ";".join(event.context),
            event.auxiliary_mode or "",
            ids_of(event.actor),
            ids_of(event.recipient),
            event.when.earliest or "" if event.when else "",
            event.when.latest or "" if event.when else "",
            event.place.printed if event.place else "",
            event.statement or "",
        )
        rows.append(row + place_of(ref))
    titles = "text reported type mode context auxiliary_mode actor recipient earliest latest place statement"
    columns = (
        ID,
        Column("when", 10, most=24),
        Column("who", 14, most=60),
        Column("event", 12, most=40),
        Column("sentence", 24, grows=True, data=False),
        CITE,
        *data_columns(titles),
        *PLACE,
    )
    return Table(columns, tuple(rows), tuple(done), "No event answers that.")


def ids_of(parties: tuple[Party, ...]) -> str:
    """The parties' actor ids, or what else names them for a machine."""
    return ";".join(party.actor or party.code or party.name for party in parties)
