"""The brief as Markdown that can be forwarded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foreigndesk.showing.brief.value import Brief, FindingPart, SpeakerPart
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
from foreigndesk.showing.tables import markdown


def show_brief_markdown(brief: Brief) -> str:
    """The brief as CommonMark; whatever a report printed is escaped."""
    return (
        "\n".join(
            [
                *head(brief),
                *(line for part in brief.parts if part.name == "news" for line in findings(part)),
                *events(brief),
                *(line for part in brief.parts if part.name != "news" for line in findings(part)),
                *subjects(brief),
                *said(brief),
                *uncertain(brief),
                *appendix(brief),
            ]
        )
        + "\n"
    )


def head(brief: Brief) -> Iterator[str]:
    """Title and numbers."""
    yield f"# Brief: {markdown(asked_words(brief))}"
    yield f"\n{counts_words(brief)}"


def findings(part: FindingPart) -> Iterator[str]:
    """A part that rests on weighing."""
    yield f"\n## {part.title}\n"
    for line in part.lines:
        head_words = f"**{markdown(line.head)}**" + (": " if line.text else "") if line.head else ""
        notes = "" if part.apart else "".join(f"; {markdown(note)}" for note in line.notes)
        yield f"- {head_words}{markdown(line.text)}{notes} {cites(line.cites)}"
        if part.apart:
            yield from (f"  - {markdown(note)}" for note in line.notes)
    if part.note:
        yield f"\n{markdown(part.note)}"
    if part.more:
        yield f"\nAnd {part.more:,} more: {code(part.look_up)}"


def subjects(brief: Brief) -> Iterator[str]:
    """Who and what."""
    if brief.subjects or brief.deeds:
        yield "\n## Who and what\n"
    yield from (f"- **{markdown(one.name)}**: {subject_words(one)}" for one in brief.subjects)
    if brief.deeds:
        yield f"- Events: {deeds_words(brief)}"


def events(brief: Brief) -> Iterator[str]:
    """The course of events."""
    if brief.events:
        yield "\n## The course of events\n"
    for line in brief.events:
        told = f" (told by {markdown(line.told_by)})" if line.told_by else ""
        head_words = f"**{markdown(line.when)}: {markdown(event_head(line))}**"
        yield f"- {head_words}. {markdown(line.text)}{told} {cites(line.cites, told_words(line))}"
    if brief.more_events:
        yield f"\nAnd {brief.more_events:,} more: `foreigndesk events`"
    if needs_by(brief):
        yield f"\n{BY_DAY}"


def said(brief: Brief) -> Iterator[str]:
    """Who said what, by name and by description."""
    yield from speakers("Who said what", brief.speakers, brief.more_speakers, "speakers")
    yield from speakers("Others, as they are described", brief.unnamed, brief.more_unnamed, "descriptions")


def speakers(title: str, parts: tuple[SpeakerPart, ...], more: int, noun: str) -> Iterator[str]:
    """Speakers with what they said."""
    if parts:
        yield f"\n## {title}"
    for part in parts:
        described = f" ({markdown(part.described)})" if part.described else ""
        yield f"\n**{markdown(part.name)}**{described}\n"
        for line in part.lines:
            does = f"{markdown(line.does)}: " if line.does else ""
            doubt = f" (speaker not sure: {markdown(line.doubt)})" if line.doubt else ""
            yield f"- {does}{markdown(line.text)}{doubt} {cites(line.cites, told_words(line))}"
        if part.more:
            yield f"- and {part.more:,} more: {code(part.look_up)}"
    if more:
        yield f"\nAnd {more:,} more {noun}: `foreigndesk statements`"


def uncertain(brief: Brief) -> Iterator[str]:
    """What is uncertain."""
    if brief.doubts:
        yield "\n## What is uncertain"
    for part in brief.doubts:
        yield f"\n**{part.title}: {part.count:,}**\n"
        yield from (f"- {markdown(line.text)} {cites(line.cites)}" for line in part.lines)
        if part.more:
            yield f"- and {part.more:,} more: {code(part.look_up)}"


def appendix(brief: Brief) -> Iterator[str]:
    """Setbacks, and what the short ids stand for."""
    if brief.setbacks:
        yield "\n## What could not be read\n"
    for one in brief.setbacks:
        hint = f" ({markdown(one.hint)})" if one.hint else ""
        yield f"- {markdown(one.path)}: {markdown(one.what)}{hint}"
    if brief.more_setbacks:
        yield f"- and {brief.more_setbacks:,} more: `foreigndesk setbacks`"
    if brief.summary:
        yield f"\n## What this rests on\n\n{markdown(brief.summary.words)}"
    if brief.reports:
        yield "\n## Reports cited\n"
    for line in brief.reports:
        words = descriptor_words(line)
        yield f"- {line.short}: {markdown(report_words(line))}{f' ({markdown(words)})' if words else ''}"
    if brief.reports:
        yield f"\nOpen a passage with `foreigndesk show {brief.reports[0].short}:1`"


def cites(refs: tuple[Ref, ...], told: str = "") -> str:
    """Cites in brackets that are no links, with how many voices and reports tell it in front."""
    labels = " ".join(f"\\[{ref.label}\\]" for ref in refs)
    return f"{told} {labels}" if told else labels


def code(command: str) -> str:
    """A command in a code span, longer fences where the command holds a backtick."""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", command)), default=0))
    return f"{fence}{command}{fence}"
