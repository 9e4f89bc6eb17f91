"""The errand of "what rests on this report?": how findings stand with it, and how they would stand without.

Nothing is changed: what would be so without the report is read from the same case file with the report hidden, and only
claims that it has a part in are gathered again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foreigndesk.casefile import CaseFile
from foreigndesk.desk.answer import actor_ids
from foreigndesk.desk.claims import Counting, claims_in, gathered
from foreigndesk.desk.gathering import gather
from foreigndesk.desk.lineage import Kinfolk, grade, load_one
from foreigndesk.desk.silence import WINDOW, observe, parties
from foreigndesk.desk.watch import last_day, watch
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import (
    Cite,
    Claim,
    Effect,
    Lineage,
    Reading,
    Resting,
    Silence,
    SilenceKind,
    VoiceCount,
    Watch,
    Withdrawal,
)
from foreigndesk.showing.listings import cite_of_event, cite_of_statement
from foreigndesk.showing.listings.lineage import voices_in_words
from foreigndesk.showing.words import count
from foreigndesk.weighing.contests import judge_contest


@dataclass(frozen=True, slots=True)
class Standing:
    """How what a report may bear on stands: claims by telling, with their voices; lineages, silences, forecasts."""

    claims: dict[str, Claim]
    voices: dict[str, VoiceCount]
    lineages: dict[str, Lineage]
    silences: dict[str, Silence]
    watches: dict[str, Watch]


def withdrawn(case: CaseFile, prefix: str) -> Withdrawal:
    """What rests on a report, by the beginning of its id. Needs the case file opened for reading. Raises UnknownId."""
    report = load_one(case, prefix).id
    reading = case.load_reading(report)
    with case.together(), gathered(case):
        kin = Kinfolk(case).of(report).reports
        told = frozenset(one.id for one in case.gathering.load_tellings_in(report))
        concerned = {
            one.statement: one.cite for claim in claims_in(case, told) for one in claim.positions if one.statement
        }
        day = last_day(case)
        actors = actors_in(reading)
        before = standing(case, concerned, kin, actors, day)
        with case.aside(report):
            gather(case)
            others = {one: cite for one, cite in concerned.items() if cite.report != report}
            after = standing(case, others, [one for one in kin if one != report], actors, day)
            doubtful = [claim for claim in by_id(before.claims) if voices_change(claim, before, after)]
            would = {claim.id: grade_of(case, claim, after) for claim in doubtful}
        graded = {claim.id: (grade_of(case, claim, before), would[claim.id]) for claim in doubtful}
        effects = [
            *direct(case, report, reading),
            *of_lineage(report, before, after),
            *of_claims(report, before, after, graded),
            *of_others(report, before, after),
            *of_boards(case, findings_in(reading)),
        ]
    return Withdrawal(report, tuple(effects))


def standing(
    case: CaseFile, tellings: Iterable[str], reports: Iterable[str], actors: frozenset[str], day: dt.date | None
) -> Standing:
    """How things stand in the case file as it is seen now."""
    kinfolk, counting = Kinfolk(case), Counting(case)
    found = {one.statement: claim for claim in claims_in(case, frozenset(tellings)) for one in claim.positions}
    every = {claim.id: claim for claim in found.values()}
    return Standing(
        found,
        {claim.id: counting.of(claim) for claim in every.values()},
        {report: kinfolk.of(report) for report in reports},
        {one.actor or one.name: one for one in observed(case, actors, day, kinfolk)},
        {one.forecast: one for one in watch(case, today=day)} if case.counts().forecasts else {},
    )


def by_id(claims: dict[str, Claim]) -> list[Claim]:
    """Some claims, each once, by id."""
    return [claim for _, claim in sorted({claim.id: claim for claim in claims.values()}.items())]


def parts_of(claim: Claim, standing: Standing) -> list[Claim]:
    """The claims that hold what a claim held."""
    return by_id({one.statement: part for one in claim.positions if (part := standing.claims.get(one.statement))})


def voices_change(claim: Claim, before: Standing, after: Standing) -> bool:
    """Whether what is left of a claim has another number of certain voices."""
    return any(after.voices[part.id].fewest != before.voices[claim.id].fewest for part in parts_of(claim, after))


def grade_of(case: CaseFile, claim: Claim, standing: Standing) -> str:
    """The grade suggested for a claim's words, or for those of its first telling that stands; none for a deed's."""
    stand = [one for one in claim.positions if one.statement in standing.claims and one.statement.startswith("s-")]
    if not stand:
        return ""
    made = grade(case, min(stand, key=lambda one: one.cite != claim.cite).statement)
    return f"{made.letter}{made.digit}"


def actors_in(reading: Reading | None) -> frozenset[str]:
    """The known actors that speak in a report, or have part in what it tells."""
    if reading is None:
        return frozenset()
    speaking = {one.speaker.actor for one in reading.statements}
    doing = {party.actor for event in reading.events for party in (*event.actor, *event.recipient)}
    return frozenset(actor for actor in speaking | doing if actor)


def observed(case: CaseFile, actors: frozenset[str], day: dt.date | None, kinfolk: Kinfolk) -> Iterator[Silence]:
    """The silences observed of those actors, and of all for whom they act, before a day."""
    if day is None or not actors:
        return
    known, since = load_actors(), day - WINDOW
    reports = case.load_reports(since, day)
    for one in sorted(parties(case, since, day, known)):
        actor = known.get(one)
        if actor is not None and (one in actors or not actors.isdisjoint(actor_ids([actor.name], known))):
            silence = observe(case, one, reports, since, day, known, kinfolk, awaited=False)
            if silence is not None:
                yield silence


# -- what goes, and what stands otherwise ------------------------------------------------------------------------------


def direct(case: CaseFile, report: str, reading: Reading | None) -> Iterator[Effect]:
    """What was read in the report, and its kinships: all that goes with it."""
    if reading is not None:
        for told in reading.statements:
            yield Effect(Resting.STATEMENT, told.id, told.words, "told here", "", (cite_of_statement(report, told),))
        for done in reading.events:
            yield Effect(Resting.EVENT, done.id, done.passage.text, "told here", "", (cite_of_event(report, done),))
        for ahead in reading.forecasts:
            cite = Cite(report, ahead.outcome.start, ahead.outcome.end)
            yield Effect(Resting.FORECAST, ahead.id, ahead.outcome.text, "told here", "", (cite,))
        for silence in reading.silences:
            yield Effect(Resting.SILENCE, silence.id, silence_in_words(silence), "told here", "", silence.cites)
    for tie in case.load_kinships(report):
        other = tie.creditor if tie.debtor == report else tie.debtor
        owes = "owes to" if tie.debtor == report else "is owed by"
        yield Effect(Resting.KINSHIP, tie.id, f"{tie.kind} that {owes} {other}", "found", "", tie.cites[:2])


def of_lineage(report: str, before: Standing, after: Standing) -> Iterator[Effect]:
    """What becomes of the report's family, if it has one: who is first then, or how it falls apart."""
    lineage = before.lineages[report]
    if len(lineage.reports) == 1:
        return
    parts = {one.id: one for one in after.lineages.values()}.values()
    left = "; ".join(f"{count(len(one.reports), 'report')}, first {one.first}" for one in parts)
    stands = f"{count(len(lineage.reports), 'report')}, first {lineage.first}"
    words = "the family of this report"
    yield Effect(Resting.LINEAGE, lineage.id, words, stands, left, tuple(one.cites[0] for one in parts))


