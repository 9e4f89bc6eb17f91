"""Markdown reports."""

from __future__ import annotations

from pathlib import Path

from foreigndesk.intake.formats.markdown import front_matter, open_markdown
from tests.intake.taking import take, take_one

BODY = """SEOUL, Oct 31 (Yonhap) -- The two governments **agreed** on a [hotline](https://example.org/h) on
Wednesday, _officials_ said.

## What is next

- It is to be tested in November.
- It is to be opened in December &amp; used at once.

> "We expect an answer," said Park Seon-u.

<div>The note was <b>handed over</b> on Friday.</div>

![A ship](ship.jpg)
"""
TEXT = (
    "SEOUL, Oct 31 (Yonhap) -- The two governments agreed on a hotline on Wednesday, officials said.\n\n"
    "What is next\n\nIt is to be tested in November.\n\nIt is to be opened in December & used at once.\n\n"
    '"We expect an answer," said Park Seon-u.\n\nThe note was handed over on Friday.'
)


def test_markdown_becomes_plain_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(f"# Hotline *agreed*\n\n{BODY}", encoding="utf-8")
    report = take_one(path)
    assert report.text == TEXT
    assert report.headline == "Hotline agreed"
    assert (report.dateline, report.wire) == ("SEOUL", "Yonhap News Agency")


def test_front_matter_states_the_report(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(
        "---\ntitle: 'Hotline agreed'\noutlet: The Korea Herald\ndate: 2024-10-31 09:12 KST\n"
        "author: [Jane Doe, Li Wei]\n"
        f"url: https://example.org/2024/11/02/hotline\ntags:\n  - asia\n---\n{BODY}",
        encoding="utf-8",
    )
    report = take_one(path)
    assert report.headline == "Hotline agreed"
    assert report.outlet == "The Korea Herald"
    assert report.byline == "Jane Doe, Li Wei"
    assert (report.published, report.published_by) == ("2024-10-31T09:12+09:00", "field")
    assert report.url == "https://example.org/2024/11/02/hotline"
    assert report.text == TEXT


def test_a_date_in_front_matter_that_cannot_be_read_is_said_beside_the_report(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(f"---\ndate: some time\n---\n{BODY}", encoding="utf-8")
    (report,), (setback,) = take(path)
    assert setback.what == "a date that cannot be read: some time"
    assert setback.report == report.id


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    (draft,) = open_markdown(b"---\n\nWords of a report.\n")
    assert draft.text == "Words of a report."


def test_lists_and_quotation_marks_of_front_matter_are_read() -> None:
    assert front_matter('author:\n- "Jane Doe"\n- Li Wei\ntime: 09:12\n# a comment\n') == {
        "author": ["Jane Doe", "Li Wei"],
        "time": "09:12",
    }
