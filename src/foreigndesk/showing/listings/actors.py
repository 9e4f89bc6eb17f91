"""The listing of actors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foreigndesk.model import Actor
from foreigndesk.showing.tables import Column, Table


@dataclass(frozen=True, slots=True)
class ActorCount:
    """A known actor with how many reports name it, how many statements it makes, and how many events it has part in."""

    actor: Actor
    reports: int
    statements: int
    events: int


def list_actors(counts: Sequence[ActorCount]) -> Table:
    """One row an actor, in the order given."""
    rows = tuple(
        (
            one.actor.id,
            one.actor.name,
            one.actor.kind.value,
            one.actor.country or "",
            one.actor.sector or "",
            str(one.reports),
            str(one.statements),
            str(one.events),
        )
        for one in counts
    )
    columns = (
        Column("id", 10),
        Column("name", 16, grows=True),
        Column("kind", 8),
        Column("country", 7, spare=True),
        Column("sector", 6, spare=True),
        *(Column(title, len(title), number=True) for title in ("reports", "statements", "events")),
    )
    return Table(columns, rows, tuple(counts), "No known actor is named.")
