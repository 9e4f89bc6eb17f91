"""A report as leaves: its text whole, marks cut where they overlap, bounded work."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.model import Name, Reading, Report, Span
from foreigndesk.showing.leaves import LONGEST_BLOCK, MOST_MARKS, blocks_of, leaf_of
from tests.showing.story import story

CLOSING = next(one for one in story() if one.events and len(one.statements) == 2)


def words(report: Report, reading: Reading | None = None, number: int | None = None) -> str:
    leaf = leaf_of(report, reading, number)
    return "".join(stretch.text for block in leaf.blocks for stretch in block.stretches)


def test_every_finding_has_a_handle_in_the_text_and_a_note_beside_it() -> None:
    leaf = leaf_of(CLOSING.report, CLOSING)
    handles = [finding for block in leaf.blocks for stretch in block.stretches for finding in stretch.begins]
    notes = [note.id for block in leaf.blocks for note in block.notes]
    assert sorted(handles) == sorted(notes)
    assert set(notes) == {one.id for one in CLOSING.statements} | {one.id for one in CLOSING.events}
    assert leaf.notes == len(notes)


def test_notes_are_numbered_in_the_order_of_the_text() -> None:
    leaf = leaf_of(CLOSING.report, CLOSING)
    numbers = [note.handle for block in leaf.blocks for note in block.notes if note.kind == "statement"]
    assert numbers == ["1", "2"]


def test_overlapping_findings_are_named_by_every_piece_under_them() -> None:
    leaf = leaf_of(CLOSING.report, CLOSING)
    event = next(one for one in CLOSING.events if one.type == "THREATEN")
    under = [stretch for block in leaf.blocks for stretch in block.stretches if event.id in stretch.ids]
    assert any({event.id, CLOSING.statements[1].id} <= set(stretch.ids) for stretch in under)
    assert any("hedge" in stretch.kinds for stretch in under)


def test_a_restored_name_is_told_once_behind_its_last_words() -> None:
    text = "Yun Solar said so."
    report = Report("r-1", "x", text)
    name = Name("Yun Solar", "Mara Tolland", None, 0, 9)
    inner = Name("Solar", None, "x", 4, 9)
    leaf = leaf_of(report, Reading(report, "t", names=(name, inner)))
    told = [(stretch.text, stretch.restored) for stretch in leaf.blocks[0].stretches]
    assert told == [("Yun ", None), ("Solar", "Mara Tolland"), (" said so.", None)]


def test_the_leaf_with_a_cited_passage_is_opened() -> None:
    text = "\n\n".join("word " * 400 for _ in range(60))
    report = Report("r-1", "x", text)
    at = text.rindex("word")
    leaf = leaf_of(report, None, None, Span(at, at + 4))
    assert leaf.number == leaf.of > 1
    assert [stretch.text for block in leaf.blocks for stretch in block.stretches if stretch.cited] == ["word"]


def test_an_empty_report_is_one_leaf_without_blocks() -> None:
    leaf = leaf_of(Report("r-1", "x", ""), None)
    assert (leaf.number, leaf.of, leaf.blocks) == (1, 1, ())


def test_a_paragraph_of_any_length_is_cut_into_blocks_that_add_up() -> None:
    text = "x" * 20_000 + " " + "word " * 4_000
    blocks = blocks_of(text)
    assert "".join(text[span.start : span.end] for _, span, _ in blocks) == text.strip()
    assert all(span.end - span.start <= LONGEST_BLOCK for _, span, _ in blocks)
    assert [number for number, _, first in blocks if first] == [1]


@settings(max_examples=60)
@given(
    st.text("ab c\n", min_size=1, max_size=300),
    st.lists(st.tuples(st.integers(0, 299), st.integers(1, 40)), max_size=40),
)
def test_whatever_is_marked_the_leaves_together_are_the_paragraphs(text: str, places: list[tuple[int, int]]) -> None:
    report = Report("r-1", "x", text)
    names = tuple(
        Name("", None, None, start, min(start + length, len(text))) for start, length in places if start < len(text)
    )
    shown = words(report, Reading(report, "t", names=names))
    assert shown == "".join(line.strip() for line in text.split("\n"))


def test_marks_beyond_what_can_be_told_apart_are_counted() -> None:
    text = "word " * 100
    report = Report("r-1", "x", text)
    names = tuple(Name("w", None, None, 0, 400) for _ in range(3))
    many = tuple(replace(name, end=100 + rank % 300) for rank in range(MOST_MARKS + 50) for name in names[:1])
    leaf = leaf_of(report, Reading(report, "t", names=many))
    assert leaf.blocks[0].left_out == 50
