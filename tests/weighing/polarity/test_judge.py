"""Whether two contents agree or oppose each other. Persons are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.model import Force
from foreigndesk.weighing.contents import content_of
from foreigndesk.weighing.polarity import Polarity, Sign, is_clear, left_open, polarity, sided

AGREE, OPPOSE = Polarity.AGREE, Polarity.OPPOSE
PAIRS = [
    ("said", "the bridge at Orsha was blown up", "said", "the bridge at Orsha is intact", OPPOSE),
    ("said", "the bridge at Orsha was blown up", "denied", "that the bridge at Orsha had been blown up", OPPOSE),
    ("said", "the minister was killed in the crash", "said", "the minister survived the crash", OPPOSE),
    ("denied", "that the minister was killed in the crash", "said", "the minister survived the crash", AGREE),
    ("said", "the blast in the port was an accident", "said", "the blast in the port was sabotage", OPPOSE),
    ("said", "the blast in the port was no accident", "said", "the blast in the port was sabotage", AGREE),
    ("said", "the premier knew of the raid", "said", "the premier was unaware of the raid", OPPOSE),
    ("said", "no way that the premier did not know of the raid", "said", "the premier knew of the raid", AGREE),
    ("said", "the toll of the raid was 200", "said", "only 17 people died in the raid, not 200", OPPOSE),
    ("said", "Cambodian soldiers fired first", "said", "the first shots were fired by Thai soldiers", OPPOSE),
    ("said", "exports of wheat would be halted", "promised", "that exports of wheat would continue", OPPOSE),
    ("saw no evidence", "that wheat was exported", "denied", "that wheat was exported", AGREE),
    ("did not rule out", "a ban on wheat exports", "ruled out", "a ban on wheat exports", OPPOSE),
    ("did not rule out", "a ban on wheat exports", "announced", "a ban on wheat exports", None),
    ("declined to say", "whether wheat was exported", "said", "wheat was exported", None),
]


@pytest.mark.parametrize(("first", "one", "second", "other", "expected"), PAIRS)
def test_two_contents_agree_or_oppose_each_other(
    first: str, one: str, second: str, other: str, expected: Polarity | None
) -> None:
    assert polarity(content_of(one, None, first), content_of(other, None, second)) is expected


@given(st.sampled_from(PAIRS))
def test_polarity_is_the_same_from_both_sides(pair: tuple[str, str, str, str, Polarity | None]) -> None:
    one, other = content_of(pair[1], None, pair[0]), content_of(pair[3], None, pair[2])
    assert polarity(one, other) is polarity(other, one)


def test_copies_agree() -> None:
    for telling, text, *_ in PAIRS:
        content = content_of(text, None, telling)
        assert polarity(content, content) in {AGREE, None}


def test_a_denial_that_no_word_tells_is_taken_from_the_force() -> None:
    assert sided(content_of("a ban on wheat is near", Force.DENY, "poured scorn over")) is Sign.NO


def test_doubt_is_kept_apart_from_denial_and_open_takes_no_side() -> None:
    assert sided(content_of("that wheat was exported", Force.DOUBT, "doubted")) is Sign.DOUBTED
    assert sided(content_of("that wheat was exported", Force.DENY, "denied")) is Sign.NO
    assert (
        left_open(content_of("that wheat was exported", Force.DECLINE, "would neither confirm nor deny")) is Sign.OPEN
    )
    assert left_open(content_of("that wheat was exported", None, "said")) is None


BLOWN_UP = content_of("the bridge at Orsha was blown up by the retreating army", None, "said")


@pytest.mark.parametrize(
    ("cue", "words", "force", "expected"),
    [
        ("denied", "that the bridge at Orsha had been blown up by the army", Force.DENY, True),
        ("said", "the bridge at Orsha was not blown up by the retreating army", None, True),
        ("said", "the army had not paid the ferrymen beside the bridge since the spring, when they came", None, False),
        ("said", "the bridge at Orsha was blown up at night by the retreating army", None, False),
    ],
)
def test_contents_oppose_each_other_clearly_where_one_turns_much_of_what_the_other_tells(
    cue: str, words: str, force: Force | None, *, expected: bool
) -> None:
    told = content_of(words, force, cue)
    assert is_clear(BLOWN_UP, told) is is_clear(told, BLOWN_UP) is expected
