"""Saved pages in the shapes that newsrooms print them in."""

from __future__ import annotations

import subprocess
import sys

import pytest

from foreigndesk.intake.formats.html import MOST_ELEMENTS, open_html
from foreigndesk.model import Report, paragraphs
from tests.intake.taking import HERE, refused, take, take_one

PAGES = HERE / "pages"


def dates(report: Report) -> list[tuple[str, str]]:
    return [(date.origin, date.value) for date in report.dates]


def test_a_json_ld_graph_states_the_report() -> None:
    report = take_one(PAGES / "jsonld_graph.html")
    assert report.headline == "Seoul summons ambassador over arms transfer"
    assert report.outlet == "The Harbour Gazette"
    assert report.byline == "Jane Q. Doe, Li Wei"
    assert report.wire == "Yonhap News Agency"
    assert report.url == "https://www.harbourgazette.example/world/asia/seoul-summons-ambassador"
    assert (report.published, report.published_by) == ("2024-10-31T16:05:00+09:00", "json-ld")
    assert dates(report) == [
        ("json-ld", "2024-10-31T16:05:00+09:00"),
        ("time-element", "2024-10-31T16:05:00+09:00"),
        ("byline-text", "2024-10-31"),
        ("dateline", "2024-10-31"),
        ("json-ld-modified", "2024-11-02T08:00:00+09:00"),
    ]


def test_the_text_of_a_page_is_its_paragraphs_parted_by_blank_lines_and_nothing_around_them() -> None:
    text = take_one(PAGES / "jsonld_graph.html").text
    assert len(paragraphs(text)) == text.count("\n\n") + 1 == 5
    assert text.startswith("SEOUL, Oct 31 (Yonhap) -- South Korea's foreign ministry said")
    assert text.endswith("a senior official at the ministry said.")
    assert "“We have asked for an explanation, and we expect one,” Park said" in text


def test_open_graph_states_the_report_and_the_title_sheds_its_outlet() -> None:
    report = take_one(PAGES / "opengraph.html")
    assert report.headline == "Envoy to visit capital for ceasefire talks"
    assert report.outlet == "Meridian Post"
    assert (report.byline, report.wire, report.dateline) == ("Tomas Arden", "Reuters", "GENEVA")
    assert dates(report) == [
        ("opengraph", "2024-11-04T07:30:00+00:00"),
        ("url", "2024-11-04"),
        ("opengraph-modified", "2024-11-05T10:00:00+00:00"),
    ]


def test_microdata_states_the_report() -> None:
    report = take_one(PAGES / "microdata.html")
    assert report.byline == "Ana de la Cruz"
    assert (report.published, report.published_by) == ("2024-09-12T18:20:00-05:00", "microdata")


def test_visible_text_is_read_and_the_year_of_copyright_is_no_date() -> None:
    report = take_one(PAGES / "visible_text.html")
    assert report.headline == "Coast guard accuses neighbour of ramming patrol boat"
    assert report.byline == "Jonas Veldt"
    assert (report.published, report.published_by) == ("2024-11-25T09:12+09:00", "byline-text")
    assert dates(report) == [("byline-text", "2024-11-25T09:12+09:00")]


def test_without_any_date_but_the_footers_a_page_has_none() -> None:
    page = (
        (PAGES / "visible_text.html")
        .read_text(encoding="utf-8")
        .replace("<p>Published: Nov. 25, 2024 09:12 KST</p>", "")
    )
    (draft,) = open_html(page.encode())
    assert draft.dates == ()


@pytest.mark.parametrize(("name", "decided_by"), [("declared", "meta"), ("undeclared", "guess")])
def test_a_page_in_windows_1251_keeps_its_names(name: str, decided_by: str) -> None:
    (report,), setbacks = take(PAGES / f"windows1251_{name}.html")
    assert report.byline == "Анна Иванова"
    assert "Пётр Соколов" in report.text
    assert "«in due course»" in report.text
    assert report.encoding is not None
    assert (report.encoding.name, report.encoding.decided_by) == ("windows-1251", decided_by)
    assert [setback.report for setback in setbacks] == ([report.id] if decided_by == "guess" else [])


def test_a_page_that_declares_the_wrong_encoding_is_read_right_and_it_is_said() -> None:
    (report,), (setback,) = take(PAGES / "latin_mislabelled.html")
    assert "Hélène Marchand" in report.text
    assert setback.what == "declares windows-1252, but is UTF-8"


@pytest.mark.parametrize("name", ["index_page", "login_page"])
def test_a_page_without_an_article_is_refused(name: str) -> None:
    assert refused(PAGES / f"{name}.html").what == "a page without an article"


def test_publication_and_update_in_one_line_are_told_apart_with_their_zone() -> None:
    report = take_one(PAGES / "two_dates.html")
    assert dates(report) == [
        ("byline-text", "2024-10-15T23:45-04:00"),
        ("byline-text-modified", "2024-10-16T08:10-04:00"),
    ]
    assert report.byline == "Ruth Okafor"
    assert report.url == "https://valleyherald.example/politics/parliament-ratifies"


def test_author_and_date_lines_and_tables_are_no_part_of_the_text() -> None:
    text = take_one(PAGES / "two_dates.html").text
    assert text.startswith("Parliament ratified the security pact")
    assert "Okafor" not in text
    assert "Reform" not in text


def test_a_page_saved_in_one_file_tells_where_it_was_saved_from() -> None:
    report = take_one(PAGES / "singlefile.html")
    assert report.url == "https://www.reuters.com/world/asia-pacific/envoy-leaves-2024-08-07/"
    assert report.outlet == "Reuters"
    assert report.byline is None
    assert report.wire == "Reuters"
    assert (report.published, report.published_by) == ("2024-08-07T04:12:33+00:00", "json-ld")
    assert all(not date.value.startswith("2025") for date in report.dates)


def test_a_page_too_large_to_search_is_refused() -> None:
    raw = b"<html><body>" + b"<p>x</p>" * MOST_ELEMENTS
    with pytest.raises(Exception, match="a page of over 30,000 elements"):
        list(open_html(raw))


def test_a_few_stray_nul_bytes_do_not_make_a_page_binary() -> None:
    raw = (PAGES / "visible_text.html").read_bytes().replace(b"</h1>", b"</h1>\0")
    (draft,) = open_html(raw)
    assert draft.raw == raw
    assert draft.title == "Coast guard accuses neighbour of ramming patrol boat"


def test_trafilatura_is_imported_only_for_pages() -> None:
    code = (
        "import sys\nfrom foreigndesk.intake import open_paths\n"
        f"list(open_paths([{str(HERE / 'feeds')!r}, {str(HERE / 'lines')!r}]))\n"
        "print('trafilatura' in sys.modules)"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed == "False\n"
