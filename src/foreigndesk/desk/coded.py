"""The errand of the researcher: the events of a case file with what an export needs of each."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import replace

from foreigndesk.casefile import CaseFile, EventQuery
from foreigndesk.desk.answer import actor_ids
from foreigndesk.showing.exports import Coded

NEIGHBOURS = 64  # readings kept at hand: events of one day come from few reports, and a reading may be a megabyte


def coded(
    case: CaseFile, query: EventQuery, actor: Iterable[str] = (), recipient: Iterable[str] = ()
) -> Iterator[Coded]:
    """The events that the query asks for, by day, each with its report, its coder and the statement it stands under.

    `actor` and `recipient` are names of actors, as people give them. Raises UnknownActor.
    """
    wanted = replace(query, actor=actor_ids(actor) or None, recipient=actor_ids(recipient) or None)
    load = functools.lru_cache(maxsize=NEIGHBOURS)(case.load_reading)
    for one in case.load_events(wanted):
        reading = load(one.report)
        if reading is not None:  # else another desk has taken the report away since
            under = next((said for said in reading.statements if said.id == one.event.statement), None)
            yield Coded(reading.report, reading.reader, one.event, under)
