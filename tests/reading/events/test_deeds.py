"""Words that name a deed: which trigger fits, and which light verb carries a noun."""

from __future__ import annotations

import pytest

from .conftest import coder_of, word


def named(text: str) -> dict[str, tuple[str, str | None]]:
    deeds = coder_of(text).deeds.values()
    return {deed.token.text: (deed.trigger.type, deed.carrier.text if deed.carrier else None) for deed in deeds}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad launched a missile at Niger.", {"launched": ("ASSAULT", None)}),
        ("Chad launched a missile.", {"launched": ("MOBILIZE", None)}),
        ("Chad launched an investigation into the fire.", {"launched": ("ACCUSE", None)}),
        ("Chad held talks with Niger.", {"held": ("CONSULT", None)}),
        ("Chad called for calm.", {"called": ("REQUEST", None)}),
        ("The union called off the strike.", {"strike": ("PROTEST", "called")}),
    ],
)
def test_the_company_of_a_word_decides_what_it_names(text: str, expected: dict[str, tuple[str, str | None]]) -> None:
    assert named(text).items() >= expected.items()


def test_a_verb_with_a_particle_is_another_verb() -> None:
    assert "carried" not in named("Chad carried out the plan.")


def test_a_noun_that_modifies_another_names_no_deed() -> None:
    assert named("The attack helicopter landed.") == {}


def test_a_light_verb_carries_its_noun() -> None:
    assert named("Chad lifted the embargo on Niger.")["embargo"] == ("SANCTION", "lifted")
    assert named("Chad took part in talks with Niger.")["talks"] == ("CONSULT", "took")


def test_what_is_counted_is_the_deed() -> None:
    assert named("Chad began a round of talks with Niger.")["talks"] == ("CONSULT", "began")


def test_a_deed_walks_to_its_subject_and_its_verbs_prepositions() -> None:
    coder = coder_of("Chad lifted the embargo on Niger.")
    deed = coder.deeds[word(coder, "embargo").i]
    assert [token.text for token in deed.walk(("subj",))] == ["Chad"]
    assert [token.text for token in deed.walk(("on",))] == ["Niger"]
