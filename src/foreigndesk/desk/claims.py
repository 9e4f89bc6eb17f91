"""The errand of "what is claimed, and who contests it?": from the case file's statements and events to claims."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from foreigndesk.casefile import CaseFile, Done, EventQuery, StatementQuery, Told
from foreigndesk.desk.answer import actor_ids, labels
from foreigndesk.desk.lineage import NOT_SAYING, Kinfolk
from foreigndesk.errors import UnknownId
from foreigndesk.lexicon.actors import Actors, load_actors
from foreigndesk.model import (
    Cite,
    Claim,
    Contest,
    Force,
    Position,
    Report,
    SourcingKind,
    Span,
    Stance,
    Statement,
    StatementKind,
    VoiceCount,
    day_told,
    name_id,
)
from foreigndesk.showing.listings import cite_of_event, cite_of_statement
from foreigndesk.showing.phrases import show_speaker
from foreigndesk.showing.reasons import Why
from foreigndesk.weighing.claims import Said, judge_claims, speakers
from foreigndesk.weighing.contents import content_of, content_of_statement
from foreigndesk.weighing.contests import judge_contest
from foreigndesk.weighing.polarity import AGAINST
from foreigndesk.weighing.voices import Telling, judge_voices

# "the same assertion", "similar doubts", "that view": words that stand for what was said before.
REFERENCE = re.compile(
    r"\b(?:same|similar|such|this|that|these) (?:\w+ )?(?:assertion|doubt|view|claim|idea|assessment|opinion|sentiment|"
    r"scepticism|skepticism|concern|point|argument|conclusion)s?\b",
    re.IGNORECASE,
)
REFERRING = 40  # characters at the head of a content in which such words stand
FOLLOWS = 400  # characters within which the quotation that shows it begins
EVERY = StatementQuery(kind=None)
SEVERAL = 2  # tellings, from speakers or lineages of their own: fewer are no claim worth a line


@dataclass(frozen=True, slots=True)
class Asked:
    """Which claims are asked for: about these actors, with all of these words, told on that day or later.

    `single`: also what is told only once.
    """

    about: tuple[str, ...] = ()
    text: str | None = None
    since: dt.date | None = None
    single: bool = False


ALL = Asked()


@dataclass(frozen=True, slots=True)
class Sides:
    """The independent voices behind each side of a contest; None for a side without any."""

    asserting: VoiceCount | None
    doubting: VoiceCount | None
    denying: VoiceCount | None


def claims(case: CaseFile, asked: Asked = ALL) -> list[Claim]:
    """The claims asked for, those that the most speakers tell first. Raises UnknownActor."""
    about = actor_ids(asked.about)
    found = [claim for claim in judge_claims(tellings(case)) if asked.single or is_told_by_several(claim)]
    if about or asked.text is not None:
        meant = {
            one.statement.id
            for one in case.load_statements(StatementQuery(None, about or None, kind=None, text=asked.text))
        }
        found = [claim for claim in found if any(one.statement in meant for one in claim.positions)]
    if asked.since is not None:
        first = asked.since.isoformat()
        found = [claim for claim in found if any((one.day or "") >= first for one in claim.positions)]
    return found


def contests(case: CaseFile, asked: Asked = ALL) -> list[Contest]:
    """The contests over the claims asked for, those with the most speakers first. Raises UnknownActor."""
    return [contest for claim in claims(case, asked) if (contest := judge_contest(claim)) is not None]


def claim_of(case: CaseFile, prefix: str) -> Claim:
    """The claim of an id, or of its beginning. Raises UnknownId for none, or several."""
    begin = prefix.strip().lower()
    found = [one for one in judge_claims(tellings(case)) if one.id.startswith(begin) or one.id[2:].startswith(begin)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UnknownId(f"no claim has the id {prefix!r}", "`foreigndesk claims --all` lists them")
    several = ", ".join(claim.id for claim in found[:8])
    raise UnknownId(f"{len(found)} claims begin with {prefix!r}", f"write more of the one you mean: {several}")


def why(case: CaseFile, prefix: str) -> Why:
    """Why a claim is one, and who stands where, by the beginning of its id. Raises UnknownId."""
    claim = claim_of(case, prefix)
    contest = judge_contest(claim)
    cite = labels(case, [claim.cite.report]).ref(claim.cite)
    return Why(claim.id, "Claim", claim.reasons + (contest.reasons if contest else ()), cite, "")


def is_told_by_several(claim: Claim) -> bool:
    """Whether speakers or lineages of their own tell a claim."""
    return len(speakers(claim)) >= SEVERAL or len({one.lineage for one in claim.positions}) >= SEVERAL


# -- what is told ------------------------------------------------------------------------------------------------------


def tellings(case: CaseFile) -> list[Said]:
    """All that is told in the case file: statements, and events that stand under no statement."""
    lineage = lineages_of(case)
    told = [one for one in case.load_statements(EVERY) if one.statement.content and tells(one.statement)]
    said = with_references([(one, said_in(one, lineage)) for one in told])
    places = {one.cite for one in said}
    outlets = {report.id: report for report in case.load_reports()}
    return said + list(plain(case.load_events(EventQuery()), places, outlets, lineage))


def lineages_of(case: CaseFile) -> Callable[[str], str]:
    """What gives the id of a report's lineage."""
    known = {report: one.id for one in Kinfolk(case).several() for report in one.reports}
    return lambda report: known.get(report) or name_id("l", report)


