"""Where a course of scores turns."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.weighing.changes import FEWEST, find_changes


def test_two_turns_are_found_in_order() -> None:
    scores = [4.0] * 10 + [-6.0] * 10 + [5.0] * 10
    assert [split.place for split in find_changes(scores, range(1, 30))] == [10, 20]


def test_a_turn_is_only_looked_for_where_a_span_begins() -> None:
    found = find_changes([4.0] * 10 + [-6.0] * 10, [4, 11])
    assert [split.place for split in found] == [11]


@given(st.lists(st.floats(-10, 10), max_size=FEWEST - 1))
def test_too_few_scores_never_turn(scores: list[float]) -> None:
    assert find_changes(scores, range(len(scores))) == []


def test_chance_alone_turns_seldom() -> None:
    # 5 % of courses without a turn may show one at p <= 0.05; of 200, 20 or more have a chance of 0.3 %.
    draw = np.random.default_rng(7)
    courses = [draw.normal(size=24).tolist() for _ in range(200)]
    assert sum(bool(find_changes(scores, range(1, 24))) for scores in courses) < 20


def test_the_same_scores_have_the_same_p() -> None:
    scores = [1.0, 2.0, 1.5, 2.0, -1.0, -2.0, -1.0, -1.5, -2.0]
    assert find_changes(scores, range(1, 9)) == find_changes(scores, range(1, 9))
