"""A case file as it would be without a report: seen by every query, and gone at the end."""

from __future__ import annotations

from pathlib import Path

from foreigndesk.casefile import open_case
from tests.desk.scribe import reading_of
from tests.desk.test_gathering import MORE, TROOPS, keep


def test_a_hidden_report_is_in_no_answer_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    gone, left = reading_of([TROOPS], "Fjord Wire", None), reading_of([MORE], "Lake Post", None)
    with open_case(path, write=True) as case:
        keep(case, gone)
        keep(case, left)
    with open_case(path) as case:
        with case.aside(gone.report.id):
            assert [report.id for report in case.load_reports()] == [left.report.id]
            assert case.load_report(gone.report.id) is None
            assert case.load_reading(gone.report.id) is None
            assert [one.report for one in case.load_statements()] == [left.report.id]
            assert case.search_text("soldiers") == []
            assert case.counts().statements == 1
        assert case.counts().statements == 2
        assert case.load_reading(gone.report.id) == gone


def test_what_is_written_of_claims_goes_to_copies(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with open_case(path, write=True) as case:
        keep(case, reading_of([TROOPS], "Fjord Wire", None))
        case.gathering.save_gathering("mine")
    with open_case(path) as case:
        with case.aside():
            case.gathering.save_gathering("another")
            with case.aside():
                case.gathering.save_gathering("a third")
            assert case.gathering.forget_gathering("another") is False
        assert case.gathering.forget_gathering("mine") is False
