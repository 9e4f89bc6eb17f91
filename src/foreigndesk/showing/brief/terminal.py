"""The brief on a screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from foreigndesk.showing.brief.size import FULL, SHORT
from foreigndesk.showing.brief.value import (
    Brief,
    DoubtPart,
    EventLine,
    FindingLine,
    FindingPart,
    SpeakerPart,
    StatementLine,
)
from foreigndesk.showing.brief.words import (
    BY_DAY,
    asked_words,
    counts_words,
    deeds_words,
    descriptor_words,
    event_head,
    needs_by,
    report_words,
    subject_words,
    told_words,
)
from foreigndesk.showing.cites import Ref
from foreigndesk.showing.painting import show_on
from foreigndesk.showing.screen import Screen
from foreigndesk.showing.words import clean

MOST_CITES = 3  # on one line; `show` of the line's first cite leads to the others

INDENT = 2


def show_brief(brief: Brief, screen: Screen | None = None) -> str:
    """The brief as text for a screen, ending in a line break."""
    parts: list[RenderableType] = [Text(f"Brief: {asked_words(brief)}", style="bold"), Text(counts_words(brief))]
    parts += findings(brief, FIRST)
    parts += section("The course of events", events_part(brief))
    parts += findings(brief, AFTER_EVENTS)
    parts += section("Who and what", list(who_and_what(brief)))
    parts += section("Who said what", speakers_part(brief.speakers, brief.more_speakers, "speakers"))
    parts += section("Others, as they are described", speakers_part(brief.unnamed, brief.more_unnamed, "descriptions"))
    parts += section("What is uncertain", [row for part in brief.doubts for row in doubt_part(part)])
    parts += section("What could not be read", list(setback_rows(brief)))
    parts += section("What this rests on", [indented(Text(clean(brief.summary.words)))] if brief.summary else [])
    parts += section("Reports cited", list(report_rows(brief)))
    return show_on(screen or Screen(), *parts)


# What is new comes first; the other findings behind the course of events.
FIRST = frozenset({"news"})
AFTER_EVENTS = frozenset({"claims", "contests", "watch", "silences", "relations"})


def findings(brief: Brief, names: frozenset[str]) -> list[RenderableType]:
    """The parts of these names that rest on weighing."""
    return [row for part in brief.parts if part.name in names for row in section(part.title, list(finding_rows(part)))]


def finding_rows(part: FindingPart) -> Iterator[RenderableType]:
    """What weighing found, a paragraph each."""
    for line in part.lines:
        if part.apart:
            yield indented(finding_text(replace(line, notes=())))
            yield from (indented(Text(f"· {clean(note)}"), 2 * INDENT) for note in line.notes)
        else:
            yield indented(finding_text(line))
    if part.note:
        yield indented(Text(clean(part.note), style="dim"))
    if part.more:
        yield indented(Text(f"and {part.more:,} more: {part.look_up}", style="dim"))


def finding_text(line: FindingLine) -> Text:
    """A finding: its head, what it is about, what else to know, where it stands."""
    head = f"{clean(line.head)}: " if line.head and line.text else clean(line.head)
    notes = "".join(f"; {clean(note)}" for note in line.notes)
    return Text.assemble("- ", (head, "bold"), clean(line.text), notes, " ", cites_text(line.cites))


def section(title: str, rows: list[RenderableType]) -> list[RenderableType]:
    """A heading with what stands under it; nothing where there is nothing."""
    return [Text(), Text(title.upper(), style="bold"), *rows] if rows else []


def who_and_what(brief: Brief) -> Iterator[RenderableType]:
    """The actors most reports name, and the sorts of events."""
    for subject in brief.subjects:
        yield indented(Text.assemble((clean(subject.name), "bold"), f": {subject_words(subject)}"))
    if brief.deeds:
        yield indented(Text(f"Events: {deeds_words(brief)}"))


def events_part(brief: Brief) -> list[RenderableType]:
    """The events by date, the date in a column of its own."""
    if not brief.events:
        return []
    grid = Grid.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(min_width=10, max_width=24)
    grid.add_column(ratio=1)
    for line in brief.events:
        grid.add_row(Text(line.when), event_cell(line))
    more = [f"and {brief.more_events:,} more: foreigndesk events"] if brief.more_events else []
    notes = [*more, *([BY_DAY] if needs_by(brief) else [])]
    return [indented(grid), *(indented(Text(note, style="dim")) for note in notes)]


def event_cell(line: EventLine) -> RenderableType:
    """An event: who, whom and what; the sentence; whose word it is; where it stands."""
    head = Text(event_head(line), style="bold")
    told = f" (told by {clean(line.told_by)})" if line.told_by else ""
    return Group(head, Text.assemble(line.text, told, " ", cites_text(line.cites, told_words(line))))


def speakers_part(parts: tuple[SpeakerPart, ...], more: int, noun: str) -> list[RenderableType]:
    """Speakers with what they said."""
    rows: list[RenderableType] = []
    for part in parts:
        described = f" ({clean(part.described)})" if part.described else ""
        rows.append(indented(Text.assemble((clean(part.name), "bold"), described)))
        rows += [indented(statement_text(line), 2 * INDENT) for line in part.lines]
        if part.more:
            rows.append(indented(Text(f"and {part.more:,} more: {clean(part.look_up)}", style="dim"), 2 * INDENT))
    if more:
        rows.append(indented(Text(f"and {more:,} more {noun}: foreigndesk statements")))
    return rows


def statement_text(line: StatementLine) -> Text:
    """A statement: what is done by it, its words, where it stands."""
    does = f"{clean(line.does)}: " if line.does else ""
    doubt = f" (speaker not sure: {clean(line.doubt)})" if line.doubt else ""
    return Text.assemble("- ", (does, "bold"), line.text, doubt, " ", cites_text(line.cites, told_words(line)))


def doubt_part(part: DoubtPart) -> list[RenderableType]:
    """One kind of uncertainty."""
    head = Text.assemble((f"{part.title}: {part.count:,}", "bold"))
    if not part.lines:
        return [indented(head.append(f" ({part.look_up})", "dim"))]
    rows: list[RenderableType] = [indented(head)]
    for line in part.lines:
        words = Text.assemble("- ", clean(line.text), " ", cites_text(line.cites))
        rows.append(indented(words, 2 * INDENT))
    if part.more:
        rows.append(indented(Text(f"and {part.more:,} more: {part.look_up}", style="dim"), 2 * INDENT))
    return rows


def setback_rows(brief: Brief) -> Iterator[RenderableType]:
    """Documents that could not be taken in or read."""
    for one in brief.setbacks:
        hint = f" ({clean(one.hint)})" if one.hint else ""
        yield indented(Text(f"{clean(one.path)}: {clean(one.what)}{hint}"))
    if brief.more_setbacks:
        yield indented(Text(f"and {brief.more_setbacks:,} more: foreigndesk setbacks"))


def report_rows(brief: Brief) -> Iterator[RenderableType]:
    """What the short ids of the cites stand for, and how far each is to be relied on; first what most rests on."""
    most = (FULL if brief.full else SHORT).reports
    kept = sorted(brief.reports, key=lambda line: -len(line.lines))[:most]
    for line in brief.reports:
        if line in kept:
            yield indented(Text.assemble((line.short, "cyan"), f"  {report_words(line)}"))
            if words := descriptor_words(line):
                yield indented(Text(words, style="dim"), 2 * INDENT)
    if len(brief.reports) > len(kept):
        yield indented(Text(f"and {len(brief.reports) - len(kept):,} more: foreigndesk brief --full", style="dim"))
    if brief.reports:
        yield indented(Text(f"Open a passage with: foreigndesk show {brief.reports[0].short}:1", style="dim"))


def cites_text(cites: tuple[Ref, ...], told: str = "") -> Text:
    """Cites in brackets, with how many voices and reports tell it in front."""
    text = Text()
    if told:
        text.append(f"{told} ")
    text.append(" ".join(f"[{ref.label}]".replace(" ", "\u00a0") for ref in cites[:MOST_CITES]), style="cyan")
    if len(cites) > MOST_CITES:
        text.append(f" and {len(cites) - MOST_CITES} more")
    return text


def indented(row: RenderableType, cells: int = INDENT) -> RenderableType:
    """The row moved to the right, its further lines too."""
    return Padding(row, (0, 0, 0, cells))
