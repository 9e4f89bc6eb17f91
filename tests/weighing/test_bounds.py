"""Bounds from counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.weighing.bounds import mean_with_bounds, rate_of, student


# Quantiles of a table of Student's t.
@pytest.mark.parametrize(("degrees", "quantile"), [(1, 6.314), (6, 1.943), (10, 1.812), (30, 1.697), (1000, 1.646)])
def test_quantiles_are_those_of_the_table(degrees: int, quantile: float) -> None:
    assert student(degrees) == pytest.approx(quantile, abs=0.01)


def test_fewer_events_have_wider_bounds() -> None:
    _, low_one, high_one = mean_with_bounds([2.0])
    _, low_many, high_many = mean_with_bounds([2.0] * 40)
    assert low_one is not None
    assert high_one is not None
    assert low_many is not None
    assert high_many is not None
    assert high_one - low_one > high_many - low_many


@given(st.lists(st.floats(-10, 10), min_size=1, max_size=50))
def test_bounds_hold_their_mean_and_stay_on_the_scale(scales: list[float]) -> None:
    mean, low, high = mean_with_bounds(scales)
    assert mean is not None
    assert low is not None
    assert high is not None
    assert -10 <= low <= mean <= high <= 10


def test_no_reports_have_no_rate() -> None:
    assert rate_of(0, 0) is None


@given(st.integers(0, 200), st.integers(1, 500))
def test_a_rate_lies_within_its_bounds(number: int, among: int) -> None:
    rate = rate_of(number, among)
    assert rate is not None
    assert 0 <= rate.low <= rate.per_hundred <= rate.high
