"""The errand of "who actually says this?": kin, lineages, the voices behind a content, and its grade."""

from __future__ import annotations

import datetime as dt

from foreigndesk.casefile import CaseFile
from foreigndesk.desk.answer import actor_ids, finding_in
from foreigndesk.desk.kinfolk import Kinfolk
from foreigndesk.desk.retold import Asked, tellings_of, told_again
from foreigndesk.errors import UnknownId
from foreigndesk.lexicon.actors import Actors, load_actors
from foreigndesk.lexicon.outlets import load_outlets
from foreigndesk.model import (
    Event,
    Grade,
    Kinship,
    Lineage,
    Reliability,
    Report,
    SourcingKind,
    Statement,
    VoiceCount,
)
from foreigndesk.weighing.grades import judge_grade
from foreigndesk.weighing.origins import speaker_label
from foreigndesk.weighing.voices import judge_voices

LETTERS = "ABCDEF"


def lineages(case: CaseFile) -> list[Lineage]:
    """The lineages of two reports and more, the largest first."""
    return list(Kinfolk(case).several())


def kin(case: CaseFile, report: str) -> tuple[Report, list[Kinship], dict[str, Report]]:
    """A report by the beginning of its id, its kinships, the closest first, and the reports on their other side.

    Raises UnknownId for an id that nothing, several things or something else than a report has.
    """
    found = load_one(case, report)
    kinships = case.load_kinships(found.id)
    others = {other for tie in kinships for other in (tie.debtor, tie.creditor)} - {found.id}
    return found, kinships, {one.id: one for other in others if (one := case.load_report(other))}


def load_one(case: CaseFile, prefix: str) -> Report:
    """The report that the beginning of an id means. Raises UnknownId."""
    found = case.find_id(prefix)
    report = case.load_report(found.id) if found.kind == "report" else None
    if report is None:
        raise UnknownId(f"{prefix} is a {found.kind}, not a report", "name a report: its id begins with r-")
    return report


# -- voices ------------------------------------------------------------------------------------------------------------


def voices(case: CaseFile, prefix: str, actors: Actors | None = None, kinfolk: Kinfolk | None = None) -> VoiceCount:
    """How many independent voices stand behind a statement's content or an event, by the beginning of its id.

    `kinfolk` saves gathering the lineages again for each of several. Raises UnknownId.
    """
    asked = asked_for(case, prefix)
    tellings, _ = tellings_of(case, asked, kinfolk or Kinfolk(case))
    return judge_voices(asked.id, tellings, actors or load_actors())


def grade(case: CaseFile, prefix: str, actors: Actors | None = None) -> Grade:
    """The Admiralty grade suggested for a statement's content or an event. Raises UnknownId."""
    asked = asked_for(case, prefix)
    tellings, against = tellings_of(case, asked, Kinfolk(case))
    count = judge_voices(asked.id, tellings, actors or load_actors())
    told = [one.statement.sourcing.kind if one.statement else SourcingKind.MEDIA for one in tellings]
    contradicted = [
        (one.statement.sourcing.kind, one.cite, speaker_label(one.statement)) for one in against if one.statement
    ]
    letters = {one.of: one.letter for one in case.load_reliabilities()}
    subject = subject_of(asked)
    return judge_grade(count, told, contradicted, letters.get(subject, "F") if subject else "F")


def subject_of(asked: Asked) -> str | None:
    """Whose reliability counts for a content: its speaker's if known, else the outlet's."""
    if asked.statement is not None and asked.statement.speaker.actor:
        return f"speaker:{asked.statement.speaker.actor}"
    return f"outlet:{asked.reading.report.outlet}" if asked.reading.report.outlet else None


def voices_of_words(case: CaseFile, words: str, actors: Actors | None = None) -> VoiceCount:
    """How many independent voices stand behind a content that is given in words. Raises UnknownId where none does."""
    kinfolk = Kinfolk(case)
    tellings, _ = told_again(case, kinfolk.gists.words(words), kinfolk)
    if not tellings:
        raise UnknownId(f"nobody in {case.path} is found to say “{words}”", "use the words of a report, or its names")
    return judge_voices(words, tellings, actors or load_actors())


def asked_for(case: CaseFile, prefix: str) -> Asked:
    """The statement or event that the beginning of an id means. Raises UnknownId."""
    found = case.find_id(prefix)
    reading = case.load_reading(found.report) if found.report else None
    finding = finding_in(reading, found.id) if found.kind in {"statement", "event"} else None
    if reading is not None and isinstance(finding, Statement):
        return Asked(found.id, reading, finding, None)
    if reading is not None and isinstance(finding, Event):
        return Asked(found.id, reading, None, finding)
    raise UnknownId(f"{found.id} is a {found.kind}", "voices stand behind statements (s-) and events (e-)")


# -- letters -----------------------------------------------------------------------------------------------------------


def give_letter(
    case: CaseFile, subject: str, letter: str, analyst: str, note: str = "", now: dt.datetime | None = None
) -> Reliability:
    """Keep the letter an analyst gives an outlet, or a known speaker; it comes back as kept.

    `subject` is an outlet's or actor's name. Raises UnknownActor if it is neither, ValueError for no letter A to F.
    """
    if letter.upper() not in LETTERS:
        raise ValueError(f"{letter!r} is no letter of the Admiralty code")
    given = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).isoformat(timespec="seconds")
    made = Reliability(subject_named(case, subject), letter.upper(), analyst, given, note)
    case.save_reliability(made)
    return made


def subject_named(case: CaseFile, name: str) -> str:
    """What a letter is kept for: an outlet of the case file or the tables, else a known actor. Raises UnknownActor."""
    outlets = {report.outlet for report in case.load_reports() if report.outlet}
    if name in outlets:
        return f"outlet:{name}"
    known = load_outlets().named(name)
    if known is not None:
        return f"outlet:{known.name}"
    actor_ids([name])
    return f"speaker:{load_actors().find(name).id}"
