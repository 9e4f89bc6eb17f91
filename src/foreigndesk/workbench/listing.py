"""Statements and events as lines of a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from foreigndesk.showing.cites import Labels, Ref
from foreigndesk.showing.deeds import plain
from foreigndesk.showing.listings import Done, Entry, Told, cite_of_event, cite_of_statement
from foreigndesk.showing.phrases import (
    first_day,
    show_act,
    show_content,
    show_day,
    show_dyad,
    show_hedges,
    show_parties,
    show_sourcing,
    show_speaker,
    show_when,
)
from foreigndesk.showing.words import clip

LONG = 400  # cells of a content in a list


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its id, day, who, what they do, the words, how sourced and hedged, and its cite."""

    id: str
    kind: str
    day: str
    who: str
    actor: str | None
    does: str
    words: str
    sourcing: str
    hedges: str
    ref: Ref


def statement_lines(told: Iterable[Told], labels: Labels) -> list[Line]:
    """Statements as lines, in the order given."""
    return [
        Line(
            one.statement.id,
            "statement",
            show_day(first_day(one.statement.when, one.published)),
            clip(show_speaker(one.statement.speaker), 80),
            one.statement.speaker.actor or one.statement.speaker.name,
            show_act(one.statement),
            clip(show_content(one.statement), LONG),
            show_sourcing(one.statement.sourcing),
            show_hedges(one.statement),
            labels.ref(cite_of_statement(one.report, one.statement)),
        )
        for one in told
    ]


def event_lines(done: Iterable[Done], labels: Labels) -> list[Line]:
    """Events as lines, in the order given."""
    return [
        Line(
            one.event.id,
            "event",
            show_when(one.event.when) or f"by {show_day(one.published)}",
            show_dyad(
                show_parties(one.event.actor) or "–", show_parties(one.event.recipient), show_parties(one.event.via)
            ),
            None,
            plain(one.event),
            clip(one.event.passage.text, LONG),
            "",
            one.event.uncertain or "",
            labels.ref(cite_of_event(one.report, one.event)),
        )
        for one in done
    ]


def entry_lines(entries: Iterable[Entry], labels: Labels) -> list[Line]:
    """Statements and events in one course."""
    lines = []
    for entry in entries:
        lines += statement_lines([entry.told], labels) if entry.told is not None else []
        lines += event_lines([entry.done], labels) if entry.done is not None else []
    return lines
