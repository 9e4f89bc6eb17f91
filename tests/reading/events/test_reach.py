"""Whom a deed reaches, and who does it where the parser or the actor table do not say so at once."""

from __future__ import annotations

import pytest

from .conftest import lines, read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana criticised a spate of arrests by the government of Chad.", "ACCUSE-disapprove GHA > TCD"),
        ("Kenya demanded that the government of Chad resign at once.", "REQUEST KEN > TCD"),
        ("Norway and Ghana condemned a wave of arrests by Chadian police.", "ACCUSE-disapprove NOR+GHA > TCD-COP"),
        ("Rebels shelled an army camp in Chad.", "ASSAULT-heavy-weapons None-REB > TCD"),
        ("Iran-backed militias shelled a base in Jordan.", "ASSAULT-heavy-weapons None-PRM > JOR"),
        ("The army seized the stronghold of the rebels.", "ASSAULT None-MIL > None-REB"),
        ("Chad has tightened its border and imposed sanctions on Niger.", "SANCTION-discontinue TCD > NER"),
        ("LIMA, Peru -- A Chilean court has convicted a Peruvian officer.", "SANCTION-convict CHL-JUD > PER-GOV"),
    ],
)
def test_parties_are_found_beyond_the_places_of_the_trigger(text: str, expected: str) -> None:
    assert expected in lines(text)


def test_an_event_says_that_its_recipient_was_reached() -> None:
    (event,) = read_text("Ghana criticised a statement about arrests by the police of Chad.")
    assert [reason.rule for reason in event.reasons[1:]] == ["plover/in-force", "plover/reached"]


@pytest.mark.parametrize(
    "text",
    [
        "A widow accused her neighbour of theft.",
        "The shopkeeper praised the driver.",
        "Adam Brahe attacked Otto Falk during the debate.",
    ],
)
def test_quarrels_among_people_of_no_state_are_private_matters(text: str) -> None:
    assert read_text(text) == ()


def test_people_of_no_printed_state_are_told_by_the_place() -> None:
    assert lines("Police in Oslo arrested two students.") == ["COERCE-arrest NOR-COP > NOR-EDU"]


def test_a_pronoun_of_a_state_owns_its_government() -> None:
    assert "ACCUSE-disapprove TCD-GOV > NER" in lines("Chad is angry, and its government condemned Niger.")
