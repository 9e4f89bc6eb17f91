"""Questions put to a case file, and their answers as values that can be shown."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from foreigndesk.casefile import CaseFile, Done, EventQuery, StatementQuery, Told
from foreigndesk.errors import UnknownActor, UnknownId
from foreigndesk.lexicon.actors import Actors, load_actors
from foreigndesk.lexicon.roles import load_roles
from foreigndesk.model import (
    Actor,
    ActorKind,
    Cite,
    Event,
    Forecast,
    Kinship,
    Mention,
    Reading,
    Report,
    Statement,
    paragraphs,
)
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.listings import ActorCount, Entry, cite_of_event, cite_of_statement
from foreigndesk.showing.pages import (
    Page,
    page_of_event,
    page_of_forecast,
    page_of_kinship,
    page_of_paragraph,
    page_of_report,
    page_of_setback,
    page_of_statement,
)
from foreigndesk.showing.phrases import first_day, show_speaker
from foreigndesk.showing.reasons import Why, reasons_of, reasons_of_report, reasons_of_setback

Finding = Statement | Event | Forecast

# -- who is meant ------------------------------------------------------------------------------------------------------

# PLOVER sectors in which somebody acts for a state; a newspaper or a think tank of a country does not.
STATE_SECTORS = frozenset({"GOV", "MIL", "SPY", "LEG", "JUD", "COP"})


def actor_ids(names: Iterable[str], actors: Actors | None = None) -> frozenset[str]:
    """The ids of the actors that go by these names, with all who act for them; none for no names.

    For a state these are its bodies and the people in its service, for a body the people whose last post is there.
    Raises UnknownActor, with near names as hint.
    """
    known = actors or load_actors()
    ids = set[str]()
    for name in names:
        actor = known.find(name)
        ids |= {actor.id} | {one.id for one in known if acts_for(one, actor)}
        if actor.kind is ActorKind.STATE:
            # bodies that no table has, but that a report can name ("the Lao foreign ministry")
            bodies = (known.body_of(actor.id, role) for role in load_roles())
            ids |= {body.id for body in bodies if body is not None and acts_for(body, actor)}
    return frozenset(ids)


def acts_for(one: Actor, actor: Actor) -> bool:
    """Whether one is a body of that state, somebody in its service, or somebody whose last post is in that body."""
    if actor.kind is ActorKind.STATE:
        return one.country == actor.id and one.sector in STATE_SECTORS
    last = one.post_on(None)
    return last is not None and last.body == actor.id


def is_meant(mention: Mention, ids: frozenset[str]) -> bool:
    """Whether a mention is one of these actors; someone unknown goes with the country he or she belongs to."""
    return (mention.actor if mention.actor is not None else mention.country) in ids


# -- listings ----------------------------------------------------------------------------------------------------------


def statements(case: CaseFile, query: StatementQuery, speaker: str | None, about: Iterable[str] = ()) -> list[Told]:
    """The statements that the query asks for, by that speaker and about those actors if any are given.

    A speaker whom the desk does not know is looked for by name among those that the reports name. Raises UnknownActor.
    """
    query = replace(query, about=actor_ids(about) or None)
    if speaker is None:
        return case.load_statements(query)
    try:
        ids = actor_ids([speaker])
    except UnknownActor:
        told = case.load_statements(query)
        named = [one for one in told if one.statement.speaker.actor is None and goes_by(one.statement.speaker, speaker)]
        if not named and not any(goes_by(one.statement.speaker, speaker) for one in case.load_statements(ALL)):
            raise
        return named
    return [one for one in case.load_statements(query) if is_meant(one.statement.speaker, ids)]


ALL = StatementQuery(kind=None)


def goes_by(mention: Mention, name: str) -> bool:
    """Whether a mention has that name, in whatever case."""
    return show_speaker(mention).casefold() == name.strip().casefold()


def events(case: CaseFile, query: EventQuery, actor: Iterable[str] = (), recipient: Iterable[str] = ()) -> list[Done]:
    """The events that the query asks for, with these actors and recipients if any are given. Raises UnknownActor."""
    return case.load_events(replace(query, actor=actor_ids(actor) or None, recipient=actor_ids(recipient) or None))


def timeline(
    case: CaseFile, about: Iterable[str] = (), since: dt.date | None = None, until: dt.date | None = None
) -> list[Entry]:
    """Statements and events by day: those of the actors, about them or done to them, all if none are given.

    Raises UnknownActor.
    """
    ids = actor_ids(about)
    period = StatementQuery(since=since, until=until)
    said = [one for one in case.load_statements(period) if not ids or is_meant(one.statement.speaker, ids)]
    said += case.load_statements(replace(period, about=ids)) if ids else []
    told = {(one.report, one.statement.id): one for one in said}
    done = {
        (one.report, one.event.id): one
        for sides in (EventQuery(actor=ids or None), EventQuery(recipient=ids or None))
        for one in case.load_events(replace(sides, since=since, until=until))
    }
    entries = [Entry(first_day(one.statement.when, one.published), one, None) for one in told.values()]
    entries += [Entry(first_day(one.event.when, one.published), None, one) for one in done.values()]
    return sorted(entries, key=lambda entry: (entry.day or "9", entry.told is not None))


def actors(case: CaseFile) -> list[ActorCount]:
    """The known actors that the reports name, with counts, those that most reports name first."""
    naming, saying, doing = Counter[str](), Counter[str](), Counter[str]()
    for reading in case.load_readings():
        naming.update({name.actor for name in reading.names if name.actor})
        saying.update(one.speaker.actor for one in reading.statements if one.speaker.actor)
        for event in reading.events:
            doing.update({party.actor for party in (*event.actor, *event.recipient, *event.via) if party.actor})
    known = load_actors()
    found = [(known.get(actor_id), actor_id) for actor_id in {*naming, *saying, *doing}]
    counts = [ActorCount(actor, naming[one], saying[one], doing[one]) for actor, one in found if actor is not None]
    return sorted(counts, key=lambda one: (-one.reports, -one.events, -one.statements, one.actor.id))


def reports(
    case: CaseFile, since: dt.date | None = None, until: dt.date | None = None, text: str | None = None
) -> tuple[list[Report], Callable[[str], int], Callable[[str], int]]:
    """The reports, and what gives the number of statements and of events read in one of them.

    `text` are words that a report has all in one paragraph, or in its headline.
    """
    found = case.load_reports(since, until)
    if text is not None:
        having = {cite.report for cite in case.search_text(text)}
        found = [report for report in found if report.id in having]
    told = Counter(one.report for one in case.load_statements(ALL))
    done = Counter(one.report for one in case.load_events())
    return found, told.__getitem__, done.__getitem__


def labels(case: CaseFile, ids: Iterable[str]) -> Labels:
    """The labels of cites into these reports."""
    return Labels(report for one in dict.fromkeys(ids) if (report := case.load_report(one)) is not None)


# -- one thing ---------------------------------------------------------------------------------------------------------

# What people copy from a line: r-3ea2c3, r-3ea2c3:4, [r-3ea2c3 ¶4], s-0f9d2a.
ASKED = re.compile(
    r"\[?\s*(?P<id>[a-z]-[0-9a-f]+|[0-9a-f]+)\s*(?:[:¶]\s*¶?\s*(?P<paragraph>\d+))?\s*\]?", re.IGNORECASE
)


def passage_of(case: CaseFile, asked: str) -> Page:
    """The page of an id, a report's with a paragraph behind it if wanted ("r-3ea2c3:4"). Raises UnknownId."""
    parts = ASKED.fullmatch(asked.strip())
    found = case.find_id(parts["id"] if parts else asked)
    if found.kind == "setback":
        return page_of_setback(next(one for one in case.load_setbacks() if one.id == found.id))
    report = known_report(case, found.id if found.kind == "report" else found.report or "")
    if found.kind == "kinship":
        kinship = known_kinship(case, found.id)
        return page_of_kinship(report, kinship, case.load_report(kinship.creditor))
    reading = case.load_reading(report.id)
    number = parts["paragraph"] if parts else None
    if found.kind == "report":
        return paragraph_page(report, int(number)) if number else page_of_report(report, reading)
    match finding_in(reading, found.id):
        case Statement() as statement:
            return page_of_statement(report, statement)
        case Event() as event:
            return page_of_event(report, event)
        case Forecast() as forecast:
            return page_of_forecast(report, forecast)


