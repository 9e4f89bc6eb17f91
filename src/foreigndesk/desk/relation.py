"""The errand of "where do these two stand?": a relation from the events and statements of a case file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from foreigndesk.casefile import CaseFile, Done, EventQuery, StatementQuery
from foreigndesk.desk.answer import actor_ids, is_meant
from foreigndesk.desk.kinfolk import Kinfolk
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Cite, Relation, day_told
from foreigndesk.weighing.relations import Act, Step, go_betweens, judge_relation


def relation(case: CaseFile, one: str, other: str, step: Step = Step.MONTH) -> Relation:
    """How two actors, by name, stood to each other by week or month. Raises UnknownActor."""
    known = load_actors()
    mine, theirs = actor_ids([one], known), actor_ids([other], known)
    with case.together():
        kinfolk = Kinfolk(case)
        acts = [act for done in between(case, mine, theirs) if (act := act_of(done, kinfolk)) is not None]
        said, carried = sayings(case, mine, theirs)
        reported = [day for report in case.load_reports() if (day := report.published_day)]
    return judge_relation(
        known.find(one).name, known.find(other).name, acts, said, reported, go_betweens(carried), step
    )


def between(case: CaseFile, mine: frozenset[str], theirs: frozenset[str]) -> Iterator[Done]:
    """The events of one towards the other, and those that both do together, each once."""
    seen = set[tuple[str, str]]()
    for query in (EventQuery(actor=mine, recipient=theirs), EventQuery(actor=theirs, recipient=mine)):
        for done in case.load_events(query):
            if (done.report, done.event.id) not in seen:
                seen.add((done.report, done.event.id))
                yield done
    for done in case.load_events(EventQuery(actor=mine)):
        together = any({party.actor, party.code, party.country} & theirs for party in done.event.actor)
        if together and (done.report, done.event.id) not in seen:
            yield done


def act_of(done: Done, kinfolk: Kinfolk) -> Act | None:
    """An event with its day; None for one without any."""
    day = day_told(done.event.when, done.published)
    if day is None:
        return None
    trigger = done.event.trigger
    return Act(done.event, day, kinfolk.of(done.report).id, Cite(done.report, trigger.start, trigger.end))


def sayings(
    case: CaseFile, mine: frozenset[str], theirs: frozenset[str]
) -> tuple[list[dt.date], list[tuple[str, str]]]:
    """The days on which one spoke about the other, and who carried what between them."""
    days, carried = [], []
    for speakers, about in ((mine, theirs), (theirs, mine)):
        for told in case.load_statements(StatementQuery(speaker=speakers, about=about)):
            day = day_told(told.statement.when, told.published)
            if day is not None:
                days.append(day)
        for told in case.load_statements(StatementQuery(speaker=speakers)):
            reached = [*told.statement.addressees]
            if told.statement.via and any(is_meant(mention, about) for mention in reached):
                carried += [
                    (mention.name or mention.printed or "", told.statement.id) for mention in told.statement.via
                ]
    return days, carried
