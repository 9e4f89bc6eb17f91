"""The fields of a JSON line or of front matter."""

from __future__ import annotations

import pytest

from foreigndesk.intake.fields import read_fields


def test_every_documented_name_is_understood_and_others_are_ignored() -> None:
    fields = read_fields(
        {
            "body": "Words.",
            "title": "Envoy  leaves",
            "publisher": {"name": "Meridian Post"},
            "date": "2024-10-31",
            "link": "https://meridianpost.example/a",
            "authors": ["Jane Doe", {"name": "Li Wei"}, 7],
            "dateline": "GENEVA",
            "language": "en-GB",
            "shelf": ["x"],
        }
    )
    assert fields.text == "Words."
    assert fields.title == "Envoy leaves"
    assert fields.outlet == "Meridian Post"
    assert [date.value for date in fields.dates] == ["2024-10-31"]
    assert fields.url == "https://meridianpost.example/a"
    assert fields.authors == ("Jane Doe", "Li Wei")
    assert fields.dateline == "GENEVA"
    assert fields.language == "en"
    assert fields.troubles == ()


def test_the_first_name_of_a_row_counts() -> None:
    assert read_fields({"content": "b", "text": "a", "title": "t", "headline": "h"}).title == "h"
    assert read_fields({"content": "b", "text": "  "}).text == "b"


@pytest.mark.parametrize("number", [1730366520, 1730366520.5, 1730366520000])
def test_seconds_and_milliseconds_since_1970_are_moments(number: float) -> None:
    (date,) = read_fields({"published": number}).dates
    assert date.value == "2024-10-31T09:22:00+00:00"
    assert date.printed == str(number)


@pytest.mark.parametrize("value", ["03/04/2024", "soon", 7, float("nan"), float("inf"), 10**400, -5])
def test_a_date_that_cannot_be_read_is_a_trouble_with_a_hint(value: object) -> None:
    fields = read_fields({"published": value})
    assert fields.dates == ()
    (trouble,) = fields.troubles
    assert trouble.what.startswith("a date that cannot be read")
    assert "2024-10-31" in trouble.hint