def paragraph_page(report: Report, number: int) -> Page:
    """The page of a paragraph; raises UnknownId if the report has fewer."""
    try:
        return page_of_paragraph(report, number)
    except IndexError:
        last = len(paragraphs(report.text))
        raise UnknownId(f"{report.id} has no paragraph {number}", f"its paragraphs are 1 to {last}") from None


def reasons_for(case: CaseFile, asked: str) -> Why:
    """The reasons of what has an id, its cite and its reader. Raises UnknownId."""
    parts = ASKED.fullmatch(asked.strip())
    found = case.find_id(parts["id"] if parts else asked)
    if found.kind == "setback":
        setback = next(one for one in case.load_setbacks() if one.id == found.id)
        return Why(setback.id, "Setback", reasons_of_setback(setback), None, "")
    report = known_report(case, found.id if found.kind == "report" else found.report or "")
    if found.kind == "kinship":
        kinship = known_kinship(case, found.id)
        cite = Labels([report]).ref(kinship.shared[0].debtor) if kinship.shared else None
        return Why(kinship.id, "Kinship", kinship.reasons, cite, "")
    reading = case.load_reading(report.id)
    reader = reading.reader if reading else ""
    if found.kind == "report":
        return Why(report.id, "Report", reasons_of_report(report, reading), None, reader)
    finding = finding_in(reading, found.id)
    cite = Labels([report]).ref(cite_of(report.id, finding))
    return Why(finding.id, type(finding).__name__, reasons_of(finding), cite, reader)


def cite_of(report: str, finding: Finding) -> Cite:
    """Where a finding stands."""
    match finding:
        case Statement():
            return cite_of_statement(report, finding)
        case Event():
            return cite_of_event(report, finding)
        case Forecast():
            return Cite(report, finding.outcome.start, finding.outcome.end)


def known_report(case: CaseFile, report_id: str) -> Report:
    """The report of an id that the case file has given."""
    report = case.load_report(report_id)
    if report is None:
        raise UnknownId(f"the report {report_id} is no longer in {case.path}", "collect it again")
    return report


def known_kinship(case: CaseFile, kinship: str) -> Kinship:
    """The kinship of an id that the case file has given."""
    found = case.load_kinship(kinship)
    if found is None:
        raise UnknownId(f"{kinship} is no longer in {case.path}", "the report was placed again just now: ask once more")
    return found


def finding_in(reading: Reading | None, finding: str) -> Finding:
    """The statement, event or forecast of a reading that has the id."""
    found: Sequence[Finding] = (*reading.statements, *reading.events, *reading.forecasts) if reading else ()
    for one in found:
        if one.id == finding:
            return one
    raise UnknownId(f"{finding} is not in its report's reading", "the report was read again just now: ask once more")
