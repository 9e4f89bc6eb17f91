"""Limited-memory BFGS (Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 7.4), in numpy."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
MEMORY = 8
HALVINGS = 20
ENOUGH = 1e-4  # Armijo's condition


def minimise(
    loss: Callable[[Floats], tuple[float, Floats]], start: Floats, steps: int = 80, tolerance: float = 1e-6
) -> Floats:
    """Where a smooth convex function (value and gradient) is least; ends when a step gains less than tolerance."""
    here, (value, slope) = start, loss(start)
    moves: list[tuple[Floats, Floats]] = []
    for _ in range(steps):
        way = -downhill(slope, moves)
        fall, length = float((slope * way).sum()), 1.0
        for _ in range(HALVINGS):
            there = here + length * way
            reached, turned = loss(there)
            if reached <= value + ENOUGH * length * fall:
                break
            length /= 2
        if float(((there - here) * (turned - slope)).sum()) > 1e-12:
            moves = [*moves[-MEMORY + 1 :], (there - here, turned - slope)]
        gain = value - reached
        here, value, slope = there, reached, turned
        if gain < tolerance * max(1.0, abs(value)):
            break
    return here


def downhill(slope: Floats, moves: list[tuple[Floats, Floats]]) -> Floats:
    """The inverse Hessian, as far as the last moves tell it, times the slope."""
    if not moves:
        return slope / max(1.0, float(np.abs(slope).max()))
    left, shares = slope.copy(), []
    for step, change in reversed(moves):
        share = float((step * left).sum()) / float((step * change).sum())
        left -= share * change
        shares.append(share)
    step, change = moves[-1]
    left *= float((step * change).sum()) / float((change * change).sum())
    for (step, change), share in zip(moves, reversed(shares), strict=True):
        left += step * (share - float((change * left).sum()) / float((step * change).sum()))
    return left
