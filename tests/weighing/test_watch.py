"""What becomes of a forecast."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.model import Cite, Forecast, Granularity, Outcome, Passage, Watch, When
from foreigndesk.weighing.ledger import judge_ledger
from foreigndesk.weighing.watch import Followed, Sighting, judge_watch

DAY = dt.date(2025, 3, 7)
TODAY = dt.date(2025, 5, 1)
WORDS = "Russia will send a warship through the Great Belt"


def forecast(words: str = WORDS, due: str | None = "2025-03-14", lineage: str = "l-1") -> Followed:
    horizon = When("2025-03-07", due, "within a week", Granularity.WEEK, "span", 60, 73) if due else None
    outcome = Passage(10, 10 + len(words), words)
    return Followed(Forecast("f-1", outcome, horizon=horizon), "Henrike Stollmann", "r-1", lineage, DAY)


def sighting(words: str, day: str = "2025-03-12", report: str = "r-2", lineage: str = "l-2") -> Sighting:
    return Sighting(words, dt.date.fromisoformat(day), lineage, Cite(report, 0, len(words)))


CAME = sighting("Russia sent a warship through the Great Belt")
NOT = sighting("Russia did not send a warship through the Great Belt")


def test_a_forecast_that_a_later_report_tells_as_a_fact_has_come_about() -> None:
    found = judge_watch(forecast(), [CAME], TODAY)
    assert found.proposed is Outcome.COME_ABOUT
    assert found.cites == (Cite("r-1", 10, 10 + len(WORDS)), CAME.cite)


def test_a_forecast_whose_opposite_is_told_is_contradicted() -> None:
    assert judge_watch(forecast(), [NOT], TODAY).proposed is Outcome.CONTRADICTED


def test_a_forecast_that_nobody_tells_lapses_when_its_horizon_has_passed_and_not_before() -> None:
    other = sighting("Norway closed two schools in Tromso")
    assert judge_watch(forecast(), [other], TODAY).proposed is Outcome.LAPSED
    assert judge_watch(forecast(), [other], dt.date(2025, 3, 14)).proposed is Outcome.OPEN


def test_a_forecast_without_a_horizon_stays_open() -> None:
    assert judge_watch(forecast(due=None), [], TODAY).proposed is Outcome.OPEN


def test_what_is_told_before_the_forecast_or_by_its_own_kin_is_no_evidence() -> None:
    before = sighting(CAME.words, day="2025-03-07")
    kin = sighting(CAME.words, lineage="l-1")
    assert judge_watch(forecast(), [before, kin], TODAY).proposed is Outcome.LAPSED


def test_what_is_told_long_after_the_horizon_is_another_matter() -> None:
    assert judge_watch(forecast(), [sighting(CAME.words, day="2025-04-20")], TODAY).proposed is Outcome.LAPSED


def test_another_figure_is_not_what_was_foretold() -> None:
    rates = forecast("The cost of carrying crude oil out of the Baltic will double by the end of March", "2025-03-31")
    rose = sighting("The cost of carrying crude oil out of the Baltic rose by 6 percent in March", "2025-04-01")
    assert judge_watch(rates, [rose], TODAY).proposed is Outcome.LAPSED


def test_a_dispute_about_what_came_is_shown_with_both_sides() -> None:
    found = judge_watch(forecast(), [CAME, sighting(NOT.words, "2025-03-13", "r-3", "l-3")], TODAY)
    assert found.proposed is Outcome.COME_ABOUT
    assert [reason.rule for reason in found.reasons] == ["seen", "disputed"]


@given(st.permutations([CAME, NOT, sighting("Oslo sent nobody"), sighting(CAME.words, "2025-03-13", "r-4", "l-4")]))
def test_the_order_of_sightings_changes_nothing(sightings: list[Sighting]) -> None:
    assert judge_watch(forecast(), sightings, TODAY) == judge_watch(forecast(), sightings[::-1], TODAY)


def test_the_ledger_counts_the_analysts_word_before_the_desks() -> None:
    lapsed = judge_watch(forecast(), [], TODAY)
    confirmed = Watch("f-2", "r-1", lapsed.speaker, None, Outcome.OPEN, None, (), (), Outcome.COME_ABOUT, "ada")
    (account,) = judge_ledger([lapsed, confirmed])
    assert (account.lapsed, account.come_about, account.open, account.confirmed) == (1, 1, 0, 1)


def test_a_span_after_a_condition_does_not_run_from_the_day_of_the_report() -> None:
    bound = forecast()
    bound = replace(bound, forecast=replace(bound.forecast, condition=Passage(0, 9, "If boards")))
    assert judge_watch(bound, [], TODAY).proposed is Outcome.OPEN
