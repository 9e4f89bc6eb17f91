"""The errand of "who is tied to whom?": actors, friendly and hostile ties, and who carried messages, in a period."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from statistics import fmean
from typing import TypeAlias

from foreigndesk.casefile import CaseFile, Told
from foreigndesk.desk.dealings import Dealing, dealings
from foreigndesk.desk.lineage import Kinfolk
from foreigndesk.desk.relation import stands_for
from foreigndesk.desk.story import day_in
from foreigndesk.lexicon.actors import Actors, load_actors
from foreigndesk.model import Mention, Party
from foreigndesk.showing.pictures.network import Carried, Node, Tie

Way: TypeAlias = tuple[str, str, str]  # who carried a message, from whom, to whom
CountsAs: TypeAlias = Callable[[Party | Mention], str | None]

MOST_EVENTS = 5_000  # of a period, the latest: what one picture can show is settled long before
MOST_NODES = 28  # beyond that names lie over each other


@dataclass(frozen=True, slots=True)
class Network:
    """Who is tied to whom between two days; `left_out` actors have fewer events than those shown.

    `days` are those between which nearly all of the case file lies.
    """

    since: dt.date
    until: dt.date
    days: tuple[dt.date, dt.date]
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    carried: tuple[Carried, ...]
    left_out: int


def network(
    case: CaseFile, since: dt.date | None = None, until: dt.date | None = None, by_state: bool = True
) -> Network | None:
    """The network of a period, by default of the days on which nearly all lies; None if nothing has a day.

    `by_state` takes ministries, leaders and officials for their state. Copies count once.
    """
    known = load_actors()

    def counts_as(one: Party | Mention) -> str | None:
        return stands_for(one, known, by_state=by_state)

    with case.together():
        found = case.leafing.days()
        if found is None:
            return None
        usual = case.leafing.usual_days() or found
        days = (day_in(usual[0], first=True), day_in(usual[1], first=False))
        begin, end = since or days[0], until or days[1]
        done = case.leafing.events_between(begin, end, None, MOST_EVENTS)
        told = case.leafing.carried_between(begin, end, MOST_EVENTS)
        dealt = dealings(done, Kinfolk(case).id_of, counts_as)
    ways = Counter(way for one in dealt for way in carried_in_deeds(one, counts_as))
    ways.update(way for one in told for way in carried_in_words(one, counts_as))
    carrying = Counter[str]()
    for (carrier, _, _), times in ways.items():
        carrying[carrier] += times
    part = parts_taken(dealt, ways)
    ranked = sorted(part, key=lambda one: (-part[one], one))
    shown = ranked[:MOST_NODES]
    nodes = tuple(Node(one, name_of(one, known), part[one], carrying[one]) for one in shown)
    ties = [tie for tie in ties_of(dealt) if {tie.one, tie.other} <= set(shown)]
    carried = [Carried(*way, times) for way, times in ways.items() if set(way) <= set(shown)]
    return Network(
        begin,
        end,
        days,
        nodes,
        tuple(sorted(ties, key=lambda tie: (-tie.events, tie.one, tie.other))),
        tuple(sorted(carried, key=lambda one: (-one.times, one.carrier, one.one, one.other))),
        len(ranked) - len(shown),
    )


def parts_taken(dealt: Iterable[Dealing], ways: Counter[Way]) -> Counter[str]:
    """In how many events each actor has part, and how often it carried; whose messages are carried, has part, too."""
    events: defaultdict[str, set[str]] = defaultdict(set)
    for one in dealt:
        for each in one.done:
            events[one.one].add(each.event.id)
            events[one.other].add(each.event.id)
    part = Counter({actor: len(several) for actor, several in events.items()})
    for (carrier, one_end, other_end), times in ways.items():
        part.update({carrier: times, one_end: 0, other_end: 0})
    return part


def ties_of(dealt: Iterable[Dealing]) -> list[Tie]:
    """What lies between each two, whichever way it went."""
    scales: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for one in dealt:
        scales[min(one.one, one.other), max(one.one, one.other)] += one.scales
    return [
        Tie(
            *pair,
            events=len(several),
            friendly=(friendly := sum(scale > 0 for scale in several)),
            hostile=len(several) - friendly,
            scale=round(fmean(several), 2),
        )
        for pair, several in scales.items()
    ]


def carried_in_deeds(dealing: Dealing, counts_as: CountsAs) -> Iterator[Way]:
    """Through whom one dealt with another, for each event."""
    for each in dealing.done:
        for party in each.event.via:
            yield from carried_by(counts_as(party), dealing.one, dealing.other)


def carried_in_words(told: Told, counts_as: CountsAs) -> Iterator[Way]:
    """Who carried a statement from its speaker to those it is addressed to."""
    statement = told.statement
    for mention in statement.via:
        for other in statement.addressees:
            yield from carried_by(counts_as(mention), counts_as(statement.speaker), counts_as(other))


def carried_by(carrier: str | None, one: str | None, other: str | None) -> Iterator[Way]:
    """The way of a message from one to another; none where one of the three is nobody known, or stands at both ends."""
    if carrier and one and other and len({carrier, one, other}) == 3:
        yield carrier, one, other


def name_of(actor: str, known: Actors) -> str:
    """The name of an actor."""
    found = known.get(actor)
    return found.name if found else actor
