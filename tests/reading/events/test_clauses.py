"""Who does what to whom, through passives, relatives, infinitives and lists."""

from __future__ import annotations

import pytest

from foreigndesk.reading.events import clauses, grammar, paths
from foreigndesk.reading.parse import parse

from .conftest import cast_of as cast
from .conftest import word


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("Chad attacked Niger.", "attacked", ["Chad"], ["Niger"]),
        ("Niger was attacked by Chad.", "attacked", ["Chad"], ["Niger"]),
        ("Niger was attacked.", "attacked", [], ["Niger"]),
        ("Chad met Niger and praised Mali.", "praised", ["Chad"], ["Mali"]),
        ("Chad agreed to help Niger.", "help", ["Chad"], ["Niger"]),
        ("Chad urged Niger to help Mali.", "help", ["Niger"], ["Mali"]),
        ("Troops who attacked Niger fled.", "attacked", ["Troops"], ["Niger"]),
        ("Chad moved in, killing shepherds.", "killing", ["Chad"], ["shepherds"]),
        ("A missile fired by Chad hit the port.", "fired", ["Chad"], ["missile"]),
    ],
)
def test_subjects_and_objects_are_found(text: str, verb: str, subjects: list[str], objects: list[str]) -> None:
    token = word(cast(text), verb)
    assert [t.text for t in clauses.subjects(token)] == subjects
    assert [t.text for t in clauses.objects(token)] == objects


def test_names_joined_by_and_are_found_together_also_behind_titles() -> None:
    doc = parse("Anna Berg, the minister, and Carl Lund, the envoy, met Otto Falk.")
    assert [t.text for t in grammar.conjoined([doc[1]])] == ["Berg", "Lund"]


def test_what_stands_behind_according_to_has_no_part_in_the_deed() -> None:
    doc = parse("Chad sent troops, according to officials.")
    assert grammar.behind(doc[1], "to") == []


def test_a_day_is_not_what_stands_behind_a_preposition_and_a_state_is() -> None:
    doc = parse("Chad met on Monday in Niger.")
    assert [t.text for t in grammar.behind(doc[1], "on")] == []
    assert [t.text for t in grammar.behind(doc[1], "in")] == ["Niger"]


def test_what_is_counted_is_found_behind_what_counts() -> None:
    doc = parse("Chad freed dozens of prisoners.")
    assert [t.text for t in paths.counted(doc[2])] == ["dozens", "prisoners"]


def test_a_word_is_found_with_what_is_hyphenated_to_it_and_with_the_noun_before() -> None:
    doc = parse("The cease-fire ended a hunger strike.")
    forms = {t.text: grammar.lemma_forms(t) for t in doc}
    assert "cease-fire" in forms["fire"]
    assert "hunger_strike" in forms["strike"]


def test_a_name_hyphenated_to_a_participle_does_not_modify() -> None:
    doc = parse("Iran-backed militias left.")
    assert "Iran" not in [t.text for t in grammar.modifiers(next(t for t in doc if t.text == "militias"))]
