"""How printed dates are read."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.intake.printed_date import find_date, read_date


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("Nov. 25, 2024 09:12 KST", "2024-11-25T09:12+09:00"),
        ("Updated 9:12 AM EDT, Thu October 31, 2024", "2024-10-31T09:12-04:00"),
        ("Thu, 31 Oct 2024 09:12:00 +0900", "2024-10-31T09:12:00+09:00"),
        ("Thu, 31 Oct 2024 09:12:00 GMT", "2024-10-31T09:12:00+00:00"),
        ("2024-10-31T09:12:00.123+09:00", "2024-10-31T09:12:00+09:00"),
        ("2024-10-31T09:12Z", "2024-10-31T09:12+00:00"),
        ("2024-10-31T23:30:00-0400", "2024-10-31T23:30:00-04:00"),
        ("2024/10/31 9:12 (GMT+9)", "2024-10-31T09:12+09:00"),
        ("2024-10-31 09:12", "2024-10-31T09:12"),
        ("31.10.2024 09.12", "2024-10-31T09:12"),
        ("31 October 2024 • 6:45pm", "2024-10-31T18:45"),
        ("Published 05:04, 1 November 2024", "2024-11-01T05:04"),
        ("October 31, 2024 | 12:01 AM", "2024-10-31T00:01"),
        ("Posted on 31st October, 2024 by the desk", "2024-10-31"),
        ("10/31/2024", "2024-10-31"),
        ("04/04/2024", "2024-04-04"),
        ("20241031", "2024-10-31"),
        ("2024-10", "2024-10"),
        ("October 2024", "2024-10"),
        ("2024", "2024"),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_printed(printed: str, value: str) -> None:
    assert read_date(printed) == value


@pytest.mark.parametrize(
    "printed",
    [
        "03/04/2024",
        "2024-02-30",
        "0001-01-01T00:00:00",
        "1970-01-01T00:00:00Z",
        "last Tuesday",
        "Oct. 31",
        "12024-10-31",
        "",
    ],
)
def test_what_is_no_date_or_can_be_read_two_ways_is_none(printed: str) -> None:
    assert read_date(printed) is None


def test_eastern_time_is_summer_time_until_november() -> None:
    assert read_date("Oct. 31, 2024 at 5 a.m. ET") == "2024-10-31T05:00-04:00"
    assert read_date("Nov. 25, 2024 at 5 a.m. ET") == "2024-11-25T05:00-05:00"


def test_a_zone_that_newsrooms_use_for_several_places_is_left_open() -> None:
    assert read_date("Oct. 31, 2024 17:05 IST") == "2024-10-31T17:05"  # codespell:ignore ist


def test_a_number_behind_a_date_is_not_its_time() -> None:
    assert read_date("Oct 31, 2024 10 percent") == "2024-10-31"


def test_the_offsets_of_a_date_found_are_those_of_its_words() -> None:
    words = "The report of 9:12 AM, Thu October 31, 2024 was corrected"
    seen = find_date(words)
    assert seen is not None
    assert words[seen.start : seen.end] == seen.printed == "9:12 AM, Thu October 31, 2024"


@given(st.datetimes(min_value=dt.datetime(1971, 1, 1), max_value=dt.datetime(2999, 12, 31)))  # noqa: DTZ001
def test_every_iso_moment_is_read_as_itself(moment: dt.datetime) -> None:
    printed = moment.isoformat(timespec="seconds")
    assert read_date(printed) == printed
    assert read_date(f"{printed}+05:30") == f"{printed}+05:30"


@given(st.text(max_size=80))
def test_any_words_give_a_valid_date_or_none(words: str) -> None:
    value = read_date(words)
    if value is not None and len(value) >= len("2024-10-31"):
        dt.datetime.fromisoformat(value)
