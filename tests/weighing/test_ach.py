"""Competing hypotheses: tried by what speaks against them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.model import Board, Evidence, EvidenceKind, Fit, Force, Hypothesis, Level, Marked
from foreigndesk.weighing.ach import judge_matrix
from foreigndesk.weighing.contents import content_of

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
    assert any(reason.sentence == "These items tell no hypotheses apart: E1." for reason in matrix.reasons)


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


def test_an_item_that_is_weighed_high_counts_for_more_than_two_that_are_low() -> None:
    plain = board((INC, CON), (CON, INC), (CON, INC))
    levels = (Level.HIGH, Level.LOW, Level.LOW)
    items = tuple(
        replace(item, credibility=level, relevance=level) for item, level in zip(plain.evidence, levels, strict=True)
    )
    assert judge_matrix(plain).order == (1, 2)
    weighed = judge_matrix(replace(plain, evidence=items))
    assert (weighed.scores, weighed.order, weighed.against) == ((2.0, 1.0), (2, 1), (1, 2))


def test_it_is_said_on_which_item_the_order_hangs_were_it_false() -> None:
    matrix = judge_matrix(board((INC, CON), (INC, CON), (CON, INC)))
    assert [row.if_false for row in matrix.rows] == [True, True, False]
    assert [row.sensitive for row in matrix.rows] == [True, True, False]


def test_a_denial_of_what_the_hypothesis_says_is_suggested_as_inconsistent_with_its_reason() -> None:
    typed = (Hypothesis(1, "the troops were sent to Kursk by rail", "A. Novak", ""),)
    evidence = (Evidence(1, "that troops had been sent to Kursk by rail", "s-1", "A. Novak", ""),)
    content = content_of(evidence[0].words, Force.DENY, "denied")
    (row,) = judge_matrix(Board("test", typed, evidence, ()), {1: content}).rows
    assert row.suggested == (INC,)
    assert [reason.sentence for reason in row.why if reason] == ["It denies what H1 says."]


def test_what_leaves_it_open_is_suggested_as_neutral() -> None:
    typed = (Hypothesis(1, "the troops were sent to Kursk by rail", "A. Novak", ""),)
    evidence = (Evidence(1, "whether the troops were sent to Kursk by rail", "s-1", "A. Novak", ""),)
    content = content_of(evidence[0].words, Force.DECLINE, "declined to say")
    assert judge_matrix(Board("test", typed, evidence, ()), {1: content}).rows[0].suggested == (NEU,)


def test_of_a_silence_or_an_absence_nothing_is_suggested_from_its_words() -> None:
    typed = (Hypothesis(1, "the troops were sent to Kursk by rail", "A. Novak", ""),)
    words = "no troops were sent to Kursk by rail"
    for kind in (EvidenceKind.SILENCE, EvidenceKind.ABSENCE):
        item = Evidence(1, words, None, "A. Novak", "", kind)
        assert judge_matrix(Board("test", typed, (item,), ())).rows[0].suggested == (None,)


def test_where_marks_differ_from_what_the_desk_suggests_the_mark_counts_and_it_is_said() -> None:
    typed = (Hypothesis(1, "the troops were sent to Kursk by rail", "A. Novak", ""),)
    evidence = (Evidence(1, "no troops were sent to Kursk by rail", None, "A. Novak", ""),)
    matrix = judge_matrix(Board("test", typed, evidence, (Marked(1, 1, CON, "A. Novak", ""),)))
    assert matrix.against == (0,)
    assert "1 mark differs from what the desk suggests; the mark counts." in {one.sentence for one in matrix.reasons}


def test_the_analyst_is_asked_for_what_is_missing_until_an_absence_is_on_the_board() -> None:
    plain = board((INC, CON))
    assert "no-absence" in {reason.rule for reason in judge_matrix(plain).reasons}
    told = replace(plain, evidence=(replace(plain.evidence[0], kind=EvidenceKind.ABSENCE),))
    assert "no-absence" not in {reason.rule for reason in judge_matrix(told).reasons}


@given(st.lists(st.tuples(*[st.sampled_from([CON, INC, NEU, None])] * 3), max_size=6))
def test_every_hypothesis_stands_in_the_order_once_and_more_against_never_helps(
    rows: list[tuple[Fit | None, ...]],
) -> None:
    matrix = judge_matrix(board(*rows, hypotheses=3))
    assert sorted(matrix.order) == [1, 2, 3]
    worse = judge_matrix(board(*rows, (INC, NEU, NEU), hypotheses=3))
    assert worse.order.index(1) >= matrix.order.index(1)
