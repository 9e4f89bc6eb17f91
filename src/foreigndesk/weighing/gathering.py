"""From contents that are close to each other, pair by pair, to groups that are one claim.

A claim is a group of contents in which the pairs are close on the whole: two groups become one where some pair across
them is close enough to be joined wherever it stands (TOGETHER), and the pairs across them have enough on average
(ON_AVERAGE), those that are too far apart having nothing. So a content that lies between two claims, or a chain of
contents each near the next, glues nothing together. Those with the highest average are joined first, ties broken by the
keys of the contents: the same groups come out in whatever order contents came in, and only the contents that hang
together by close pairs have to be looked at when one of them is new.
"""

from __future__ import annotations

import functools
import heapq
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from foreigndesk.model import Cite
from foreigndesk.weighing.candidates import SOON
from foreigndesk.weighing.contents import TOGETHER, TOO_FAR

# Of the pairs of the gold's first half that are so joined 87 % are one claim, and a quarter of those that are one claim
# are joined. At 0.5 a chain of three that are just close enough would be one claim. Had each content to be close to the
# three that are nearest to it alone, PolNeAR's 17,000 contents would make a claim of 249; so the largest has 49.
ON_AVERAGE = 0.6
KNOWN = 0.5  # of ON_AVERAGE: with less from the pairs that were looked up the others hardly ever make it up
LATER = 0.3  # taken off closeness for contents that are told weeks apart


Closeness = Callable[[str, str], float]


@dataclass(frozen=True, slots=True)
class Wording:
    """One content in the words and with the force in which it is told, however often: its key, and where it is told.

    `first` and `last` are the days of its tellings as numbers (`date.toordinal`), None where no telling is dated.
    """

    key: str
    first: int | None
    last: int | None
    places: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """How close two wordings are, by their keys, in order."""

    one: str
    other: str
    closeness: float


def near(one: Wording, other: Wording, closeness: float) -> float:
    """How close two wordings are, also in time; not at all where one is told inside the other."""
    if overlap(one.places, other.places):
        return 0.0
    return max(0.0, closeness - LATER * (days_between(one, other) > SOON))


def days_between(one: Wording, other: Wording) -> int:
    """The days between the times at which two wordings are told; none where these overlap, or one has no day."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0
    return max(0, one.first - other.last, other.first - one.last)


def overlap(places: Iterable[Cite], others: Iterable[Cite]) -> bool:
    """Whether some words of one report stand in both: a statement, and one inside it."""
    by_report: defaultdict[str, list[Cite]] = defaultdict(list)
    for cite in places:
        by_report[cite.report].append(cite)
    return any(
        cite.start < other.end and other.start < cite.end
        for other in others
        for cite in by_report.get(other.report, ())
    )


def judge_groups(
    wordings: Mapping[str, Wording], ties: Iterable[Tie], closeness: Closeness = lambda _one, _other: 0.0
) -> list[tuple[str, ...]]:
    """The wordings, by key, that are one claim: each in one group, groups and their keys in order.

    Ties between wordings that are not given are passed over; `closeness` tells how close two are that have no tie.
    """
    close: dict[str, dict[str, float]] = {key: {} for key in wordings}
    for tie in ties:
        if tie.one in wordings and tie.other in wordings:
            found = near(wordings[tie.one], wordings[tie.other], tie.closeness)
            close[tie.one][tie.other] = close[tie.other][tie.one] = found if found >= TOO_FAR else 0.0

    def asked(one: str, other: str) -> float:
        if other not in close[one]:
            found = near(wordings[one], wordings[other], closeness(*sorted((one, other))))
            return found if found >= TOO_FAR else 0.0
        return close[one][other]

    return Groups(close, asked).joined()


@dataclass(frozen=True, slots=True)
class Across:
    """What is known of the pairs across two groups: how many, how close they are together, and the closest."""

    pairs: int
    total: float
    best: float

    def joined(self, other: Across | None) -> Across:
        """Both together."""
        if other is None:
            return self
        return Across(self.pairs + other.pairs, self.total + other.total, max(self.best, other.best))


class Groups:
    """Wordings on their way to being groups."""

    def __init__(self, close: Mapping[str, Mapping[str, float]], asked: Closeness) -> None:
        """Begin with each wording by itself; `close` is what is known of pairs, `asked` tells it of all others, too."""
        self._asked = functools.cache(asked)
        self._members = {key: [key] for key in close}  # by the least of their keys
        self._across = {
            key: {other: Across(1, found, found) for other, found in others.items()} for key, others in close.items()
        }

    def joined(self) -> list[tuple[str, ...]]:
        """Join the two that are closest until none are close enough, and give the groups."""
        queue = [
            (-each.total, one, other, 1, 1)
            for one, others in self._across.items()
            for other, each in others.items()
            if one < other and each.best >= TOGETHER
        ]
        heapq.heapify(queue)
        while queue:
            _, one, other, *sizes = heapq.heappop(queue)
            if [len(self._members.get(one, ())), len(self._members.get(other, ()))] != sizes:
                continue  # one of them has grown, or gone, since
            self._join(one, other)
            for third, each in list(self._across[one].items()):
                if each.best >= TOGETHER:
                    low, high = sorted((one, third))
                    average = self._average(low, high, each)
                    if average >= ON_AVERAGE:
                        heapq.heappush(queue, (-average, low, high, len(self._members[low]), len(self._members[high])))
        return sorted(tuple(sorted(group)) for group in self._members.values())

    def _join(self, one: str, other: str) -> None:
        self._members[one] += self._members.pop(other)
        for third, each in self._across.pop(other).items():
            del self._across[third][other]
            if third != one:
                joined = each.joined(self._across[one].get(third))
                self._across[one][third] = self._across[third][one] = joined

    def _average(self, one: str, other: str, known: Across) -> float:
        """How close the pairs across two groups are on average; at the least so much where more would not be enough."""
        pairs = len(self._members[one]) * len(self._members[other])
        average = known.total / pairs
        if known.pairs == pairs or average >= ON_AVERAGE or average < KNOWN * ON_AVERAGE:
            return average
        asked = [self._asked(*sorted(pair)) for pair in product(self._members[one], self._members[other])]
        every = Across(pairs, math.fsum(asked), known.best)
        self._across[one][other] = self._across[other][one] = every
        return every.total / pairs
