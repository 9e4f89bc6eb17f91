"""JSON Lines."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from foreigndesk.errors import IntakeError
from foreigndesk.intake.draft import Draft, Trouble
from foreigndesk.intake.formats.jsonl import LINES_TO_TELL, LONGEST_LINE, open_jsonl
from tests.intake.taking import HERE, take

ARCHIVE = HERE / "lines" / "archive.jsonl"
GOOD = b'{"text": "Words of a report."}\n'


def test_every_good_line_is_a_report_that_names_its_line() -> None:
    reports, _ = take(ARCHIVE)
    assert [report.path for report in reports] == [f"{ARCHIVE}:{line}" for line in (1, 6, 7, 8)]
    first, second, *_ = reports
    assert first.text.endswith("said.\n\nThe embassy did not comment.")
    assert (first.outlet, first.byline) == ("Harbour Gazette", "Jane Q. Doe, Li Wei")
    assert (first.published, first.published_by) == ("2024-10-31T16:05:00+09:00", "field")
    assert second.text == "The talks & the vote were put off, a minister said.\n\nNo new date was set."
    assert (second.outlet, second.dateline, second.byline) == ("Meridian Post", "GENEVA", "Tomas Arden, Amy Lindqvist")


def test_a_bad_line_costs_only_itself_and_is_named() -> None:
    _, setbacks = take(ARCHIVE)
    assert [(setback.where, setback.what) for setback in setbacks if setback.report is None] == [
        ("line 2", "broken JSON: Unterminated string starting at at character 9"),
        ("line 4", "a line without text"),
        ("line 5", "no JSON object"),
    ]


def test_halves_of_characters_and_nul_in_escapes_are_replaced_and_it_is_said() -> None:
    reports, setbacks = take(ARCHIVE)
    report = reports[2]
    assert report.text.startswith("Half a pair \ufffd here, and a \ufffd there")
    said = [setback.what for setback in setbacks if setback.report == report.id]
    assert said == ["a date that cannot be read: 03/04/2024", "2 unreadable characters (shown as U+FFFD)"]


def test_a_report_dated_in_the_future_is_taken_in_without_that_date() -> None:
    reports, setbacks = take(ARCHIVE)
    report = reports[3]
    assert report.published is None
    assert [(date.value, date.origin) for date in report.dates] == [("2999-01-01", "field")]
    assert [setback.what for setback in setbacks if setback.report == report.id] == [
        "its date lies in the future: 2999-01-01 (field)"
    ]


def test_the_raw_bytes_of_a_report_are_its_line() -> None:
    (draft,) = open_jsonl(io.BytesIO(b"\n" + GOOD))
    assert isinstance(draft, Draft)
    assert draft.raw == GOOD.rstrip()
    assert draft.part == ":2"


def test_a_line_that_is_too_long_is_refused_without_being_held_and_the_others_are_kept() -> None:
    stream = io.BytesIO(GOOD + b'{"text": "' + b"x" * (LONGEST_LINE * 2) + b'"}\n' + GOOD)
    first, trouble, third = open_jsonl(stream)
    assert isinstance(first, Draft)
    assert isinstance(trouble, Trouble)
    assert trouble.where == "line 2"
    assert isinstance(third, Draft)
    assert third.part == ":3"


def test_a_file_that_is_no_json_lines_file_is_refused_once() -> None:
    with pytest.raises(IntakeError, match="not one JSON object in 100 lines"):
        list(open_jsonl(io.BytesIO(b"name,date,place\n" * (LINES_TO_TELL * 2))))


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n \n")
    assert [setback.what for setback in take(path)[1]] == ["an empty file"]


@pytest.mark.parametrize(
    "line",
    ["[" * 200_000, '{"text": ' + "9" * 5000 + "}", '{"text": 7}', "NaN", '{"text": {"a": "b"}}', '"words"', "{}"],
)
def test_a_line_made_to_break_the_reader_is_a_trouble(line: str) -> None:
    _, trouble = open_jsonl(io.BytesIO(GOOD + line.encode()))
    assert isinstance(trouble, Trouble)
    assert trouble.where == "line 2"


def test_a_text_is_kept_to_the_character() -> None:
    text = "  Words.\r\n\r\n\tMore\u2028 words. \n"
    (draft,) = open_jsonl(io.BytesIO(json.dumps({"text": text}).encode()))
    assert isinstance(draft, Draft)
    assert draft.text == text
