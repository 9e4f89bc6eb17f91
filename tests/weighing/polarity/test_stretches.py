"""What is told, stretch by stretch, with the signs that its words give it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.lexicon.concepts import stem
from foreigndesk.weighing.polarity.stretches import stretches

# What is told is always of the bridge; its sign is that of the stretch with "bridge".
TOLD = [
    ("said", "the bridge was held", "+"),
    ("said", "the bridge was not held", "-"),
    ("denied", "that the bridge was held", "-"),
    ("denied", "that nothing was held at the bridge", "+"),
    ("could not deny", "that the bridge was held", "+"),
    ("did not deny", "that the bridge was held", "o"),
    ("stopped short of denying", "that the bridge was held", "o"),
    ("could neither confirm nor deny", "that the bridge was held", "o"),
    ("did not rule out", "that the bridge was held", "p"),
    ("ruled out", "that the bridge was held", "-"),
    ("rejected the suggestion", "that the bridge had not been held", "+"),
    ("said", "Nobody held a bridge more firmly", "+"),
    ("said", "No Bridge Was Held", "-"),
    ("falsely claimed", "that the bridge was held", "+"),
    ("said", "the contest for the bridge was held", "+"),
    ("said there was no way", "that the army did not hold the bridge", "+"),
    ("said it was fanciful", "to think that the bridge was not held", "+"),
    ("saw no evidence", "that the bridge was held", "d"),
    ("doubted", "that the bridge was held", "d"),
    ("said there was no doubt", "that the bridge was held", "+"),
    ("said", "they had failed to hold the bridge", "-"),
    ("said", "they had not failed to hold the bridge", "+"),
    ("said", "they refused to give up the bridge", "+"),
    ("said", "the report about the bridge was baseless", "-"),
    ("rejected as baseless", "reports about the bridge", "-"),
    ("called it a lie", "that the bridge was held", "-"),
    ("said it was not clear", "whether the bridge was held", "o"),
    ("asked", "why anybody would hold the bridge", "d"),
    ("said", '"Who but the army holds the bridge?"', "+"),
    ("said", '"Is the bridge held?"', "o"),
    ("denied the claim:", '"We held the bridge to the end."', "+"),
    ("said", "not only the bridge was held", "+"),
    ("was", "not unaware that the bridge was held", "+"),
    ("said he was unaware", "that the bridge was held", "+"),
    ("said", "an unlikely ally held the bridge", "+"),
    ("did not believe", "that the bridge was held", "d"),
    ("warned against", "holding the bridge", "-"),
    ("said", "nobody could claim that the bridge was not held", "+"),
]


@pytest.mark.parametrize(("telling", "text", "sign"), TOLD)
def test_the_words_around_it_give_what_is_told_its_sign(telling: str, text: str, sign: str) -> None:
    found = [one.sign.value for one in stretches(telling, text) if stem("bridge") in one.keys]
    assert found == [sign]


def test_what_is_told_of_knowing_is_the_knowing_where_both_tell_of_it() -> None:
    plain = stretches("said", "the minister was unaware of the raid")
    knowing = stretches("said", "the minister was unaware of the raid", knowing=True)
    assert [one.sign.value for one in plain if "raid" in one.keys] == ["+"]
    assert [one.sign.value for one in knowing if "raid" in one.keys] == ["-"]


def test_a_reason_behind_because_is_not_denied_with_what_it_is_given_for() -> None:
    found = stretches("said", "the bridge was not held because the army had left")
    assert [(one.sign.value, one.aside) for one in found if not one.telling] == [("-", False), ("+", True)]


def test_what_stands_behind_and_has_negations_of_its_own() -> None:
    found = stretches("said", "the bridge was not held and the town had fallen")
    assert [one.sign.value for one in found if not one.telling] == ["-", "+"]


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_words_are_read_without_trouble(telling: str, text: str) -> None:
    assert stretches(telling, text) == stretches(telling, text)
