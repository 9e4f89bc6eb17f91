"""A figure: what was measured, on how much, against which bar."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

UNSEEN = "new"  # stands in a figure's name where others say which half of their gold
FRESH = "fresh"  # the gold that was written last, and ends the names of its figures
DRAWS = 1000  # of the bootstrap, as many as for statements
Unit = TypeVar("Unit")


@dataclass(frozen=True)
class Figure:
    """One measured value. `interval` is the 95 % bootstrap interval over documents."""

    name: str
    value: float
    bar: float | None = None
    n: int = 0
    interval: tuple[float, float] | None = None
    note: str = ""


def as_unseen(figures: list[Figure], group: str = "unseen") -> list[Figure]:
    """Figures of gold that nobody who writes rules has read: their names end in `.unseen`, or in another group's."""
    return [replace(figure, name=f"{figure.name.replace(f'.{UNSEEN}.', '.')}.{group}") for figure in figures]


def drawn(units: Sequence[Unit], figures_of: Callable[[Sequence[Unit]], list[Figure]]) -> list[Figure]:
    """The figures of units that are judged already, each with its 95 % bootstrap interval over the units."""
    pick = random.Random(0)
    draws = [figures_of(pick.choices(units, k=len(units))) for _ in range(DRAWS)]
    columns = [sorted(values) for values in zip(*([one.value for one in draw] for draw in draws), strict=True)]
    low, high = int(0.025 * DRAWS), int(0.975 * DRAWS) - 1
    return [
        replace(figure, interval=(values[low], values[high]))
        for figure, values in zip(figures_of(units), columns, strict=True)
    ]


def together(units: Iterable[Sequence[Figure]]) -> list[Figure]:
    """The figures of units as those of one whole: each is a share of its `n`, so that shares and numbers add up."""
    columns = list(zip(*units, strict=True))
    return [
        replace(column[0], value=sum(one.value * one.n for one in column) / max(1, size), n=size)
        for column, size in ((column, sum(one.n for one in column)) for column in columns)
    ]


def print_figures(figures: list[Figure], floors: dict[str, float] | None = None) -> None:
    """A line a figure: value, 95 % interval, bar and floor, number of cases."""
    for figure in figures:
        interval = f"[{figure.interval[0]:.3f}, {figure.interval[1]:.3f}]" if figure.interval else ""
        bar = f"bar {figure.bar:g}" if figure.bar is not None else ""
        floor = f"floor {floors[figure.name]:g}" if floors and figure.name in floors else ""
        line = f"{figure.name:44} {figure.value:8.4g} {interval:16} {bar:10} {floor:13} n={figure.n}  {figure.note}"
        print(line.rstrip())
