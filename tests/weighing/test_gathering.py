"""Which wordings are one claim, from pairs that are close."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.model import Cite
from foreigndesk.weighing.candidates import SOON
from foreigndesk.weighing.contents import TOGETHER
from foreigndesk.weighing.gathering import Tie, Wording, days_between, judge_groups, near


def wordings(*keys: str, day: int | None = None) -> dict[str, Wording]:
    return {key: Wording(key, day, day, (Cite(f"r-{key}", 0, 9),)) for key in keys}


def test_a_pair_that_is_close_is_one_claim() -> None:
    assert judge_groups(wordings("a", "b", "c"), [Tie("a", "b", 1.0)]) == [("a", "b"), ("c",)]


def test_a_pair_that_is_not_close_enough_is_two() -> None:
    assert judge_groups(wordings("a", "b"), [Tie("a", "b", 0.95)]) == [("a",), ("b",)]


def test_a_chain_glues_nothing() -> None:
    chain = [Tie(one, other, 1.0) for one, other in ("ab", "bc", "cd", "de")]
    assert judge_groups(wordings(*"abcde"), chain) == [("a", "b"), ("c", "d"), ("e",)]


def test_what_lies_between_two_claims_does_not_make_them_one() -> None:
    ties = [Tie(one, other, 1.5) for one, other in ("ab", "bc", "ac", "xy", "yz", "xz")]
    ties += [Tie("c", "m", 1.1), Tie("m", "x", 1.1)]
    groups = judge_groups(wordings(*"abcmxyz"), ties)
    assert ("a", "b", "c") in groups
    assert ("x", "y", "z") in groups


def test_what_most_are_close_to_is_joined_though_one_is_not() -> None:
    ties = [Tie(one, other, 1.4) for one, other in ("ab", "bc", "ac", "ad", "bd")]
    assert judge_groups(wordings(*"abcd"), ties) == [("a", "b", "c", "d")]


def test_words_inside_each_other_are_not_tied() -> None:
    one, other = Wording("a", None, None, (Cite("r-1", 0, 30),)), Wording("b", None, None, (Cite("r-1", 10, 20),))
    assert near(one, other, 2.0) == 0.0


def test_what_is_told_weeks_apart_is_less_near() -> None:
    one, soon, later = (Wording(key, day, day, ()) for key, day in (("a", 0), ("b", SOON), ("c", SOON + 1)))
    assert near(one, soon, 1.2) == 1.2
    assert near(one, later, 1.2) < 1.0
    assert days_between(one, Wording("d", None, None, ())) == 0


def hanging_together(ties: list[Tie]) -> list[set[str]]:
    """The wordings that close pairs lead to from each other."""
    parts = [{key} for key in KEYS]
    for tie in ties:
        if tie.closeness >= TOGETHER:
            joined = set().union(*(part for part in parts if not part.isdisjoint({tie.one, tie.other})))
            parts = [part for part in parts if part.isdisjoint(joined)] + [joined]
    return parts


KEYS = "abcdefgh"
PAIRS = [(one, other) for one in KEYS for other in KEYS if one < other]


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(PAIRS), st.floats(0.5, 2.0)), st.randoms(use_true_random=False))
def test_groups_depend_neither_on_the_order_nor_on_what_does_not_hang_together(
    close: dict[tuple[str, str], float], draw: random.Random
) -> None:
    ties = [Tie(one, other, closeness) for (one, other), closeness in close.items()]
    shuffled = draw.sample(ties, len(ties))
    keys = draw.sample(KEYS, len(KEYS))
    groups = judge_groups(wordings(*KEYS), ties)
    assert groups == judge_groups(wordings(*keys), shuffled)
    assert sorted(key for group in groups for key in group) == list(KEYS)
    apart = [group for part in hanging_together(ties) for group in judge_groups(wordings(*part), shuffled)]
    assert groups == sorted(apart)
