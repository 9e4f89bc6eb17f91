"""Readings -> Brief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from foreigndesk.model import Reading, Report, Setback, StatementKind
from foreigndesk.showing.brief.alike import speaker_key
from foreigndesk.showing.brief.doubts import find_doubts, left_out, spun_reports
from foreigndesk.showing.brief.events import choose_events
from foreigndesk.showing.brief.gather import Asked, ToldEvent, ToldStatement, events_asked, statements_asked
from foreigndesk.showing.brief.size import SHORT, Size
from foreigndesk.showing.brief.speakers import choose_speakers
from foreigndesk.showing.brief.value import (
    Brief,
    DeedCount,
    FindingPart,
    Numbers,
    ReportLine,
    SetbackLine,
    SpeakerPart,
    Subject,
    Voices,
)
from foreigndesk.showing.cites import Labels, Ref
from foreigndesk.showing.deeds import meaning
from foreigndesk.showing.words import clip, one_line

MOST_SETBACKS = 5
HEADLINE = 60  # cells: a report is told from the others in one line


def brief_of(
    readings: Iterable[Reading],
    setbacks: Sequence[Setback],
    name_of: Callable[[str], str],
    asked: Asked | None = None,
    size: Size = SHORT,
    known_ids: Iterable[str] = (),
) -> Brief:
    """The brief of the readings, as far as they were asked for. `name_of` gives the name of a known actor's id.

    `known_ids` are further reports that short ids must not be taken for. The same readings in the same order give the
    same brief.
    """
    asked = asked or Asked()
    known = list(known_ids)
    taken: list[Reading] = []
    undated = 0
    for reading in readings:  # one by one: those not asked for need not all be held at once
        known.append(reading.report.id)
        if asked.takes(reading.report):
            taken.append(reading)
        elif reading.report.published_day is None:
            undated += 1
    statements = [one for reading in taken for one in statements_asked(reading, asked)]
    events = [one for reading in taken for one in events_asked(reading, asked)]
    concerned = {one.report.id for one in statements} | {one.report.id for one in events}
    # Asked about nobody, every report counts, also one in which nothing was found.
    read = [reading for reading in taken if not asked.actors or reading.report.id in concerned]
    reports = [reading.report for reading in read]
    labels = Labels(reports, known)
    latest = max((day for report in reports if (day := report.published_day)), default=None)
    lines, more_events = choose_events(events, labels, latest, size)
    choice = choose_speakers(statements, labels, size)
    every = find_doubts(statements, events, reports, labels) + left_out(undated)
    # The brief says of each kind where to look and how much there is; a report that a machine spun is always shown.
    doubts = tuple(replace(doubt, lines=doubt.lines[: size.doubts]) for doubt in every)
    doubts += tuple(replace(one, lines=one.lines[: max(size.doubts, 1)]) for one in spun_reports(read, labels))
    parts = (*choice.named, *choice.unnamed)
    refs = [
        *(ref for line in lines for ref in line.cites),
        *(ref for part in parts for line in part.lines for ref in line.cites),
        *(ref for doubt in doubts for line in doubt.lines for ref in line.cites),
    ]
    return Brief(
        about=asked.names,
        since=asked.since.isoformat() if asked.since else None,
        numbers=count_all(read, reports, statements, events, len(setbacks)),
        subjects=find_subjects(read, statements, events, name_of, size.subjects),
        deeds=count_deeds(events),
        events=tuple(lines),
        more_events=more_events,
        speakers=choice.named,
        more_speakers=choice.more_named,
        unnamed=choice.unnamed,
        more_unnamed=choice.more_unnamed,
        doubts=doubts,
        setbacks=tuple(SetbackLine(one.id, one.path, one.what, one.hint) for one in setbacks[:MOST_SETBACKS]),
        more_setbacks=max(len(setbacks) - MOST_SETBACKS, 0),
        reports=report_lines(reports, refs, labels),
        made_from=tuple(report.id for report in reports),
        readers=tuple(sorted({reading.reader for reading in read})),
        full=size is not SHORT,
    )


def count_all(
    readings: Sequence[Reading],
    reports: Sequence[Report],
    statements: Sequence[ToldStatement],
    events: Sequence[ToldEvent],
    setbacks: int,
) -> Numbers:
    """How much there is of everything, each statement and event counted as often as it is told."""
    days = sorted(day.isoformat() for report in reports if (day := report.published_day))
    said = [one.statement for one in statements if one.statement.kind is StatementKind.STATEMENT]
    keys = {speaker_key(statement) for statement in said}
    return Numbers(
        reports=len(reports),
        outlets=len({report.outlet for report in reports if report.outlet}),
        statements=len(said),
        speakers=sum(kind == "named" for kind, _ in keys),
        attitudes=len(statements) - len(said),
        events=len(events),
        forecasts=sum(len(reading.forecasts) for reading in readings),
        setbacks=setbacks,
        days=(days[0], days[-1]) if days else None,
    )


def find_subjects(
    readings: Sequence[Reading],
    statements: Sequence[ToldStatement],
    events: Sequence[ToldEvent],
    name_of: Callable[[str], str],
    most: int,
) -> tuple[Subject, ...]:
    """The known actors that most reports name, of equals those with part in more events."""
    naming = Counter(actor for one in readings for actor in {name.actor for name in one.names if name.actor})
    saying = Counter(one.statement.speaker.actor for one in statements if one.statement.speaker.actor)
    doing = Counter(
        actor
        for one in events
        for actor in {party.actor for party in (*one.event.actor, *one.event.recipient, *one.event.via) if party.actor}
    )
    known = sorted({*naming, *saying, *doing}, key=lambda actor: (-naming[actor], -doing[actor], -saying[actor], actor))
    return tuple(Subject(actor, name_of(actor), naming[actor], saying[actor], doing[actor]) for actor in known[:most])


def count_deeds(events: Sequence[ToldEvent]) -> tuple[DeedCount, ...]:
    """The types of all events, the most frequent first."""
    counted = Counter(one.event.type for one in events)
    ranked = sorted(counted, key=lambda kind: (-counted[kind], kind))
    return tuple(DeedCount(kind, meaning(kind), counted[kind]) for kind in ranked)


def report_lines(reports: Sequence[Report], refs: Iterable[Ref], labels: Labels) -> tuple[ReportLine, ...]:
    """The reports that are cited, by date."""
    cited = {ref.report for ref in refs}
    return tuple(
        ReportLine(
            id=report.id,
            short=labels.short[report.id],
            published=report.published,
            published_by=report.published_by,
            outlet=report.outlet,
            wire=report.wire,
            headline=clip(report.headline or first_words(report), HEADLINE),
        )
        for report in sorted(reports, key=lambda report: (report.published or "9", report.id))
        if report.id in cited
    )


def first_words(report: Report) -> str:
    """What stands for a headline that was not found."""
    return one_line(report.text[: 4 * HEADLINE]) or report.path


def with_voices(brief: Brief, voices_of: Callable[[str], Voices | None]) -> Brief:
    """The brief with the voices behind each line, by the id of its statement or event; None for one not counted."""
    events = tuple(replace(line, voices=voices_of(line.id)) for line in brief.events)
    return replace(
        brief,
        events=events,
        speakers=tuple(part_with_voices(part, voices_of) for part in brief.speakers),
        unnamed=tuple(part_with_voices(part, voices_of) for part in brief.unnamed),
    )


def with_parts(brief: Brief, parts: tuple[FindingPart, ...], reports: Iterable[Report], labels: Labels) -> Brief:
    """The brief with what weighing found; `reports` are those that its parts cite, `labels` those of all."""
    cited = {line.id for line in brief.reports}
    refs = [ref for part in parts for line in part.lines for ref in line.cites if ref.report not in cited]
    lines = (*brief.reports, *report_lines(list(reports), refs, labels))
    return replace(brief, parts=parts, reports=tuple(sorted(lines, key=lambda line: (line.published or "9", line.id))))


def part_with_voices(part: SpeakerPart, voices_of: Callable[[str], Voices | None]) -> SpeakerPart:
    """A speaker's part with the voices behind each line."""
    return replace(part, lines=tuple(replace(line, voices=voices_of(line.id)) for line in part.lines))
