"""Competing hypotheses: tried by what speaks against them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.model import Board, Evidence, Fit, Hypothesis, Marked
from foreigndesk.weighing.ach import judge_matrix

CON, INC, NEU = Fit.CONSISTENT, Fit.INCONSISTENT, Fit.NEUTRAL


def board(*rows: tuple[Fit | None, ...], hypotheses: int = 2) -> Board:
    typed = tuple(Hypothesis(rank, f"Hypothesis {rank}", "A. Novak", "") for rank in range(1, hypotheses + 1))
    evidence = tuple(Evidence(rank, f"Item {rank}", None, "A. Novak", "") for rank in range(1, len(rows) + 1))
    marks = tuple(
        Marked(item, rank, fit, "A. Novak", "")
        for item, row in enumerate(rows, start=1)
        for rank, fit in enumerate(row, start=1)
        if fit is not None
    )
    return Board("test", typed, evidence, marks)


def test_the_hypothesis_with_the_fewest_items_against_it_stands_first_whatever_supports_the_other() -> None:
    matrix = judge_matrix(board((CON, INC), (CON, NEU), (INC, CON), (INC, CON)))
    assert matrix.against == (2, 1)
    assert matrix.order == (2, 1)


def test_what_goes_with_all_hypotheses_tells_none_apart() -> None:
    matrix = judge_matrix(board((CON, CON), (CON, INC)))
    assert [row.diagnostic for row in matrix.rows] == [False, True]
    assert any(reason.sentence == "These items tell no hypotheses apart: 1." for reason in matrix.reasons)


def test_an_item_is_sensitive_if_without_it_another_hypothesis_would_come_first() -> None:
    matrix = judge_matrix(board((INC, CON), (NEU, NEU)))
    assert [row.sensitive for row in matrix.rows] == [True, False]


def test_cells_nobody_marked_are_counted_not_guessed() -> None:
    matrix = judge_matrix(board((None, INC), (None, None)))
    assert matrix.against == (0, 1)
    assert any(reason.sentence == "3 of 4 cells are not marked yet." for reason in matrix.reasons)


def test_the_desk_suggests_only_what_says_the_same_or_the_opposite_and_counts_no_suggestion() -> None:
    typed = (
        Hypothesis(1, "the troops were sent to Kursk by rail", "A. Novak", ""),
        Hypothesis(2, "the harbour was closed to fishing boats", "A. Novak", ""),
    )
    evidence = (Evidence(1, "no troops were sent to Kursk by rail", None, "A. Novak", ""),)
    matrix = judge_matrix(Board("test", typed, evidence, ()))
    assert matrix.rows[0].suggested == (INC, None)
    assert matrix.against == (0, 0)


@given(st.lists(st.tuples(*[st.sampled_from([CON, INC, NEU, None])] * 3), max_size=6))
def test_every_hypothesis_stands_in_the_order_once_and_more_against_never_helps(
    rows: list[tuple[Fit | None, ...]],
) -> None:
    matrix = judge_matrix(board(*rows, hypotheses=3))
    assert sorted(matrix.order) == [1, 2, 3]
    worse = judge_matrix(board(*rows, (INC, NEU, NEU), hypotheses=3))
    assert worse.order.index(1) >= matrix.order.index(1)
