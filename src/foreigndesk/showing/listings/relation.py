"""A relation as a table: one row a span, the scale as a number with its bounds and as a bar."""

from __future__ import annotations

from foreigndesk.model import Relation, RelationPoint
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.listings.places import data_columns
from foreigndesk.showing.tables import Column, Table

HALF = 10  # cells of a bar on either side of zero, one for each point of the scale


def list_relation(relation: Relation, labels: Labels) -> Table:
    """One row a span of days."""
    rows = tuple(
        (
            point.start,
            bar(point.scale),
            scale_words(point),
            str(point.events),
            f"{point.friendly}/{point.hostile}",
            str(point.statements),
            str(point.reports),
            " ".join(f"[{labels.ref(cite).label}]" for cite in point.cites[:3]),
            point.end,
            *("" if number is None else str(number) for number in (point.scale, point.low, point.high)),
        )
        for point in relation.points
    )
    columns = (
        Column("from", 10),
        Column("hostile 0 friendly", 2 * HALF + 1, data=False),
        Column("scale", 20),
        Column("events", 6, number=True),
        Column("friendly/hostile", 8, spare=True),
        Column("statements", 10, number=True, spare=True),
        Column("reports", 7, number=True),
        Column("cites", 12, grows=True, spare=True, data=False),
        *data_columns("to mean low high"),
    )
    return Table(columns, rows, (relation,), "Nothing between them in this case file.")


def scale_words(point: RelationPoint) -> str:
    """The mean with its bounds; "no events" where there is none.

    >>> scale_words(RelationPoint("2024-10-01", "2024-10-31", 0, None, None, None, 0, 0, 0, 4, ()))
    'no events'
    """
    return "no events" if point.scale is None else f"{point.scale:+.1f} [{point.low:+.1f}, {point.high:+.1f}]"


def bar(scale: float | None) -> str:
    """The scale as a bar from the middle: to the left hostile, to the right friendly.

    >>> bar(-3.2), bar(2.0)
    ('       ███│', '          │██')
    """
    if scale is None:
        return " " * HALF + "│"
    cells = min(round(abs(scale)), HALF)
    return (" " * (HALF - cells) + "█" * cells + "│") if scale < 0 else (" " * HALF + "│" + "█" * cells)
