"""Which files are read, and why one cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.intake.taking import refused, take

WORDS = "Words of a report."


def write(path: Path, text: str = WORDS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_is_read_with_its_subfolders_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/b/c.md", "c.txt", "a.txt", ".hidden.txt", ".git/d.txt", "notes.docx", "README"):
        write(tmp_path / name)
    reports, setbacks = take(tmp_path)
    assert [Path(report.path).relative_to(tmp_path).as_posix() for report in reports] == [
        "a/b/c.md",
        "a/z.TXT",
        "a.txt",
        "b.txt",
        "c.txt",
    ]
    assert setbacks == []


def test_paths_are_taken_in_the_order_given(tmp_path: Path) -> None:
    b, a = write(tmp_path / "b.txt"), write(tmp_path / "a.txt")
    assert [report.path for report in take(b, a)[0]] == [str(b), str(a)]


def test_the_folder_that_a_browser_saves_beside_a_page_is_left_out(tmp_path: Path) -> None:
    write(tmp_path / "page.htm", f"<p>{WORDS * 20}</p>")
    write(tmp_path / "page_files" / "frame.html", f"<p>{WORDS * 20}</p>")
    write(tmp_path / "other_files" / "a.txt")
    assert [Path(report.path).name for report in take(tmp_path)[0]] == ["a.txt", "page.htm"]


def test_an_unknown_format_given_by_name_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    setback = refused(write(tmp_path / "report.docx"))
    assert setback.what == "unknown format (suffix: .docx)"
    assert ".jsonl" in setback.hint


def test_a_missing_path_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere.txt").what == "there is no such file or folder"


def test_a_folder_without_reports_is_said(tmp_path: Path) -> None:
    write(tmp_path / "notes.docx")
    assert refused(tmp_path).what == "a folder without reports"


def test_a_link_that_leads_nowhere_or_round_in_a_circle_costs_only_itself(tmp_path: Path) -> None:
    write(tmp_path / "d.txt")
    (tmp_path / "a.txt").symlink_to("nowhere.txt")
    (tmp_path / "b.txt").symlink_to("c.txt")
    (tmp_path / "c.txt").symlink_to("b.txt")
    reports, setbacks = take(tmp_path)
    assert [report.path for report in reports] == [str(tmp_path / "d.txt")]
    assert [setback.what for setback in setbacks] == [
        "a link that leads nowhere",
        "a link that leads round in a circle",
        "a link that leads round in a circle",
    ]


def test_a_link_back_to_its_own_folder_is_not_followed_for_ever(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    assert len(take(tmp_path)[0]) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    path.chmod(0)
    assert refused(path).what == "no permission to read it"


def test_a_device_is_refused() -> None:
    assert refused("/dev/null").what == "neither a file nor a folder"


@pytest.mark.parametrize("path", ["a\0b.txt", "x" * 5000 + ".txt", "\udcff.txt"])
def test_a_path_that_no_system_takes_is_refused(path: str) -> None:
    setback = refused(path)
    setback.path.encode()
    assert "\0" not in setback.path


def test_a_name_that_is_not_utf_8_is_shown_with_replacements(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    try:
        Path(os.fsdecode(path)).write_text(WORDS, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    (report,), _ = take(tmp_path)
    assert report.path == f"{tmp_path}/\ufffd.txt"
