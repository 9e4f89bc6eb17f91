"""Neighbours in meaning, and words that keep company."""

import pytest

from foreigndesk.lexicon.expressions import load_expressions, load_surnames
from foreigndesk.lexicon.thesaurus import load_company, load_thesaurus


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("heart", "center"), ("solar", "sun"), ("occasions", "times"), ("protection", "defence"), ("mentioned", "said")],
)
def test_a_word_can_stand_for_its_neighbours_in_the_same_form(printed: str, expected: str) -> None:
    assert expected in load_thesaurus().expected(printed)


def test_a_phrase_can_stand_for_a_word() -> None:
    thesaurus = load_thesaurus()
    assert "bank" in thesaurus.expected("financial institution")
    assert thesaurus.opens_phrase("financial", "institution")
    assert not thesaurus.opens_phrase("beijing", "said")


def test_no_state_stands_for_another() -> None:
    assert not {"china", "korea", "russia"} & load_thesaurus().expected("japan").keys()


def test_more_words_can_stand_for_a_vague_word_than_for_a_plain_one() -> None:
    assert load_thesaurus().spread("states") > load_thesaurus().spread("nations") > 0


def test_words_of_a_set_phrase_keep_company() -> None:
    company = load_company()
    usual, chance = company.pair("foreign", "policy"), company.pair("overseas", "policy")
    assert usual is not None
    assert usual > 5
    assert chance is None


def test_a_pair_of_rare_words_may_be_close_though_nobody_saw_it() -> None:
    company = load_company()
    assert company.at_most("chilly", "warfare") > company.at_most("the", "of")


def test_a_frequent_word_has_a_larger_share() -> None:
    company = load_company()
    said, mentioned = company.share("said"), company.share("mentioned")
    assert said is not None
    assert mentioned is not None
    assert said > mentioned


def test_expressions_are_printed_as_names_and_surnames_are_counted() -> None:
    assert {"Cold War", "Middle East", "Red Sea"} <= set(load_expressions())
    assert load_surnames()["green"] > load_surnames()["sun"]
