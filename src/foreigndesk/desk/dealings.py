"""Who dealt with whom: what happened between each two, once, however many copies tell it.

The picture of a network and its export both rest on this; they differ in whom a party counts as.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from foreigndesk.casefile import Done
from foreigndesk.lexicon.codebook import load_types
from foreigndesk.model import Event, Party, day_told
from foreigndesk.weighing.relations import NOT_HAPPENED


@dataclass(frozen=True, slots=True)
class Dealing:
    """What one did towards another, or both together: an event of each type, day and lineage, the first that tells it.

    `days` are those of the events that have one, in order; `lineages` how many families of reports tell any of it.
    """

    one: str
    other: str
    done: tuple[Done, ...]
    days: tuple[str, ...]
    lineages: int

    @property
    def scales(self) -> list[float]:
        """The place of each event on PLOVER's scale."""
        return [load_types()[one.event.type].scale for one in self.done]


def dealings(
    done: Iterable[Done], lineage: Callable[[str], str], counts_as: Callable[[Party], str | None]
) -> list[Dealing]:
    """The dealings in some events, in the order in which they begin; who counts as nobody is left out.

    `lineage` gives the id of a report's lineage.
    """
    between: defaultdict[tuple[str, str], dict[tuple[str, str, str], Done]] = defaultdict(dict)
    for one in done:
        if one.event.auxiliary_mode in NOT_HAPPENED or one.event.type not in load_types():
            continue
        key = (lineage(one.report), one.event.type, day_of(one))
        for pair in pairs(one.event, counts_as):
            between[pair].setdefault(key, one)
    return [
        Dealing(
            *pair,
            tuple(acts.values()),
            tuple(sorted(day for _, _, day in acts if day)),
            len({family for family, _, _ in acts}),
        )
        for pair, acts in between.items()
    ]


def pairs(event: Event, counts_as: Callable[[Party], str | None]) -> Iterator[tuple[str, str]]:
    """Who did it towards whom; of what several do together, each with each that follows.

    Those who together threaten a third are tied to that one, and not to each other.
    """
    actors = counted(event.actor, counts_as)
    recipients = counted(event.recipient, counts_as)
    for place, one in enumerate(actors):
        yield from ((one, other) for other in (recipients or actors[place + 1 :]) if other != one)


def counted(parties: Iterable[Party], counts_as: Callable[[Party], str | None]) -> list[str]:
    """Whom some parties count as, each once, in their order."""
    return list(dict.fromkeys(key for party in parties if (key := counts_as(party))))


def day_of(done: Done) -> str:
    """The day an event counts for, "" for none."""
    day = day_told(done.event.when, done.published)
    return day.isoformat() if day else ""
