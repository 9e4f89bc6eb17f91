from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.casefile import StatementQuery
from foreigndesk.casefile.readings import subjects
from foreigndesk.errors import UnknownId
from foreigndesk.model import Cite, Reading, Setback, Silence, SilenceKind
from tests import strategies
from tests.casefile.examples import LATER, NOON, event, forecast, fresh_case, keep, name, report, statement
from tests.casefile.test_reports import check_index

few = settings(max_examples=25, deadline=None)

TALKS = report("Talks with China and the United States may fail, the envoy said. The United States may leave.")
SAID = statement(TALKS, "Talks with China", "may fail")
READING = Reading(
    TALKS,
    "reader/1",
    names=(name(TALKS.text, "China", "CHN"), name(TALKS.text, "United States", "USA"), name(TALKS.text, "envoy", None)),
    statements=(SAID,),
    events=(event(TALKS, "Talks"),),
    forecasts=(forecast(TALKS, "The United States may leave."),),
)


@few
@given(strategies.readings())
def test_a_reading_comes_back_as_it_was(drawn: Reading) -> None:
    with fresh_case() as case:
        keep(case, drawn)
        assert case.load_reading(drawn.report.id) == drawn
        assert list(case.load_readings()) == [drawn]
        assert case.readers() == {drawn.reader: 1}
        assert {told.statement for told in case.load_statements()} == {
            each for each in drawn.statements if each.kind == "statement"
        }
        assert {done.event for done in case.load_events()} == set(drawn.events)


@settings(max_examples=10, deadline=None)
@given(strategies.reports().flatmap(lambda drawn: st.tuples(strategies.readings(drawn), strategies.readings(drawn))))
def test_a_reading_takes_the_place_of_the_former_and_leaves_nothing_of_it(both: tuple[Reading, Reading]) -> None:
    former, latter = both
    with fresh_case() as case, fresh_case() as plain:
        for reading in (former, latter):
            keep(case, reading)
        keep(plain, latter)
        assert case.load_reading(latter.report.id) == latter
        assert case.counts() == plain.counts()
        assert case.readers() == {latter.reader: 1}
        check_index(case)


def test_the_silences_of_all_reports_are_told_with_their_days() -> None:
    quoting = report('The file said "silences":[{ and no more.', "2024-11-02")
    silent = Silence(SilenceKind.REPORTED, "CHN", "China", "the talks", None, None, "", (Cite(TALKS.id, 0, 5),), ())
    with fresh_case() as case:
        keep(case, replace(READING, silences=(silent,)))
        keep(case, Reading(quoting, "reader/1"))
        assert case.load_silences() == [(silent, TALKS.published)]


def test_the_words_of_a_former_reading_are_no_longer_found() -> None:
    with fresh_case() as case:
        keep(case, READING)
        keep(case, replace(READING, statements=(statement(TALKS, "United States"),)))
        assert case.load_statements(StatementQuery(text="talks")) == []
        assert len(case.load_statements(StatementQuery(text="united"))) == 1


def test_a_report_has_a_reading_by_the_version_that_read_it_and_by_no_other() -> None:
    with fresh_case() as case:
        assert case.load_reading(TALKS.id) is None
        keep(case, READING)
        assert case.has_reading(TALKS.id, "reader/1")
        assert not case.has_reading(TALKS.id, "reader/2")
        assert not case.has_reading("r-0", "reader/1")


def test_readings_come_by_date_of_their_reports_and_unread_reports_have_none() -> None:
    with fresh_case() as case:
        late, early = report("b", "2024-11-02"), report("a", "2024-11-01")
        for each in (late, early):
            keep(case, Reading(each, "reader/1"))
        case.save_report(report("unread", "2024-11-01"), b"", NOON)
        assert [reading.report for reading in case.load_readings()] == [early, late]


def test_a_reading_of_a_report_that_is_not_kept_is_refused() -> None:
    with fresh_case() as case, pytest.raises(UnknownId, match=TALKS.id):
        case.save_reading(READING, NOON)


def test_a_reading_that_cannot_be_written_leaves_the_former_in_place() -> None:
    with fresh_case() as case:
        keep(case, READING)
        broken = replace(READING, reader="reader/2", forecasts=(replace(READING.forecasts[0], id="\ud800"),))
        with pytest.raises(UnicodeEncodeError):
            case.save_reading(broken, NOON)
        assert case.load_reading(TALKS.id) == READING


def test_the_setbacks_of_a_reading_are_shown_until_the_report_is_read_without_them() -> None:
    trouble = Setback("reports/one.txt", "reading", "it is in another language")
    guessed = Setback("reports/one.txt", "intake", "the encoding was guessed", report=TALKS.id)
    with fresh_case() as case:
        keep(case, replace(READING, setbacks=(trouble,)))
        case.save_setback(guessed, NOON)
        assert case.load_setbacks() == [guessed, replace(trouble, report=TALKS.id)]
        case.save_reading(READING, LATER)
        assert case.load_setbacks() == [guessed]


def test_all_is_counted() -> None:
    with fresh_case() as case:
        keep(case, READING)
        counts = case.counts()
        assert (counts.reports, counts.statements, counts.events, counts.forecasts, counts.setbacks) == (1, 1, 1, 1, 0)


def test_the_subjects_of_a_statement_are_the_actors_named_inside_what_is_said() -> None:
    assert subjects(SAID, READING.names) == ("CHN",)
    whole = statement(TALKS, "Talks with China and the United States may fail")
    assert subjects(whole, READING.names) == ("CHN", "USA")
