"""How near wordings are to each other: how close their contents are, less so where they are told weeks apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from foreigndesk.weighing.candidates import SOON, UNDATED, candidates, gaps
from foreigndesk.weighing.contents import TOO_FAR, Ints, Outline, Outlines, closenesses

LATER = 0.3  # taken off closeness for contents that are told weeks apart
COMPARED = 1 << 16  # pairs at a time: what is known of them takes some ten megabytes

Span = tuple[int | None, int | None]  # first and last day as numbers (`date.toordinal`), None where no telling is dated


@dataclass(frozen=True, slots=True)
class Tie:
    """How near two wordings are, by their keys, in order."""

    one: str
    other: str
    nearness: float


class Nearness:
    """How near wordings are that are given by key, in order, with their outlines and days."""

    def __init__(self, keys: Sequence[str], outlines: Sequence[Outline], days: Sequence[Span]) -> None:
        """Lay them side by side."""
        self._keys = keys
        self._places = {key: place for place, key in enumerate(keys)}
        self._outlines = Outlines(outlines)
        spans = [UNDATED if None in span else span for span in days]
        self._spans = np.array(spans, dtype=np.int32).reshape(-1, 2).T.copy()

    def ties(
        self, fresh: Iterable[str] | None = None, on_pairs: Callable[[int, int], None] = lambda _done, _of: None
    ) -> Iterator[Tie]:
        """The ties between wordings of which at least one is fresh (None: all are), in the order of their keys.

        Those that are too far apart to count have none. `on_pairs` is told how many of how many pairs are compared.
        """
        places = sorted(self._places[key] for key in (self._keys if fresh is None else fresh))
        ones, others = candidates(self._outlines, self._spans, np.array(places, dtype=np.int64))
        for begin in range(0, len(ones), COMPARED):
            on_pairs(begin, len(ones))
            some = slice(begin, begin + COMPARED)
            found = self._near(ones[some], others[some])
            for place in np.flatnonzero(found).tolist():
                one, other = int(ones[begin + place]), int(others[begin + place])
                yield Tie(self._keys[one], self._keys[other], float(found[place]))

    def between(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """How near the two of each pair are, 0 for those that are too far apart to count."""
        ones, others = (np.array([self._places[pair[side]] for pair in pairs], dtype=np.int64) for side in (0, 1))
        return [float(each) for each in self._near(np.minimum(ones, others), np.maximum(ones, others))]

    def _near(self, ones: Ints, others: Ints) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        found = closenesses(self._outlines, ones, others) - LATER * (gaps(self._spans, ones, others) > SOON)
        return np.where(found >= TOO_FAR, found, 0.0)
