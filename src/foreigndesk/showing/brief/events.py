"""The course of events: which of them a brief shows, by date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from foreigndesk.model import Cite, Statement, day_of
from foreigndesk.showing.brief.alike import alike_events, count_reports
from foreigndesk.showing.brief.gather import ToldEvent
from foreigndesk.showing.brief.size import SHORT, Size
from foreigndesk.showing.brief.value import EventLine
from foreigndesk.showing.brief.words import dateline_end
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.deeds import is_material, plain
from foreigndesk.showing.listings import cite_of_event
from foreigndesk.showing.phrases import (
    SOURCINGS,
    UNNAMED,
    first_day,
    is_named,
    show_day,
    show_parties,
    show_speaker,
    show_when,
)
from foreigndesk.showing.words import clip, clip_around

LINE = 110  # cells of a sentence: little more than a line of a wide terminal, two of a printed page

NAME = 40  # cells of a speaker's name or description where it is not the heading

# These happened or are planned; what might be, was denied or is long past belongs to `foreigndesk events`.
SHOWN_MODES = frozenset({None, "future"})

Group = tuple[ToldEvent, ...]


def choose_events(
    told: Sequence[ToldEvent], labels: Labels, latest: dt.date | None, size: Size = SHORT
) -> tuple[list[EventLine], int]:
    """The lines of the most important events in the order of their days, and how many others there are.

    Few of one type between the same parties are kept, lest one war or one round of talks take every line.
    """
    groups = alike_events(told)
    shown = [group for group in groups if group[0].event.auxiliary_mode in SHOWN_MODES]
    newest_first = sorted(shown, key=day_of_event, reverse=True)
    ranked = sorted(newest_first, key=lambda group: -event_points(group, latest))
    kept: list[Group] = []
    alike: dict[tuple[str, str, str], int] = {}
    for group in ranked:
        event = group[0].event
        pair = (event.type, show_parties(event.actor), show_parties(event.recipient))
        alike[pair] = alike.get(pair, 0) + 1
        if alike[pair] <= size.alike and len(kept) < size.events:
            kept.append(group)
    lines = sorted((event_line(group, labels) for group in kept), key=lambda line: (line.day, not line.dated))
    return lines, len(groups) - len(kept)


def event_points(group: Group, latest: dt.date | None) -> float:
    """How important an event is to a brief: more reports, deeds over words, both sides known, dated, recent.

    The weights are an editor's order of preference, not measured: a second and third report outweigh the kind of deed,
    that outweighs being recent, and each of the others only breaks ties.
    """
    event = group[0].event
    day = day_of(day_of_event(group))
    age = (latest - day).days if latest and day else None
    return (
        3.0 * (min(count_reports(group), 3) - 1)
        + 2.0 * is_material(event.type)
        + recency(age)
        + 0.5 * bool(event.recipient)
        + 0.5 * bool(event.when and event.when.earliest)
        - 0.5 * bool(event.uncertain)
        - 0.5 * only_unnamed(group)
    )


def day_of_event(group: Group) -> str:
    """The first day the event can have been, else the day of its report; "" for none."""
    return first_day(group[0].event.when, group[0].report.published)


def recency(age: int | None) -> float:
    """1.5 in the last week of the reports (and for what lies ahead), 0.75 in the last month, else nothing."""
    if age is None or age > 31:
        return 0.0
    return 1.5 if age <= 7 else 0.75


def only_unnamed(group: Group) -> bool:
    """Whether every report that tells the event has it from speakers it does not name."""
    return all(one.under is not None and one.under.sourcing.kind in UNNAMED for one in group)


def event_line(group: Group, labels: Labels) -> EventLine:
    """An event as a line of the brief, in the words of the report that tells it first."""
    first = group[0]
    event, under = first.event, first.under
    words = event.passage.text
    lead = dateline_end(words)
    start, end = event.trigger.start - event.passage.start, event.trigger.end - event.passage.start
    stated = show_when(event.when)
    return EventLine(
        id=event.id,
        when=stated or (f"by {show_day(first.report.published)}" if first.report.published else "undated"),
        day=day_of_event(group),
        dated=bool(stated),
        actor=show_parties(event.actor),
        recipient=show_parties(event.recipient),
        via=show_parties(event.via),
        type=event.type,
        deed=plain(event),
        text=clip_around(words[lead:], max(start - lead, 0), max(end - lead, 0), LINE),
        told_by=teller(under) if under else None,
        reports=count_reports(group),
        cites=tuple(dict.fromkeys(labels.ref(cite) for one in group for cite in cites_of(one))),
    )


def cites_of(told: ToldEvent) -> list[Cite]:
    """Every sentence of its report that tells an event, the one it is read from first."""
    also = [Cite(told.report.id, place.start, place.end) for place in told.event.also]
    return [cite_of_event(told.report.id, told.event), *also]


def teller(statement: Statement) -> str:
    """Whose statement an event stands under, with how the speaker is described if not by name."""
    name = clip(show_speaker(statement.speaker), NAME)
    return name if is_named(statement) else f"{name}, {SOURCINGS[statement.sourcing.kind]}"
