"""URLs and the dates in them."""

from __future__ import annotations

import pytest

from foreigndesk.intake.url import read_url, url_date


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://example.org/world/2024/10/31/envoy", "2024-10-31"),
        ("https://example.org/world/2024/oct/31/envoy", "2024-10-31"),
        ("https://example.org/world/envoy-leaves-2024-10-31/", "2024-10-31"),
        ("https://example.org/20241031/envoy.html", "2024-10-31"),
        ("https://example.org/view/AEN20241031001300315", "2024-10-31"),
        ("https://example.org/2024/10/envoy", "2024-10"),
    ],
)
def test_the_date_in_a_path_is_read(url: str, value: str) -> None:
    found = url_date(url)
    assert found is not None
    assert (found.value, found.origin) == (value, "url")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/report/20241399",
        "https://example.org/id/120241031455",
        "https://example.org/2024/99/31/",
        "https://example.org/agenda-2030",
        "https://example.org/?date=2024-10-31",
    ],
)
def test_a_number_that_is_no_date_gives_none(url: str) -> None:
    assert url_date(url) is None


@pytest.mark.parametrize(
    "words", ["javascript:void(0)", "//example.org/a", "http://", "http://[x", 7, None, "ftp://a/b"]
)
def test_what_is_no_web_address_is_none(words: object) -> None:
    assert read_url(words) is None
