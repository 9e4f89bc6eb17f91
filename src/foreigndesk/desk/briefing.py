"""The errand of Monday morning: the brief of a case file, each line with the voices behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from foreigndesk.casefile import CaseFile
from foreigndesk.desk.answer import actor_ids
from foreigndesk.desk.lineage import Kinfolk, voices
from foreigndesk.errors import UnknownId
from foreigndesk.lexicon.actors import Actors, load_actors
from foreigndesk.model import Report
from foreigndesk.showing.brief import Asked, Brief, Voices, brief_of, with_voices


def brief(case: CaseFile, about: Iterable[str] = (), since: dt.date | None = None) -> Brief:
    """The brief of a case file: about these actors and published since that day, if given. Raises UnknownActor."""
    with case.together():
        return with_counts(case, uncounted(case, about, since))


def uncounted(case: CaseFile, about: Iterable[str] = (), since: dt.date | None = None) -> Brief:
    """The same without the voices behind its lines, which take longest to count. Raises UnknownActor."""
    known = load_actors()
    names = tuple(about)
    asked = Asked(actor_ids(names, known), tuple(known.find(name).name for name in names), since)
    with case.together():
        return brief_of(case.load_readings(since), case.load_setbacks(), lambda one: name_of(known, one), asked)


def with_counts(case: CaseFile, made: Brief) -> Brief:
    """A brief of that case file with the voices behind each line."""
    known, kinfolk = load_actors(), Kinfolk(case)
    return with_voices(made, lambda one: voices_behind(case, one, known, kinfolk))


def voices_behind(case: CaseFile, finding: str, known: Actors, kinfolk: Kinfolk) -> Voices | None:
    """The voices behind a line of the brief; None where two reports have the same id of a finding."""
    try:
        counted = voices(case, finding, known, kinfolk)
    except UnknownId:
        return None
    return Voices(counted.fewest, counted.most, counted.reports)


def name_of(known: Actors, actor_id: str) -> str:
    """The name of an actor, or the id of one that is no longer known."""
    actor = known.get(actor_id)
    return actor.name if actor else actor_id


def reports_of(case: CaseFile, made: Brief) -> list[Report]:
    """The reports that a brief was made from, in its order."""
    return [report for one in made.made_from if (report := case.load_report(one)) is not None]
