"""Change points of a course of scores: where its mean turned, tested against chance by shuffling.

Binary segmentation (Vostrikova 1981): the split that explains most of the spread is kept if few shuffles of the same
scores have one as good, and both parts are looked at in turn. A shuffle takes scores as exchangeable: where deeds bring
about the next ones, chance alone is less even than it supposes, and a p is somewhat too small.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Of seven scores no split can be told from chance: the best of 35 divisions (3 and 4) has p >= 0.05 once its mirror
# image, as good, is counted with it.
FEWEST = 8
FEWEST_ASIDE = 2  # scores on each side of a split: one alone is no course
SHUFFLES = 999  # so that p is told to a thousandth (Davison and Hinkley 1997, 4.2.5)
CHANCE = 0.05
SEED = 1857  # shuffles are drawn anew from it each time, so that the same scores have the same p
AT_ONCE = 1 << 21  # scores shuffled in one array: 16 MB


@dataclass(frozen=True, slots=True)
class Split:
    """The best split of some scores: where the later part begins, the means on both sides, and its p."""

    place: int
    was: float
    now: float
    p: float


def find_changes(scores: Sequence[float], places: Sequence[int]) -> list[Split]:
    """The splits that chance does not explain, in order; `places` are the indices at which a split may be.

    >>> [split.place for split in find_changes([5.0] * 9 + [-5.0] * 9, range(1, 18))]
    [9]
    """
    return list(segments(np.asarray(scores, dtype=float), sorted(set(places)), 0, len(scores)))


def segments(scores: NDArray[np.float64], places: Sequence[int], begin: int, end: int) -> Iterator[Split]:
    """The splits of a stretch, each side of a split looked at by itself."""
    split = best_split(scores, places, begin, end)
    if split is None or split.p > CHANCE:
        return
    yield from segments(scores, places, begin, split.place)
    yield split
    yield from segments(scores, places, split.place, end)


def best_split(scores: NDArray[np.float64], places: Sequence[int], begin: int, end: int) -> Split | None:
    """The split of a stretch that explains most, with its p; None for too few scores, or none but equal ones."""
    here = scores[begin:end]
    inside = np.array([p - begin for p in places if FEWEST_ASIDE <= p - begin <= len(here) - FEWEST_ASIDE], dtype=int)
    if len(here) < FEWEST or not len(inside) or np.ptp(here) == 0:
        return None
    gains = gains_of(here[None, :], inside)[0]
    best = int(np.argmax(gains))
    draw, as_good, left = np.random.default_rng(SEED), 0, SHUFFLES
    ordered = np.sort(here)
    while left:
        several = min(left, max(AT_ONCE // len(here), 1))
        shuffled = draw.permuted(np.tile(ordered, (several, 1)), axis=1)
        as_good += int((gains_of(shuffled, inside).max(axis=1) >= gains[best] * (1 - EQUAL)).sum())
        left -= several
    place = int(inside[best])
    means = (round(float(here[:place].mean()), 2), round(float(here[place:].mean()), 2))
    return Split(begin + place, *means, (as_good + 1) / (SHUFFLES + 1))


EQUAL = 1e-9  # sums of the same numbers in another order differ by less


def gains_of(rows: NDArray[np.float64], places: NDArray[np.int64]) -> NDArray[np.float64]:
    """How much of the squared deviations each split explains, in each row."""
    size = rows.shape[1]
    sums = rows.cumsum(axis=1)
    left, total = sums[:, places - 1], sums[:, -1:]
    gap = left / places - (total - left) / (size - places)
    gains: NDArray[np.float64] = places * (size - places) / size * gap**2
    return gains
