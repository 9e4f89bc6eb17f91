"""Which wordings are one claim, from pairs that are close."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Set

from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.model import Cite
from foreigndesk.weighing.contents import TOGETHER
from foreigndesk.weighing.gathering import Asked, Before, Wording, judge_again, judge_groups
from foreigndesk.weighing.nearness import Tie


def wordings(*keys: str) -> dict[str, Wording]:
    return {key: Wording(key, (Cite(f"r-{key}", 0, 9),)) for key in keys}


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


def test_words_inside_each_other_are_not_joined() -> None:
    inside = {"a": Wording("a", (Cite("r-1", 0, 30),)), "b": Wording("b", (Cite("r-1", 10, 20),))}
    assert judge_groups(inside, [Tie("a", "b", 2.0)]) == [("a",), ("b",)]


def test_pairs_without_a_tie_are_asked_for_where_they_may_decide() -> None:
    ties = [Tie(one, other, 1.0) for one, other in ("ab", "bc")]
    assert judge_groups(wordings(*"abc"), ties, lambda pairs: [0.9] * len(pairs)) == [("a", "b", "c")]
    assert judge_groups(wordings(*"abc"), ties) == [("a", "b"), ("c",)]


def test_what_is_only_asked_for_is_no_ground_to_join() -> None:
    ties = [Tie(one, other, 2.0) for one, other in itertools.combinations("mnop", 2)]
    ties += [Tie("a", "m", 1.0), Tie("b", "m", 1.0)]
    groups = judge_groups(wordings(*"abmnop"), ties, lambda pairs: [2.0 * (pair == ("a", "b")) for pair in pairs])
    assert groups == [("a",), ("b",), ("m", "n", "o", "p")]


def hanging_together(ties: list[Tie]) -> list[set[str]]:
    """The wordings that close pairs lead to from each other."""
    parts = [{key} for key in KEYS]
    for tie in ties:
        if tie.nearness >= TOGETHER:
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


class Record(Before):
    """Groups before a change, and ties after it."""

    def __init__(self, groups: list[tuple[str, ...]], ties: list[Tie]) -> None:
        self.former = {key: group for group in groups for key in group}
        self.now = ties

    def whole(self, keys: Iterable[str]) -> set[str]:
        return {each for key in keys for each in self.former.get(key, (key,))}

    def is_group(self, keys: tuple[str, ...]) -> bool:
        return self.former.get(keys[0]) == keys

    def ties(self, keys: Set[str]) -> list[Tie]:
        return [tie for tie in self.now if not keys.isdisjoint({tie.one, tie.other})]

    def wordings(self, keys: Set[str]) -> dict[str, Wording]:
        return wordings(*keys)


MANY = "abcdefghijkl"
NEAR = st.sampled_from((0.6, 0.7, 0.9, 1.0, 1.1, 1.4, 2.0))
TIES = st.dictionaries(st.sampled_from([(one, other) for one in MANY for other in MANY if one < other]), NEAR)


def known(found: dict[tuple[str, str], float]) -> Asked:
    """How near a pair is that has no tie: always the same, whoever asks."""
    return lambda pairs: [0.6 + (sum(map(ord, "".join(pair))) % 5) / 10 for pair in pairs if pair not in found]


@settings(max_examples=400, deadline=None)
@given(TIES, st.sets(st.sampled_from(MANY), max_size=4), st.sets(st.sampled_from(MANY), max_size=3))
def test_what_a_change_may_have_reached_comes_out_as_if_all_were_judged(
    close: dict[tuple[str, str], float], new: set[str], gone: set[str]
) -> None:
    gone -= new
    ties = [Tie(one, other, nearness) for (one, other), nearness in sorted(close.items())]
    before = judge_groups(wordings(*(set(MANY) - new)), ties, known(close))
    left = set(MANY) - gone
    now = [tie for tie in ties if {tie.one, tie.other} <= left]
    beside_gone = {each for tie in ties for each in (tie.one, tie.other) if not gone.isdisjoint({tie.one, tie.other})}
    in_a_group_with_gone = {key for group in before if not gone.isdisjoint(group) for key in group}
    former = [tuple(key for key in group if key in left) for group in before]
    changed = (new | beside_gone | in_a_group_with_gone) - gone
    found = judge_again(changed, Record([group for group in former if group], now), known(close))
    reached = {key for group in found for key in group}
    untouched = [group for group in former if group and reached.isdisjoint(group)]
    assert sorted([*found, *untouched]) == judge_groups(wordings(*left), now, known(close))
    assert changed <= reached
