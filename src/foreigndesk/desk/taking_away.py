"""The errand of taking it away: a case file as tables, as a network of actors, as citations, as entities."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from statistics import fmean

from foreigndesk.casefile import CaseFile, Done, EventQuery, open_case
from foreigndesk.desk.answer import actor_ids
from foreigndesk.desk.lineage import Kinfolk
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.lexicon.codebook import load_types
from foreigndesk.model import Party, name_id
from foreigndesk.showing.exports.frames import Frames, frames
from foreigndesk.showing.exports.ftm import show_ftm
from foreigndesk.showing.exports.network import Node, Tie

# What has not simply happened ties nobody to anybody.
HAPPENED = frozenset({None, "historical"})


def tables(path: Path | str) -> Frames:
    """Everything a case file holds as Arrow tables, by name: reports, statements, events, names, forecasts, and more.

    `tables("case.db")["statements"].to_pandas()` is a DataFrame. Raises CaseFileError.
    """
    with open_case(Path(path)) as case:
        return tables_of(case)


def tables_of(case: CaseFile) -> Frames:
    """The tables of an open case file, in one state of it."""
    with case.together():
        kinfolk = Kinfolk(case)
        known = {report: one.id for one in kinfolk.several() for report in one.reports}
        kinships = {tie.id: one for tie in case.load_ties() if (one := case.load_kinship(tie.id)) is not None}
        return frames(
            case.load_readings(),
            kinships.values(),
            lambda report: known.get(report) or name_id("l", report),
        )


def network(
    case: CaseFile, about: Iterable[str] = (), since: dt.date | None = None, until: dt.date | None = None
) -> tuple[list[Node], list[Tie]]:
    """The actors of a case file and what they did towards each other; only ties of these actors, if any are given.

    A party without a known actor goes by its name. Raises UnknownActor.
    """
    wanted = actor_ids(about)
    kinfolk = Kinfolk(case)
    between: defaultdict[tuple[str, str], list[Done]] = defaultdict(list)
    nodes: dict[str, Node] = {}
    for done in case.load_events(EventQuery(since=since, until=until)):
        if done.event.auxiliary_mode not in HAPPENED:
            continue
        for one, other in dyads(done):
            mine, theirs = node_of(one), node_of(other)
            if mine.id == theirs.id or (wanted and not {mine.id, theirs.id} & wanted):
                continue
            nodes |= {mine.id: mine, theirs.id: theirs}
            between[mine.id, theirs.id].append(done)
    return list(nodes.values()), [tie(*pair, done, kinfolk) for pair, done in between.items()]


def dyads(done: Done) -> list[tuple[Party, Party]]:
    """Who did it towards whom; of what several do together, each towards each that follows."""
    event = done.event
    if event.recipient:
        return [(one, other) for one in event.actor for other in event.recipient]
    return [(one, other) for place, one in enumerate(event.actor) for other in event.actor[place + 1 :]]


def node_of(party: Party) -> Node:
    """A party as a node."""
    actor = load_actors().get(party.actor) if party.actor else None
    if actor is not None:
        return Node(actor.id, actor.name, actor.kind.value, actor.country or "")
    return Node(party.actor or name_id("p", party.name.casefold()), party.name, "", party.country or "")


def tie(one: str, other: str, done: list[Done], kinfolk: Kinfolk) -> Tie:
    """All that one did towards another; what several reports of a lineage tell of one type on one day is one event."""
    acts = {(kinfolk.of(each.report).id, each.event.type, day_of(each)): each for each in done}
    days = sorted(day for each in acts.values() if (day := day_of(each)))
    return Tie(
        one,
        other,
        events=len(acts),
        lineages=len({lineage for lineage, _, _ in acts}),
        scale=round(fmean(load_types()[each.event.type].scale for each in acts.values()), 3),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def day_of(done: Done) -> str | None:
    """The day an event counts for."""
    if done.event.when and done.event.when.earliest:
        return done.event.when.earliest
    return done.published[:10] if done.published and len(done.published) >= len("2024-10-31") else None


def entities(case: CaseFile) -> str:
    """The case file as FollowTheMoney entities, JSON lines."""
    return show_ftm(case.load_readings(), load_actors().get)
