"""The errand of "from echo to origin": the voices behind a content as a tree down to every report that carries it."""

from __future__ import annotations

from dataclasses import dataclass

from foreigndesk.casefile import CaseFile
from foreigndesk.desk.lineage import Asked, Kinfolk, asked_for, grade, voices
from foreigndesk.model import Grade, KinshipKind, Report, VoiceCount
from foreigndesk.showing.listings.lineage import OWES, title_of
from foreigndesk.showing.pictures.voices import Branch
from foreigndesk.showing.words import count as counted


@dataclass(frozen=True, slots=True)
class Echoes:
    """What is said, the count of its voices with the arithmetic, the suggested grade, and the tree."""

    asked: Asked
    words: str
    count: VoiceCount
    grade: Grade
    tree: Branch
    reports: dict[str, Report]


def echoes(case: CaseFile, prefix: str) -> Echoes:
    """The tree of a statement's content or an event, by the beginning of its id. Raises UnknownId."""
    with case.together():
        asked = asked_for(case, prefix)
        kinfolk = Kinfolk(case)
        count = voices(case, asked.id, None, kinfolk)
        families = {lineage.id: lineage for lineage in (kinfolk.of(cite.report) for cite in count.cites)}
        telling = {cite.report for cite in count.cites}
        reports = {one: report for one in telling if (report := case.load_report(one)) is not None}
        owed: dict[str, tuple[str, str]] = {}  # report -> the one it owes, and how
        for one in telling:
            for tie in case.load_kinships(one):
                if tie.debtor == one and tie.creditor in telling and tie.kind is not KinshipKind.QUOTES:
                    owed.setdefault(one, (tie.creditor, OWES[tie.kind][0]))
        graded = grade(case, asked.id)
    words = asked.statement.words if asked.statement else asked.event.passage.text if asked.event else ""
    branches = []
    for voice in count.voices:
        below = []
        for lineage in (families[one] for one in voice.lineages if one in families):
            members = [one for one in lineage.reports if one in telling]
            roots = [one for one in members if owed.get(one, ("", ""))[0] not in members]
            below += [report_branch(one, members, owed, reports, frozenset()) for one in roots]
        what = "an origin of its own" if voice.certain else "perhaps an origin of its own"
        branches.append(Branch(voice.speaker, what, "", voice.certain, tuple(below)))
    number = str(count.fewest) if count.fewest == count.most else f"{count.fewest} to {count.most}"
    noun = "voice" if count.most == 1 else "voices"
    what = f"{number} independent {noun} in {counted(count.reports, 'report')}"
    return Echoes(asked, words, count, graded, Branch(words, what, "", True, tuple(branches)), reports)


def report_branch(
    report: str,
    members: list[str],
    owed: dict[str, tuple[str, str]],
    reports: dict[str, Report],
    above: frozenset[str],
) -> Branch:
    """A report with those that owe it; a ring of debts ends where it comes round."""
    seen = above | {report}
    below = [
        report_branch(one, members, owed, reports, seen)
        for one in members
        if one not in seen and owed.get(one, ("", ""))[0] == report
    ]
    what = f"{owed[report][1]} the one above" if report in owed and above else "first report" if below else "report"
    return Branch(title_of(reports.get(report)), what, f"/report/{report}", True, tuple(below))
