"""From contents that are close to each other, pair by pair, to groups that are one claim.

A claim is a group of contents in which the pairs are close on the whole: two groups become one where some pair across
them is close enough to be joined wherever it stands (TOGETHER), and the pairs across them have enough on average
(ON_AVERAGE), those that are too far apart having nothing. So a content that lies between two claims, or a chain of
contents each near the next, glues nothing together. Those with the highest average are joined first, ties broken by the
keys of the contents: the same groups come out in whatever order contents came in, and only the contents that hang
together by close pairs have to be looked at when one of them is new.
"""

from __future__ import annotations

import heapq
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from foreigndesk.model import Cite
from foreigndesk.weighing.contents import TOGETHER
from foreigndesk.weighing.nearness import Tie

# Of the pairs of the gold's first half that are so joined 87 % are one claim, and a quarter of those that are one claim
# are joined. At 0.5 a chain of three that are just close enough would be one claim. Had each content to be close to the
# three that are nearest to it alone, PolNeAR's 17,000 contents would make a claim of 249; so the largest has 49.
ON_AVERAGE = 0.6

Pair = tuple[str, str]
Asked = Callable[[Sequence[Pair]], Sequence[float]]  # how near the two of each pair are


@dataclass(frozen=True, slots=True)
class Wording:
    """One content in the words and with the force in which it is told, however often: its key, and where it is told."""

    key: str
    places: tuple[Cite, ...]


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
    wordings: Mapping[str, Wording], ties: Iterable[Tie], asked: Asked = lambda pairs: [0.0] * len(pairs)
) -> list[tuple[str, ...]]:
    """The wordings, by key, that are one claim: each in one group, groups and their keys in order.

    Ties between wordings that are not given are passed over; `asked` tells how near those without a tie are that both
    are close to a third. Any others count as far apart. A wording that is told inside another is no second telling of
    it.
    """
    reports = {key: frozenset(cite.report for cite in wording.places) for key, wording in wordings.items()}

    def is_inside(one: str, other: str) -> bool:
        return not reports[one].isdisjoint(reports[other]) and overlap(wordings[one].places, wordings[other].places)

    near: dict[str, dict[str, float]] = {key: {} for key in wordings}
    for tie in ties:
        if tie.one in wordings and tie.other in wordings:
            found = 0.0 if is_inside(tie.one, tie.other) else tie.nearness
            near[tie.one][tie.other] = near[tie.other][tie.one] = found

    thirds = {pair for others in near.values() for pair in itertools.combinations(closest(others), 2)}
    unknown = sorted((one, other) for one, other in thirds if other not in near[one] and not is_inside(one, other))
    for (one, other), found in zip(unknown, asked(unknown) if unknown else (), strict=True):
        near[one][other] = near[other][one] = found
    return Groups(near).joined()


def closest(others: Mapping[str, float]) -> list[str]:
    """Those of some wordings that are near enough to be joined to a third wherever it stands, in order."""
    return sorted(other for other, found in others.items() if found >= TOGETHER)


class Across(NamedTuple):
    """How near the pairs across two groups are together, and the nearest."""

    total: float
    best: float


NOTHING = Across(0.0, 0.0)


class Groups:
    """Wordings on their way to being groups."""

    def __init__(self, near: Mapping[str, Mapping[str, float]]) -> None:
        """Begin with each wording by itself; `near` is how near others are to each."""
        self._members = {key: [key] for key in near}  # by the least of their keys
        self._across = {
            key: {other: Across(found, found) for other, found in others.items()} for key, others in near.items()
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
                low, high = sorted((one, third))
                first, second = len(self._members[low]), len(self._members[high])
                average = each.total / (first * second)
                if each.best >= TOGETHER and average >= ON_AVERAGE:
                    heapq.heappush(queue, (-average, low, high, first, second))
        return sorted(tuple(sorted(group)) for group in self._members.values())

    def _join(self, one: str, other: str) -> None:
        self._members[one] += self._members.pop(other)
        for third, each in self._across.pop(other).items():
            del self._across[third][other]
            if third != one:
                known = self._across[one].get(third, NOTHING)
                joined = Across(known.total + each.total, max(known.best, each.best))
                self._across[one][third] = self._across[third][one] = joined
