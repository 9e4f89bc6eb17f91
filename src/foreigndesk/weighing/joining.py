"""Groups of numbers made by joining the two with the highest average across them, until none have enough."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator

Pair = tuple[int, int]
Waiting = tuple[float, int, int, int, int]  # minus the average, the least of either group, their sizes


def joined(
    number: int, totals: Iterable[tuple[int, int, int]], joining: Iterable[Pair], enough: float
) -> list[list[int]]:
    """The groups of the numbers below `number`, each in order.

    `totals` tell how much two numbers have (one, other, how much); any others have nothing. Two groups are joined where
    a pair of `joining` stands across them and all pairs across them have `enough` on average; those with the highest
    average first, ties broken by the least number of either.

    >>> joined(4, [(0, 1, 9), (1, 2, 9), (2, 3, 8)], [(0, 1), (1, 2), (2, 3)], 6)
    [[0, 1], [2, 3]]
    """
    groups = Groups(number)
    for one, other, how_much in totals:
        groups.across[one][other] = groups.across[other][one] = how_much
    for one, other in joining:
        groups.may_join[one].add(other)
        groups.may_join[other].add(one)
    return groups.join(enough)


class Groups:
    """Numbers on their way to being groups: each group has a place, at first that of its one number.

    `across` is how much the pairs across two groups have together, `may_join` which others a group may be joined to.
    """

    def __init__(self, number: int) -> None:
        """Begin with each number by itself."""
        self.members = [[each] for each in range(number)]
        self.across: list[dict[int, int]] = [{} for _ in range(number)]
        self.may_join: list[set[int]] = [set() for _ in range(number)]
        self.place_of = list(range(number))  # by the least number of a group

    def join(self, enough: float) -> list[list[int]]:
        """Join the two that are closest until none are close enough, and give the groups."""
        queue = [
            waiting for place in range(len(self.members)) for waiting in self.waiting(place, enough, first_only=True)
        ]
        heapq.heapify(queue)
        while queue:
            _, one, other, mine, theirs = heapq.heappop(queue)
            if self.size_of(one) != mine or self.size_of(other) != theirs:
                continue  # one of them has grown, or gone, since
            for waiting in self.waiting(self.together(self.place_of[one], self.place_of[other]), enough):
                heapq.heappush(queue, waiting)
        return sorted(sorted(group) for group in self.members if group)

    def size_of(self, least: int) -> int:
        """How many the group has whose least number this is; 0 if it is that of none any more."""
        members = self.members[self.place_of[least]]
        return len(members) if members and members[0] == least else 0

    def waiting(self, place: int, enough: float, *, first_only: bool = False) -> Iterator[Waiting]:
        """The joins of the group at a place that are to be had; of each two only once, if `first_only`."""
        mine, across = self.members[place], self.across[place]
        for other in self.may_join[place]:
            theirs = self.members[other]
            average = across.get(other, 0) / (len(mine) * len(theirs))
            if average >= enough and (mine[0] < theirs[0] or not first_only):
                low, high = (mine, theirs) if mine[0] < theirs[0] else (theirs, mine)
                yield -average, low[0], high[0], len(low), len(high)

    def together(self, one: int, other: int) -> int:
        """Join the groups at two places; the place of both together is that of the one with more to do with others."""
        if len(self.across[one]) < len(self.across[other]):
            one, other = other, one
        first, second = sorted((self.members[one], self.members[other]), key=lambda members: members[0])
        self.members[one], self.members[other] = [*first, *second], []
        self.place_of[first[0]] = one
        across = self.across[one]
        for third, how_much in self.across[other].items():
            of_third = self.across[third]
            del of_third[other]
            if third != one:
                across[third] = of_third[one] = across.get(third, 0) + how_much
        may_join = self.may_join[one]
        for third in self.may_join[other]:
            self.may_join[third].discard(other)
            if third != one:
                self.may_join[third].add(one)
                may_join.add(third)
        self.across[other], self.may_join[other] = {}, set()
        return one
