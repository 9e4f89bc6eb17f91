"""A figure: what was measured, on how much, against which bar."""

from __future__ import annotations

from dataclasses import dataclass, replace

UNSEEN = "new"  # stands in a figure's name where others say which half of their gold


@dataclass(frozen=True)
class Figure:
    """One measured value. `interval` is the 95 % bootstrap interval over documents."""

    name: str
    value: float
    bar: float | None = None
    n: int = 0
    interval: tuple[float, float] | None = None
    note: str = ""


def as_unseen(figures: list[Figure]) -> list[Figure]:
    """Figures of gold that nobody who writes rules has read: their names end in `.unseen`."""
    return [replace(figure, name=f"{figure.name.replace(f'.{UNSEEN}.', '.')}.unseen") for figure in figures]


def print_figures(figures: list[Figure], floors: dict[str, float] | None = None) -> None:
    """A line a figure: value, 95 % interval, bar and floor, number of cases."""
    for figure in figures:
        interval = f"[{figure.interval[0]:.3f}, {figure.interval[1]:.3f}]" if figure.interval else ""
        bar = f"bar {figure.bar:g}" if figure.bar is not None else ""
        floor = f"floor {floors[figure.name]:g}" if floors and figure.name in floors else ""
        line = f"{figure.name:44} {figure.value:8.4g} {interval:16} {bar:10} {floor:13} n={figure.n}  {figure.note}"
        print(line.rstrip())
