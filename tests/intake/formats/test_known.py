"""Formats told by the first bytes of a stream."""

from __future__ import annotations

import io
import sys

import pytest

from foreigndesk.intake.formats.known import LARGEST, SNIFFED
from tests.intake.taking import HERE, take


def give(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))


def test_plain_text_on_standard_input_is_one_report(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Words of a report.\r\n" * SNIFFED
    give(monkeypatch, text.encode())
    (report,), _ = take("-")
    assert report.text == text
    assert report.path == "-"


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("lines/archive.jsonl", 4),
        ("feeds/rss.xml", 3),
        ("feeds/atom.atom", 2),
        ("pages/jsonld_graph.html", 1),
        ("pages/singlefile.html", 1),
    ],
)
def test_the_format_of_standard_input_is_found_out(monkeypatch: pytest.MonkeyPatch, name: str, count: int) -> None:
    give(monkeypatch, (HERE / name).read_bytes())
    reports, _ = take("-")
    assert len(reports) == count
    from_file, _ = take(HERE / name)
    assert [report.id for report in reports] == [report.id for report in from_file]


def test_lines_far_beyond_the_first_bytes_are_still_read(monkeypatch: pytest.MonkeyPatch) -> None:
    line = '{"text": "The ministers of both states met on the border."}\n'
    give(monkeypatch, (line * 1000).encode())
    reports, _ = take("-")
    assert [report.path for report in reports[-2:]] == ["-:999", "-:1000"]


def test_a_text_in_brackets_or_with_a_tag_is_still_text(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("{sic} were the words.", "<unclear> were the words.", "[1] These were the words."):
        give(monkeypatch, text.encode())
        (report,), _ = take("-")
        assert report.text == text


def test_nothing_on_standard_input_is_a_setback(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"")
    assert [setback.what for setback in take("-")[1]] == ["an empty file"]


def test_more_than_is_read_whole_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"x" * (LARGEST + 1))
    assert [setback.what for setback in take("-")[1]] == ["larger than 20 MB"]
