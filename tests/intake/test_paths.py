"""Intake as a whole: nothing raises, and one document never costs another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foreigndesk.intake import Overrides, Taken, open_paths
from foreigndesk.intake.formats.known import FORMATS
from foreigndesk.model import Setback
from tests.intake.taking import HERE, NOW, refused, take

PIECES = [
    *[b"<p>", b"</div>", b"<rss>", b"<item>", b"<!--", b"<![CDATA[", b"<meta charset=utf-16>", b"<?xml?>", b"&#0;"],
    *[
        b"{",
        b'"text": "a"',
        b"}",
        b"\\ud800",
        b"\n",
        b"---\n",
        b"# a",
        b"|",
        b"\xff",
        b"\xe2",
        b"By Jane",
        b"1 May 2024",
    ],
]
NOISE = st.binary(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=30).map(b"".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(raw=NOISE, suffix=st.sampled_from(sorted(FORMATS)))
def test_any_bytes_in_any_format_become_reports_or_setbacks(tmp_path: Path, raw: bytes, suffix: str) -> None:
    path = tmp_path / f"noise{suffix}"
    path.write_bytes(raw)
    reports, setbacks = take(path)
    assert reports or setbacks
    for report in reports:
        report.text.encode()
        assert report.text.strip()
    for setback in setbacks:
        assert setback.stage == "intake"
        assert setback.what
        assert setback.hint


def test_bad_documents_cost_only_themselves(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b" \n\t\n")
    (tmp_path / "c.txt").write_bytes(b"%PDF-1.4")
    (tmp_path / "d.html").write_bytes(b"<p>Sign in</p>")
    (tmp_path / "e.xml").write_bytes(b"<a>no feed</a>")
    (tmp_path / "f.jsonl").write_bytes(b"{broken\n")
    (tmp_path / "g.txt").write_bytes(b"x" * 200_001)
    (tmp_path / "h.txt").write_bytes(b"Words of a report.")
    reports, setbacks = take(tmp_path)
    assert [Path(report.path).name for report in reports] == ["h.txt"]
    assert [(Path(setback.path).name, setback.what) for setback in setbacks] == [
        ("a.txt", "an empty file"),
        ("b.txt", "no text: nothing but white space"),
        ("c.txt", "not text: a PDF"),
        ("d.html", "a page without an article"),
        ("e.xml", "no feed: neither RSS nor Atom"),
        ("f.jsonl", "broken JSON: Expecting property name enclosed in double quotes at character 1"),
        ("g.txt", "too long: 200,001 characters of at most 200,000"),
    ]
    assert len({setback.id for setback in setbacks}) == 7


def test_fifty_megabytes_of_one_line_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert refused(path).what == "larger than 20 MB"


def test_the_order_and_the_ids_are_the_same_in_every_run() -> None:
    first, second = take(HERE), take(HERE)
    assert first == second
    assert [report.path for report in first[0]] == sorted(
        (report.path for report in first[0]),
        key=lambda path: (Path(path.split(":")[0]).parts, int(path.partition(":")[2] or 0)),
    )


def test_what_the_analyst_states_goes_before_all_else() -> None:
    page = HERE / "pages" / "jsonld_graph.html"
    (report,), _ = take(page, overrides=Overrides(published="2024-11-01", outlet="The New York Times"))
    assert (report.published, report.published_by) == ("2024-11-01", "override")
    assert report.outlet == "The New York Times"
    assert ("json-ld", "2024-10-31T16:05:00+09:00") in [(date.origin, date.value) for date in report.dates]


def test_an_invalid_published_value_is_a_setback_and_the_rest_goes_on() -> None:
    page = HERE / "pages" / "jsonld_graph.html"
    (report,), (setback,) = take(page, overrides=Overrides(published="yesterday"))
    assert (setback.path, setback.what) == ("--published", "no date: yesterday")
    assert report.published_by == "json-ld"


def test_reports_come_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Words."}\n{"text": "More words."}\n', encoding="utf-8")
    opened = open_paths([str(path)], now=NOW)
    first = next(opened)
    assert isinstance(first, Taken)
    path.unlink()
    assert isinstance(next(opened), Taken)


@pytest.mark.parametrize("name", ["000_9f885d84525d45c3.txt", "003_cd97c4a7403ef4d3.txt"])
def test_the_seeds_are_taken_in_to_the_character(name: str) -> None:
    seed = HERE.parents[2] / "shared" / "seeds" / name
    if not seed.exists():
        pytest.skip("needs ../shared/seeds")
    (taken,) = open_paths([str(seed)])
    assert not isinstance(taken, Setback)
    assert taken.report.text == seed.read_bytes().decode()
    assert (taken.report.language, taken.report.published) == ("en", None)
