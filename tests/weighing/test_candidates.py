"""Which contents are compared: a fixed test for two contents, found without comparing everything with everything."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.weighing.candidates import (
    ALIKE,
    FEWEST_KEYS,
    LEAST_SHARED,
    LEAST_SHARED_LATER,
    SOON,
    UNDATED,
    by_gists,
    candidates,
)
from foreigndesk.weighing.contents import Outline, Outlines, content_of, outline_of
from foreigndesk.weighing.contents.outline import KEY, SHARED_OUT

KEYS = st.dictionaries(st.integers(0, 12), st.integers(1, 200), max_size=9)
DAYS = st.integers(739_000, 739_060)
SPANS = st.one_of(st.just(UNDATED), st.tuples(DAYS, st.integers(0, 5)).map(lambda span: (span[0], span[0] + span[1])))


def outline(keys: dict[int, int], gist: bytes = b"") -> Outline:
    empty = outline_of(content_of(""))
    return empty._replace(keys=np.array([*keys.items()], dtype=KEY).tobytes(), gist=gist)


def keys_of(text: str) -> list[tuple[int, int]]:
    return [*map(tuple, np.frombuffer(outline_of(content_of(text)).keys, KEY).tolist())]


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
    spans = np.array([span for _, span in contents], dtype=np.int32).reshape(-1, 2).T
    outlines = Outlines([outline(keys) for keys, _ in contents])
    ones, others = candidates(outlines, spans, np.array(fresh, dtype=np.int64))
    assert [*zip(ones.tolist(), others.tolist(), strict=True)] == [
        (one, other)
        for one in places
        for other in places
        if one < other
        and {one, other} & set(fresh)
        and passes(contents[one][0], contents[other][0], contents[one][1], contents[other][1])
    ]


def test_the_keys_of_a_content_share_out_the_whole() -> None:
    made = keys_of("North Korea sent about 10,000 soldiers to Russia for training")
    assert abs(sum(share for _, share in made) - SHARED_OUT) <= len(made)


def test_a_content_without_words_has_no_keys() -> None:
    assert keys_of("it was") == []


def test_words_of_one_meaning_have_a_key_in_common() -> None:
    troops, soldiers = (dict(keys_of(f"the {word} left")) for word in ("troops", "soldiers"))
    assert troops.keys() & soldiers.keys()


GISTS = st.one_of(st.just(b""), st.binary(min_size=4, max_size=4))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(GISTS, SPANS), min_size=1, max_size=8), st.data())
def test_gists_that_point_the_same_way_are_found_of_what_is_told_soon(
    contents: list[tuple[bytes, tuple[int, int]]], data: st.DataObject
) -> None:
    places = range(len(contents))
    fresh = np.array(sorted(data.draw(st.sets(st.sampled_from(places), min_size=1))), dtype=np.int64)
    outlines = Outlines([outline({}, gist) for gist, _ in contents])
    spans = np.array([span for _, span in contents], dtype=np.int32).reshape(-1, 2).T
    found = [int(code) for codes in by_gists(outlines, spans, fresh) for code in codes]
    gists = [np.frombuffer(gist or bytes(4), np.int8).astype(np.int64) for gist, _ in contents]

    def is_near(one: int, other: int) -> bool:
        apart = max(0, max(spans[0][one], spans[0][other]) - min(spans[1][one], spans[1][other]))
        lengths = np.linalg.norm(gists[one]) * np.linalg.norm(gists[other])
        return bool(lengths and apart <= SOON and gists[one] @ gists[other] >= np.float32(ALIKE) * np.float32(lengths))

    wanted = {
        one * len(contents) + other for one in places for other in range(one + 1, len(contents)) if is_near(one, other)
    }
    touched = {code for code in wanted if {code // len(contents), code % len(contents)} & set(fresh.tolist())}
    assert set(found) == touched
