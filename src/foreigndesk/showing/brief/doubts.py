"""What is uncertain: hedges, denials, events only unnamed speakers tell, speakers and dates that were not found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foreigndesk.model import Cite, Force, Mention, Reading, Report
from foreigndesk.showing.brief.alike import alike_events, alike_statements
from foreigndesk.showing.brief.events import only_unnamed, teller
from foreigndesk.showing.brief.gather import ToldEvent, ToldStatement
from foreigndesk.showing.brief.value import DoubtLine, DoubtPart
from foreigndesk.showing.brief.words import said_words
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.deeds import plain
from foreigndesk.showing.listings import cite_of_event, cite_of_statement
from foreigndesk.showing.phrases import (
    is_unresolved,
    show_content,
    show_dyad,
    show_force,
    show_hedges,
    show_parties,
    show_speaker,
)
from foreigndesk.showing.words import clip

LINE = 90  # cells of a content: with a speaker and a cite two lines of a wide terminal


def find_doubts(
    statements: Sequence[ToldStatement], events: Sequence[ToldEvent], reports: Iterable[Report], labels: Labels
) -> tuple[DoubtPart, ...]:
    """The kinds of uncertainty that occur, each with its lines."""
    groups = alike_statements(statements)
    hedged = [group for group in groups if group[0].statement.certainty.words or group[0].statement.certainty.distance]
    denied = [group for group in groups if group[0].statement.force in {Force.DENY, Force.DOUBT}]
    open_speaker = [group for group in groups if is_open(group[0].statement.speaker)]
    unnamed_only = [group for group in alike_events(events) if only_unnamed(group)]
    undated = [report for report in reports if report.published is None]
    parts = (
        part("Denials and doubts", [denial(group, labels) for group in denied], "foreigndesk statements --force deny"),
        part("Hedged statements", [hedge(group, labels) for group in hedged], "foreigndesk statements --format csv"),
        part(
            "Events that only unnamed speakers tell",
            [event(group, labels) for group in unnamed_only],
            "foreigndesk statements --sourcing unnamed",
        ),
        part(
            "Statements whose speaker is not sure",
            [speaker(group, labels) for group in open_speaker],
            "foreigndesk statements --format csv",
        ),
        part("Reports without a publication date", [date(report, labels) for report in undated], "foreigndesk reports"),
    )
    return tuple(one for one in parts if one.count)


def left_out(undated: int) -> tuple[DoubtPart, ...]:
    """Reports that were not taken because it is not known whether they were published in the time asked for."""
    title = "Reports left out, for want of a publication date"
    return (DoubtPart(title, undated, (), "foreigndesk reports"),) if undated else ()


def spun_reports(readings: Iterable[Reading], labels: Labels) -> tuple[DoubtPart, ...]:
    """Reports whose words a machine exchanged, each with what shows it best: restored names, then other odd words."""
    lines = []
    for reading in readings:
        if reading.spun is not None and reading.spun.oddities:
            pairs = [(name.printed, name.restored, name) for name in reading.names if name.restored]
            odd = pairs + [(one.printed, one.expected, one) for one in reading.spun.oddities]
            told = dict.fromkeys(f"“{printed}”" + (f" for “{meant}”" if meant else "") for printed, meant, _ in odd)
            first = odd[0][2]
            cite = labels.ref(Cite(reading.report.id, first.start, first.end))
            lines.append(DoubtLine(", ".join(list(told)[:3]), (cite,)))
    found = part("Reports whose words a machine exchanged", lines, "foreigndesk kin REPORT")
    return (found,) if found.count else ()


def is_open(speaker: Mention) -> bool:
    """Whether it is open, wholly or in part, who speaks."""
    return speaker.doubt is not None or is_unresolved(speaker)


def part(title: str, lines: list[DoubtLine], look_up: str) -> DoubtPart:
    """A kind of uncertainty with its lines."""
    return DoubtPart(title, len(lines), tuple(lines), look_up)


def statement_refs(group: Sequence[ToldStatement], labels: Labels) -> DoubtLine:
    """The cites of statements told alike, as a line still without words."""
    refs = (labels.ref(cite_of_statement(one.report.id, one.statement)) for one in group)
    return DoubtLine("", tuple(dict.fromkeys(refs)))


def denial(group: Sequence[ToldStatement], labels: Labels) -> DoubtLine:
    """Who denies or doubts what."""
    first = group[0].statement
    words = f"{show_speaker(first.speaker)}, {show_force(first)}: {clip(said_words(show_content(first)), LINE)}"
    return DoubtLine(words, statement_refs(group, labels).cites)


def hedge(group: Sequence[ToldStatement], labels: Labels) -> DoubtLine:
    """Who hedges, in which words."""
    first = group[0].statement
    words = f"{show_speaker(first.speaker)}, {show_hedges(first)}: {clip(said_words(show_content(first)), LINE)}"
    return DoubtLine(words, statement_refs(group, labels).cites)


def speaker(group: Sequence[ToldStatement], labels: Labels) -> DoubtLine:
    """Whose words they are is open: the printed speaker and what is uncertain."""
    mention = group[0].statement.speaker
    doubt = mention.doubt or "nobody was found for it"
    meant = f", taken for {show_speaker(mention)}" if mention.name else ""
    words = f"“{mention.printed or '–'}”{meant} ({doubt}): {clip(said_words(show_content(group[0].statement)), LINE)}"
    return DoubtLine(words, statement_refs(group, labels).cites)


def event(group: Sequence[ToldEvent], labels: Labels) -> DoubtLine:
    """An event and the unnamed speaker it rests on."""
    first = group[0].event
    under = group[0].under
    who = show_dyad(show_parties(first.actor), show_parties(first.recipient))
    told_by = teller(under) if under else "nobody named"
    refs = (labels.ref(cite_of_event(one.report.id, one.event)) for one in group)
    return DoubtLine(f"{who}: {plain(first)}, told by {told_by}", tuple(dict.fromkeys(refs)))


def date(report: Report, labels: Labels) -> DoubtLine:
    """A report without a date, by its headline or path."""
    return DoubtLine(clip(report.headline or report.path, LINE), (labels.ref(Cite(report.id, 0, 0)),))
