"""Which statements tell how something is. Persons are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foreigndesk.model import Force, Passage, StatementKind
from foreigndesk.weighing.telling import tells
from tests.desk.scribe import Line, reading_of

(TOLD,) = reading_of([Line("the bridge at Orsha was held by the army", "Ana Lund")], "Fjord Wire", None).statements
STATEMENT, ATTITUDE = StatementKind.STATEMENT, StatementKind.ATTITUDE


@pytest.mark.parametrize(
    ("kind", "force", "cue", "words", "expected"),
    [
        (STATEMENT, Force.ASSERT, "said", "the bridge was held", True),
        (STATEMENT, Force.ASK, "asked", "whether the bridge was held", False),
        (STATEMENT, Force.DECLINE, "would not say", "whether the bridge was held", False),
        (ATTITUDE, Force.ASSERT, "wants", "the bridge", False),
        (ATTITUDE, Force.DENY, "opposes", "a new bridge at Orsha", False),
        (ATTITUDE, Force.DENY, "refused", "to leave the bridge", False),
        (ATTITUDE, Force.DENY, "rejected", "the general's account of the fall of the bridge", True),
        (ATTITUDE, Force.DENY, "dismissed", "the notion that the bridge was lost", True),
        (ATTITUDE, Force.DOUBT, "expressed", "doubts about the fall of the bridge", True),
        (ATTITUDE, Force.DOUBT, "was not convinced", "that the bridge was lost", True),
    ],
)
def test_who_wants_a_thing_or_is_against_it_does_not_say_how_it_is(
    kind: StatementKind, force: Force, cue: str, words: str, *, expected: bool
) -> None:
    printed = Passage(0, len(cue), cue), Passage(0, len(words), words)
    assert tells(replace(TOLD, kind=kind, force=force, cue=printed[0], content=printed[1:])) is expected
