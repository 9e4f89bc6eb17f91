"""Pictures: well-formed, told to screen readers, a table behind each, and nothing in them that a report could run."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.model import Cite, Claim, Contest, Move, Position, Relation, RelationPoint, SourcingKind, Stance
from foreigndesk.showing.pictures import Picture, contest_matrix, network, relation_chart, timeline, voices_tree
from foreigndesk.showing.pictures.layout import places_of, spread
from foreigndesk.showing.pictures.network import Carried, Node, Tie
from foreigndesk.showing.pictures.timeline import Bin
from foreigndesk.showing.pictures.voices import Branch

HOSTILE = "</title><script>alert(1)</script>\x00\u202e\x1b & \"'"


def point(start: str, scale: float | None, reports: int = 3) -> RelationPoint:
    cites = (Cite("r-1", 0, 5),) if scale is not None else ()
    low, high = (None, None) if scale is None else (max(scale - 4, -10.0), min(scale + 4, 10.0))
    return RelationPoint(start, start[:8] + "28", len(cites), scale, low, high, 1, 0, 2, reports, cites)


def relation(*points: RelationPoint) -> Relation:
    return Relation("China", HOSTILE, points, ("2024-11-01",), (), (), ())


def position(speaker: str, stance: Stance, day: str | None = "2024-10-31") -> Position:
    return Position(speaker, None, stance, "s-1", SourcingKind.NAMED, day, "l-1", Cite("r-1", 0, 5))


def contest(*positions: Position) -> tuple[Claim, Contest]:
    claim = Claim("c-1", HOSTILE, Cite("r-1", 0, 5), positions, (), ())
    moves = (Move("Ana", positions[0], positions[-1]),) if len(positions) > 1 else ()
    return claim, Contest(claim, (), (), (), moves, ())


MADE: dict[str, Callable[[], Picture]] = {
    "timeline": lambda: timeline([Bin("2024-10", 3, 2, 5, "/story"), Bin(HOSTILE, 0, 0, 0)], HOSTILE),
    "empty timeline": lambda: timeline([], "nothing"),
    "relation": lambda: relation_chart(
        relation(
            point("2024-10-01", 4.0), point("2024-11-01", None), point("2024-12-01", -6.0), point("2025-01-01", 0.2)
        ),
        lambda one: f"#d{one.start}",
    ),
    "empty relation": lambda: relation_chart(relation()),
    "network": lambda: network(
        [Node("CHN", "China", 4), Node("PRK", HOSTILE, 2, address="/actor/PRK"), Node("OMN", "Oman", 1, carried=2)],
        [Tie("CHN", "PRK", 4, 1, 3, -4.2, "/relation/CHN/PRK"), Tie("CHN", "RUS", 1, 1, 0, 5.0)],
        [Carried("OMN", "CHN", "PRK", 2)],
        "tied",
    ),
    "empty network": lambda: network([], [], [], "nobody"),
    "voices": lambda: voices_tree(
        Branch(HOSTILE, "2 voices", below=(Branch("Ana", "origin", below=(Branch("r-1", "first", "/report/r-1"),)),))
    ),
    "contest": lambda: contest_matrix(
        *contest(position("Ana", Stance.ASSERT), position(HOSTILE, Stance.DOUBT, None), position("Ana", Stance.DENY)),
        lambda one: f"/report/{one.cite.report}",
    ),
}


@pytest.mark.parametrize("name", MADE)
def test_a_picture_is_well_formed_and_has_title_and_description(name: str) -> None:
    made = MADE[name]()
    root = ET.fromstring(str(made.svg))
    named = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    labels = [named[label] for label in (root.get("aria-labelledby") or "").split()]
    assert len(labels) == 2
    assert labels[1] == made.description
    assert all(labels)


@pytest.mark.parametrize("name", MADE)
def test_a_picture_holds_no_script_no_style_and_no_word_that_turns_a_line(name: str) -> None:
    words = str(MADE[name]().svg)
    root = ET.fromstring(words)
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {
        "svg", "title", "desc", "g", "a", "text", "tspan", "line", "rect", "circle", "path", "polygon",
    }  # fmt: skip
    assert not any(key.startswith("on") or key == "style" for element in root.iter() for key in element.attrib)
    assert not set("\x00\u202e\x1b") & set(words)


@pytest.mark.parametrize("name", MADE)
def test_the_table_behind_has_a_cell_under_each_title(name: str) -> None:
    made = MADE[name]()
    assert all(made.head)
    assert {len(row) for row in made.rows} <= {len(made.head)}


def test_friendly_and_hostile_are_told_by_place_shape_and_dashes() -> None:
    assert 'class="hostile"' in MADE["timeline"]().svg
    chart = ET.fromstring(str(MADE["relation"]().svg))
    shapes = {(element.tag.rpartition("}")[2], element.get("class")) for element in chart.iter()}
    assert {("circle", "friendly"), ("polygon", "hostile"), ("rect", "even")} <= shapes
    drawn = MADE["network"]().svg
    assert "tie hostile" in drawn
    assert drawn.count("<polygon") == 1  # who carried messages is a diamond


def test_a_tie_to_an_actor_that_is_not_shown_is_left_out() -> None:
    assert len(MADE["network"]().rows) == 1


def test_a_picture_with_links_is_a_group_and_one_without_an_image() -> None:
    assert 'role="group"' in MADE["timeline"]().svg
    assert 'role="img"' in MADE["empty timeline"]().svg


def test_a_speaker_who_moved_stands_under_both_stances() -> None:
    rows = MADE["contest"]().rows
    ana = next(row for row in rows if row[0] == "Ana")
    assert ana[2] == ("2024-10-31", "/report/r-1")
    assert ana[4] == ("2024-10-31", "/report/r-1")
    assert ana[-1] == "changed position"


def test_a_tree_of_more_lines_than_can_be_read_keeps_them_in_its_table() -> None:
    made = voices_tree(Branch("it", "voices", below=tuple(Branch(f"v{n}", "origin") for n in range(500))))
    assert len(made.rows) == 501
    assert made.svg.count("<circle") == 119


names = st.lists(st.sampled_from("ABCDEFGHIJ"), unique=True, min_size=1, max_size=10)


@given(names, st.lists(st.tuples(st.sampled_from("ABCDEFGHIJ"), st.sampled_from("ABCDEFGHIJ")), max_size=20))
def test_every_actor_gets_the_same_place_in_the_square_every_time(
    actors: list[str], ties: list[tuple[str, str]]
) -> None:
    places = places_of(actors, ties)
    assert places == places_of(actors, ties)
    assert set(places) == set(actors)
    assert all(-1e-9 <= x <= 1 + 1e-9 and -1e-9 <= y <= 1 + 1e-9 for x, y in places.values())


def test_who_is_tied_stands_nearer_than_who_is_not() -> None:
    at = places_of(["a", "b", "c", "d"], [("a", "b"), ("b", "c"), ("c", "d")])

    def apart(one: str, other: str) -> float:
        return math.dist(at[one], at[other])

    assert apart("a", "b") < apart("a", "c") < apart("a", "d")


def test_labels_are_moved_apart() -> None:
    at = spread({"a": (0.5, 0.5), "b": (0.51, 0.5), "c": (0.5, 0.51)}, 0.1, 0.05)
    pairs = [(at[one], at[other]) for one, other in ("ab", "ac", "bc")]
    assert all(abs(x1 - x2) > 0.099 or abs(y1 - y2) > 0.049 for (x1, y1), (x2, y2) in pairs)
