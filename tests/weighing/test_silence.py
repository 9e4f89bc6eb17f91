"""Who kept silent, as reports tell it and as the case file shows it."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.model import Cite, Reason, Silence, SilenceKind
from foreigndesk.weighing.silence import Coverage, Met, Said, Told, judge_observed, judge_reported

SINCE, TODAY = dt.date(2025, 3, 1), dt.date(2025, 3, 31)
COVERAGE = Coverage(12, 4, 0)


def told(day: int, report: str, *, over: bool = False, about: str = "") -> Told:
    date = dt.date(2025, 3, day)
    silence = Silence(
        SilenceKind.REPORTED,
        "dnk-defence-ministry",
        "Denmark’s defence ministry",
        about,
        date.isoformat(),
        date.isoformat() if over else None,
        "",
        (Cite(report, 0, 9),),
        (Reason("broken" if over else "reported", "It was told."),),
    )
    return Told(silence, date)


RUN = [told(3, "r-1"), told(9, "r-2", about="the tankers"), told(17, "r-3", over=True), told(18, "r-4", over=True)]


def met(day: int, report: str) -> Met:
    return Met(dt.date(2025, 3, day), "Denmark boarded a tanker", report, Cite(report, 0, 5))


def said(day: int, month: int = 3) -> Said:
    return Said(dt.date(2025, month, day), Cite(f"r-{month}{day}", 0, 5))


def test_a_silence_goes_on_from_its_first_report_to_its_end() -> None:
    (found,) = judge_reported(RUN)
    assert (found.since, found.until, found.about) == ("2025-03-03", "2025-03-17", "the tankers")
    assert [cite.report for cite in found.cites] == ["r-1", "r-2", "r-3", "r-4"]


def test_after_its_end_a_silence_begins_anew() -> None:
    found = judge_reported([*RUN, told(28, "r-5")])
    assert [(one.since, one.until) for one in found] == [("2025-03-03", "2025-03-17"), ("2025-03-28", None)]


@given(st.permutations(RUN))
def test_the_order_of_reports_changes_nothing(run: list[Told]) -> None:
    assert judge_reported(run) == judge_reported(RUN)


def test_a_party_without_a_statement_is_not_in_this_case_file_and_never_said_to_be_silent() -> None:
    found = judge_observed("DNK", "Denmark", [met(5, "r-1"), met(6, "r-2")], [], COVERAGE, SINCE, TODAY)
    assert found is not None
    assert (found.since, found.until) == ("2025-03-05", None)
    assert found.coverage == ("not in this case file: 12 reports of these days from 4 outlets, none of its own state")
    assert not any("silent" in reason.sentence for reason in found.reasons)


def test_an_observed_silence_ends_with_the_first_statement() -> None:
    found = judge_observed("DNK", "Denmark", [met(5, "r-1"), met(6, "r-2")], [said(20)], COVERAGE, SINCE, TODAY)
    assert found is not None
    assert (found.until, found.reasons[-1].rule) == ("2025-03-20", "ended")


def test_one_report_alone_lets_nobody_expect_words_unless_the_actor_spoke_before() -> None:
    events = [met(5, "r-1")]
    assert judge_observed("DNK", "Denmark", events, [], COVERAGE, SINCE, TODAY) is None
    spoke = [said(3, 1), said(9, 2)]
    assert judge_observed("DNK", "Denmark", events, spoke, COVERAGE, SINCE, TODAY) is not None


def test_an_actor_that_spoke_on_the_day_is_not_silent() -> None:
    assert judge_observed("DNK", "Denmark", [met(5, "r-1"), met(6, "r-2")], [said(5)], COVERAGE, SINCE, TODAY) is None


def test_whom_an_analyst_awaits_is_expected_without_any_event() -> None:
    found = judge_observed("DNK", "Denmark", [], [], COVERAGE, SINCE, TODAY, awaited=True)
    assert found is not None
    assert found.since == "2025-03-01"
