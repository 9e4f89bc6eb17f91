"""Reports kept in memory under the keys of their sketches; the case file keeps the same keys in a table."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np

from foreigndesk.model import Report, Spun
from foreigndesk.weighing.kinship.kin import Kin, kin_of
from foreigndesk.weighing.kinship.sketch import SHARED_BANDS, Sketch

T = TypeVar("T", int, str)

# Reports kept under one key: a key that more have is furniture or a phrase, or a copied report whose first copies are
# found all the same. It bounds the cost of a look-up however many reports are kept.
MOST_KEPT = 64
MOST_CANDIDATES = 24  # judged per report: the best first; every planted kin stood among the first


READY = 2048  # reports kept ready for comparison, the last used: kin mostly follow each other within days


class Index:
    """Reports by the keys of their sketches.

    It keeps the reports themselves and makes them ready for comparison again when they are candidates: their words
    would take ten times the memory.
    """

    def __init__(self) -> None:
        """An index of nothing."""
        self._kept: list[tuple[Report, Spun | None]] = []
        # Most keys have one report: a list for each would double the memory.
        self._under: dict[int, int | list[int]] = {}
        self._ready: OrderedDict[int, Kin] = OrderedDict()

    def __len__(self) -> int:
        """How many reports are kept."""
        return len(self._kept)

    def add(self, kin: Kin) -> None:
        """Keep a report under each of its keys that fewer than MOST_KEPT have."""
        place = len(self._kept)
        self._kept.append((kin.report, kin.spun))
        self._keep_ready(place, kin)
        for band in kin.sketch.bands:
            under = self._under.setdefault(band, place)
            if isinstance(under, list):
                if len(under) < MOST_KEPT:
                    under.append(place)
            elif under != place:
                self._under[band] = [under, place]

    def candidates(self, sketch: Sketch, most: int = MOST_CANDIDATES) -> list[Kin]:
        """The reports that share SHARED_BANDS keys or more, those that share the most and the rarest first."""
        return [self._load(place) for place in ranked(map(self._places, sketch.bands), most)]

    def _places(self, band: int) -> Sequence[int]:
        under = self._under.get(band, ())
        return (under,) if isinstance(under, int) else under

    def _load(self, place: int) -> Kin:
        kin = self._ready.pop(place, None) or kin_of(*self._kept[place])
        self._keep_ready(place, kin)
        return kin

    def _keep_ready(self, place: int, kin: Kin) -> None:
        self._ready[place] = kin
        if len(self._ready) > READY:
            self._ready.popitem(last=False)


def ranked(mates: Iterable[Sequence[T]], most: int = MOST_CANDIDATES) -> list[T]:
    """Of the reports kept under each key of a sketch, those under SHARED_BANDS keys or more: most and rarest first.

    >>> ranked([["r-1", "r-2"], ["r-1"], ["r-1"], ["r-1", "r-2"]])
    ['r-1']
    """
    lists = [under for under in mates if under]
    if not lists:
        return []
    sizes = np.array([len(under) for under in lists])
    # as arrays: a family of a thousand copies has thousands of entries under one report's keys
    ones, place, often = np.unique([one for under in lists for one in under], return_inverse=True, return_counts=True)
    shared = np.bincount(place, weights=np.repeat(1 / np.sqrt(sizes), sizes), minlength=len(ones))
    found = np.flatnonzero(often >= SHARED_BANDS)
    best: list[T] = ones[found[np.lexsort((found, -shared[found]))[:most]]].tolist()
    return best
