"""From contents that are close to each other, pair by pair, to groups that are one claim.

A claim is a group of contents in which the pairs are close on the whole: two groups become one where some pair across
them is close enough to be joined wherever it stands (TOGETHER), and the pairs across them have enough on average
(ON_AVERAGE), a pair that is not known to be close having nothing. So a content that lies between two claims, or a chain
of contents each near the next, glues nothing together. Those with the highest average are joined first, ties broken by
the keys of the contents: the same groups come out in whatever order contents came in, and only the contents that hang
together by close pairs have to be looked at when one of them is new.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from foreigndesk.model import Cite
from foreigndesk.weighing.candidates import SOON
from foreigndesk.weighing.contents import TOGETHER, TOO_FAR

# Of the pairs of the gold's first half that are so joined 85 % are one claim, and a quarter of those that are one claim
# are joined. At 0.5 a chain of three that are just close enough is one claim; at 0.7 claims of ten wordings fall apart.
ON_AVERAGE = 0.6
LATER = 0.3  # taken off closeness for contents that are told weeks apart


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


def components(keys: Iterable[str], ties: Iterable[Tie]) -> list[list[str]]:
    """The keys that hang together by ties that may join them, each group in order, by its first."""
    leader = {key: key for key in keys}

    def led_by(key: str) -> str:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for tie in ties:
        if tie.closeness >= TOGETHER:
            low, high = sorted((led_by(tie.one), led_by(tie.other)))
            leader[high] = low
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(leader):
        found[led_by(key)].append(key)
    return list(found.values())


def judge_groups(wordings: Mapping[str, Wording], ties: Iterable[Tie]) -> list[tuple[str, ...]]:
    """The wordings, by key, that are one claim: each in one group, groups and their keys in order.

    Ties between wordings that are not given are passed over.
    """
    across: defaultdict[str, dict[str, Across]] = defaultdict(dict)
    for tie in ties:
        if tie.one in wordings and tie.other in wordings:
            close = near(wordings[tie.one], wordings[tie.other], tie.closeness)
            if close >= TOO_FAR:
                across[tie.one][tie.other] = across[tie.other][tie.one] = Across(close, close)
    groups = {key: [key] for key in wordings}
    queue = [
        (-each.total, one, other, 1, 1)
        for one, others in across.items()
        for other, each in others.items()
        if one < other and each.best >= TOGETHER
    ]
    heapq.heapify(queue)
    while queue:
        _, one, other, size, others_size = heapq.heappop(queue)
        if (one in groups and len(groups[one])) != size or (other in groups and len(groups[other])) != others_size:
            continue  # one of them has grown, or gone, since
        groups[one] += groups.pop(other)
        for third, each in across.pop(other).items():
            del across[third][other]
            if third != one:
                joined = each.joined(across[one].get(third))
                across[one][third] = across[third][one] = joined
        for third, each in across[one].items():
            pairs = len(groups[one]) * len(groups[third])
            if each.best >= TOGETHER and each.total >= ON_AVERAGE * pairs:
                low, high = sorted((one, third))
                heapq.heappush(queue, (-each.total / pairs, low, high, len(groups[low]), len(groups[high])))
    return sorted(tuple(sorted(group)) for group in groups.values())


@dataclass(frozen=True, slots=True)
class Across:
    """What is close across two groups: all pairs together, and the closest."""

    total: float
    best: float

    def joined(self, other: Across | None) -> Across:
        """Both together."""
        return Across(self.total + other.total, max(self.best, other.best)) if other else self
