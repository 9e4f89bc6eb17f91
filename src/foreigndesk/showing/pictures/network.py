"""The network: actors, what lies between them, friendly or hostile, and who carried messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from foreigndesk.showing.pictures.layout import places_of, spread
from foreigndesk.showing.pictures.picture import Cell, Picture, diamond, element, linked, svg, text
from foreigndesk.showing.words import clip, count

WIDTH, HEIGHT, MARGIN = 960.0, 560.0, 60.0
LABEL = (0.13, 0.055)  # of the picture, what a name takes
EVEN = 1.0  # of PLOVER's scale: nearer to 0 a tie is neither


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: id, name, how many events it has part in, how many messages it carried, and where it is shown."""

    id: str
    name: str
    events: int
    carried: int = 0
    address: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """What lies between two actors: events, their mean on PLOVER's scale, and where they are shown."""

    one: str
    other: str
    events: int
    friendly: int
    hostile: int
    scale: float
    address: str = ""

    @property
    def sign(self) -> str:
        """Friendly, hostile or mixed, by the mean.

        >>> Tie("a", "b", 3, 3, 0, 6.5).sign, Tie("a", "b", 2, 1, 1, -0.5).sign
        ('friendly', 'mixed')
        """
        return "friendly" if self.scale >= EVEN else "hostile" if self.scale <= -EVEN else "mixed"


@dataclass(frozen=True, slots=True)
class Carried:
    """Who carried how many messages from whom to whom."""

    carrier: str
    one: str
    other: str
    times: int


def network(
    nodes: Sequence[Node], ties: Sequence[Tie], carried: Sequence[Carried], title: str, name: str = "network"
) -> Picture:
    """The network drawn; ties between actors that are not among the nodes are left out."""
    known = {node.id: node for node in nodes}
    shown = [tie for tie in ties if tie.one in known and tie.other in known]
    signs = {sign: sum(tie.sign == sign for tie in shown) for sign in ("friendly", "hostile", "mixed")}
    description = (
        f"{count(len(nodes), 'actor')} and {count(len(shown), 'tie')}: {signs['friendly']} friendly (full lines),"
        f" {signs['hostile']} hostile (dashed), {signs['mixed']} mixed (dotted). Diamonds carried messages."
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            (f"{known[tie.one].name} – {known[tie.other].name}", tie.address),
            tie.sign,
            f"{tie.scale:+.1f}",
            str(tie.events),
            f"{tie.friendly} / {tie.hostile}",
        )
        for tie in shown
    )
    drawn = svg(name, title, description, WIDTH, HEIGHT, draw(nodes, shown, carried))
    return Picture(title, description, drawn, ("tie", "sign", "mean", "events", "friendly / hostile"), rows)


def draw(nodes: Sequence[Node], ties: Sequence[Tie], carried: Sequence[Carried]) -> list[Markup]:
    """Ties below, actors above."""
    joined = [(tie.one, tie.other) for tie in ties]
    joined += [pair for one in carried for pair in ((one.one, one.carrier), (one.carrier, one.other))]
    at = spread(places_of([node.id for node in nodes], joined), *LABEL)
    left, top = min((x for x, _ in at.values()), default=0), min((y for _, y in at.values()), default=0)
    wide = max((x for x, _ in at.values()), default=1) - left or 1
    high = max((y for _, y in at.values()), default=1) - top or 1
    on = {
        one: (MARGIN + (x - left) / wide * (WIDTH - 2 * MARGIN), MARGIN + (y - top) / high * (HEIGHT - 2 * MARGIN))
        for one, (x, y) in at.items()
    }
    if len(nodes) == 1:
        on = {node.id: (WIDTH / 2, HEIGHT / 2) for node in nodes}
    parts = [drawn_tie(tie, on, nodes) for tie in ties]
    parts += [drawn_way(one, on) for one in carried if {one.carrier, one.one, one.other} <= set(on)]
    return parts + [drawn_node(node, *on[node.id]) for node in nodes]


def drawn_tie(tie: Tie, on: dict[str, tuple[float, float]], nodes: Sequence[Node]) -> Markup:
    """A line between two actors, the thicker the more events."""
    (x1, y1), (x2, y2) = on[tie.one], on[tie.other]
    names = {node.id: node.name for node in nodes}
    thick = min(1.5 + 0.7 * (tie.events - 1), 9.0)
    seen = element("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "class": f"tie {tie.sign}", "stroke-width": thick})
    grip = element("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "class": "grip"})
    label = f"{names[tie.one]} – {names[tie.other]}: {tie.sign}, {count(tie.events, 'event')}, mean {tie.scale:+.1f}"
    return linked(tie.address, label, seen + grip)


def drawn_way(one: Carried, on: dict[str, tuple[float, float]]) -> Markup:
    """The way of a message through its carrier."""
    (x1, y1), (x2, y2), (x3, y3) = on[one.one], on[one.carrier], on[one.other]
    path = f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}L{x3:.1f} {y3:.1f}"
    return element("path", {"d": path, "class": "way"})


def drawn_node(node: Node, x: float, y: float) -> Markup:
    """An actor: a disc, the larger the more events; a diamond for who carried messages."""
    size = min(7.0 + 0.6 * node.events, 18.0)
    if node.carried:
        shape = diamond(x, y, size + 3, "node carrier")
    else:
        shape = element("circle", {"cx": x, "cy": y, "r": size, "class": "node"})
    label = f"{node.name}: {count(node.events, 'event')}" + (f", carried {node.carried}" if node.carried else "")
    return linked(node.address, label, shape + text(x, y + size + 15, clip(node.name, 24), "name", "middle"))
