"""What a brief is chosen from: the statements and events asked about."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foreigndesk.model import Event, Mention, Party, Passage, Reading, Report, Statement


@dataclass(frozen=True, slots=True)
class Asked:
    """What a brief is asked to be about: actor ids (none: everything) under these names, published since a day."""

    actors: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    since: dt.date | None = None

    def takes(self, report: Report) -> bool:
        """Whether the report was published in the time asked for; one without a date never is, where a day is set."""
        day = report.published_day
        return self.since is None or (day is not None and day >= self.since)

    def means(self, one: Mention | Party) -> bool:
        """Whether an actor asked about is meant; someone unknown is meant with the country he or she belongs to."""
        return (one.actor if one.actor is not None else one.country) in self.actors


@dataclass(frozen=True, slots=True)
class ToldStatement:
    """A statement with its report and the known actors named in its content.

    `own`: speakers tell of their own words inside them ("We told them that ..."); it stands in the outer one too.
    """

    report: Report
    statement: Statement
    named: frozenset[str]
    own: bool = False


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event with its report and the statement it stands under, if any."""

    report: Report
    event: Event
    under: Statement | None


def statements_asked(reading: Reading, asked: Asked) -> Iterator[ToldStatement]:
    """The statements of a reading that an actor asked about makes, receives, carries, or is named in."""
    speakers = {statement.id: statement.speaker for statement in reading.statements}
    for statement in reading.statements:
        outer = speakers.get(statement.within or "")
        own = outer is not None and (outer.actor, outer.name) == (statement.speaker.actor, statement.speaker.name)
        named = actors_in(reading, statement.content)
        people = (statement.speaker, *statement.addressees, *statement.via)
        if not asked.actors or named & asked.actors or any(asked.means(one) for one in people):
            yield ToldStatement(reading.report, statement, named, own)


def events_asked(reading: Reading, asked: Asked) -> Iterator[ToldEvent]:
    """The events of a reading in which an actor asked about has part."""
    under = {statement.id: statement for statement in reading.statements}
    for event in reading.events:
        parties = (*event.actor, *event.recipient, *event.via)
        if not asked.actors or any(asked.means(one) for one in parties):
            yield ToldEvent(reading.report, event, under.get(event.statement or ""))


def actors_in(reading: Reading, spans: Iterable[Passage]) -> frozenset[str]:
    """The known actors that a reading names inside the spans."""
    starts = [name.start for name in reading.names]
    found = set()
    for span in spans:
        inside = range(bisect.bisect_left(starts, span.start), bisect.bisect_left(starts, span.end))
        found |= {actor for place in inside if (actor := reading.names[place].actor)}
    return frozenset(found)
