from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.model import Span
from foreigndesk.showing.marks import Mark, cut

marks = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 20), st.sampled_from("abc")).map(
        lambda drawn: Mark(drawn[0], drawn[0] + drawn[1], drawn[2])
    ),
    max_size=6,
)


@given(st.text(min_size=1, max_size=30), marks, st.data())
def test_pieces_add_up_to_the_text_whatever_overlaps(text: str, drawn: list[Mark], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    within = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert "".join(piece.text for piece in cut(text, within, drawn)) == text[within.start : within.end]


@given(st.text(min_size=1, max_size=30), marks)
def test_every_mark_inside_begins_once_and_ends_once(text: str, drawn: list[Mark]) -> None:
    pieces = cut(text, Span(0, len(text)), drawn)
    inside = sorted(mark for mark in set(drawn) if mark.start < len(text))
    assert sorted(mark for piece in pieces for mark in piece.begins) == inside
    assert sorted(mark for piece in pieces for mark in piece.ends) == inside


@given(st.text(min_size=1, max_size=30), marks)
def test_a_mark_covers_exactly_its_words(text: str, drawn: list[Mark]) -> None:
    pieces = cut(text, Span(0, len(text)), drawn)
    for mark in drawn:
        if mark.start < len(text):
            assert "".join(piece.text for piece in pieces if mark in piece.over) == text[mark.start : mark.end]
