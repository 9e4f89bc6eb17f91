from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.casefile import CaseFile
from foreigndesk.errors import UnknownId
from foreigndesk.model import Cite, Reading, Report, paragraphs
from tests import strategies
from tests.casefile.examples import LATER, NOON, fresh_case, keep, report

few = settings(max_examples=25, deadline=None)

TALKS = report("Talks went on.\n\nThe envoy left for São Paulo.", headline="Envoys meet")


def check_index(case: CaseFile) -> None:
    """Raises sqlite3.DatabaseError if a word index is not what its texts make it."""
    with sqlite3.connect(case.path) as beside:
        beside.execute("INSERT INTO passage_words (passage_words) VALUES ('integrity-check')")
        beside.execute("INSERT INTO statement_words (statement_words, rank) VALUES ('integrity-check', 1)")
        beside.rollback()
    beside.close()


@few
@given(strategies.reports(), st.binary(max_size=50))
def test_a_report_and_its_bytes_come_back_as_they_were(drawn: Report, raw: bytes) -> None:
    with fresh_case() as case:
        assert case.save_report(drawn, raw, NOON) is True
        assert case.load_report(drawn.id) == drawn
        assert case.load_reports() == [drawn]
        assert case.load_raw(drawn.id) == raw
        assert case.load_same(drawn, raw) == drawn


def test_a_report_that_is_kept_already_stays_as_it_is() -> None:
    with fresh_case() as case:
        case.save_report(TALKS, b"Talks", NOON)
        assert case.save_report(replace(TALKS, headline="Other"), b"Talks", LATER) is False
        assert case.load_reports() == [TALKS]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_the_bytes_of_a_report_are_those_it_was_first_taken_from(order: tuple[int, ...]) -> None:
    copies = [b"<p>Talks", b"Talks", b"* Talks"]
    first = copies[order[0]]
    named = replace(TALKS, sha256=hashlib.sha256(first).hexdigest())
    with fresh_case() as case:
        for number in order:
            case.save_report(named, copies[number], NOON)
        assert case.load_raw(TALKS.id) == first


def test_a_report_found_in_a_second_file_is_kept_once_with_the_bytes_of_both() -> None:
    with fresh_case() as case:
        case.save_report(TALKS, b"<p>Talks", NOON)
        case.save_report(TALKS, b"Talks", LATER)
        assert case.counts().reports == 1
        assert case.load_raw(TALKS.id) == b"<p>Talks"
        assert case.load_same(TALKS, b"Talks") == TALKS
        assert case.load_same(TALKS, b"<p>Talks") == TALKS


def test_two_reports_out_of_the_same_bytes_are_two() -> None:
    with fresh_case() as case:
        first, second = report("Talks began.", path="feed.xml:1"), report("Talks ended.", path="feed.xml:2")
        for each in (first, second):
            case.save_report(each, b"a feed of both", NOON)
        assert case.load_same(second, b"a feed of both") == second
        assert [case.load_raw(each.id) for each in (first, second)] == [b"a feed of both"] * 2


def test_a_document_is_the_same_by_its_bytes_and_either_its_text_or_its_path() -> None:
    with fresh_case() as case:
        case.save_report(TALKS, b"Talks", NOON)
        moved, otherwise_cut = replace(TALKS, path="archive/one.txt"), replace(TALKS, text="Talks went")
        assert case.load_same(moved, b"Talks") == TALKS
        assert case.load_same(otherwise_cut, b"Talks") == TALKS
        assert case.load_same(replace(otherwise_cut, path="archive/one.txt"), b"Talks") is None
        assert case.load_same(TALKS, b"talks") is None


def test_what_is_not_kept_is_none() -> None:
    with fresh_case() as case:
        assert case.load_report("r-0") is None
        assert case.load_raw("r-0") is None
        assert case.load_same(TALKS, b"") is None


def test_reports_come_by_date_then_id_and_undated_ones_last() -> None:
    with fresh_case() as case:
        late, undated, early = report("c", "2024-11-03"), report("b", None), report("a", "2024-11-01T09:00:00+09:00")
        twins = sorted((report("d", "2024-11-02"), report("e", "2024-11-02")), key=lambda each: each.id)
        for each in (late, undated, *reversed(twins), early):
            case.save_report(each, b"", NOON)
        assert case.load_reports() == [early, *twins, late, undated]


def test_bounds_are_days_both_included_and_leave_out_what_is_not_dated_to_the_day() -> None:
    with fresh_case() as case:
        kept = [report(str(n), f"2024-11-0{n}T23:30:00-04:00") for n in range(1, 6)]
        for each in (*kept, report("undated", None), report("vague", "2024-11")):
            case.save_report(each, b"", NOON)
        assert case.load_reports(since=dt.date(2024, 11, 4)) == kept[3:]
        assert case.load_reports(until=dt.date(2024, 11, 2)) == kept[:2]
        assert case.load_reports(dt.date(2024, 11, 2), dt.date(2024, 11, 2)) == kept[1:2]


