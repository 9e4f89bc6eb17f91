"""The errand of "who keeps silent?": silences that reports tell, and actors without a statement in the case file."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from foreigndesk.casefile import CaseFile, EventQuery, StatementQuery
from foreigndesk.desk.answer import actor_ids
from foreigndesk.desk.lineage import Kinfolk
from foreigndesk.desk.watch import last_day
from foreigndesk.errors import UnknownId
from foreigndesk.lexicon.actors import Actors, load_actors
from foreigndesk.lexicon.outlets import load_outlets
from foreigndesk.model import ActorKind, Awaited, Cite, Force, Report, Silence, day_of, day_told
from foreigndesk.weighing.relations import NOT_HAPPENED
from foreigndesk.weighing.silence import (
    PARTY_IN,
    Coverage,
    Met,
    Said,
    Told,
    judge_observed,
    judge_reported,
)

WINDOW = dt.timedelta(30)  # days before the last report in which an actor is looked for: about what a desk has in mind
SPEAKING = frozenset({ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.BODY, ActorKind.GROUP})


def silences(
    case: CaseFile,
    about: str | None = None,
    today: dt.date | None = None,
    window: dt.timedelta = WINDOW,
    actors: Actors | None = None,
) -> list[Silence]:
    """Reported silences of the whole case file, then those observed in the last days before `today`.

    `today` is the day of the last report if None. `about` is an actor by name: only its silences, and those of all who
    speak for it; it is then awaited, whatever it did before. Raises UnknownActor.
    """
    known, day = actors or load_actors(), today or last_day(case) or dt.datetime.now(dt.UTC).date()
    ids = actor_ids([about], known) if about else None
    with case.together():
        reported = judge_reported(told_in(case, ids, day))
        expected = [one for one in case.load_awaited() if ids is None or one.actor in ids]
        awaited = {one.actor for one in expected} | ({known.find(about).id} if about else set())
        wanted = sorted(awaited | (set() if about else parties(case, day - window, day, known)))
        reports = case.load_reports(day - window, day)
        kinfolk = Kinfolk(case)
        since = {one.actor: min(day - window, day_of(one.since) or day) for one in expected}
        observed = [
            observe(case, one, reports, since.get(one, day - window), day, known, kinfolk, one in awaited)
            for one in wanted
        ]
    return [*reported, *(silence for silence in observed if silence is not None)]


def expect(
    case: CaseFile,
    name: str,
    analyst: str,
    about: str = "",
    since: dt.date | None = None,
    now: dt.datetime | None = None,
) -> Awaited:
    """Expect words of an actor, by name, from a day on (None: the day of the last report). Raises UnknownActor."""
    moment = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
    begun = since or last_day(case) or moment.date()
    made = Awaited(load_actors().find(name).id, about, begun.isoformat(), analyst, moment.isoformat())
    case.save_awaited(made)
    return made


def expect_no_more(case: CaseFile, name: str, analyst: str, now: dt.datetime | None = None) -> int:
    """Expect no more words of an actor; how many expectations that were. Raises UnknownActor."""
    moment = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
    return case.drop_awaited(load_actors().find(name).id, analyst, moment.isoformat())


def silence_of(case: CaseFile, prefix: str) -> Silence:
    """A silence by the beginning of its id, as the case file tells or shows it today. Raises UnknownId."""
    found = [one for one in silences(case) if one.id.startswith(prefix.strip().lower())]
    if len(found) != 1:
        raise UnknownId(f"{len(found)} silences begin with {prefix!r}", "`foreigndesk silences` lists them")
    return found[0]


def told_in(case: CaseFile, ids: frozenset[str] | None, today: dt.date) -> list[Told]:
    """The silences that reports tell by a day, of these actors if any are given."""
    return [
        Told(silence, day)
        for silence, published in case.load_silences()
        if (day := day_of(published) or today) <= today and (ids is None or silence.actor in ids)
    ]


def parties(case: CaseFile, since: dt.date, today: dt.date, known: Actors) -> set[str]:
    """The states, bodies and groups that are parties to events in enough reports of some days."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for done in case.load_events(EventQuery(since=since, until=today)):
        for party in (*done.event.actor, *done.event.recipient):
            if party.actor:
                told[party.actor].add(done.report)
    return {
        one
        for one, reports in told.items()
        if len(reports) >= PARTY_IN and (actor := known.get(one)) is not None and actor.kind in SPEAKING
    }


def observe(
    case: CaseFile,
    one: str,
    reports: Iterable[Report],
    since: dt.date,
    today: dt.date,
    known: Actors,
    kinfolk: Kinfolk,
    awaited: bool,
) -> Silence | None:
    """Whether an actor has no statement in the case file for some days, though words were to be expected."""
    actor = known.get(one)
    if actor is None:
        return None
    ids = actor_ids([actor.name], known) | {one}
    said = []
    for told in case.load_statements(StatementQuery(speaker=ids, until=today)):
        day = day_told(told.statement.when, told.published)
        if day is not None and told.statement.force is not Force.DECLINE and told.statement.content:
            first = told.statement.content[0]
            said.append(Said(day, Cite(told.report, first.start, first.end)))
    met = []
    for query in (EventQuery(actor=frozenset({one}), since=since), EventQuery(recipient=frozenset({one}), since=since)):
        for done in case.load_events(query):
            day = day_told(done.event.when, done.published)
            if day is not None and done.event.auxiliary_mode not in NOT_HAPPENED:
                place = done.event.passage
                cite = Cite(done.report, place.start, place.end)
                met.append(Met(day, place.text, kinfolk.of(done.report).id, cite))
    found = coverage(reports, actor.country or (one if actor.kind is ActorKind.STATE else None))
    return judge_observed(one, actor.name, met, said, found, since, today, awaited=awaited)


def coverage(reports: Iterable[Report], country: str | None) -> Coverage:
    """How much of some days a case file holds."""
    kept = list(reports)
    outlets = {report.outlet or "" for report in kept} - {""}
    known = load_outlets()
    own = {
        report.outlet
        for report in kept
        if report.outlet and country and known.country_of(report.outlet, report.url) == country
    }
    return Coverage(len(kept), len(outlets), len(own))
