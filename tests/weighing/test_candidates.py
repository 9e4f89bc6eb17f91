"""Which contents are compared: a fixed test for two contents, found without comparing everything with everything."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.weighing.candidates import (
    FEWEST_KEYS,
    LEAST_SHARED,
    LEAST_SHARED_LATER,
    SOON,
    UNDATED,
    UNIT,
    WHOLE,
    Sign,
    by_vectors,
    candidates,
    in_whole_numbers,
    sign_of,
)
from foreigndesk.weighing.contents import content_of

KEYS = st.dictionaries(st.integers(0, 12), st.integers(1, 200), max_size=9)
DAYS = st.integers(739_000, 739_060)
SPANS = st.one_of(st.just(UNDATED), st.tuples(DAYS, st.integers(0, 5)).map(lambda span: (span[0], span[0] + span[1])))


def sign(keys: dict[int, int]) -> Sign:
    return Sign(np.array(list(keys), dtype=np.int64), np.array(list(keys.values()), dtype=np.int64))


def passes(one: dict[int, int], other: dict[int, int], span: tuple[int, int], other_span: tuple[int, int]) -> bool:
    """The test itself, for one pair."""
    shared = one.keys() & other.keys()
    apart = max(0, max(span[0], other_span[0]) - min(span[1], other_span[1]))
    least = LEAST_SHARED_LATER if apart > SOON else LEAST_SHARED
    return len(shared) >= FEWEST_KEYS and sum(one[key] + other[key] for key in shared) >= least


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(KEYS, SPANS), max_size=8), st.data())
def test_all_pairs_with_a_fresh_one_that_pass_are_found_and_no_others(
    contents: list[tuple[dict[int, int], tuple[int, int]]], data: st.DataObject
) -> None:
    places = range(len(contents))
    fresh = sorted(data.draw(st.sets(st.sampled_from(places)))) if contents else []
    spans = np.array([span for _, span in contents], dtype=np.int64).reshape(-1, 2)
    found = candidates([sign(keys) for keys, _ in contents], spans, np.array(fresh, dtype=np.int64))
    assert found == [
        (one, other)
        for one in places
        for other in places
        if one < other
        and {one, other} & set(fresh)
        and passes(contents[one][0], contents[other][0], contents[one][1], contents[other][1])
    ]


def test_the_keys_of_a_content_share_out_the_whole() -> None:
    made = sign_of(content_of("North Korea sent about 10,000 soldiers to Russia for training"))
    assert abs(int(made.shares.sum()) - WHOLE) <= len(made.shares)


def test_a_content_without_words_has_no_keys() -> None:
    assert len(sign_of(content_of("it was")).keys) == 0


def test_words_of_one_meaning_have_a_key_in_common() -> None:
    troops, soldiers = (sign_of(content_of(f"the {word} left")) for word in ("troops", "soldiers"))
    assert set(troops.keys.tolist()) & set(soldiers.keys.tolist())


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.floats(-1, 1, width=32), min_size=4, max_size=4), min_size=2, max_size=6), st.data())
def test_vectors_that_point_the_same_way_are_found_in_whatever_blocks(
    rows: list[list[float]], data: st.DataObject
) -> None:
    vectors = np.stack([in_whole_numbers(np.array(row, dtype=np.float32)) for row in rows])
    fresh = np.array(sorted(data.draw(st.sets(st.sampled_from(range(len(rows))), min_size=1))), dtype=np.int64)
    found = {int(code) for codes in by_vectors(vectors, fresh, 0.6) for code in codes}
    exact = vectors.astype(np.int64) @ vectors.astype(np.int64).T
    assert found == {
        one * len(rows) + other
        for one in range(len(rows))
        for other in range(one + 1, len(rows))
        if {one, other} & set(fresh.tolist()) and exact[one, other] >= 0.6 * UNIT * UNIT
    }
