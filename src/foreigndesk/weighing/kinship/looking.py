"""Where kin are looked for: short lists of reports under the keys of their sketches, and what keeps them short.

Whoever keeps the lists (`Index` in memory, the case file in a table) goes by these rules, so that a report costs the
same whatever is kept: a key lists few of a family, for one copy is as good as another to find it by; of all others the
last ones, for kin follow each other within days; and what stands under many keys that everybody has is no candidate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

import numpy as np

from foreigndesk.model import Kinship, KinshipKind
from foreigndesk.weighing.kinship.judge import judge_kinship
from foreigndesk.weighing.kinship.kin import Kin

Lists = Mapping[int, Sequence[int]]  # the numbers of the reports under each key of one sketch, the last kept last

# Reports that share fewer keys are no candidates. One shared quotation gives four, and one may be lost where its marks
# stand a word apart: with four asked, seven more of 280 credited quotations of the development half are missed.
SHARED_KEYS = 3
# A key weighs the less the more reports are under it, and all that are shared must weigh LEAST. Among 60,000 reports
# made from PolNeAR that leaves one stranger to three reports, every copy, cut and spun text, and 17 of 18 deep
# rewrites; without it, there are more strangers to judge the more reports are kept.
FADING, LEAST = 0.75, 1.0
MOST_LISTED = 32  # under one key; with twice as many two more of 280 quotations are found, at half as much again
# Of one family under one key, and judged beside a new report: with four, each of them may go and the rest still hold
# the family together.
OF_ONE_FAMILY = 4
MOST_CANDIDATES = 16  # judged per report, the best first: every planted kin but 1 in 50 quotations is among eight


class Shelf(Protocol):
    """Where the reports stand whose numbers are in the lists."""

    def family(self, place: int) -> int:
        """The family of a report: the number of the one that it was first found to be kin of, or its own."""

    def kin(self, place: int) -> Kin | None:
        """A report made ready for comparison, None if it is kept no more."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What was found about a report: its kinships, and the numbers of its kin, of those it quotes, of its family."""

    kinships: tuple[Kinship, ...] = ()
    kin: frozenset[int] = frozenset()
    quoted: frozenset[int] = frozenset()
    family: int | None = None


def ranked(lists: Iterable[Sequence[int]], most: int = MOST_CANDIDATES) -> list[int]:
    """Of the reports listed under the keys of a sketch, those worth judging: with the most and rarest keys first.

    >>> ranked([[1, 2], [1], [1], [1, 2]])
    [1]
    """
    some = [under for under in lists if under]
    if not some:
        return []
    sizes = np.array([len(under) for under in some])
    places = np.fromiter(chain.from_iterable(some), dtype=np.int64, count=int(sizes.sum()))
    order = np.argsort(places, kind="stable")
    places = places[order]
    heads = np.flatnonzero(np.concatenate(([True], places[1:] != places[:-1])))
    weight = np.add.reduceat(np.repeat(sizes**-FADING, sizes)[order], heads)
    shared = np.diff(heads, append=len(places))
    found = np.flatnonzero((shared >= SHARED_KEYS) & (weight >= LEAST))
    best: list[int] = places[heads[found[np.argsort(-weight[found], kind="stable")[:most]]]].tolist()
    return best


def find_kin(kin: Kin, candidates: Iterable[int], shelf: Shelf) -> Placed:
    """The kinships of a report with candidates, of each family with OF_ONE_FAMILY at most."""
    found: list[Kinship] = []
    near: list[int] = []
    quoted: list[int] = []
    of_family: Counter[int] = Counter()
    for place in candidates:
        family = shelf.family(place)
        other = shelf.kin(place) if of_family[family] < OF_ONE_FAMILY else None
        if other is None or (finding := judge_kinship(kin, other)) is None:
            continue
        found.append(finding)
        if finding.kind is not KinshipKind.QUOTES:
            of_family[family] += 1
            near.append(place)
        elif finding.debtor == kin.report.id:
            quoted.append(place)
    return Placed(tuple(found), frozenset(near), frozenset(quoted), shelf.family(near[0]) if near else None)


def joined(lists: Lists, placed: Placed) -> dict[int, tuple[int, ...]]:
    """The lists that a report joins, each with room for one more.

    Where enough of its family are listed, or the one whose words it quotes, it would not be missed.

    >>> joined({7: (1, 2, 3, 4), 8: (1, 2), 9: ()}, Placed(kin=frozenset({1, 2, 3, 4})))
    {8: (1, 2), 9: ()}
    """
    return {
        key: tuple(under[1 - MOST_LISTED :])
        for key, under in lists.items()
        if not under or (placed.quoted.isdisjoint(under) and len(placed.kin.intersection(under)) < OF_ONE_FAMILY)
    }
