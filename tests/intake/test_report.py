"""Drafts become reports."""

from __future__ import annotations

import hashlib
from pathlib import Path

from foreigndesk.intake import Taken, open_paths
from foreigndesk.model import report_id
from tests.intake.taking import HERE, NOW, take, take_one

BODY = "The two governments agreed on a military hotline on Wednesday, officials of both of them said in the evening."


def test_a_report_has_the_id_of_its_text_and_outlet_and_the_hash_of_its_bytes() -> None:
    (taken,) = open_paths([str(HERE / "pages" / "opengraph.html")], now=NOW)
    assert isinstance(taken, Taken)
    assert taken.report.id == report_id(taken.report.text, "Meridian Post")
    assert taken.raw == (HERE / "pages" / "opengraph.html").read_bytes()
    assert taken.report.sha256 == hashlib.sha256(taken.raw).hexdigest()


def test_an_outlet_goes_by_its_usual_name(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"text": "Words.", "outlet": "new york times"}\n{"text": "Words.", "url": "https://www.nytimes.com/a"}\n'
        '{"text": "Words.", "outlet": "Meridian  Post", "url": "https://www.nytimes.com/a"}\n'
        '{"text": "Words.", "url": "https://nobody.example/a"}\n{"text": "Words.", "outlet": "https://reuters.com"}\n',
        encoding="utf-8",
    )
    outlets = [report.outlet for report in take(path)[0]]
    assert outlets == ["The New York Times", "The New York Times", "Meridian Post", None, "Reuters"]


def test_a_file_name_may_date_a_report_when_nothing_else_does(tmp_path: Path) -> None:
    path = tmp_path / "post_2024-10-31_hotline.txt"
    path.write_text(BODY, encoding="utf-8")
    report = take_one(path)
    assert (report.published, report.published_by) == ("2024-10-31", "file-name")


def test_the_time_of_a_file_is_no_date(tmp_path: Path) -> None:
    path = tmp_path / "hotline.txt"
    path.write_text(BODY, encoding="utf-8")
    report = take_one(path)
    assert (report.published, report.published_by, report.dates) == (None, None, ())


def test_a_dateline_takes_its_year_from_the_file_name(tmp_path: Path) -> None:
    path = tmp_path / "2024-11-01.txt"
    path.write_text(f"SEOUL, Oct 31 (Yonhap) -- {BODY}", encoding="utf-8")
    report = take_one(path)
    assert [(date.origin, date.value) for date in report.dates] == [
        ("dateline", "2024-10-31"),
        ("file-name", "2024-11-01"),
    ]
    assert report.published_by == "dateline"


def test_a_dateline_without_any_year_gives_no_date(tmp_path: Path) -> None:
    path = tmp_path / "hotline.txt"
    path.write_text(f"SEOUL, Oct 31 (Yonhap) -- {BODY}", encoding="utf-8")
    assert take_one(path).dates == ()


def test_a_future_date_is_kept_said_and_the_next_candidate_chosen(tmp_path: Path) -> None:
    path = tmp_path / "2024-10-31.txt"
    path.write_text(f"Hotline agreed\n\nPublished: 31 October 2042\n\n{BODY}", encoding="utf-8")
    (report,), (setback,) = take(path)
    assert (report.published, report.published_by) == ("2024-10-31", "file-name")
    assert report.dates[0].value == "2042-10-31"
    assert setback.what == "its date lies in the future: Published: 31 October 2042 (byline-text)"
    assert setback.report == report.id
