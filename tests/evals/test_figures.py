"""Figures of judged units: shares add up by what they are shares of, and intervals come from drawing units again."""

from collections.abc import Sequence

from evals.figures import FRESH, UNSEEN, Figure, as_unseen, drawn, together


def share(right: int, of: int) -> list[Figure]:
    return [Figure("topic.share", right / max(1, of), n=of)]


def test_shares_of_units_add_up_by_their_numbers() -> None:
    assert together([share(1, 1), share(0, 3), share(0, 0)]) == [Figure("topic.share", 0.25, n=4)]


def test_units_that_are_all_alike_leave_no_spread() -> None:
    assert drawn([share(1, 2)] * 20, together) == [Figure("topic.share", 0.5, n=40, interval=(0.5, 0.5))]


def test_an_interval_lies_around_the_figure_of_all_units() -> None:
    units: Sequence[list[Figure]] = [share(number % 2, 1) for number in range(100)]
    figure = drawn(units, together)[0]
    assert figure.interval is not None
    assert 0.35 < figure.interval[0] < figure.value == 0.5 < figure.interval[1] < 0.65


def test_the_group_of_gold_ends_the_name() -> None:
    assert as_unseen([Figure(f"topic.{UNSEEN}.share", 1)])[0].name == "topic.share.unseen"
    assert as_unseen([Figure(f"topic.{UNSEEN}.share", 1)], FRESH)[0].name == "topic.share.fresh"
