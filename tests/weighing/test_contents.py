"""Whether two contents say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.model import Force
from foreigndesk.weighing.contents import (
    TOGETHER,
    Content,
    agrees,
    closeness,
    content_of,
    is_same,
    likeness,
    polarity_of_same,
)
from foreigndesk.weighing.polarity import Polarity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("about 10,000 troops had been sent to Kursk", "10,000 troops were sent to Kursk, he said, for training"),
        ("the talks in Baku will go on in December", "that talks will go on in December in Baku"),
        ("the ships left the port in October", "the ships left the port in 2024"),
        ("at least ten ships left the port", "14 ships left the port"),
    ],
)
def test_contents_with_the_same_facts_are_the_same(one: str, other: str) -> None:
    assert agrees(content_of(one), content_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10,000 troops were sent to Kursk", "12,000 troops were sent to Kursk"),
        ("the ships left the port on Monday", "the ships left the port on Friday"),
        ("the ships left the port in October", "the ships left the port in March"),
        ("China fired at ships of Japan off the port", "Japan fired at ships of China off the port"),
        ("North Korea and Russia signed a pact", "relations of North Korea and Russia are their own affair"),
        ("we agree", "we agree"),
    ],
)
def test_other_figures_days_or_nothing_in_common_but_names_make_two(one: str, other: str) -> None:
    assert not is_same(content_of(one), content_of(other))


def test_a_denial_contradicts_and_a_denied_negation_agrees() -> None:
    plain = content_of("troops were sent to Kursk by rail")
    negated = content_of("no troops were sent to Kursk by rail")
    assert polarity_of_same(plain, negated) is Polarity.OPPOSE
    assert polarity_of_same(plain, content_of("troops were sent to Kursk by rail", Force.DENY)) is Polarity.OPPOSE
    assert agrees(plain, content_of("no troops were sent to Kursk by rail", Force.DENY))


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_a_share_and_the_same_from_both_sides(one: str, other: str) -> None:
    first, second = content_of(one), content_of(other)
    assert likeness(first, second) == likeness(second, first)
    assert 0 <= likeness(first, second) <= 1


def told_alike(text: str, force: Force = Force.ASSERT) -> Content:
    """A content with a gist that is the same for all."""
    return content_of(text, force, gist=bytes([1]) * 192)


@pytest.mark.parametrize(
    "twin",
    [
        "shells of the army hit the market in Dioro",  # another place
        "shells of the army hit the market in Segou in January 2023",  # another time
    ],
)
def test_twins_in_the_same_words_are_never_one_claim(twin: str) -> None:
    told = told_alike("shells of the army hit the market in Segou")
    assert closeness(told, told_alike(twin)) == 0


def test_who_names_the_time_otherwise_is_no_twin_and_a_denial_is_none() -> None:
    told = told_alike("shells of the army hit the market in Segou last month")
    assert closeness(told, told_alike("shells of the army hit the market in Segou in January")) >= TOGETHER
    assert closeness(told, told_alike("shells of the army hit the market in Dioro", Force.DENY)) >= TOGETHER
