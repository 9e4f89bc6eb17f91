"""Who has to do with whom, as a network for other tools: GraphML, and GEXF with the days of each tie.

A node is an actor, a tie all that one did towards another: how many events, how many lineages tell them, their mean on
PLOVER's scale, and the first and last day. Formats: http://graphml.graphdrawing.org/primer/graphml-primer.html and
https://gexf.net (GEXF 1.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from foreigndesk.model import name_id

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
GEXF = "http://gexf.net/1.3"


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: id, name, kind (state, body, person, ...) and country (alpha-3), "" where it is not known."""

    id: str
    label: str
    kind: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """What one actor did towards another: counts, mean on PLOVER's scale (-10 to 10), first and last day (ISO 8601)."""

    one: str
    other: str
    events: int
    lineages: int
    scale: float
    first: str | None
    last: str | None

    @property
    def id(self) -> str:
        """The same for the same two, in this direction."""
        return name_id("t", self.one, self.other)


# What a tie tells besides its ends: name, GraphML's type, GEXF's type.
NUMBERS = (("events", "int", "integer"), ("lineages", "int", "integer"), ("scale", "double", "double"))
DAYS = ("first", "last")
NODES = ("label", "kind", "country")


def show_graphml(nodes: Iterable[Node], ties: Sequence[Tie]) -> str:
    """The network as GraphML, directed, nodes and ties in order of their ids."""
    root = ET.Element("graphml", xmlns=GRAPHML)
    for name in NODES:
        ET.SubElement(root, "key", {"id": name, "for": "node", "attr.name": name, "attr.type": "string"})
    for name, kind, _ in (*NUMBERS, *((day, "string", "string") for day in DAYS)):
        ET.SubElement(root, "key", {"id": name, "for": "edge", "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", id="actors", edgedefault="directed")
    for node in sorted(nodes, key=lambda one: one.id):
        made = ET.SubElement(graph, "node", id=node.id)
        for name in NODES:
            data(made, name, getattr(node, name))
    for tie in sorted(ties, key=lambda one: (one.one, one.other)):
        made = ET.SubElement(graph, "edge", id=tie.id, source=tie.one, target=tie.other)
        for name in (*(each[0] for each in NUMBERS), *DAYS):
            data(made, name, getattr(tie, name))
    return written(root)


def data(parent: ET.Element, key: str, value: object) -> None:
    """A value under its key; nothing for nothing."""
    if value not in {None, ""}:
        ET.SubElement(parent, "data", key=key).text = str(value)


def show_gexf(nodes: Iterable[Node], ties: Sequence[Tie]) -> str:
    """The network as GEXF 1.3, directed and dynamic: each tie from its first to its last day."""
    root = ET.Element("gexf", xmlns=GEXF, version="1.3")
    ET.SubElement(ET.SubElement(root, "meta"), "creator").text = "Foreign Desk"
    graph = ET.SubElement(root, "graph", defaultedgetype="directed", mode="dynamic", timeformat="date")
    for kind, fields in (
        ("node", [(name, "string") for name in NODES[1:]]),
        ("edge", [(name, to) for name, _, to in NUMBERS]),
    ):
        attributes = ET.SubElement(graph, "attributes", {"class": kind})
        for name, to in fields:
            ET.SubElement(attributes, "attribute", id=name, title=name, type=to)
    holder = ET.SubElement(graph, "nodes")
    for node in sorted(nodes, key=lambda one: one.id):
        made = ET.SubElement(holder, "node", id=node.id, label=node.label)
        values(made, {name: getattr(node, name) for name in NODES[1:]})
    holder = ET.SubElement(graph, "edges")
    for tie in sorted(ties, key=lambda one: (one.one, one.other)):
        made = ET.SubElement(holder, "edge", id=tie.id, source=tie.one, target=tie.other, weight=str(tie.lineages))
        if tie.first and tie.last:
            made.attrib.update(start=tie.first, end=tie.last)
        values(made, {name: getattr(tie, name) for name, _, _ in NUMBERS})
    return written(root)


def values(parent: ET.Element, named: dict[str, object]) -> None:
    """Values under their attributes, those that there are."""
    holder = ET.SubElement(parent, "attvalues")
    for name, value in named.items():
        if value not in {None, ""}:
            ET.SubElement(holder, "attvalue", {"for": name, "value": str(value)})


# What XML 1.0 allows of control characters; other ones cannot be written in it in any form.
ALLOWED = {chr(code): None for code in range(32) if chr(code) not in "\t\n\r"}
FORBIDDEN = str.maketrans(ALLOWED)


def written(root: ET.Element) -> str:
    """An element as an indented XML document."""
    for element in root.iter():
        if element.text:
            element.text = element.text.translate(FORBIDDEN)
        for name, value in element.attrib.items():
            element.set(name, value.translate(FORBIDDEN))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
