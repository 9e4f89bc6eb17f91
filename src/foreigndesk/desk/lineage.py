"""The errand of "who actually says this?": kin, lineages, the voices behind a content, and its grade."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foreigndesk.casefile import CaseFile, EventQuery, Told
from foreigndesk.desk.answer import actor_ids, finding_in
from foreigndesk.errors import UnknownId
from foreigndesk.lexicon.actors import Actors, load_actors
from foreigndesk.lexicon.outlets import load_outlets
from foreigndesk.model import (
    Cite,
    Event,
    Force,
    Grade,
    Kinship,
    KinshipKind,
    Lineage,
    Party,
    Reading,
    Reliability,
    Report,
    SourcingKind,
    Span,
    Statement,
    VoiceCount,
    day_told,
    name_id,
)
from foreigndesk.weighing.contents import (
    SAME,
    SAME_AMONG_KIN,
    Content,
    agrees,
    content_of,
    content_of_event,
    content_of_statement,
    contradicts,
    telling_words,
)
from foreigndesk.weighing.grades import judge_grade
from foreigndesk.weighing.lineages import families, judge_lineage
from foreigndesk.weighing.voices import Telling, judge_voices, speaker_label

# Statements looked at for the same content: those with the most and rarest of its words. A content with more tellings
# than this has more voices than anybody counts.
MOST_ALIKE = 400
MOST_PASSAGES = 60  # paragraphs: their reports are read whole to see what stands outside of statements
# Who asks, or declines to say, does not say it.
NOT_SAYING = frozenset({Force.ASK, Force.DECLINE})
NEIGHBOURS = 256  # readings kept at hand while the voices of one brief are counted
DAYS_APART = 1  # two reports date one event by their own zones
LETTERS = "ABCDEF"


class Kinfolk:
    """The lineages of one case file as it stands when this is made."""

    def __init__(self, case: CaseFile) -> None:
        """Gather who is tied to whom."""
        self._case = case
        ties = [(tie.debtor, tie.creditor) for tie in case.load_ties() if tie.kind != KinshipKind.QUOTES]
        self._families = families(ties)
        self._family = {report: family for family in self._families for report in family}
        self._judged: dict[frozenset[str], Lineage] = {}
        self.reading = functools.lru_cache(maxsize=NEIGHBOURS)(case.load_reading)

    def of(self, report: str) -> Lineage:
        """The lineage of a report; of one without kin, itself alone. Raises UnknownId for a report that is not kept."""
        return self.judge(self._family.get(report, frozenset({report})))

    def id_of(self, report: str) -> str:
        """The id of a report's lineage; a report without kin need not be looked at for it."""
        family = self._family.get(report)
        return self.judge(family).id if family else name_id("l", report)

    def judge(self, family: frozenset[str]) -> Lineage:
        """The lineage of a family of reports."""
        if family not in self._judged:
            reports = [report for one in sorted(family) if (report := self._case.load_report(one))]
            if not reports:
                raise UnknownId(f"no report {min(family)} in {self._case.path}", "`foreigndesk reports` lists them")
            ties = {tie.id: tie for one in family for tie in self._case.load_kinships(one)} if len(family) > 1 else {}
            self._judged[family] = judge_lineage(reports, ties.values())
        return self._judged[family]

    def several(self) -> Iterator[Lineage]:
        """The lineages of two reports and more, the largest first."""
        return map(self.judge, self._families)


def lineages(case: CaseFile) -> list[Lineage]:
    """The lineages of two reports and more, the largest first."""
    return list(Kinfolk(case).several())


def kin(case: CaseFile, report: str) -> tuple[Report, list[Kinship], dict[str, Report]]:
    """A report by the beginning of its id, its kinships, the closest first, and the reports on their other side.

    Raises UnknownId for an id that nothing, several things or something else than a report has.
    """
    found = load_one(case, report)
    kinships = case.load_kinships(found.id)
    others = {other for tie in kinships for other in (tie.debtor, tie.creditor)} - {found.id}
    return found, kinships, {one.id: one for other in others if (one := case.load_report(other))}


def load_one(case: CaseFile, prefix: str) -> Report:
    """The report that the beginning of an id means. Raises UnknownId."""
    found = case.find_id(prefix)
    report = case.load_report(found.id) if found.kind == "report" else None
    if report is None:
        raise UnknownId(f"{prefix} is a {found.kind}, not a report", "name a report: its id begins with r-")
    return report


# -- voices ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """What a count is asked for: the id, and the statement or event it belongs to in its reading."""

    id: str
    reading: Reading
    statement: Statement | None
    event: Event | None


def voices(case: CaseFile, prefix: str, actors: Actors | None = None, kinfolk: Kinfolk | None = None) -> VoiceCount:
    """How many independent voices stand behind a statement's content or an event, by the beginning of its id.

    `kinfolk` saves gathering the lineages again for each of several. Raises UnknownId.
    """
    asked = asked_for(case, prefix)
    tellings, _ = tellings_of(case, asked, kinfolk or Kinfolk(case))
    return judge_voices(asked.id, tellings, actors or load_actors())


