from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.showing.words import clean, clip, clip_around, count, fold, listed, one_line, width

texts = st.text(max_size=60)


def test_a_text_within_the_limit_is_not_changed() -> None:
    assert clip("talks on the border", 19) == "talks on the border"


def test_a_long_text_is_cut_at_a_word_with_an_ellipsis() -> None:
    assert clip("talks on the border question", 22) == "talks on the border…"


def test_no_mark_of_punctuation_is_left_before_the_ellipsis() -> None:
    assert clip("they met, they talked and left", 12) == "they met…"


def test_a_single_long_word_is_cut_inside() -> None:
    assert clip("Donaudampfschifffahrt", 8) == "Donauda…"


def test_wide_characters_count_two_cells() -> None:
    assert clip("北京の会談は延期された", 9) == "北京の会…"


@given(texts, st.integers(2, 40))
def test_a_clipped_text_never_takes_more_cells_than_asked(text: str, most: int) -> None:
    assert width(clip(text, most)) <= most


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=8), min_size=1, max_size=20), st.data())
def test_the_words_sought_stay_in_what_is_clipped_around_them(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    text = " ".join(words)
    start = len(" ".join(words[:place])) + (1 if place else 0)
    most = 2 * width(words[place]) + 24
    clipped = clip_around(text, start, start + len(words[place]), most)
    assert width(clipped) <= most
    assert words[place] in clipped


def test_the_beginning_is_kept_where_the_words_sought_still_fit() -> None:
    text = "The two sides signed the accord on Friday after weeks of talks."
    assert clip_around(text, 14, 20, 40) == "The two sides signed the accord on…"


def test_escape_sequences_and_changes_of_direction_do_not_pass() -> None:
    assert clean("\x1b[2Ja\x9b1mb\u202ec\u2066d\x07") == "[2Ja1mbcd"


@given(texts)
def test_a_cleaned_text_has_no_control_character_but_line_break_and_tab(text: str) -> None:
    assert {char for char in clean(text) if unicodedata.category(char) in {"Cc", "Cs"}} <= {"\n", "\t"}


@given(texts)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


def test_numbers_have_their_nouns() -> None:
    assert [count(0, "report"), count(1, "report"), count(4812, "report")] == ["0 reports", "1 report", "4,812 reports"]


def test_names_beyond_the_limit_are_counted() -> None:
    assert listed(["a", "b", "c", "d"], most=2) == "a, b and 2 more"


@given(texts.map(one_line), st.integers(2, 40))
def test_a_folded_line_loses_nothing_but_spaces_and_fits(line: str, most: int) -> None:
    parts = fold(line, most)
    assert "".join(parts).replace(" ", "") == line.replace(" ", "")
    assert max(width(part) for part in parts) <= most