def tells(statement: Statement) -> bool:
    """Whether a statement tells how something is; of attitudes those that deny or doubt."""
    if statement.kind is StatementKind.ATTITUDE:
        return statement.force in AGAINST
    return statement.force not in NOT_SAYING


def with_references(told: Sequence[tuple[Told, Said]]) -> list[Said]:
    """Tellings in which "the same assertion" and "similar doubts" stand for what was said before in that report.

    Where a group is told of so ("similar doubts were expressed by observers"), the quotation that follows in the same
    paragraph is an instance of it.
    """
    by_report: defaultdict[str, list[tuple[Told, Said]]] = defaultdict(list)
    for one, said in told:
        by_report[one.report].append((one, said))
    found = []
    for rows in by_report.values():
        rows.sort(key=lambda row: (row[1].cite.start, row[1].id))
        former: list[Said] = []
        instance: tuple[Said, int] | None = None
        for one, said in rows:
            words = f"{one.statement.cue.text if one.statement.cue else ''} {said.printed[:REFERRING]}"
            meant = (
                antecedent(former, said)
                if REFERENCE.search(words) and "that " not in said.printed[:REFERRING]
                else None
            )
            made = said
            if meant is not None:
                made = replace(said, content=meant.content, force=meant.force, refers=meant.id)
                instance = (made, said.cite.end) if said.sourcing is SourcingKind.COLLECTIVE else None
            elif instance is not None and said.cite.start - instance[1] <= FOLLOWS:
                made = replace(said, content=instance[0].content, force=instance[0].force, refers=instance[0].refers)
                instance = None
            else:
                former.append(said)
            found.append(made)
    return found


def antecedent(former: Sequence[Said], said: Said) -> Said | None:
    """What a reference means: the last that was said before; of one who said several things in a row, for a doubt the
    first that doubts with the most to it."""
    if not former:
        return None
    last = former[-1]
    run = list(takewhile(lambda one: one.speaker == last.speaker, reversed(former)))
    if said.force in AGAINST or "doubt" in said.printed.lower():
        against = [one for one in run if one.force in AGAINST]
        return against[-1] if against else last
    return last


def said_in(told: Told, lineage: Callable[[str], str]) -> Said:
    """A statement as a telling."""
    one = told.statement
    return Said(
        id=one.id,
        speaker=show_speaker(one.speaker),
        actor=one.speaker.actor,
        force=one.force,
        sourcing=one.sourcing.kind,
        day=iso(day_told(one.when, told.published)),
        lineage=lineage(told.report),
        cite=cite_of_statement(told.report, one),
        printed=one.words,
        content=content_of_statement(one),
    )


def plain(
    done: Iterable[Done], places: Iterable[Cite], reports: dict[str, Report], lineage: Callable[[str], str]
) -> Iterator[Said]:
    """The sentences with events that no statement tells, each once: told by the report's outlet in its own words."""
    taken: dict[str, list[Cite]] = {}
    for cite in places:
        taken.setdefault(cite.report, []).append(cite)
    for one in done:
        cite = cite_of_event(one.report, one.event)
        inside = taken.setdefault(one.report, [])
        report = reports.get(one.report)
        if report is None or any(cite.start < other.end and other.start < cite.end for other in inside):
            continue
        inside.append(cite)
        yield Said(
            id=one.event.id,
            speaker=report.outlet or report.wire or report.id,
            actor=None,
            force=Force.ASSERT,
            sourcing=SourcingKind.NONE,
            day=iso(day_told(None, one.published)),
            lineage=lineage(one.report),
            cite=cite,
            printed=one.event.passage.text,
            content=content_of(one.event.passage.text),
        )


def iso(day: dt.date | None) -> str | None:
    """A day in ISO 8601."""
    return day.isoformat() if day else None


# -- voices ------------------------------------------------------------------------------------------------------------


def sides(case: CaseFile, contest: Contest, kinfolk: Kinfolk | None = None, actors: Actors | None = None) -> Sides:
    """The independent voices behind each side of a contest."""
    family, known = kinfolk or Kinfolk(case), actors or load_actors()
    counts = [
        voices_of(contest.claim.id, positions, family, known)
        for positions in (contest.asserting, contest.doubting, contest.denying)
    ]
    return Sides(*counts)


def voices_of(of: str, positions: Iterable[Position], kinfolk: Kinfolk, actors: Actors) -> VoiceCount | None:
    """The independent voices behind some positions; None for no positions."""
    found = []
    for position in positions:
        reading = kinfolk.reading(position.cite.report)
        if reading is None:
            continue
        statement = next((one for one in reading.statements if one.id == position.statement), None)
        place = Span(position.cite.start, position.cite.end)
        found.append(Telling(reading.report, kinfolk.of(reading.report.id), place, statement))
    return judge_voices(of, found, actors) if found else None


def stances(claim: Claim, stance: Stance) -> tuple[Position, ...]:
    """The positions of one stance to a claim."""
    return tuple(position for position in claim.positions if position.stance is stance)
