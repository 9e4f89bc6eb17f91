"""The timeline: how many events and statements lie in each span of days, friendly ones up, hostile ones down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from foreigndesk.showing.pictures.picture import Picture, line, linked, rect, steps_to, svg, text
from foreigndesk.showing.words import count

WIDTH, LEFT, RIGHT = 960.0, 92.0, 12.0
LANE = 84.0  # of the events, to either side of the middle
SAID = 56.0  # of the statements, above
MOST_LABELS = 14


@dataclass(frozen=True, slots=True)
class Bin:
    """One span of days: what it is called, its counts, and where its days are shown ("" for nowhere)."""

    label: str
    friendly: int
    hostile: int
    statements: int
    address: str = ""


def timeline(bins: Sequence[Bin], title: str, name: str = "timeline") -> Picture:
    """The spans in order."""
    events = sum(one.friendly + one.hostile for one in bins)
    said = sum(one.statements for one in bins)
    description = (
        f"{count(len(bins), 'span')} with {count(events, 'event')} and {count(said, 'statement')}. Statements stand in"
        " the upper lane, friendly events above the middle line, hostile ones below it."
    )
    rows = tuple(((one.label, one.address), str(one.friendly), str(one.hostile), str(one.statements)) for one in bins)
    drawn = svg(name, title, description, WIDTH, SAID + 2 * LANE + 74, draw(bins))
    return Picture(title, description, drawn, ("span", "friendly events", "hostile events", "statements"), rows)


def draw(bins: Sequence[Bin]) -> list[Markup]:
    """The lanes and their bars."""
    room = (WIDTH - LEFT - RIGHT) / max(len(bins), 1)
    wide = min(room * 0.72, 44.0)
    middle = SAID + 26 + LANE
    scale = steps_to(max((max(one.friendly, one.hostile) for one in bins), default=0), 2)
    said_scale = steps_to(max((one.statements for one in bins), default=0), 1)
    parts = [
        text(0, SAID / 2 + 6, "says", "axis"),
        text(0, middle - LANE / 2, "friendly", "axis"),
        text(0, middle + LANE / 2 + 8, "hostile", "axis"),
        text(LEFT - 6, 16, str(said_scale[-1]), "tick", "end"),
        line(LEFT, SAID + 8, WIDTH - RIGHT, SAID + 8, "rule"),
    ]
    for step in scale[1:]:
        for sign in (-1, 1):
            y = middle + sign * LANE * step / scale[-1]
            parts += [line(LEFT, y, WIDTH - RIGHT, y, "grid"), text(LEFT - 6, y + 4, str(step), "tick", "end")]
    every = max(1, -(-len(bins) // MOST_LABELS))
    for place, one in enumerate(bins):
        x = LEFT + room * place + (room - wide) / 2
        up, down = LANE * one.friendly / scale[-1], LANE * one.hostile / scale[-1]
        said = (SAID - 10) * one.statements / said_scale[-1]
        bars = (
            rect(x, SAID + 8 - said, wide, said, "said")
            + rect(x, middle - up, wide, up, "friendly")
            + rect(x, middle, wide, down, "hostile")
            + rect(LEFT + room * place, 4, room, middle + LANE, "hit")
        )
        label = (
            f"{one.label}: {count(one.friendly, 'friendly event')}, {count(one.hostile, 'hostile event')},"
            f" {count(one.statements, 'statement')}"
        )
        parts.append(linked(one.address, label, bars))
        if place % every == 0:
            parts.append(text(x + wide / 2, middle + LANE + 20, one.label, "tick", "middle"))
    parts.append(line(LEFT, middle, WIDTH - RIGHT, middle, "rule"))
    return parts
