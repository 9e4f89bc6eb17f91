"""Work spread over processes comes back in order, and its faults come out."""

from __future__ import annotations

import math
import os

import pytest

from foreigndesk.desk.workers import FEW, spread

MANY = 3 * FEW + 5


def test_results_come_in_the_order_of_the_things_whatever_the_number_of_workers() -> None:
    expected = [math.sqrt(n) for n in range(MANY)]
    assert list(spread(math.sqrt, range(MANY), 1)) == expected
    assert list(spread(math.sqrt, range(MANY), 2)) == expected


def own_process(_: int) -> int:
    return os.getpid()


def test_many_things_are_done_elsewhere_and_a_few_here() -> None:
    assert set(spread(own_process, range(FEW - 1), 2)) == {os.getpid()}
    assert os.getpid() not in set(spread(own_process, range(MANY), 2))


def test_things_are_not_all_taken_before_the_first_result_is() -> None:
    given = iter(range(100 * FEW))
    results = spread(abs, given, 2)
    assert next(results) == 0
    assert next(given) < 10 * FEW
    results.close()  # type: ignore[attr-defined]  # it is a generator


def test_a_fault_of_the_work_comes_out() -> None:
    with pytest.raises(ValueError, match=r"math domain error|nonnegative"):
        list(spread(math.sqrt, [*range(MANY), -1], 2))


def test_what_takes_long_is_spread_though_it_is_few() -> None:
    found = list(spread(own_process, range(7), 2, few=4, chunk=2))
    assert len(found) == 7
    assert os.getpid() not in found
