"""RSS and Atom."""

from __future__ import annotations

from foreigndesk.intake import Taken, open_paths
from tests.intake.taking import HERE, refused, take, take_one

FEEDS = HERE / "feeds"


def test_each_entry_of_a_feed_is_a_report_and_content_goes_before_summary() -> None:
    (first, second, fourth), _ = take(FEEDS / "rss.xml")
    assert first.path == f"{FEEDS / 'rss.xml'}:1"
    assert first.headline == "Seoul & Tokyo agree on hotline"
    assert first.text == (
        "SEOUL, Oct 30 (Yonhap) -- The two governments agreed on a military hotline on Wednesday, officials said.\n\n"
        "It is to be tested in November & opened in December.\n\nFirst point\n\nSecond point"
    )
    assert first.byline == "Jane Q. Doe"
    assert first.wire == "Yonhap News Agency"
    assert second.text.startswith("The minister of finance resigned on Wednesday")
    assert fourth.headline == "Summit postponed"


def test_the_date_of_an_entry_keeps_its_zone_and_the_channels_dates_are_none() -> None:
    (first, _, fourth), _ = take(FEEDS / "rss.xml")
    assert [(date.origin, date.value) for date in first.dates] == [
        ("feed", "2024-10-31T09:12:00+09:00"),
        ("dateline", "2024-10-30"),
    ]
    assert (fourth.published, fourth.published_by) == ("2024-10-29T18:30:00+00:00", "feed-updated")


def test_the_outlet_is_the_one_credited_then_the_one_at_the_link_then_the_feed() -> None:
    reports, _ = take(FEEDS / "rss.xml")
    assert [report.outlet for report in reports] == ["Harbour Gazette: World", "Reuters", "Meridian Post"]


def test_an_entry_with_only_a_headline_is_a_setback_that_names_it() -> None:
    _, (setback,) = take(FEEDS / "rss.xml")
    assert (setback.what, setback.where) == ("an entry without text", "entry 3")


def test_the_raw_bytes_of_a_report_are_its_entry() -> None:
    taken = [each for each in open_paths([str(FEEDS / "rss.xml")]) if isinstance(each, Taken)]
    assert all(each.raw.startswith(b"<item>") and each.raw.endswith(b"</item>") for each in taken)
    assert b"Minister resigns" in taken[1].raw


def test_atom_is_read_with_its_authors_and_dates() -> None:
    (first, second), setbacks = take(FEEDS / "atom.atom")
    assert setbacks == []
    assert first.headline == "Envoy leaves island"
    assert first.text.endswith("A further round is planned for September.")
    assert first.byline == "Tomas Arden, Amy Lindqvist"
    assert (first.published, first.published_by) == ("2024-08-07T12:12:33+08:00", "feed")
    assert (second.published, second.published_by) == ("2024-09-12T18:20:00-05:00", "feed-updated")


def test_a_feed_in_windows_1251_keeps_its_names() -> None:
    report = take_one(FEEDS / "windows1251.rss")
    assert "Пётр Соколов" in report.text
    assert report.byline == "Анна Иванова"
    assert report.encoding is not None
    assert (report.encoding.name, report.encoding.decided_by) == ("windows-1251", "declaration")


def test_xml_that_is_no_feed_and_a_feed_without_entries_are_refused() -> None:
    assert refused(FEEDS / "sitemap.xml").what == "no feed: neither RSS nor Atom"
    assert refused(FEEDS / "empty.rss").what == "a feed without entries"
