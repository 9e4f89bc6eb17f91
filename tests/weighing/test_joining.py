"""Numbers become groups: the two with the highest average across them first."""

from __future__ import annotations

from foreigndesk.weighing.joining import joined


def test_the_two_with_the_highest_average_are_joined_first() -> None:
    assert joined(3, [(0, 1, 8), (1, 2, 9)], [(0, 1), (1, 2)], 6) == [[0], [1, 2]]


def test_ties_are_broken_by_the_least_number() -> None:
    assert joined(3, [(0, 1, 9), (1, 2, 9)], [(0, 1), (1, 2)], 6) == [[0, 1], [2]]


def test_only_a_pair_that_may_join_is_a_ground_to_join() -> None:
    assert joined(2, [(0, 1, 9)], [], 6) == [[0], [1]]


def test_what_is_across_two_groups_is_summed_up_as_they_are_joined() -> None:
    across = [(0, 1, 10), (2, 3, 10), (0, 2, 9), (0, 3, 5), (1, 2, 5), (1, 3, 5)]
    assert joined(4, across, [(0, 1), (2, 3), (0, 2)], 6) == [[0, 1, 2, 3]]
    assert joined(4, across, [(0, 1), (2, 3), (0, 2)], 6.1) == [[0, 1], [2, 3]]


def test_a_group_keeps_its_place_whichever_of_both_has_more_to_do_with_others() -> None:
    across = [(0, 4, 10), (4, 5, 9), (3, 4, 9), (0, 5, 9), (0, 3, 9), (3, 5, 9)]
    assert joined(6, across, [(0, 4), (4, 5), (3, 4)], 6) == [[0, 3, 4, 5], [1], [2]]
