from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.casefile.words import match_of


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("troops", '"troops"'),
        ("10,000  troops", '"10,000" "troops"'),
        ('"road of peace" talks', '"road of peace" "talks"'),
        ("“road of peace”", '"road of peace"'),
        ('"never closed', '"never closed"'),
        ("NOT near* (a OR b)", '"NOT" "near*" "(a" "OR" "b)"'),
        ("China’s U.S.-led", '"China’s" "U.S.-led"'),
        ("near\x00by", '"near" "by"'),
        ("", None),
        ('"" — …', None),
    ],
)
def test_words_are_looked_for_as_they_are_and_quotation_marks_hold_phrases(typed: str, query: str | None) -> None:
    assert match_of(typed) == query


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text('"“” aN*():^-+{}'))
def test_nothing_that_is_typed_is_an_error_to_the_index(typed: str) -> None:
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE page USING fts5 (words)")
    index.execute("INSERT INTO page VALUES ('a N')")
    match = match_of(typed)
    if match is not None:
        index.execute("SELECT rowid FROM page WHERE page MATCH ?", (match,)).fetchall()
    index.close()
