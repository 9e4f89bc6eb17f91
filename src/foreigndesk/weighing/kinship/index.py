"""Reports kept in memory under the keys of their sketches; the case file keeps the same lists in a table."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from foreigndesk.model import Kinship, Report, Spun
from foreigndesk.weighing.kinship.kin import Kin, kin_of
from foreigndesk.weighing.kinship.looking import Lists, Placed, find_kin, joined, ranked
from foreigndesk.weighing.kinship.sketch import Sketch

READY = 2048  # reports kept ready for comparison, the last used: kin mostly follow each other within days


class Index:
    """Reports by the keys of their sketches.

    It keeps the reports themselves and makes them ready for comparison again when they are candidates: their words
    would take ten times the memory.
    """

    def __init__(self) -> None:
        """An index of nothing."""
        self._kept: list[tuple[Report, Spun | None]] = []
        self._families: list[int] = []
        # Most keys have one report: a tuple for each would double the memory.
        self._under: dict[int, int | tuple[int, ...]] = {}
        self._ready: OrderedDict[int, Kin] = OrderedDict()

    def __len__(self) -> int:
        """How many reports are kept."""
        return len(self._kept)

    def place(self, kin: Kin) -> tuple[Kinship, ...]:
        """Find the kin of a report among those kept, and keep it with them."""
        lists = self.lists(kin.sketch)
        placed = find_kin(kin, ranked(lists.values()), self)
        self.keep(kin, lists, placed)
        return placed.kinships

    def lists(self, sketch: Sketch) -> Lists:
        """The numbers of the reports under each key of a sketch."""
        return {key: self._places(key) for key in sketch.keys}

    def keep(self, kin: Kin, lists: Lists, placed: Placed) -> None:
        """Keep a report of which is known under what keys others are, and what was found about it."""
        place = len(self._kept)
        self._kept.append((kin.report, kin.spun))
        self._families.append(place if placed.family is None else placed.family)
        self._keep_ready(place, kin)
        for key, others in joined(lists, placed).items():
            self._under[key] = (*others, place) if others else place

    def family(self, place: int) -> int:
        """The family of a report, by number."""
        return self._families[place]

    def kin(self, place: int) -> Kin:
        """A report by number, made ready for comparison."""
        kin = self._ready.pop(place, None) or kin_of(*self._kept[place])
        self._keep_ready(place, kin)
        return kin

    def _places(self, key: int) -> Sequence[int]:
        under = self._under.get(key, ())
        return (under,) if isinstance(under, int) else under

    def _keep_ready(self, place: int, kin: Kin) -> None:
        self._ready[place] = kin
        if len(self._ready) > READY:
            self._ready.popitem(last=False)
