"""What is refused as no text."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.intake.taking import refused


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "not text: a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not text: an image (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "not text: an image (JPEG)"),
        (b"GIF89a\x01\0", "not text: an image (GIF)"),
        (b"\x1f\x8b\x08\0", "not text: a gzip file"),
        (b"{\\rtf1\\ansi report}", "not text: an RTF document"),
        (b"some words\0\x01\x02", "not text: it has NUL bytes"),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".xml"])
def test_a_binary_file_is_refused_by_its_name(tmp_path: Path, raw: bytes, what: str, suffix: str) -> None:
    path = tmp_path / f"report{suffix}"
    path.write_bytes(raw)
    setback = refused(path)
    assert setback.what == what
    assert setback.hint


def test_a_zip_archive_is_refused_with_the_advice_to_unpack_it(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "words")
    setback = refused(path)
    assert setback.what == "not text: a zip archive (or an Office document)"
    assert "unpack" in setback.hint


def test_a_packed_file_that_calls_itself_jsonl_is_refused_once(tmp_path: Path) -> None:
    path = tmp_path / "archive.jsonl"
    path.write_bytes(b"\x1f\x8b\x08" + b"\n\xff\xfe" * 500)
    assert refused(path).what == "not text: a gzip file"
