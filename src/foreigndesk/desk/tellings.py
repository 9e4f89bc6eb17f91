"""What is told in the case file, by whom: the statements and events from which claims are gathered."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from foreigndesk.casefile import CaseFile, Done, EventQuery, StatementQuery, Told
from foreigndesk.desk.gists import Gists, texts_of
from foreigndesk.model import Cite, Force, SourcingKind, day_told, name_id
from foreigndesk.showing.listings import cite_of_event, cite_of_statement
from foreigndesk.showing.phrases import show_speaker
from foreigndesk.weighing.claims import Said
from foreigndesk.weighing.polarity import AGAINST
from foreigndesk.weighing.telling import tells

# "the same assertion", "similar doubts", "that view": words that stand for what was said before.
REFERENCE = re.compile(
    r"\b(?:same|similar|such|this|that|these) (?:\w+ )?(?:assertion|doubt|view|claim|idea|assessment|opinion|sentiment|"
    r"scepticism|skepticism|concern|point|argument|conclusion)s?\b",
    re.IGNORECASE,
)
REFERRING = 40  # characters at the head of a content in which such words stand
FOLLOWS = 400  # characters within which the quotation that shows it begins


def tellings(case: CaseFile, reports: frozenset[str] | None = None, gists: Gists | None = None) -> list[Said]:
    """All that is told in some reports (None: in all): statements, and events that stand under no statement.

    The lineage of a telling is its report's own: whoever shows it fills in the report's family.
    """
    query = StatementQuery(kind=None, reports=reports)
    told = [one for one in case.load_statements(query) if one.statement.content and tells(one.statement)]
    done, gists = case.load_events(EventQuery(reports=reports)), gists or Gists(case)
    gists.make_ready(texts_of([one.statement for one in told], [one.event for one in done]))
    said = with_references([(one, said_in(one, gists)) for one in told])
    places, spun = {one.cite for one in said}, case.load_spun_ids(reports)
    said += plain(done, places, case.load_outlets(reports), gists)
    return [replace(one, spun=True) if one.cite.report in spun else one for one in said]


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


def said_in(told: Told, gists: Gists) -> Said:
    """A statement as a telling."""
    one = told.statement
    return Said(
        id=one.id,
        speaker=show_speaker(one.speaker),
        actor=one.speaker.actor,
        force=one.force,
        sourcing=one.sourcing.kind,
        day=iso(day_told(one.when, told.published)),
        lineage=name_id("l", told.report),
        cite=cite_of_statement(told.report, one),
        printed=one.words,
        content=gists.statement(one),
    )


def plain(done: Iterable[Done], places: Iterable[Cite], outlets: Mapping[str, str], gists: Gists) -> Iterator[Said]:
    """The sentences with events that no statement tells, each once: told by the report's outlet in its own words."""
    taken: dict[str, list[Cite]] = {}
    for cite in places:
        taken.setdefault(cite.report, []).append(cite)
    for one in done:
        cite = cite_of_event(one.report, one.event)
        inside = taken.setdefault(one.report, [])
        if any(cite.start < other.end and other.start < cite.end for other in inside):
            continue
        inside.append(cite)
        yield Said(
            id=one.event.id,
            speaker=outlets.get(one.report, one.report),
            actor=None,
            force=Force.ASSERT,
            sourcing=SourcingKind.NONE,
            day=iso(day_told(None, one.published)),
            lineage=name_id("l", one.report),
            cite=cite,
            printed=one.event.passage.text,
            content=gists.event(one.event),
        )


def iso(day: dt.date | None) -> str | None:
    """A day in ISO 8601."""
    return day.isoformat() if day else None