def of_claims(report: str, before: Standing, after: Standing, graded: dict[str, tuple[str, str]]) -> Iterator[Effect]:
    """Claims that lose a voice, words or all; contests that end; grades that change."""
    for claim in by_id(before.claims):
        parts = parts_of(claim, after)
        stands = stand(claim, before.voices[claim.id])
        would = [stand(part, after.voices[part.id], claim) for part in parts]
        cites = tuple(one.cite for one in claim.positions if one.cite.report == report)
        if len(parts) != 1 or stands != would[0] or cites:
            yield Effect(Resting.CLAIM, claim.id, claim.words, stands, " and ".join(would), cites or claim.cites[:1])
        contest = judge_contest(claim)
        if contest is not None and not any(judge_contest(part) for part in parts):
            yield Effect(Resting.CONTEST, claim.id, claim.words, sides(claim), "", cites)
        mine, other = graded.get(claim.id, ("", ""))
        if mine != other:
            yield Effect(Resting.GRADE, claim.id, claim.words, mine, other, cites)


def stand(claim: Claim, voices: VoiceCount, former: Claim | None = None) -> str:
    """How a claim stands: its voices, and its words where they are no longer those that it had."""
    told = voices_in_words(voices)
    return told if former is None or claim.words == former.words else f"{told}, in the words “{claim.words}”"


def sides(claim: Claim) -> str:
    """How many tellings stand on each side of a claim."""
    stances = [one.stance.value for one in claim.positions]
    return ", ".join(f"{stances.count(stance)} {stance}" for stance in dict.fromkeys(stances))


def of_others(report: str, before: Standing, after: Standing) -> Iterator[Effect]:
    """Silences that begin or end otherwise, and forecasts that have another outcome."""
    for key in sorted(before.silences.keys() | after.silences.keys()):
        mine, other = before.silences.get(key), after.silences.get(key)
        known = mine or other
        if known is not None and spell(mine) != spell(other):
            cites = tuple(cite for one in (mine, other) if one for cite in one.cites)
            yield Effect(Resting.SILENCE, known.id, silence_in_words(known), spell(mine), spell(other), cites[:3])
    for forecast, watched in before.watches.items():
        then = after.watches.get(forecast)
        if then is not None and then.proposed is not watched.proposed:
            cites = tuple(cite for cite in watched.cites if cite.report == report) or watched.cites[:1]
            words = watched.reasons[0].sentence
            yield Effect(Resting.WATCH, forecast, words, watched.proposed.value, then.proposed.value, cites)


def spell(silence: Silence | None) -> str:
    """From when to when an actor was silent; empty for nothing of it."""
    if silence is None:
        return ""
    return f"silent since {silence.since}" + (f", until {silence.until}" if silence.until else "")


def silence_in_words(silence: Silence) -> str:
    """Whose silence it is, and about what."""
    told = "a report says" if silence.kind is SilenceKind.REPORTED else "not in this case file"
    return f"{silence.name}: {silence.about or 'nothing said'} ({told})"


def of_boards(case: CaseFile, findings: frozenset[str]) -> Iterator[Effect]:
    """Evidence on boards that is a finding of the report: the words stay, what they rest on goes."""
    for name in case.load_boards():
        for item in case.load_board(name).evidence:
            if item.finding in findings:
                place = f"evidence {item.rank} of {name}"
                left = f"{place}, resting on nothing"
                yield Effect(Resting.EVIDENCE, item.finding or "", item.words, place, left, ())


def findings_in(reading: Reading | None) -> frozenset[str]:
    """The ids of all statements and events of a reading."""
    if reading is None:
        return frozenset()
    return frozenset(one.id for one in reading.statements) | frozenset(one.id for one in reading.events)
