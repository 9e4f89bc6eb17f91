"""The tone in which one actor speaks of another."""

from __future__ import annotations

import pytest

from foreigndesk.model import Force, Tone
from foreigndesk.weighing.tones import tone_of


@pytest.mark.parametrize(
    ("force", "words", "tone"),
    [
        (Force.ASSERT, "They bombed the harbour and killed four men.", Tone.HOSTILE),
        (Force.ASSERT, "We praised their cooperation.", Tone.FRIENDLY),
        (Force.ASSERT, "The ship is in the harbour.", Tone.PLAIN),
        (Force.ASSERT, "Their navy has not attacked anybody.", Tone.PLAIN),
        (Force.ASSERT, "They praised and endorsed it, and then attacked.", Tone.FRIENDLY),
        (Force.THREATEN, "We will answer.", Tone.HOSTILE),
        (Force.PROMISE, "We will condemn and denounce it.", Tone.HOSTILE),
    ],
)
def test_a_tone_is_that_of_its_words_and_its_force(force: Force, words: str, tone: Tone) -> None:
    assert tone_of(force, words)[0] is tone


def test_what_a_tone_rests_on_is_told_as_printed() -> None:
    assert tone_of(Force.THREATEN, "We shall condemn it.")[1] == ("its force: a threat", "condemn")


def test_friendly_and_hostile_words_of_one_number_make_it_plain() -> None:
    assert tone_of(Force.ASSERT, "After the invasion they praised it.") == (Tone.PLAIN, ())
