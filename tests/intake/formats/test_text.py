"""Plain text keeps every character."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foreigndesk.intake.binary import MAGIC
from tests.intake.taking import take, take_one

REPORT = (
    "Envoy leaves without agreement\r\n\r\nBy Jane Doe\r\nPublished: Aug. 7, 2024\r\n\r\n"
    "TAIPEI, Aug 7 (Reuters) - An envoy left the island on Wednesday without the agreement that both sides had hoped"
    " for, two officials said.  \r\n\r\n\tThey asked not to be named because the talks were private.\r\n"
)


def test_a_text_is_exactly_the_characters_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"\xef\xbb\xbf" + REPORT.encode())
    report = take_one(path)
    assert report.text == REPORT


def test_the_header_lines_of_a_text_are_metadata_and_stay_in_it(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT.encode())
    report = take_one(path)
    assert report.headline == "Envoy leaves without agreement"
    assert report.byline == "Jane Doe"
    assert report.dateline == "TAIPEI"
    assert report.wire == "Reuters"
    assert (report.published, report.published_by) == ("2024-08-07", "byline-text")
    assert [date.origin for date in report.dates] == ["byline-text", "dateline"]
    assert report.path == str(path)
    assert report.outlet is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_the_offsets_in_any_text_are_those_of_its_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode())
    reports, setbacks = take(path)
    if not text.lstrip("\ufeff").strip() or text.encode().startswith(tuple(magic for magic, _, _ in MAGIC)):
        assert len(setbacks) == 1 - len(reports)
    else:
        assert reports[0].text == text.removeprefix("\ufeff")
