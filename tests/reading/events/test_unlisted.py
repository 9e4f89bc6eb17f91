"""Deeds in words that no trigger lists: the grammar says that something was done, the classifier what."""

from __future__ import annotations

import pytest

from foreigndesk.reading.events.unlisted import find_unlisted, is_met, tells_a_deed

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


@pytest.mark.parametrize(
    ("text", "named", "expected"),
    [
        ("The bank rerouted Niger.", "Niger", True),
        ("The bank rerouted a convoy to Niger.", "Niger", True),
        ("The bank raised its Nigerien forecast.", "Nigerien", False),
        ("The bank raised Niger's forecast.", "Niger", False),
    ],
)
def test_whose_a_thing_is_is_not_reached_by_what_is_done_to_it(text: str, named: str, expected: bool) -> None:
    coder = coder_of(text)
    (party,) = coder.cast.parties([word(coder, named)]) or (coder.cast.by_modifier(word(coder, named)),)
    assert party is not None
    assert is_met(party, coder.doc) is expected
