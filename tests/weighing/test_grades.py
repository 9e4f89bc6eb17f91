"""The Admiralty digit: only what evidence decides."""

from __future__ import annotations

import pytest

from foreigndesk.model import Cite, SourcingKind, VoiceCount
from foreigndesk.weighing.grades import judge_grade

CITE = Cite("r-1", 0, 4)
Against = list[tuple[SourcingKind, Cite, str]]


def counted(fewest: int, most: int) -> VoiceCount:
    return VoiceCount("s-1", most, most, fewest, most, (), (CITE,), ())


@pytest.mark.parametrize(
    ("fewest", "told", "against", "digit"),
    [
        (2, SourcingKind.UNNAMED, [], 1),
        (1, SourcingKind.NAMED, [], 6),
        (1, SourcingKind.UNNAMED, [(SourcingKind.NAMED, CITE, "Ana Lund")], 5),
        (1, SourcingKind.NAMED, [(SourcingKind.NAMED, CITE, "Ana Lund")], 5),
        (2, SourcingKind.NAMED, [(SourcingKind.UNNAMED, CITE, "an official")], 6),
    ],
)
def test_the_digit_is_1_with_two_voices_5_with_as_good_a_contradiction_else_6(
    fewest: int, told: SourcingKind, against: Against, digit: int
) -> None:
    grade = judge_grade(counted(fewest, 2), [told], against)
    assert grade.digit == digit
    assert grade.letter == "F"
    assert grade.reasons
    assert grade.cites


def test_the_letter_is_the_analysts() -> None:
    assert judge_grade(counted(1, 1), [SourcingKind.NAMED], [], "B").letter == "B"