def grade(case: CaseFile, prefix: str, actors: Actors | None = None) -> Grade:
    """The Admiralty grade suggested for a statement's content or an event. Raises UnknownId."""
    asked = asked_for(case, prefix)
    tellings, against = tellings_of(case, asked, Kinfolk(case))
    count = judge_voices(asked.id, tellings, actors or load_actors())
    told = [one.statement.sourcing.kind if one.statement else SourcingKind.MEDIA for one in tellings]
    contradicted = [
        (one.statement.sourcing.kind, one.cite, speaker_label(one.statement)) for one in against if one.statement
    ]
    letters = {one.of: one.letter for one in case.load_reliabilities()}
    subject = subject_of(asked)
    return judge_grade(count, told, contradicted, letters.get(subject, "F") if subject else "F")


def subject_of(asked: Asked) -> str | None:
    """Whose reliability counts for a content: its speaker's if known, else the outlet's."""
    if asked.statement is not None and asked.statement.speaker.actor:
        return f"speaker:{asked.statement.speaker.actor}"
    return f"outlet:{asked.reading.report.outlet}" if asked.reading.report.outlet else None


def asked_for(case: CaseFile, prefix: str) -> Asked:
    """The statement or event that the beginning of an id means. Raises UnknownId."""
    found = case.find_id(prefix)
    reading = case.load_reading(found.report) if found.report else None
    finding = finding_in(reading, found.id) if found.kind in {"statement", "event"} else None
    if reading is not None and isinstance(finding, Statement):
        return Asked(found.id, reading, finding, None)
    if reading is not None and isinstance(finding, Event):
        return Asked(found.id, reading, None, finding)
    raise UnknownId(f"{found.id} is a {found.kind}", "voices stand behind statements (s-) and events (e-)")


def tellings_of(case: CaseFile, asked: Asked, kinfolk: Kinfolk) -> tuple[list[Telling], list[Telling]]:
    """Where the content asked about is told, and where its opposite is said, each place once."""
    if asked.statement is None:
        return list(tellings_of_event(case, asked, kinfolk)), []
    content, words = content_of_statement(asked.statement), telling_words(asked.statement.words)
    alike = aligned(case, asked)
    told = {asked.id: telling(asked.reading.report, kinfolk, asked.statement)}
    against: dict[str, Telling] = {}
    for one in case.load_alike(words, MOST_ALIKE):
        other = content_of_statement(one.statement)
        same = agrees(content, other, SAME_AMONG_KIN if covered(one, alike) else SAME)
        if one.statement.force in NOT_SAYING or one.statement.id in told or not (same or contradicts(content, other)):
            continue
        report = case.load_report(one.report)
        if report is not None:
            (told if same else against)[one.statement.id] = telling(report, kinfolk, one.statement)
    plain = plain_tellings(case, content, words, kinfolk)
    return [*told.values(), *plain], list(against.values())


def telling(report: Report, kinfolk: Kinfolk, statement: Statement) -> Telling:
    """A statement as a place where its content is told."""
    first, last = statement.content[0], statement.content[-1]
    return Telling(report, kinfolk.of(report.id), Span(first.start, last.end), statement)


def plain_tellings(case: CaseFile, content: Content, words: Iterable[str], kinfolk: Kinfolk) -> Iterator[Telling]:
    """Sentences outside of any statement that tell a content."""
    for report in dict.fromkeys(cite.report for cite in case.search_any(words, MOST_PASSAGES)):
        reading = kinfolk.reading(report)
        if reading is None:
            continue
        said = [Span(part.start, part.end) for one in reading.statements for part in one.content]
        for sentence in reading.sentences:
            if any(sentence.touches(part) for part in said):
                continue
            other = content_of(reading.report.text[sentence.start : sentence.end])
            if agrees(content, other):
                yield Telling(reading.report, kinfolk.of(report), sentence)


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
    return Telling(reading.report, kinfolk.of(reading.report.id), place, under)


def keys_of(parties: Iterable[Party]) -> frozenset[str]:
    """What parties may be asked for by."""
    return frozenset(key for party in parties for key in (party.actor, party.country) if key)


# -- letters -----------------------------------------------------------------------------------------------------------


def give_letter(
    case: CaseFile, subject: str, letter: str, analyst: str, note: str = "", now: dt.datetime | None = None
) -> Reliability:
    """Keep the letter an analyst gives an outlet, or a known speaker; it comes back as kept.

    `subject` is an outlet's or actor's name. Raises UnknownActor if it is neither, ValueError for no letter A to F.
    """
    if letter.upper() not in LETTERS:
        raise ValueError(f"{letter!r} is no letter of the Admiralty code")
    given = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).isoformat(timespec="seconds")
    made = Reliability(subject_named(case, subject), letter.upper(), analyst, given, note)
    case.save_reliability(made)
    return made


def subject_named(case: CaseFile, name: str) -> str:
    """What a letter is kept for: an outlet of the case file or the tables, else a known actor. Raises UnknownActor."""
    outlets = {report.outlet for report in case.load_reports() if report.outlet}
    if name in outlets:
        return f"outlet:{name}"
    known = load_outlets().named(name)
    if known is not None:
        return f"outlet:{known.name}"
    actor_ids([name])
    return f"speaker:{load_actors().find(name).id}"
