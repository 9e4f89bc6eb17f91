from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, expect

from evals.browser import page_of
from foreigndesk.model import Reading, Setback
from foreigndesk.showing.brief import brief_of
from foreigndesk.showing.dossier import MOST_REPORTS, anchor_of, refs_of, show_dossier
from foreigndesk.showing.words import clean
from tests.showing.story import HOPE, SETBACKS, daily, make_report, name_of, read, says, story
from tests.strategies import readings
from tests.workbench.browsing import browser_or_skip

STORY = story()
BRIEF = brief_of(STORY, SETBACKS, name_of)
PAGE = show_dossier(BRIEF, [reading.report for reading in STORY])

chromium = pytest.fixture(scope="module")(browser_or_skip)


class Reader(HTMLParser):
    """What a browser would make of the page: its elements, its ids, its links, the words under marks."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marked: dict[str, str] = {}
        self.open: list[str] = []
        self.in_mark: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(given)
        self.ids += [value for value in [given.get("id")] if value]
        self.links += [value for value in [given.get("href")] if value]
        if tag == "mark":
            self.in_mark = (given.get("class") or "").split()

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self.in_mark = []

    def handle_data(self, data: str) -> None:
        self.text += data
        for label in self.in_mark:
            self.marked[label] = self.marked.get(label, "") + data


def test_every_cite_links_to_the_words_it_cites() -> None:
    page = Reader(PAGE)
    texts = {reading.report.id: reading.report.text for reading in STORY}
    for ref in refs_of(BRIEF):
        assert f"#{anchor_of(ref)}" in page.links
        if ref.start < ref.end:
            assert page.marked[anchor_of(ref)] == clean(texts[ref.report][ref.start : ref.end])


def test_every_link_leads_to_one_place_in_the_page() -> None:
    page = Reader(PAGE)
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_the_text_of_every_report_is_in_the_page() -> None:
    page = Reader(PAGE)
    for reading in STORY:
        for line in reading.report.text.splitlines():
            assert clean(line) in page.text


def test_a_report_cannot_put_markup_into_the_page() -> None:
    page = Reader(PAGE)
    assert not page.tags & {"script", "img", "iframe", "object", "form", "base", "link"}
    assert not {name for name in page.attributes if name.startswith("on")} | page.attributes & {"style", "src"}
    assert "<script>alert(1)</script>" in page.text


def test_the_page_allows_itself_nothing_but_its_own_style_sheet() -> None:
    style = re.search(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" in PAGE


def test_the_page_asks_for_nothing_from_elsewhere() -> None:
    assert not re.findall(r"https?://|url\(|@import", PAGE)


def test_overlapping_passages_are_each_marked_whole() -> None:
    report = make_report("Ana Lund said the strait would be open, and soon.")
    one = says(report, "the strait would be open", "Ana Lund", name="Ana Lund")
    two = says(report, "would be open, and soon", "Ana Lund", name="Ana Lund")
    brief = brief_of([read(report, (one, two))], (), name_of)
    marked = Reader(show_dossier(brief, [report])).marked
    assert sorted(marked.values()) == ["the strait would be open", "would be open, and soon"]


def test_a_passage_over_two_paragraphs_has_one_place_and_is_marked_in_both() -> None:
    report = make_report("Lund said: “It is open.\n\nIt stays open.” So she said.")
    words = "“It is open.\n\nIt stays open.”"
    brief = brief_of([read(report, (says(report, words, "Lund", name="Lund"),))], (), name_of)
    page = Reader(show_dossier(brief, [report]))
    anchor = anchor_of(next(iter(refs_of(brief))))
    assert page.ids.count(anchor) == 1
    assert page.marked[anchor] == "“It is open.It stays open.”"


def test_a_cite_of_blank_lines_leads_to_its_report() -> None:
    report = make_report("One.\n\n\nTwo.")
    brief = brief_of([read(report, (says(report, "\n\n", "One", name="One"),))], (), name_of)
    assert anchor_of(next(iter(refs_of(brief)))) in Reader(show_dossier(brief, [report])).ids


def test_setbacks_and_their_hints_are_shown() -> None:
    brief = brief_of([], [Setback("<a>.txt", "intake", "it is empty", hint="Save it again.")], name_of)
    assert "<a>.txt: it is empty Save it again." in Reader(show_dossier(brief, [])).text


def test_of_very_many_reports_only_the_cited_are_in_the_page_and_it_says_so() -> None:
    many = [daily(number % 20 + 1) for number in range(10)]
    more = [read(make_report(f"Nothing happened on day {number}.")) for number in range(MOST_REPORTS)]
    brief = brief_of([*many[:5], *more], (), name_of)
    page = Reader(show_dossier(brief, [reading.report for reading in (*many[:5], *more)]))
    assert "Nothing happened on day 7." not in page.text
    assert f"{5 + MOST_REPORTS - len(brief.reports)} others are in the case file" in page.text


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(readings(), max_size=2, unique_by=lambda reading: reading.report.id))
def test_any_readings_make_a_page_whose_links_all_lead_somewhere(drawn: list[Reading]) -> None:
    brief = brief_of(drawn, (), name_of)
    page = Reader(show_dossier(brief, [reading.report for reading in drawn]))
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_in_a_browser_a_click_highlights_the_passage_and_a_phone_need_not_scroll_sideways(
    chromium: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "brief.html"
    file.write_text(PAGE, encoding="utf-8")
    complaints: list[str] = []
    with page_of(chromium, viewport={"width": 360, "height": 800}) as page:
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        assert page.evaluate("getComputedStyle(document.body).fontSize") == "16px"
        page.locator("li", has_text=HOPE).locator("a").first.click()
        expect(page.locator(":target")).to_have_count(1)
        lit = [mark.inner_text() for mark in page.locator("mark").all() if background(mark) != "rgba(0, 0, 0, 0)"]
    assert lit == [HOPE]
    assert complaints == []


def background(mark: Locator) -> str:
    return str(mark.evaluate("mark => getComputedStyle(mark).backgroundColor"))


def test_pictures_stand_in_the_dossier_with_their_tables_and_no_script() -> None:
    from foreigndesk.showing.pictures import timeline
    from foreigndesk.showing.pictures.timeline import Bin

    picture = timeline([Bin("2024-10", 2, 1, 4)], "The story <of> October")
    page = show_dossier(brief_of(story(), [], name_of), [], [picture])
    assert 'class="pic pic-timeline"' in page
    assert "The story &lt;of&gt; October" in page
    assert "<td>2024-10</td>" in page
    assert "<script" not in page
    assert "svg.pic" not in show_dossier(brief_of(story(), [], name_of), [])
