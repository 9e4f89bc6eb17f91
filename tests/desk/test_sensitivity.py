"""What the order of a board hangs on."""

from __future__ import annotations

from dataclasses import replace

from foreigndesk.desk.sensitivity import hinges
from foreigndesk.model import Board, Evidence, Fit, Hypothesis, Level, Marked

NORTH, SOUTH = (Hypothesis(rank, words, "Ana", "2024-11-04") for rank, words in ((1, "north"), (2, "south")))
SHADOW, TRACK, RUMOUR = (Evidence(rank, words, None, "Ana", "2024-11-04") for rank, words in enumerate("abc", start=1))


def board(*marks: tuple[Evidence, Hypothesis, Fit], items: tuple[Evidence, ...] = (SHADOW, TRACK)) -> Board:
    made = tuple(Marked(item.rank, one.rank, fit, "Ana", "2024-11-04") for item, one, fit in marks)
    return Board("missile", (NORTH, SOUTH), items, made)


def test_an_item_whose_loss_puts_another_first_is_told_with_who_that_is() -> None:
    found = list(hinges(board((SHADOW, SOUTH, Fit.INCONSISTENT), (SHADOW, NORTH, Fit.CONSISTENT))))
    assert [(one.what, one.first) for one in found] == [("Without E1", (1, 2)), ("Were E1 false", (2,))]


def test_an_order_with_room_to_spare_hangs_on_no_single_item() -> None:
    marks = ((SHADOW, SOUTH, Fit.INCONSISTENT), (TRACK, SOUTH, Fit.INCONSISTENT))
    assert list(hinges(board(*marks))) == []


def test_an_order_that_only_weights_make_says_so() -> None:
    heavy = replace(SHADOW, credibility=Level.HIGH, relevance=Level.HIGH)
    marks = ((heavy, SOUTH, Fit.INCONSISTENT), (TRACK, NORTH, Fit.INCONSISTENT))
    found = {one.what: one.first for one in hinges(board(*marks, items=(heavy, TRACK)))}
    assert found["Were all items weighed alike"] == (1, 2)


def test_a_board_without_marks_or_hypotheses_hangs_on_nothing() -> None:
    assert list(hinges(board())) == []
    assert list(hinges(Board("empty", (), (RUMOUR,), ()))) == []
