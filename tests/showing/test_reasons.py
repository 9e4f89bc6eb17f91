from __future__ import annotations

from foreigndesk.model import Setback
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.listings import cite_of_event
from foreigndesk.showing.reasons import Why, reasons_of, reasons_of_report, reasons_of_setback, show_why
from foreigndesk.showing.tables import Format
from tests.showing.story import READER, closing, undated

READING = closing("The Daily", "2024-10-30")
EVENT = READING.events[0]
CITE = Labels([READING.report]).ref(cite_of_event(READING.report.id, EVENT))
WHY = Why(EVENT.id, "Event", reasons_of(EVENT), CITE, READER)


def test_an_events_reasons_tell_the_rule_and_how_its_day_was_counted() -> None:
    assert [(one.rule, one.sentence) for one in reasons_of(EVENT)] == [
        ("type COERCE", "The verb names it."),
        ("when: weekday", "“on Tuesday” means 2024-10-29, counted from 2024-10-30."),
    ]


def test_why_names_the_finding_its_cite_and_the_reader() -> None:
    head = show_why(WHY, Format.TABLE).splitlines()[0]
    assert head == f"Event {EVENT.id} at [{CITE.label}], read by test/1"


def test_why_as_data_has_only_the_reasons() -> None:
    assert show_why(WHY, Format.CSV).splitlines()[:2] == [
        "rule,why,id,reader",
        f"type COERCE,The verb names it.,{EVENT.id},test/1",
    ]


def test_a_reports_reasons_are_its_date_and_the_other_candidates() -> None:
    assert [one.sentence for one in reasons_of_report(READING.report, READING)] == [
        "It was published 2024-10-30, from: dateline.",
        "2024-10-30, printed “2024-10-30”, from: dateline.",
    ]


def test_a_report_without_a_date_has_that_for_a_reason() -> None:
    assert reasons_of_report(undated().report, None)[0].sentence == "No date of publication was found."


def test_a_setback_says_what_to_do() -> None:
    assert (
        reasons_of_setback(Setback("a", "intake", "it is empty", hint="Save it again."))[0].sentence
        == "it is empty. Save it again."
    )
