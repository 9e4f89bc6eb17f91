from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foreigndesk.model import Reading, Setback, paragraphs
from foreigndesk.showing.pages import (
    page_of_event,
    page_of_forecast,
    page_of_paragraph,
    page_of_report,
    page_of_setback,
    page_of_statement,
)
from foreigndesk.showing.passage import list_page, show_page
from foreigndesk.showing.screen import Screen
from foreigndesk.showing.tables import Format, show_table
from foreigndesk.showing.words import width
from tests.showing.story import closing, daily, undated
from tests.strategies import readings

READING = daily(1)


def test_a_statement_is_shown_with_speaker_cue_and_content_marked_and_its_neighbours() -> None:
    shown = show_page(page_of_statement(READING.report, READING.statements[0]))
    assert "¶3  Sundia [[denied]] [[that boat 1 had been in its waters]], [[Minister Rolf Brand]] said." in shown
    assert "¶2  Envoys of Norland" in shown
    assert "¶4  He would not" in shown
    assert "¶1" not in shown
    assert "¶5" not in shown


def test_a_page_tells_the_outlet_the_date_and_how_the_date_was_found() -> None:
    shown = show_page(page_of_statement(READING.report, READING.statements[0]))
    assert "Paper 1" in shown
    assert "2024-10-11 (found in: dateline, printed “2024-10-11”)" in shown


def test_a_report_without_a_date_says_so() -> None:
    assert "no date found" in show_page(page_of_report(undated().report, None))


def test_an_event_is_shown_with_its_deed_marked() -> None:
    reading = closing("The Daily", "2024-10-30")
    shown = show_page(page_of_event(reading.report, reading.events[0]))
    assert "Norland [[closed]] the strait" in shown
    assert "2024-10-29 (“on Tuesday”, counted from 2024-10-30)" in shown


def test_a_forecast_is_shown_with_its_outcome_marked() -> None:
    assert "[[End.]]" in show_page(page_of_forecast(undated().report, undated().forecasts[0]))


def test_a_paragraph_is_shown_between_its_neighbours() -> None:
    shown = show_page(page_of_paragraph(READING.report, 5))
    assert "¶5  [[Captains fear storm 1.]]" in shown
    assert "¶4" in shown
    assert "¶3" not in shown


def test_a_report_is_shown_whole_without_marks() -> None:
    shown = show_page(page_of_report(READING.report, READING))
    assert [f"¶{number}" in shown for number in range(1, 7)] == [True] * 5 + [False]
    assert "[[" not in shown


@pytest.mark.parametrize("number", [0, 6, -1])
def test_a_paragraph_that_is_not_there_is_an_error(number: int) -> None:
    with pytest.raises(IndexError):
        page_of_paragraph(READING.report, number)


def test_a_setback_is_shown_with_its_hint() -> None:
    shown = show_page(page_of_setback(Setback("a.txt", "intake", "the file is empty", hint="save it again")))
    assert "the file is empty" in shown
    assert "save it again" in shown


def test_as_csv_a_page_has_its_fields_and_its_marked_paragraphs() -> None:
    shown = show_table(list_page(page_of_statement(READING.report, READING.statements[0])), Format.CSV)
    assert "speaker,Rolf Brand; printed “Minister Rolf Brand”" in shown
    assert "¶3 Sundia [[denied]]" in shown


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(readings(), st.integers(30, 120))
def test_every_finding_of_every_reading_can_be_opened_on_every_screen(reading: Reading, columns: int) -> None:
    report = reading.report
    pages = [page_of_report(report, reading)]
    pages += [page_of_statement(report, one) for one in reading.statements]
    pages += [page_of_event(report, one) for one in reading.events]
    pages += [page_of_forecast(report, one) for one in reading.forecasts]
    pages += [page_of_paragraph(report, number + 1) for number in range(len(paragraphs(report.text)))]
    for page in pages:
        lines = show_page(page, Screen(columns)).split("\n")
        assert max(width(line) for line in lines) <= columns
        assert "\x1b" not in "".join(lines)
