"""The errand of taking it away: a case file as tables, as a network of actors, as citations, as entities."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from statistics import fmean

from foreigndesk.casefile import CaseFile, EventQuery, open_case
from foreigndesk.desk.answer import actor_ids
from foreigndesk.desk.dealings import Dealing, dealings
from foreigndesk.desk.lineage import Kinfolk
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Party, name_id
from foreigndesk.showing.exports.frames import Frames, frames
from foreigndesk.showing.exports.ftm import show_ftm
from foreigndesk.showing.exports.network import Node, Tie


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
        kinships = {tie.id: one for tie in case.load_ties() if (one := case.load_kinship(tie.id)) is not None}
        return frames(
            case.load_readings(),
            kinships.values(),
            kinfolk.id_of,
        )


def network(
    case: CaseFile, about: Iterable[str] = (), since: dt.date | None = None, until: dt.date | None = None
) -> tuple[list[Node], list[Tie]]:
    """The actors of a case file and what they did towards each other; only ties of these actors, if any are given.

    A party without a known actor goes by its name. Raises UnknownActor.
    """
    wanted = actor_ids(about)
    nodes: dict[str, Node] = {}

    def counts_as(party: Party) -> str:
        node = node_of(party)
        return nodes.setdefault(node.id, node).id

    with case.together():
        done = case.load_events(EventQuery(since=since, until=until))
        dealt = dealings(done, Kinfolk(case).id_of, counts_as)
    ties = [tie_of(one) for one in dealt if not wanted or {one.one, one.other} & wanted]
    tied = {end for tie in ties for end in (tie.one, tie.other)}
    return [node for node in nodes.values() if node.id in tied], ties


def node_of(party: Party) -> Node:
    """A party as a node."""
    actor = load_actors().get(party.actor) if party.actor else None
    if actor is not None:
        return Node(actor.id, actor.name, actor.kind.value, actor.country or "")
    return Node(party.actor or name_id("p", party.name.casefold()), party.name, "", party.country or "")


def tie_of(dealing: Dealing) -> Tie:
    """All that one did towards another, as it is exported."""
    return Tie(
        dealing.one,
        dealing.other,
        events=len(dealing.done),
        lineages=dealing.lineages,
        scale=round(fmean(dealing.scales), 3),
        first=dealing.days[0] if dealing.days else None,
        last=dealing.days[-1] if dealing.days else None,
    )


def entities(case: CaseFile) -> str:
    """The case file as FollowTheMoney entities, JSON lines."""
    return show_ftm(case.load_readings(), load_actors().get)
