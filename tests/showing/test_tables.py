from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.model import Setback
from foreigndesk.showing.listings import list_setbacks
from foreigndesk.showing.screen import Screen
from foreigndesk.showing.tables import Column, Format, Table, cell_as_data, markdown, show_table
from foreigndesk.showing.words import clean, width

COLUMNS = (Column("id", 6), Column("who", 8), Column("words", 12, grows=True, most=60), Column("cite", 6, spare=True))
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
rows = st.lists(st.tuples(words, words, words, words), max_size=5)


def table_of(cells: list[tuple[str, ...]]) -> Table:
    return Table(COLUMNS, tuple(cells), (), "Nothing.")


@given(rows, st.integers(20, 140))
def test_no_line_is_wider_than_the_screen(cells: list[tuple[str, ...]], columns: int) -> None:
    shown = show_table(table_of(cells), Format.TABLE, Screen(columns))
    assert max(width(line) for line in shown.splitlines() or [""]) <= columns


def test_a_narrow_screen_loses_spare_columns_and_says_so() -> None:
    shown = show_table(table_of([("s-1234", "Ana Lund", "said that it was", "r-1 ¶2")]), Format.TABLE, Screen(32))
    assert "r-1" not in shown
    assert shown.endswith("not shown, the screen is narrow:\ncite\n")


def test_a_very_narrow_screen_gets_every_cell_on_a_line_of_its_own() -> None:
    shown = show_table(table_of([("s-1234", "Ana Lund", "it was hot", "r-1 ¶2")]), Format.TABLE, Screen(20))
    assert shown == "id: s-1234\nwho: Ana Lund\nwords: it was hot\ncite: r-1 ¶2\n"


def test_wide_characters_keep_columns_straight() -> None:
    shown = show_table(table_of([("1", "北京", "x", "a"), ("2", "ab", "y", "b")]), Format.TABLE, Screen(60))
    first, second = shown.splitlines()[-2:]
    assert width(first[: first.index("x")]) == width(second[: second.index("y")])


def test_a_table_without_rows_says_so_and_is_empty_as_data() -> None:
    assert [show_table(table_of([]), form) for form in Format] == [
        "Nothing.\n",
        "[]\n",
        "",
        "id,who,words,cite\n",
        "Nothing.\n",
    ]


@given(st.lists(st.tuples(words, words, words, words), min_size=1, max_size=5))
def test_csv_gives_every_cell_back_but_for_what_would_command(cells: list[tuple[str, ...]]) -> None:
    read = list(csv.reader(io.StringIO(show_table(table_of(cells), Format.CSV), newline="")))
    expected = [[cell_as_data(cell) for cell in row] for row in cells]
    assert read[1:] == expected
    assert [[cell.removeprefix("'") for cell in row] for row in read[1:]] == [
        [clean(cell).removeprefix("'") for cell in row] for row in cells
    ]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "@SUM(A1)", "-2+3", "\t=1", "=cmd|' /C calc'!A0"])
def test_no_cell_of_csv_is_a_formula(cell: str) -> None:
    assert cell_as_data(cell).startswith("'")


def test_a_negative_number_stays_a_number() -> None:
    assert cell_as_data("-1.5") == "-1.5"


def test_markdown_of_a_report_is_no_markup() -> None:
    assert markdown("<b>*a* | [x](y) `c` #1") == r"\<b\>\*a\* \| \[x\](y) \`c\` \#1"


@pytest.mark.parametrize(("text", "escaped"), [("- item", r"\- item"), ("1. first", r"1\. first"), ("+ x", r"\+ x")])
def test_markdown_of_a_report_begins_no_list(text: str, escaped: str) -> None:
    assert markdown(text) == escaped


@given(rows)
def test_a_markdown_table_has_one_line_a_row(cells: list[tuple[str, ...]]) -> None:
    shown = show_table(table_of(cells), Format.MD)
    assert len(shown.splitlines()) == (len(cells) + 2 if cells else 1)


def test_jsonl_is_one_record_a_line_and_json_all_in_one() -> None:
    setbacks = [Setback("a.txt", "intake", "empty\nfile"), Setback("b.txt", "reading", "no parse", report="r-1")]
    table = list_setbacks(setbacks)
    lines = [json.loads(line) for line in show_table(table, Format.JSONL).splitlines()]
    assert [line["what"] for line in lines] == ["empty\nfile", "no parse"]
    assert json.loads(show_table(table, Format.JSON)) == lines


@given(
    st.lists(
        st.tuples(*[st.lists(st.text("abcdefgh", min_size=1, max_size=9), max_size=12).map(" ".join)] * 4), max_size=5
    )
)
def test_no_word_of_a_cell_is_lost_between_columns(cells: list[tuple[str, ...]]) -> None:
    columns = tuple(Column(title, 10, grows=title == "c") for title in "abcd")
    shown = show_table(Table(columns, tuple(cells), (), ""), Format.TABLE, Screen(70))
    printed = shown.split()
    for row in cells:
        assert not {word for cell in row for word in cell.split()} - set(printed)
