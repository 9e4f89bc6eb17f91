"""Where a content is told again, and where its opposite is: in statements, in plain sentences, in events."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from foreigndesk.casefile import CaseFile, EventQuery, Told
from foreigndesk.desk.kinfolk import Kinfolk
from foreigndesk.model import Cite, Event, Party, Reading, Report, Span, Statement, day_told
from foreigndesk.weighing.contents import (
    AHEAD,
    Content,
    agrees,
    closenesses_to,
    content_of,
    content_of_event,
    polarity_of_same,
    telling_words,
    told_as,
)
from foreigndesk.weighing.origins import Telling, is_seen
from foreigndesk.weighing.polarity import Polarity
from foreigndesk.weighing.telling import says

# Statements looked at for the same content: those with the most and rarest of its words. A content with more tellings
# than this has more voices than anybody counts.
MOST_ALIKE = 400
MOST_PASSAGES = 60  # paragraphs: their reports are read whole to see what stands outside of statements
DAYS_APART = 1  # two reports date one event by their own zones
EMPTY: Mapping[str, Telling] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Asked:
    """What a count is asked for: the id, and the statement or event it belongs to in its reading."""

    id: str
    reading: Reading
    statement: Statement | None
    event: Event | None


def tellings_of(case: CaseFile, asked: Asked, kinfolk: Kinfolk) -> tuple[list[Telling], list[Telling]]:
    """Where the content asked about is told, and where its opposite is said, each place once."""
    if asked.statement is None:
        return list(tellings_of_event(case, asked, kinfolk)), []
    content = kinfolk.gists.statement(asked.statement)
    first = {asked.id: telling(asked.reading.report, kinfolk, asked.statement)}
    return told_again(case, content, kinfolk, first, aligned(case, asked))


def told_again(
    case: CaseFile, content: Content, kinfolk: Kinfolk, first: Mapping[str, Telling] = EMPTY, alike: Sequence[Cite] = ()
) -> tuple[list[Telling], list[Telling]]:
    """Where a content is told, beside the tellings that come first, and where its opposite is said.

    `alike` are passages of kin that stand where it stands: there less in common will do.
    """
    words = telling_words(content.text)
    told, against = dict(first), dict[str, Telling]()
    found = [one for one in case.load_alike(words, MOST_ALIKE) if one.statement.id not in told and says(one.statement)]
    kinfolk.gists.make_ready(told_as(one.statement) for one in found)
    others = [kinfolk.gists.statement(one.statement) for one in found]
    for one, other, close in zip(found, others, closenesses_to(content, others), strict=True):
        if only_supposes(other, content):
            continue
        side = polarity_of_same(content, other, among_kin=covered(one, alike), close=close)
        report = case.load_report(one.report) if side is not None else None
        if report is not None:
            (told if side is Polarity.AGREE else against)[one.statement.id] = telling(report, kinfolk, one.statement)
    return [*told.values(), *plain_tellings(case, content, words, kinfolk)], list(against.values())


def only_supposes(content: Content, asked: Content) -> bool:
    """Whether a content supposes or foretells what the one that is asked about says is so.

    >>> only_supposes(content_of("if they cross it, war will come"), content_of("troops crossed the border"))
    True
    """
    return (content.supposes and not asked.supposes) or (content.force in AHEAD and not asked.foretells)


def telling(report: Report, kinfolk: Kinfolk, statement: Statement) -> Telling:
    """A statement as a place where its content is told."""
    first, last = statement.content[0], statement.content[-1]
    return kinfolk.telling(report, statement, Span(first.start, last.end))


def plain_tellings(case: CaseFile, content: Content, words: Iterable[str], kinfolk: Kinfolk) -> Iterator[Telling]:
    """Sentences outside of any statement that tell a content; of what the reporter saw, also in one of their parts."""
    for report in dict.fromkeys(cite.report for cite in case.search_any(words, MOST_PASSAGES)):
        reading = kinfolk.reading(report)
        if reading is None:
            continue
        said = [Span(part.start, part.end) for one in reading.statements for part in one.content]
        for sentence in reading.sentences:
            if any(sentence.touches(part) for part in said):
                continue
            printed = reading.report.text[sentence.start : sentence.end]
            # a part is enough where the reporter saw it; else it is too easily the lead of what somebody is named for
            parts = parts_of(printed) if is_seen(reading.report, sentence) else [printed]
            if any(agrees(content, content_of(part)) for part in parts):
                yield kinfolk.telling(reading.report, None, sentence)


# Where a sentence goes on to something else: "The bridge was destroyed: two spans lie in the water".
PART = re.compile(r"[:;]\s|\s[–—-]+\s|,\s(?:and|but|as|while|which|where|when|who)\s")


def parts_of(sentence: str) -> list[str]:
    """A sentence, and its parts where it has several.

    >>> parts_of("The bridge was destroyed: two spans lie in the water.")
    ['The bridge was destroyed: two spans lie in the water.', 'The bridge was destroyed', 'two spans lie in the water.']
    """
    parts = PART.split(sentence)
    return [sentence, *parts] if len(parts) > 1 else [sentence]


def aligned(case: CaseFile, asked: Asked) -> list[Cite]:
    """The passages of kin that stand where the content asked about stands in its own report."""
    if asked.statement is None:
        return []
    places = [Span(passage.start, passage.end) for passage in asked.statement.content]
    found = []
    for tie in case.load_kinships(asked.reading.report.id):
        for shared in tie.shared:
            here, there = (shared.debtor, shared.creditor)
            if here.report != asked.reading.report.id:
                here, there = there, here
            if any(Span(here.start, here.end).touches(place) for place in places):
                found.append(there)
    return found


def covered(told: Told, passages: Iterable[Cite]) -> bool:
    """Whether a content lies for the most part in one of the passages."""
    first = told.statement.content[0]
    length = first.end - first.start
    return any(
        cite.report == told.report and 2 * (min(cite.end, first.end) - max(cite.start, first.start)) > length
        for cite in passages
    )


def tellings_of_event(case: CaseFile, asked: Asked, kinfolk: Kinfolk) -> Iterator[Telling]:
    """Where the same deed is told: same type, a party on each side in common, dated within a day, and alike words."""
    event, report = asked.event, asked.reading.report
    if event is None:
        return
    yield deed(asked.reading, event, kinfolk)
    content, day = content_of_event(event), day_told(event.when, report.published)
    query = EventQuery(
        actor=keys_of(event.actor) or None,
        recipient=keys_of(event.recipient) or None,
        types=frozenset({event.type}),
        since=day - dt.timedelta(DAYS_APART) if day else None,
        until=day + dt.timedelta(DAYS_APART) if day else None,
    )
    for one in case.load_events(query):
        if one.report == report.id or not agrees(content, content_of_event(one.event)):
            continue
        reading = kinfolk.reading(one.report)
        if reading is not None:
            yield deed(reading, one.event, kinfolk)


def deed(reading: Reading, event: Event, kinfolk: Kinfolk) -> Telling:
    """An event as a place where it is told, with the statement that tells it."""
    under = next((one for one in reading.statements if one.id == event.statement), None) if event.statement else None
    place = Span(event.passage.start, event.passage.end)
    return kinfolk.telling(reading.report, under, place)


def keys_of(parties: Iterable[Party]) -> frozenset[str]:
    """What parties may be asked for by."""
    return frozenset(key for party in parties for key in (party.actor, party.country) if key)
