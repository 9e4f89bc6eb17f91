"""Bounds from counts: of a mean of few scores, and of a rate."""

from __future__ import annotations

import math
from collections.abc import Sequence

from foreigndesk.model import Rate

Z90 = 1.645  # normal quantile of a two-sided 90 % interval
# The same of Student's t with one to five degrees of freedom; beyond, the expansion below is right to a hundredth.
T90 = {1: 6.314, 2: 2.920, 3: 2.353, 4: 2.132, 5: 2.015}
# Standard deviation of PLOVER's scale over its sixteen types, taken for a span of one event, which shows none itself.
SPREAD = 5.6
MOST = 10.0  # PLOVER's scale goes from -10 to 10
HUNDRED = 100.0


def student(degrees: int) -> float:
    """The 95 % quantile of Student's t (Abramowitz and Stegun 1964, 26.7.5).

    >>> round(student(10), 2), round(student(60), 2)
    (1.81, 1.67)
    """
    if degrees in T90:
        return T90[degrees]
    z = Z90
    return z + (z**3 + z) / (4 * degrees) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * degrees**2)


def mean_with_bounds(scales: Sequence[float]) -> tuple[float | None, float | None, float | None]:
    """The mean and its 90 % t bounds, within the scale; Nones for no events.

    The spread of few events is not known from them: one more event's worth of SPREAD is added before (a normal mean
    with a scaled inverse chi-square prior of one degree of freedom; Gelman et al., Bayesian Data Analysis, 3.3).

    >>> mean_with_bounds([]), mean_with_bounds([-5.0] * 6)
    ((None, None, None), (-5.0, -6.81, -3.19))
    """
    if not scales:
        return None, None, None
    size = len(scales)
    mean = math.fsum(scales) / size
    variance = (math.fsum((scale - mean) ** 2 for scale in scales) + SPREAD**2) / size
    margin = student(size) * math.sqrt(variance / size)
    return round(mean, 2), round(max(mean - margin, -MOST), 2), round(min(mean + margin, MOST), 2)


def rate_of(number: int, among: int) -> Rate | None:
    """So many for every hundred, with 90 % Poisson bounds (Byar's approximation; Breslow and Day 1987); None of none.

    >>> rate_of(3, 60)
    Rate(per_hundred=5.0, low=1.35, high=12.91)
    """
    if not among:
        return None
    low = number * (1 - 1 / (9 * number) - Z90 / (3 * math.sqrt(number))) ** 3 if number else 0.0
    more = number + 1
    high = more * (1 - 1 / (9 * more) + Z90 / (3 * math.sqrt(more))) ** 3
    return Rate(*(round(HUNDRED * value / among, 2) for value in (number, max(low, 0.0), high)))
