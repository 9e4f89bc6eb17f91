"""The tree of voices: what is said, the origins it goes back to, and the reports that echo each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from foreigndesk.showing.pictures.picture import Cell, Picture, element, linked, svg
from foreigndesk.showing.words import clip, count

STEP = 30.0  # between two lines
COLUMN = 300.0
WIDTH = 960.0
NAME = 40  # cells of a name
MOST_LINES = 120  # of the picture; the table has all


@dataclass(frozen=True, slots=True)
class Branch:
    """One node of the tree: its words, what it is ("voice, surely", "first report", "copy"), and where it leads."""

    words: str
    what: str
    address: str = ""
    certain: bool = True
    below: tuple[Branch, ...] = ()


def voices_tree(root: Branch, name: str = "voices") -> Picture:
    """The tree from what is said to every echo of it."""
    lines = list(lines_of(root))
    title = "From echo to origin"
    described = (
        f"“{clip(root.words, 80)}”: {root.what}, {count(len(root.below), 'origin')} in a tree of {len(lines)} lines."
    )
    shown = lines[:MOST_LINES]
    drawn = svg(name, title, described, WIDTH, STEP * len(shown) + 12, draw(shown))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (str(depth), (clip(branch.words, 100), branch.address), branch.what) for depth, branch, _ in lines
    )
    return Picture(title, described, drawn, ("depth", "who or what", "as"), rows)


Line = tuple[int, Branch, int]  # depth, node, the line of the node above (-1 for none)


def lines_of(branch: Branch, depth: int = 0, above: int = -1, taken: list[int] | None = None) -> Iterator[Line]:
    """The nodes from the top, each with its depth and the line it hangs on."""
    taken = taken if taken is not None else [0]
    mine = taken[0]
    taken[0] += 1
    yield depth, branch, above
    for below in branch.below:
        yield from lines_of(below, depth + 1, mine, taken)


def draw(lines: Sequence[Line]) -> list[Markup]:
    """Nodes in lines, each joined to what it hangs on."""
    parts: list[Markup] = []
    indent = 34.0
    for place, (depth, branch, above) in enumerate(lines):
        x, y = 14 + indent * depth, STEP * place + 20
        if above >= 0:
            up = 14 + indent * (depth - 1)
            path = f"M{up:.1f} {STEP * above + 20 + 7:.1f}V{y:.1f}H{x - 7:.1f}"
            parts.append(element("path", {"d": path, "class": "tie" if branch.certain else "tie unsure"}))
        parts.append(linked(branch.address, f"{branch.words}: {branch.what}", node(branch, depth, x, y)))
    return parts


def node(branch: Branch, depth: int, x: float, y: float) -> Markup:
    """A node: what is said is a square, an origin a full circle (open if it may be none of its own), an echo a dot."""
    if depth == 0:
        shape = element("rect", {"x": x - 7, "y": y - 7, "width": 14, "height": 14, "class": "root"})
    elif depth == 1:
        shape = element("circle", {"cx": x, "cy": y, "r": 7, "class": "origin" if branch.certain else "origin unsure"})
    else:
        shape = element("circle", {"cx": x, "cy": y, "r": 4, "class": "echo"})
    room = NAME + 46 if depth == 0 else NAME + 20
    words = element("tspan", {"class": "name" if depth < 2 else None}, clip(branch.words, room))
    what = element("tspan", {"class": "what", "dx": 8}, branch.what)
    return shape + element("text", {"x": x + 14, "y": y + 5}, words + what)
