"""The errand of "who is tied to whom?": actors, friendly and hostile ties, and who carried messages, in a period."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from foreigndesk.casefile import CaseFile, Done, Told
from foreigndesk.desk.lineage import Kinfolk
from foreigndesk.desk.story import day_in
from foreigndesk.lexicon.actors import Actors, load_actors
from foreigndesk.lexicon.codebook import load_types
from foreigndesk.model import ActorKind, Mention, Party, day_told
from foreigndesk.showing.pictures.network import Carried, Node, Tie
from foreigndesk.weighing.relations import NOT_HAPPENED

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
    with case.together():
        found = case.leafing.days()
        if found is None:
            return None
        usual = case.leafing.usual_days() or found
        days = (day_in(usual[0], first=True), day_in(usual[1], first=False))
        begin, end = since or days[0], until or days[1]
        done = case.leafing.events_between(begin, end, None, MOST_EVENTS)
        told = case.leafing.carried_between(begin, end, MOST_EVENTS)
        kinfolk = Kinfolk(case)
        acts = once(done, kinfolk)
    scales: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    ways: Counter[tuple[str, str, str]] = Counter()
    part: Counter[str] = Counter()
    for one in acts:
        actors, recipients = keys(one.event.actor, known, by_state), keys(one.event.recipient, known, by_state)
        pairs = {tuple(sorted((a, b))) for a in actors for b in recipients if a != b}
        pairs |= {(a, b) for a in actors for b in actors if a < b}
        for a, b in pairs:
            scales[a, b].append(load_types()[one.event.type].scale)
        part.update({name for pair in pairs for name in pair})
        for carrier in keys(one.event.via, known, by_state):
            ways.update((carrier, a, b) for a in actors for b in recipients if len({carrier, a, b}) == 3)
    for statement in told:
        ways.update(carried_in(statement, known, by_state))
    for (carrier, a, b), times in ways.items():
        part.update({carrier: times, a: 0, b: 0})
    ranked = sorted(part, key=lambda one: (-part[one], one))
    shown = ranked[:MOST_NODES]
    carrying: Counter[str] = Counter()
    for (carrier, _, _), times in ways.items():
        carrying[carrier] += times
    nodes = tuple(Node(one, name_of(one, known), part[one], carrying[one]) for one in shown)
    ties = [tie_of(pair, several) for pair, several in scales.items() if set(pair) <= set(shown)]
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


def once(done: Iterable[Done], kinfolk: Kinfolk) -> list[Done]:
    """What has happened, an event of one type, day and lineage between the same parties once."""
    found: dict[tuple[object, ...], Done] = {}
    for one in done:
        event = one.event
        if event.auxiliary_mode in NOT_HAPPENED or event.type not in load_types():
            continue
        sides = tuple(
            tuple(sorted(party.actor or party.name for party in side)) for side in (event.actor, event.recipient)
        )
        key = (kinfolk.of(one.report).id, event.type, day_told(event.when, one.published), sides)
        found.setdefault(key, one)
    return list(found.values())


def keys(parties: Iterable[Party], known: Actors, by_state: bool) -> set[str]:
    """The known actors of one side."""
    return {key for party in parties if (key := key_of(party.actor, party.country, known, by_state))}


def key_of(actor: str | None, country: str | None, known: Actors, by_state: bool) -> str | None:
    """What an actor is counted as: itself, or its state; None for whom nobody knows."""
    found = known.get(actor) if actor else None
    if found is None:
        return country if country and known.state(country) else None
    if (
        by_state
        and found.country
        and found.kind is not ActorKind.STATE
        and found.sector in {"GOV", "MIL", "SPY", "LEG"}
    ):
        return found.country
    return found.id


def carried_in(told: Told, known: Actors, by_state: bool) -> list[tuple[str, str, str]]:
    """Who carried a statement from its speaker to those it is addressed to."""
    statement = told.statement
    one = mentioned(statement.speaker, known, by_state)
    others = [mentioned(mention, known, by_state) for mention in statement.addressees]
    carriers = [mentioned(mention, known, by_state) for mention in statement.via]
    return [
        (carrier, one, other)
        for carrier in carriers
        for other in others
        if one and carrier and other and len({carrier, one, other}) == 3
    ]


def mentioned(mention: Mention, known: Actors, by_state: bool) -> str | None:
    """What somebody printed is counted as."""
    return key_of(mention.actor, mention.country, known, by_state)


def tie_of(pair: tuple[str, ...], scales: list[float]) -> Tie:
    """What lies between two."""
    friendly = sum(scale > 0 for scale in scales)
    mean = round(sum(scales) / len(scales), 2)
    return Tie(pair[0], pair[1], len(scales), friendly, len(scales) - friendly, mean)


def name_of(actor: str, known: Actors) -> str:
    """The name of an actor."""
    found = known.get(actor)
    return found.name if found else actor
