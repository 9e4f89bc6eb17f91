"""How far a brief is to be relied on: descriptors of each report cited, and one statement on all (ICD 206, D and E).

A descriptor tells what a reader needs to weigh a report: who published it, when, whether its speakers are named, why
some are not, whether it is the same report again, and whether a machine exchanged its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from foreigndesk.model import KinshipKind, Reading, SourcingKind, StatementKind
from foreigndesk.showing.brief.value import (
    Brief,
    EventLine,
    FindingLine,
    ReportLine,
    SourceSummary,
    StatementLine,
)
from foreigndesk.showing.brief.words import event_head
from foreigndesk.showing.cites import Ref
from foreigndesk.showing.phrases import SOURCINGS, UNNAMED, show_day
from foreigndesk.showing.words import clip, count

REASON = 60  # cells of why somebody is not named
MOST_REASONS = 2
SHORT_LINE = 90  # cells of a line of the brief where it is only named

KIN = {
    KinshipKind.COPY: "copy of",
    KinshipKind.EXCERPT: "cut from",
    KinshipKind.UPDATE: "update of",
    KinshipKind.REWRITE: "rewrite of",
    KinshipKind.SPUN: "machine-spun from",
    KinshipKind.QUOTES: "takes over words of",
}


@dataclass(frozen=True, slots=True)
class Owed:
    """What a report owes to another, and how."""

    creditor: str
    kind: KinshipKind


@dataclass(frozen=True, slots=True)
class Behind:
    """What is known of the reports behind a brief: readings of those cited, what they owe, and their lineages."""

    readings: Mapping[str, Reading]
    owed: Mapping[str, Owed]
    lineage: Callable[[str], str]
    machine: str


@dataclass(frozen=True, slots=True)
class Resting:
    """A line of the brief: its id as the dossier names it, what it says in short, and its cites."""

    id: str
    words: str
    cites: tuple[Ref, ...]


def lines_of(brief: Brief) -> Iterator[Resting]:
    """Every line of the brief that has an id."""
    for event in brief.events:
        yield Resting(event.id, event_head(event), event.cites)
    for speaker in (*brief.speakers, *brief.unnamed):
        for said in speaker.lines:
            yield Resting(said.id, clip(f"{speaker.name}: {said.text}", SHORT_LINE), said.cites)
    for part in brief.parts:
        for line in part.lines:
            words = " ".join(part_of for part_of in (line.head, line.text) if part_of)
            yield Resting(f"{part.name}-{line.id}", clip(f"{part.title}: {words}", SHORT_LINE), line.cites)


def described(brief: Brief, behind: Behind, short: Mapping[str, str]) -> tuple[ReportLine, ...]:
    """The reports of the brief with their descriptors and what rests on them."""
    return tuple(describe(line, brief, behind, short) for line in brief.reports)


def describe(line: ReportLine, brief: Brief, behind: Behind, short: Mapping[str, str]) -> ReportLine:
    """One report with its descriptors."""
    reading, owed = behind.readings.get(line.id), behind.owed.get(line.id)
    resting = [one for one in lines_of(brief) if any(ref.report == line.id for ref in one.cites)]
    own = behind.lineage(line.id)
    return replace(
        line,
        kin=f"{KIN[owed.kind]} {short.get(owed.creditor, owed.creditor)}" if owed else "",
        sourcing=sourcing_words(reading) if reading else "",
        reasons=reasons_of(reading) if reading else (),
        spun=reading is not None and reading.spun is not None,
        lines=tuple(one.id for one in resting),
        alone=tuple(one.id for one in resting if all(behind.lineage(ref.report) == own for ref in one.cites)),
    )


def said_in(reading: Reading) -> list[SourcingKind]:
    """How the speakers of each statement in so many words are described."""
    return [one.sourcing.kind for one in reading.statements if one.kind is StatementKind.STATEMENT]


def sourcing_words(reading: Reading) -> str:
    """How the speakers of a report are described: "statements: named 3, unnamed 2"."""
    kinds = Counter(said_in(reading))
    told = ", ".join(f"{SOURCINGS[kind]} {kinds[kind]}" for kind in SourcingKind if kinds[kind])
    return f"statements: {told}" if told else "no statements"


def reasons_of(reading: Reading) -> tuple[str, ...]:
    """Why speakers are not named, in the report's words."""
    given = dict.fromkeys(one.sourcing.reason for one in reading.statements if one.sourcing.reason)
    return tuple(clip(reason, REASON) for reason in given)[:MOST_REASONS]


