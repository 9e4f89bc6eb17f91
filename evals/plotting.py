"""Lines drawn as SVG: small, without a library, to be read on white and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 56, 130, 40, 44
STROKES = ("#4477aa", "#ee6677", "#228833", "#222222", "#aa3377", "#66ccee")  # Tol's bright: told apart by all eyes


@dataclass(frozen=True)
class Line:
    """A name and its points."""

    name: str
    points: Sequence[tuple[float, float]]


def draw_lines(title: str, across: str, up: str, lines: Sequence[Line]) -> str:
    """The lines over axes from nought, each named at its end; names that would touch are moved apart.

    >>> draw_lines("Growth", "day", "cm", [Line("bean", [(0, 0), (1, 2)])]).count("<polyline")
    1
    """
    right = max(x for line in lines for x, _ in line.points)
    top = 1.1 * max(y for line in lines for _, y in line.points)

    def at(x: float, y: float) -> tuple[float, float]:
        wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
        return LEFT + wide * x / right, HEIGHT - BOTTOM - high * y / top

    parts = [f'<text x="{LEFT}" y="22" font-size="15">{escape(title)}</text>']
    for value in marks(top):
        _, y = at(0, value)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>')
    for value in marks(right):
        x, y = at(value, 0)
        parts.append(f'<text x="{x:.1f}" y="{y + 16:.1f}" text-anchor="middle">{value:,.0f}</text>')
    parts.append(
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">{escape(across)}</text>'
    )
    middle = (TOP + HEIGHT - BOTTOM) / 2
    parts.append(f'<text transform="translate(14 {middle}) rotate(-90)" text-anchor="middle">{escape(up)}</text>')
    last = HEIGHT + 0.0
    for stroke, line in sorted(zip(STROKES, lines, strict=False), key=lambda drawn: drawn[1].points[-1][1]):
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (at(*point) for point in line.points))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{stroke}" stroke-width="1.6"/>')
        last = min(at(*line.points[-1])[1] + 4, last - 14)
        parts.append(f'<text x="{WIDTH - RIGHT + 6}" y="{last:.1f}" fill="{stroke}">{escape(line.name)}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
        f' font-size="12" role="img" aria-label="{escape(title)}">\n<rect width="100%" height="100%" fill="#fff"/>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def marks(most: float) -> list[float]:
    """Four to ten round values from nought up to a greatest one.

    >>> marks(5.2), marks(100_000)
    ([0.0, 1.0, 2.0, 3.0, 4.0, 5.0], [0.0, 20000.0, 40000.0, 60000.0, 80000.0, 100000.0])
    """
    steps = (digit * 10.0**power for power in range(len(str(int(most))), -9, -1) for digit in (5, 2, 1))
    step = next(step for step in steps if most / step >= 4)
    return [step * n for n in range(int(most / step) + 1)]
