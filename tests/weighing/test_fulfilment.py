"""Whether words that tell a fact tell what was foretold."""

from __future__ import annotations

import pytest

from foreigndesk.model import Outcome
from foreigndesk.weighing.fulfilment import told

FORETOLD = "Russia will send a warship through the Great Belt"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Russia sent a frigate through the Great Belt on Tuesday", Outcome.COME_ABOUT),
        ("Armed Russians travel on tankers through the Great Belt", None),
        ("A pilot guided a Russian tanker through the Great Belt in February", None),
    ],
)
def test_what_one_kind_of_ship_does_is_not_done_by_another(words: str, outcome: Outcome | None) -> None:
    assert told(FORETOLD, words) is outcome
