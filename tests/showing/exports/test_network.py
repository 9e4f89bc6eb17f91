"""The network as GraphML and GEXF."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.showing.exports.network import GEXF, GRAPHML, Node, Tie, show_gexf, show_graphml

CHINA, KOREA = Node("CHN", "China", "state", "CHN"), Node("PRK", "North Korea", "state", "PRK")
AIDED = Tie("CHN", "PRK", 3, 2, 4.5, "2024-06-01", "2024-10-29")
UNDATED = Tie("PRK", "CHN", 1, 1, -2.0, None, None)


def test_graphml_has_each_tie_in_its_direction_with_its_counts() -> None:
    root = ET.fromstring(show_graphml([KOREA, CHINA], [AIDED, UNDATED]))
    edges = root.findall(f".//{{{GRAPHML}}}edge")
    assert [(edge.get("source"), edge.get("target")) for edge in edges] == [("CHN", "PRK"), ("PRK", "CHN")]
    assert {data.get("key"): data.text for data in edges[0]} == {
        "events": "3",
        "lineages": "2",
        "scale": "4.5",
        "first": "2024-06-01",
        "last": "2024-10-29",
    }
    keys = {key.get("id") for key in root.findall(f"{{{GRAPHML}}}key")}
    assert {data.get("key") for data in root.iter(f"{{{GRAPHML}}}data")} <= keys


def test_gexf_bounds_a_tie_by_its_days_where_it_has_any() -> None:
    root = ET.fromstring(show_gexf([CHINA, KOREA], [AIDED, UNDATED]))
    first, second = root.findall(f".//{{{GEXF}}}edge")
    assert (first.get("start"), first.get("end"), first.get("weight")) == ("2024-06-01", "2024-10-29", "2")
    assert (second.get("start"), second.get("end")) == (None, None)


@given(st.text(max_size=20))
def test_any_printed_name_makes_well_formed_xml(name: str) -> None:
    utf8 = name.encode("utf-8", "ignore").decode()
    for show in (show_graphml, show_gexf):
        ET.fromstring(show([Node("p-1", utf8)], [Tie("p-1", "p-1", 1, 1, 0.0, None, None)]))
