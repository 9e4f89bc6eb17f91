"""What a sentence says about a deed's reality."""

from __future__ import annotations

import pytest

from foreigndesk.reading.events.marks import Mark

from .conftest import coder_of, word


@pytest.mark.parametrize(
    ("text", "deed", "marks"),
    [
        ("Chad attacked Niger.", "attacked", set()),
        ("Chad did not attack Niger.", "attack", {Mark.NEGATED}),
        ("Chad never attacked Niger.", "attacked", {Mark.NEGATED}),
        ("Chad will attack Niger.", "attack", {Mark.FUTURE}),
        ("Chad is going to attack Niger.", "attack", {Mark.FUTURE}),
        ("Chad said it would attack Niger.", "attack", {Mark.FUTURE}),
        ("Chad would attack Niger.", "attack", {Mark.SUPPOSED}),
        ("Chad could attack Niger.", "attack", {Mark.WEIGHED}),
        ("Chad wants to attack Niger.", "attack", {Mark.WEIGHED}),
        ("Chad plans to attack Niger.", "attack", {Mark.FUTURE}),
        ("Chad has yet to attack Niger.", "attack", {Mark.NEGATED}),
        ("Chad failed to attack Niger.", "attack", {Mark.NEGATED}),
        ("Chad sent tanks to attack Niger.", "attack", {Mark.PURPOSE}),
        ("Chad left without attacking Niger.", "attacking", {Mark.NEGATED}),
        ("Has Chad attacked Niger?", "attacked", {Mark.ASKED}),
        ("If Chad attacks Niger, Mali will leave.", "attacks", {Mark.SUPPOSED}),
        ("Chad must attack Niger.", "attack", {Mark.MUST}),
        ("Chad tried to attack Niger.", "attack", {Mark.TRIED}),
        ("Chad ended its embargo on Niger.", "embargo", {Mark.ENDED}),
        ("Fears that Chad attacked Niger grew.", "attacked", {Mark.WEIGHED}),
    ],
)
def test_the_words_on_the_way_up_mark_the_deed(text: str, deed: str, marks: set[Mark]) -> None:
    coder = coder_of(text)
    assert coder.realities[word(coder, deed).i].marks == marks


@pytest.mark.parametrize(
    ("text", "deed", "above"),
    [
        ("Chad agreed to free the pilots.", "free", "agreed"),
        ("Chad refused to meet Niger.", "meet", "refused"),
        ("Chad urged Niger to free the pilots.", "free", "urged"),
        ("Chad threatened to bomb Niger.", "bomb", "threatened"),
        ("Chad called for talks with Niger.", "talks", "called"),
    ],
)
def test_a_deed_that_is_wanted_promised_or_refused_is_the_content_of_another(text: str, deed: str, above: str) -> None:
    coder = coder_of(text)
    under = coder.realities[word(coder, deed).i].under
    assert under is not None
    assert under.token.text == above


def test_what_is_praised_or_condemned_is_taken_for_granted() -> None:
    coder = coder_of("Norway thanked Chad for freeing the pilots.")
    assert coder.realities[word(coder, "freeing").i].under is None


def test_a_request_that_is_answered_was_made() -> None:
    coder = coder_of("Norway turned down a Chadian request for gas.")
    assert coder.realities[word(coder, "request").i].under is None
