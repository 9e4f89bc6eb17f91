from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.desk.pairs import CodedPair, Marked, code_pairs, read_marked, read_table
from foreigndesk.errors import IntakeError
from foreigndesk.model import Setback, Span


def table(*lines: str) -> list[bytes]:
    return [line.encode() + b"\n" for line in lines]


def parties(lines: Sequence[bytes]) -> list[tuple[str, str] | str]:
    return [row.parties if isinstance(row, Marked) else row.message for _, row in read_table(lines)]


def test_a_table_names_its_column_of_marked_sentences() -> None:
    lines = table("id\tmarked_sentence\tgold", "7\t<s>Chad</s> praised <t>Mali</t>.\tSUPPORT")
    assert parties(lines) == [("Chad", "Mali")]


def test_a_table_may_give_sentence_and_words_apart() -> None:
    lines = table("sentence\tsource\ttarget", "Chad praised Mali.\tAgent:Chad\tOrg:Mali", "Chad rested.\tChad\t")
    assert parties(lines) == [("Chad", "Mali"), ("Chad", "")]


def test_a_table_without_names_may_hold_marked_sentences_alone() -> None:
    assert parties(table("<s>Chad</s> praised <t>Mali</t>.")) == [("Chad", "Mali")]


def test_of_a_party_marked_twice_the_nearer_mark_counts() -> None:
    marked = read_marked("<t>Mali</t> was calm when <s>Chad</s> praised <t>Mali</t>.")
    assert marked.recipient == Span(32, 36)


def test_a_table_that_names_nothing_useful_is_refused() -> None:
    with pytest.raises(IntakeError, match="names no column"):
        list(read_table(table("id\ttext", "1\tChad praised Mali.")))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Chad praised Mali.", "nobody is marked"),
        ("<s>Chad praised Mali.", "<s> is never closed"),
        ("Chad</s> praised Mali.", "do not come together"),
        ("<s><s>Chad</s> praised Mali.", "do not come together"),
        ("<s> </s>praised <t>Mali</t>.", "nothing stands between"),
        ("<s>Chad</s> praised\tMali.", "2 columns where the first line has 1"),
        ("<s>Chad</s> " + "praised " * 4000, "a sentence of"),
    ],
)
def test_a_bad_row_costs_only_itself(row: str, why: str) -> None:
    good = "<s>Chad</s> praised <t>Mali</t>."
    told = parties(table("marked_sentence", good, row, good))
    assert told[::2] == [("Chad", "Mali")] * 2
    assert why in str(told[1])


def test_a_row_that_is_not_utf_8_costs_only_itself() -> None:
    lines = [b"marked_sentence\n", b"<s>Chad\xff</s> left.\n", b"<s>Chad</s> left.\n"]
    assert parties(lines) == ["not UTF-8 at byte 7", ("Chad", "")]


def test_an_open_quotation_mark_swallows_no_further_row() -> None:
    lines = table("marked_sentence", '"Go, <s>Chad</s> told <t>Mali</t>.', "<s>Chad</s> left <t>Mali</t>.")
    assert parties(lines) == [("Chad", "Mali")] * 2


def test_quotation_marks_around_a_cell_are_taken_off() -> None:
    (row,) = [row for _, row in read_table(table("marked_sentence", '"<s>Chad</s> said ""no""."'))]
    assert isinstance(row, Marked)
    assert row.sentence == 'Chad said "no".'


def test_a_mark_of_byte_order_is_no_part_of_the_first_name() -> None:
    assert parties([b"\xef\xbb\xbfmarked_sentence\n", b"<s>Chad</s> left.\r\n"]) == [("Chad", "")]


def test_lines_are_counted_from_one_with_the_blank_ones() -> None:
    rows = list(code_pairs(table("marked_sentence", "", "<s>Chad</s> condemned <t>Mali</t>.", "no"), "p.tsv"))
    coded, setback = rows
    assert isinstance(coded, CodedPair)
    assert (coded.line, coded.verdict.type) == (3, "ACCUSE")
    assert isinstance(setback, Setback)
    assert (setback.path, setback.where, setback.what) == ("p.tsv", "line 4", "nobody is marked")


PIECES = st.sampled_from(["<s>", "</s>", "<t>", "</t>", "Chad", " ", "é", "<", '"'])


@given(st.lists(PIECES, max_size=12).map("".join))
def test_marks_are_read_or_refused_and_spans_lie_in_the_sentence(text: str) -> None:
    try:
        marked = read_marked(text)
    except IntakeError:
        return
    for span in (marked.actor, marked.recipient):
        assert span is None or marked.sentence[span.start : span.end].strip()


@given(st.lists(st.binary(max_size=40), max_size=6))
def test_no_bytes_end_the_reading_of_a_table(lines: list[bytes]) -> None:
    told = list(read_table([b"marked_sentence\n", *lines]))
    assert all(isinstance(row, Marked | IntakeError) for _, row in told)
