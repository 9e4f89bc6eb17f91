"""A picture as a value, and the elements it is drawn with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from foreigndesk.showing.words import clean

# A cell of the table behind a picture: words, or words and the address they lead to.
Cell = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: what it is called, what a screen reader says of it, its SVG, and the table of the same values."""

    title: str
    description: str
    svg: Markup
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def svg(name: str, title: str, description: str, width: float, height: float, parts: Iterable[Markup]) -> Markup:
    """The whole picture. `name` tells its ids apart from those of other pictures on the page."""
    inside = Markup("").join(parts)
    head = element("title", {"id": f"{name}-title"}, title) + element("desc", {"id": f"{name}-desc"}, description)
    box = f"0 0 {number(width)} {number(height)}"
    return element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": f"pic pic-{name.rstrip('0123456789-')}",
            "viewBox": box,
            "width": number(width),
            "height": number(height),
            # With links in it a picture is a group of these; one that is looked at only is one image.
            "role": "group" if "<a " in inside else "img",
            "aria-labelledby": f"{name}-title {name}-desc",
        },
        head + inside,
    )


def element(name: str, attributes: dict[str, object], inside: str | Markup = "") -> Markup:
    """One element; words and values are cleaned and escaped, None leaves an attribute out.

    >>> element("text", {"x": 1.0}, "a < b")
    Markup('<text x="1">a &lt; b</text>')
    """
    given = "".join(
        f' {key}="{escape(clean(number(value) if isinstance(value, float) else str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    words = inside if isinstance(inside, Markup) else escape(clean(inside))
    return Markup(f"<{name}{given}>{words}</{name}>") if words else Markup(f"<{name}{given}/>")  # noqa: S704 (escaped above)


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> Markup:
    """Words at a place."""
    return element("text", {"x": x, "y": y, "class": kind or None, "text-anchor": anchor}, words)


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    """A straight line."""
    return element("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "class": kind})


def rect(x: float, y: float, width: float, height: float, kind: str) -> Markup:
    """A rectangle; nothing for one without height or width."""
    if width <= 0 or height <= 0:
        return Markup("")
    return element("rect", {"x": x, "y": y, "width": width, "height": height, "class": kind})


def diamond(x: float, y: float, size: float, kind: str) -> Markup:
    """A square on its corner."""
    corners = ((x, y - size), (x + size, y), (x, y + size), (x - size, y))
    return element("polygon", {"points": " ".join(f"{a:.1f},{b:.1f}" for a, b in corners), "class": kind})


def linked(address: str, label: str, inside: Markup) -> Markup:
    """Something that leads somewhere when it has an address, with what it says; else the same without a link."""
    tip = element("title", {}, label)
    if not address:
        return element("g", {}, tip + inside)
    return element("a", {"href": address, "aria-label": label}, tip + inside)


def number(value: float) -> str:
    """A number as SVG has it: to a tenth, without a needless nought.

    >>> number(3.0), number(2.25)
    ('3', '2.2')
    """
    return f"{value:.1f}".removesuffix(".0")


def steps_to(most: int, about: int = 4) -> list[int]:
    """Round numbers for an axis from 0 to at least `most`.

    >>> steps_to(7), steps_to(0), steps_to(230)
    ([0, 2, 4, 6, 8], [0, 1], [0, 100, 200, 300])
    """
    if most <= 1:
        return [0, 1]
    step = next(factor * 10**power for power in range(12) for factor in (1, 2, 5) if factor * 10**power * about >= most)
    return list(range(0, most + step, step))
