"""Deeds in words that no trigger lists: the grammar says that something was done, the classifier what."""

from __future__ import annotations

import pytest

from foreigndesk.reading.events.unlisted import find_unlisted, tells_a_deed

from .conftest import coder_of, codes, read_text, word


def unlisted_words(text: str) -> list[str]:
    coder = coder_of(text)
    return [event.trigger.text for event in find_unlisted(coder, tuple(coder.events()))]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The army of Chad rerouted a convoy.", "rerouted", True),
        ("The army of Chad is rerouting a convoy.", "rerouting", True),
        ("The army of Chad reroutes convoys.", "reroutes", False),
        ("Chad said Niger had left.", "said", False),
        ("Chad resembled Niger.", "resembled", False),
    ],
)
def test_only_what_was_done_or_is_under_way_is_a_deed(text: str, verb: str, expected: bool) -> None:
    assert tells_a_deed(word(coder_of(text), verb)) is expected


@pytest.mark.parametrize(
    "text",
    [
        "The army of Chad had not rerouted a convoy of Niger.",
        "If the army of Chad rerouted a convoy of Niger, Ghana would laugh.",
        "Chad resembled Niger.",
        "Somebody rerouted somebody.",
        "Chad attacked Niger.",
    ],
)
def test_what_is_denied_supposed_described_or_told_by_a_trigger_is_left_alone(text: str) -> None:
    assert unlisted_words(text) == []


def test_an_event_of_the_classifier_says_so_and_carries_its_score() -> None:
    (event,) = read_text("The Chadian government has granted a delegation from Niger the use of its airport.")
    assert codes(event.actor) + codes(event.recipient) == ["TCD", "NER-GOV"]
    assert event.model_score is not None
    assert 0 < event.model_score <= 1
    assert [reason.rule for reason in event.reasons][:2] == ["unlisted", "plover/unlisted"]
