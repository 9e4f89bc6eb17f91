"""Where the actors of a network stand: the same network gives the same places on every machine.

Stress majorization (Gansner, Koren and North 2004): the distance of two actors on the page comes as near as it can to
the number of ties between them in the network. It begins from a circle in the order given and takes a fixed number of
steps, so that nothing is left to chance.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Sequence

STEPS = 120  # by then no place of a network of 40 moves by a tenth of a unit
APART = 3.2  # the distance of two that no tie joins, even through others: at the rim, not out of sight

Place = tuple[float, float]


def places_of(actors: Sequence[str], ties: Iterable[tuple[str, str]]) -> dict[str, Place]:
    """A place for each actor, in [0, 1] both ways.

    >>> places_of(["one"], [])
    {'one': (0.5, 0.5)}
    """
    if len(actors) < 2:
        return dict.fromkeys(actors, (0.5, 0.5))
    far = distances(actors, ties)
    circle = [2 * math.pi * rank / len(actors) for rank in range(len(actors))]
    radius = max(max(row) for row in far) / 2
    at = [(radius * math.cos(angle), radius * math.sin(angle)) for angle in circle]
    for _ in range(STEPS):
        at = [moved(rank, at, far) for rank in range(len(at))]
    return dict(zip(actors, within(at), strict=True))


def distances(actors: Sequence[str], ties: Iterable[tuple[str, str]]) -> list[list[float]]:
    """How many ties lie between any two, by the shortest way."""
    near: dict[str, set[str]] = {actor: set() for actor in actors}
    for one, other in ties:
        if one in near and other in near and one != other:
            near[one].add(other)
            near[other].add(one)
    rows = []
    for actor in actors:
        reached = {actor: 0.0}
        waiting = deque([actor])
        while waiting:
            one = waiting.popleft()
            for other in sorted(near[one]):
                if other not in reached:
                    reached[other] = reached[one] + 1
                    waiting.append(other)
        rows.append([reached.get(other, APART) for other in actors])
    return rows


def moved(rank: int, at: Sequence[Place], far: Sequence[Sequence[float]]) -> Place:
    """Where one stands best while the others stay: the weighted mean of what each of them would like."""
    x, y = at[rank]
    sum_x = sum_y = weights = 0.0
    for other, (there_x, there_y) in enumerate(at):
        if other == rank:
            continue
        wanted = far[rank][other]
        length = math.hypot(x - there_x, y - there_y) or 1e-9
        weight = wanted**-2
        sum_x += weight * (there_x + wanted * (x - there_x) / length)
        sum_y += weight * (there_y + wanted * (y - there_y) / length)
        weights += weight
    return sum_x / weights, sum_y / weights


def within(at: Sequence[Place]) -> list[Place]:
    """The places moved and stretched so that they fill the square from 0 to 1."""
    left, low = min(x for x, _ in at), min(y for _, y in at)
    wide, high = max(x for x, _ in at) - left or 1.0, max(y for _, y in at) - low or 1.0
    return [((x - left) / wide, (y - low) / high) for x, y in at]


def spread(at: dict[str, Place], wide: float, high: float) -> dict[str, Place]:
    """Places moved apart until no two labels of that size lie over each other, as far as a few rounds go."""
    found = dict(at)
    order = list(at)
    for _ in range(60):
        still = True
        for number, one in enumerate(order):
            for other in order[number + 1 :]:
                (x1, y1), (x2, y2) = found[one], found[other]
                over_x, over_y = wide - abs(x1 - x2), high - abs(y1 - y2)
                if over_x > 0 and over_y > 0:
                    still = False
                    if over_y < over_x:
                        shift = over_y / 2 * (1 if y1 >= y2 else -1)
                        found[one], found[other] = (x1, y1 + shift), (x2, y2 - shift)
                    else:
                        shift = over_x / 2 * (1 if x1 >= x2 else -1)
                        found[one], found[other] = (x1 + shift, y1), (x2 - shift, y2)
        if still:
            break
    return found
