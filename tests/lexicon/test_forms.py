"""How names are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.lexicon.forms import cases_of, normal_form
from foreigndesk.lexicon.persons import groups_of, short_names


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        ("U.S.", "US"),
        ("the United States", "UNITED STATES"),
        ("Mr. O’Brien", "O'Brien"),
        ("Élysée", "Elysee"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("People’s Liberation Army", "people's liberation army"),
        ("AT&T", "AT and T"),
    ],
)
def test_case_article_courtesy_stops_accents_and_apostrophes_do_not_matter(printed: str, other: str) -> None:
    assert normal_form(printed) == normal_form(other)


def test_an_acronym_that_looks_like_a_courtesy_is_kept() -> None:
    assert normal_form("MS-13") == "ms 13"


@given(st.text(max_size=40))
def test_a_normal_form_is_its_own_normal_form_but_for_a_further_article(text: str) -> None:
    once = normal_form(text)
    assert normal_form(once) in {once, normal_form(once.removeprefix("the "))}


def test_a_form_of_mixed_letters_must_be_printed_so() -> None:
    assert cases_of("LeT") == ("LeT",)
    assert cases_of("McMaster") == ("T",)


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Antony Blinken", "USA", {"blinken"}),
        ("Lloyd J. Austin III", "USA", {"austin"}),
        ("Xi Jinping", "CHN", {"xi"}),
        ("Kim Jong-un", "PRK", {"kim"}),
        ("Bashar al-Assad", "SYR", {"al assad", "assad"}),
        ("Pham Minh Chinh", "VNM", {"pham", "chinh", "minh chinh"}),
        ("Michael Bloomberg", "HKG", {"bloomberg"}),  # a Western given name: the surname is last after all
        ("Enrique Peña Nieto", "MEX", {"pena nieto", "nieto"}),
        ("Pelé", "BRA", set()),
    ],
)
def test_short_names_follow_the_order_of_the_country(name: str, country: str, expected: set[str]) -> None:
    assert set(short_names(name, country)) == expected


def test_words_joined_by_a_hyphen_are_one_part_of_a_name() -> None:
    assert groups_of("Linda Thomas-Greenfield") == [("linda",), ("thomas", "greenfield")]