# -- other metadata ----------------------------------------------------------------------------------------------------


def test_other_metadata_replace_the_former_and_take_the_reading_away() -> None:
    with fresh_case() as case:
        keep(case, Reading(TALKS, "reader/1"))
        dated = replace(TALKS, published="2024-10-31", headline="Envoys part")
        case.save_metadata(TALKS.id, dated)
        assert case.load_reports() == [dated]
        assert case.load_reading(TALKS.id) is None
        assert case.search_text("envoys meet") == []
        assert case.search_text("envoys part") == [Cite(TALKS.id, 0, 0)]
        assert case.load_raw(TALKS.id) == TALKS.text.encode()
        check_index(case)


def test_another_outlet_makes_another_id_for_the_same_one_report() -> None:
    with fresh_case() as case:
        case.save_report(TALKS, b"Talks", NOON)
        other = report(TALKS.text, outlet="The Weekly")
        case.save_metadata(TALKS.id, other)
        assert case.load_reports() == [other]
        assert case.load_same(TALKS, b"Talks") == other
        assert {cite.report for cite in case.search_text("talks")} == {other.id}


def test_a_report_given_the_outlet_of_another_with_its_text_becomes_one_with_it_and_keeps_all_bytes() -> None:
    with fresh_case() as case:
        other = report(TALKS.text, outlet="The Weekly")
        case.save_report(TALKS, b"Talks", NOON)
        case.save_report(other, b"<p>Talks", NOON)
        case.save_metadata(TALKS.id, other)
        assert case.load_reports() == [other]
        assert case.load_same(TALKS, b"Talks") == case.load_same(TALKS, b"<p>Talks") == other
        check_index(case)


def test_metadata_of_a_report_that_is_not_kept_are_refused() -> None:
    with fresh_case() as case, pytest.raises(UnknownId, match=TALKS.id):
        case.save_metadata(TALKS.id, TALKS)


# -- words -------------------------------------------------------------------------------------------------------------


def cite(of: Report, paragraph: int) -> Cite:
    span = paragraphs(of.text)[paragraph]
    return Cite(of.id, span.start, span.end)


def test_a_search_cites_the_paragraph_that_has_all_the_words() -> None:
    with fresh_case() as case:
        case.save_report(TALKS, b"", NOON)
        assert case.search_text("envoy left") == [cite(TALKS, 1)]
        assert case.search_text("talks") == [cite(TALKS, 0)]
        assert case.search_text("talks envoy") == []
        assert case.search_text("envoys meet") == [Cite(TALKS.id, 0, 0)]


@pytest.mark.parametrize("words", ["LEFT", "for left", "sao paulo", "São", '"left for"', "“for são paulo”"])
def test_case_accents_and_phrases_are_understood(words: str) -> None:
    with fresh_case() as case:
        case.save_report(TALKS, b"", NOON)
        assert case.search_text(words) == [cite(TALKS, 1)]


def test_a_word_is_found_in_its_other_forms() -> None:
    with fresh_case() as case:
        sanctions = report("New sanctions were announced.")
        case.save_report(sanctions, b"", NOON)
        assert case.search_text("sanction announces") == [cite(sanctions, 0)]


@pytest.mark.parametrize("words", ["", "—", '"left envoy"', "wentx", "pau"])
def test_what_is_not_there_is_not_found(words: str) -> None:
    with fresh_case() as case:
        case.save_report(TALKS, b"", NOON)
        assert case.search_text(words) == []


def test_what_is_found_comes_by_date_report_and_place() -> None:
    with fresh_case() as case:
        late = report("Talks.\n\nMore talks.", "2024-11-03")
        undated, early = report("No talks", None), report("Talks again", "2024-11-01")
        for each in (late, undated, early):
            case.save_report(each, b"", NOON)
        assert case.search_text("talks") == [cite(early, 0), cite(late, 0), cite(late, 1), cite(undated, 0)]


@few
@given(strategies.reports())
def test_every_plain_word_of_a_text_is_found_in_its_paragraph(drawn: Report) -> None:
    with fresh_case() as case:
        case.save_report(drawn, b"", NOON)
        for span in paragraphs(drawn.text):
            words = [word for word in drawn.text[span.start : span.end].split() if word.isascii() and word.isalpha()]
            assert all(Cite(drawn.id, span.start, span.end) in case.search_text(word) for word in words[:5])
        check_index(case)
