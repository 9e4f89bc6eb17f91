"""The chart of a relation: where two actors stood, span by span, with bounds, turns, and how much was reported."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from foreigndesk.model import Relation, RelationPoint
from foreigndesk.showing.pictures.picture import Cell, Picture, diamond, element, line, linked, rect, svg, text
from foreigndesk.showing.words import count

WIDTH, LEFT, RIGHT, TOP = 960.0, 92.0, 20.0, 20.0
HIGH = 220.0  # from 10 to -10
COVER = 34.0  # of the lane with how many reports there are
MOST = 10.0  # PLOVER's scale goes from -10 to 10
MOST_LABELS = 12


def relation_chart(
    relation: Relation, address: Callable[[RelationPoint], str] = lambda _: "", name: str = "relation"
) -> Picture:
    """The points of a relation; `address` is where the reports behind one are shown."""
    title = f"{relation.one} and {relation.other}"
    known = [point for point in relation.points if point.scale is not None]
    turned = f" It turned at {', '.join(relation.changes)}." if relation.changes else " No turn was found."
    description = (
        f"{count(len(relation.points), 'span')}, {count(len(known), 'span')} of them with events between them."
        f" 10 is friendliest, -10 most hostile; the bars are 90 % bounds.{turned}"
    )
    rows = tuple(row_of(point, relation, address(point)) for point in relation.points)
    drawn = svg(name, title, description, WIDTH, TOP + HIGH + COVER + 62, draw(relation, address))
    head = ("from", "scale", "90 % bounds", "events", "friendly / hostile", "statements", "reports", "turn")
    return Picture(title, description, drawn, head, rows)


def row_of(point: RelationPoint, relation: Relation, address: str) -> tuple[Cell, ...]:
    """A point as a row."""
    none = point.scale is None
    return (
        (point.start, address),
        "no events" if none else f"{point.scale:+.1f}",
        "" if none else f"{point.low:+.1f} to {point.high:+.1f}",
        str(point.events),
        f"{point.friendly} / {point.hostile}",
        str(point.statements),
        str(point.reports),
        "turn" if point.start in relation.changes else "",
    )


def height(scale: float) -> float:
    """Where a value of the scale lies."""
    return TOP + HIGH / 2 - scale / MOST * HIGH / 2


def draw(relation: Relation, address: Callable[[RelationPoint], str]) -> list[Markup]:
    """Axes, coverage, turns, bounds and points."""
    points = relation.points
    room = (WIDTH - LEFT - RIGHT) / max(len(points), 1)
    floor = TOP + HIGH + COVER + 22
    most = max((point.reports for point in points), default=0) or 1
    parts = [text(0, height(7.5) + 4, "friendly", "axis"), text(0, height(-7.5) + 4, "hostile", "axis")]
    for step in (10, 5, 0, -5, -10):
        y = height(step)
        kind = "rule" if step == 0 else "grid"
        parts += [
            line(LEFT, y, WIDTH - RIGHT, y, kind),
            text(LEFT - 6, y + 4, f"{step:+d}" if step else "0", "tick", "end"),
        ]
    parts += [text(0, floor - 6, "reports", "axis"), line(LEFT, floor, WIDTH - RIGHT, floor, "rule")]
    every = max(1, -(-len(points) // MOST_LABELS))
    former: tuple[float, float] | None = None
    marks: list[Markup] = []
    for place, point in enumerate(points):
        x = LEFT + room * (place + 0.5)
        covered = COVER * point.reports / most
        parts.append(rect(x - min(room * 0.3, 12), floor - covered, min(room * 0.6, 24), covered, "said"))
        if place % every == 0:
            parts.append(text(x, floor + 18, point.start[:7] if len(points) > 1 else point.start, "tick", "middle"))
        if point.start in relation.changes:
            parts += [
                line(x - room / 2, TOP - 6, x - room / 2, floor, "turn"),
                text(x - room / 2 + 4, TOP, "turn", "tick"),
            ]
        if point.scale is None or point.low is None or point.high is None:
            continue
        y = height(point.scale)
        if former is not None:
            parts.append(line(*former, x, y, "course"))
        former = (x, y)
        marks.append(mark_of(point, x, y, address(point)))
    return parts + marks


def mark_of(point: RelationPoint, x: float, y: float, address: str) -> Markup:
    """A point with its bounds: a circle where it is friendly, a diamond where it is hostile, a square between."""
    scale, low, high = point.scale or 0.0, point.low or 0.0, point.high or 0.0
    whisker = (
        line(x, height(high), x, height(low), "bound")
        + line(x - 5, height(high), x + 5, height(high), "bound")
        + line(x - 5, height(low), x + 5, height(low), "bound")
    )
    if scale >= 1:
        shape = element("circle", {"cx": x, "cy": y, "r": 7, "class": "friendly"})
    elif scale <= -1:
        shape = diamond(x, y, 9, "hostile")
    else:
        shape = rect(x - 6, y - 6, 12, 12, "even")
    label = (
        f"{point.start}: {scale:+.1f}, 90 % bounds {low:+.1f} to {high:+.1f}, {count(point.events, 'event')},"
        f" {count(point.reports, 'report')}"
    )
    return linked(address, label, whisker + shape)
