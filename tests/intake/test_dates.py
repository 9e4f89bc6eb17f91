"""Which candidate becomes the date of publication."""

from __future__ import annotations

import datetime as dt

from foreigndesk.intake.dates import ORIGINS, choose, in_order, is_future, with_year
from foreigndesk.model import DateFound
from tests.intake.taking import NOW


def date(value: str, origin: str) -> DateFound:
    return DateFound(value, value, origin)


def test_candidates_are_trusted_in_the_order_of_their_origins() -> None:
    dates = [date("2024-10-31", origin) for origin in reversed(ORIGINS)]
    assert [each.origin for each in in_order(dates)] == list(ORIGINS)
    assert choose(dates, NOW)[0] == date("2024-10-31", "override")


def test_a_candidate_known_to_the_day_goes_before_a_vaguer_one() -> None:
    chosen, _ = choose([date("2024", "json-ld"), date("2024-10-31", "url")], NOW)
    assert chosen == date("2024-10-31", "url")


def test_a_date_of_modification_is_never_chosen() -> None:
    assert choose([date("2024-10-31", "json-ld-modified")], NOW) == (None, ())


def test_a_moment_in_utc_yields_to_the_day_that_the_outlet_prints_for_its_readers() -> None:
    evening = date("2024-10-31T03:28:00+00:00", "json-ld")
    assert choose([evening, date("2024-10-30", "url")], NOW)[0] == date("2024-10-30", "url")
    assert choose([evening, date("2024-10-29", "url")], NOW)[0] == evening
    assert choose([evening, date("2024-10-30", "file-name")], NOW)[0] == evening
    local = date("2024-10-31T03:28:00+09:00", "json-ld")
    assert choose([local, date("2024-10-30", "url")], NOW)[0] == local


def test_a_date_in_the_future_is_passed_over_and_named() -> None:
    future, past = date("2026-01-01", "json-ld"), date("2024-10-31", "url")
    assert choose([future, past], NOW) == (past, (future,))


def test_without_candidates_nothing_is_chosen() -> None:
    assert choose([], NOW) == (None, ())


def test_a_day_is_future_only_when_it_has_begun_nowhere() -> None:
    late = dt.datetime(2025, 1, 15, 12, 0, tzinfo=dt.UTC)
    assert not is_future("2025-01-16", late)
    assert is_future("2025-01-17", late)
    assert is_future("2025-01-15T16:00+00:00", late)
    assert not is_future("2025-01-15T16:00+09:00", late)
    assert is_future("2025-02", late)
    assert not is_future("2025", late)


def test_a_dateline_takes_its_year_from_another_candidate() -> None:
    assert with_year("Oct 31", [date("2024-11-01T09:00+09:00", "feed")]) == DateFound(
        "2024-10-31", "Oct 31", "dateline"
    )


def test_a_dateline_of_december_belongs_to_the_year_before_a_report_of_january() -> None:
    found = with_year("Dec. 31", [date("2025-01-01", "url")])
    assert found is not None
    assert found.value == "2024-12-31"


def test_a_dateline_without_year_and_without_another_candidate_gives_no_date() -> None:
    assert with_year("Oct 31", []) is None
    assert with_year("Oct 31", [date("2024", "json-ld")]) is None