def rests_on_one(line: EventLine | StatementLine | FindingLine) -> bool:
    """Whether a line rests on one voice, or on some of which only one is certain."""
    if isinstance(line, FindingLine):
        return line.single
    return line.voices is None or line.voices.fewest <= 1


def summary_of(brief: Brief, readings: Iterable[Reading], behind: Behind) -> SourceSummary:
    """The source summary statement: numbers and one paragraph."""
    kinds: Counter[SourcingKind] = Counter()
    spun, lineages = 0, set[str]()
    for reading in readings:
        kinds.update(said_in(reading))
        spun += reading.spun is not None
        lineages.add(behind.lineage(reading.report.id))
    lines: list[EventLine | StatementLine | FindingLine] = [*brief.events]
    lines += [line for part in (*brief.speakers, *brief.unnamed) for line in part.lines]
    lines += [line for part in brief.parts if part.name in {"claims", "contests", "watch"} for line in part.lines]
    made = SourceSummary(
        reports=brief.numbers.reports,
        outlets=brief.numbers.outlets,
        lineages=len(lineages),
        spun=spun,
        unnamed=sum(kinds[kind] for kind in UNNAMED),
        second_hand=kinds[SourcingKind.MEDIA],
        statements=sum(kinds.values()),
        single=sum(rests_on_one(line) for line in lines),
        lines=len(lines),
        oldest=min((show_day(line.published) for line in brief.reports if line.published), default=None),
        missing=tuple(missing(brief)),
        machine=behind.machine,
        words="",
    )
    return replace(made, words=" ".join(sentences(made)))


def missing(brief: Brief) -> Iterator[str]:
    """What a reader must know not to be here."""
    if brief.bounded:
        yield f"reports before {brief.bounded} (`--full` takes all)"
    if brief.numbers.setbacks:
        yield f"{count(brief.numbers.setbacks, 'document')} that could not be read"
    undated = [doubt.count for doubt in brief.doubts if "publication date" in doubt.title]
    if undated:
        yield f"the date of {count(sum(undated), 'report')}"


def sentences(one: SourceSummary) -> Sequence[str]:
    """The summary in sentences."""
    apart = one.lineages != one.reports
    lineages = f", {count(one.lineages, 'lineage')} once copies are taken together" if apart else ""
    told = [f"{count(one.reports, 'report')} from {count(one.outlets, 'outlet')}{lineages}."]
    if one.statements:
        told.append(
            f"Of {count(one.statements, 'statement')} {share(one.unnamed, one.statements)} are by speakers not named,"
            f" {share(one.second_hand, one.statements)} second hand."
        )
    if one.spun:
        told.append(f"{count(one.spun, 'report')} machine-spun.")
    if one.lines:
        told.append(f"Of {count(one.lines, 'line')} here {one.single} rest on one certain voice or none.")
    if one.oldest:
        told.append(f"Oldest report cited: {one.oldest}.")
    if one.missing:
        told.append(f"Missing: {'; '.join(one.missing)}.")
    told.append(f"Read and weighed by machine ({one.machine}); no person has checked it but where a line says so.")
    return told


def share(part: int, whole: int) -> str:
    """A share in percent.

    >>> share(1, 8), share(0, 8)
    ('12 %', 'none')
    """
    return f"{100 * part / whole:.0f} %" if part else "none"
