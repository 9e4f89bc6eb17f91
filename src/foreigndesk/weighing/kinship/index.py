"""Reports kept in memory under the keys of their sketches; the case file keeps the same keys in a table."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from foreigndesk.weighing.kinship.kin import Kin
from foreigndesk.weighing.kinship.sketch import SHARED_BANDS, Sketch

T = TypeVar("T", int, str)

# Reports kept under one key: a key that more have is furniture or a phrase, or a copied report whose first copies are
# found all the same. It bounds the cost of a look-up however many reports are kept.
MOST_KEPT = 64
MOST_CANDIDATES = 24  # judged per report: the best first; every planted kin stood among the first


class Index:
    """Reports by the keys of their sketches."""

    def __init__(self) -> None:
        """An index of nothing."""
        self._kept: list[Kin] = []
        self._under: defaultdict[int, list[int]] = defaultdict(list)

    def __len__(self) -> int:
        """How many reports are kept."""
        return len(self._kept)

    def __iter__(self) -> Iterator[Kin]:
        """The reports in the order in which they were added."""
        return iter(self._kept)

    def add(self, kin: Kin) -> None:
        """Keep a report under each of its keys that fewer than MOST_KEPT have."""
        place = len(self._kept)
        self._kept.append(kin)
        for band in kin.sketch.bands:
            under = self._under[band]
            if len(under) < MOST_KEPT:
                under.append(place)

    def candidates(self, sketch: Sketch, most: int = MOST_CANDIDATES) -> list[Kin]:
        """The reports that share SHARED_BANDS keys or more, those that share the most and the rarest first."""
        return [self._kept[place] for place in ranked((self._under.get(band, ()) for band in sketch.bands), most)]


def ranked(mates: Iterable[Sequence[T]], most: int = MOST_CANDIDATES) -> list[T]:
    """Of the reports kept under each key of a sketch, those under SHARED_BANDS keys or more: most and rarest first.

    >>> ranked([["r-1", "r-2"], ["r-1"], ["r-1"], ["r-1", "r-2"]])
    ['r-1']
    """
    shared: defaultdict[T, float] = defaultdict(float)
    count: defaultdict[T, int] = defaultdict(int)
    for under in mates:
        for one in under:
            shared[one] += 1 / math.sqrt(len(under))
            count[one] += 1
    found = [one for one, often in count.items() if often >= SHARED_BANDS]
    return sorted(found, key=lambda one: (-shared[one], one))[:most]
