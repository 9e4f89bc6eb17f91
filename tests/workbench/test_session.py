"""A session in real Chromium: reports dropped, one read, a speaker corrected, the brief changed, all there next day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from evals.browser import page_of, served
from foreigndesk.casefile import open_case
from tests.workbench.browsing import browser_or_skip

chromium = pytest.fixture(scope="module")(browser_or_skip)
EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
REPORTS = [EXAMPLES / name for name in ("01-meridian-wire.txt", "03-northern-ledger.html", "04-daily-beacon.txt")]


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with page_of(chromium) as opened:
        yield opened


def test_a_session_from_the_drop_to_the_next_morning(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with open_case(path, write=True):
        pass
    with served(path) as address:
        page.goto(f"{address}/drop")
        page.set_input_files("#files", REPORTS)
        page.get_by_role("button", name="Take them in").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Taken in")
        expect(page.locator(".lines .tag")).to_have_text(["new", "new", "new"])

        page.get_by_role("link", name="01-meridian-wire.txt").click()
        note = page.locator(".note.statement", has_text="Department of Defense").first
        note.locator("summary").click()
        note.get_by_role("link", name="Check or change it").click()
        page.get_by_label("speaker").fill("Henrike Stollmann")
        page.get_by_label("Note").fill("heard on the line")
        page.get_by_role("button", name="Save what I changed").click()
        expect(page.locator("#history + .lines")).to_contain_text("changed speaker")
        page.goto(address)
        expect(page.locator("main")).to_contain_text("Henrike Stollmann")

    with served(path) as address:
        page.goto(f"{address}/review/acts")
        expect(page.locator("main")).to_contain_text("heard on the line")
        page.goto(address)
        expect(page.locator("main")).to_contain_text("Henrike Stollmann")


def test_words_are_marked_by_keys_alone_and_by_mouse(page: Page, tmp_path: Path) -> None:
    from tests.workbench.desk import MERIDIAN, make_case

    path = make_case(tmp_path / "case.db")
    with served(path) as address:
        page.goto(f"{address}/report/{MERIDIAN.report.id}")
        page.keyboard.press("m")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("c")
        content = page.locator("#add-content")
        expect(content).to_have_value(re.compile(r"^\d+-\d+$"))
        start, end = map(int, content.input_value().split("-"))
        assert MERIDIAN.report.text[start:end] == "We have told"
        last = page.locator(".text").last
        last.scroll_into_view_if_needed()
        last.evaluate("text => getSelection().selectAllChildren(text)")
        page.locator('[data-mark="speaker"]').click()
        expect(page.locator("#add-speaker")).to_have_value(re.compile("^A senior official said that several thousand"))
        page.fill("#add-speaker", "Mara Tolland")
        with page.expect_response(lambda answer: answer.request.method == "POST"):
            page.get_by_role("button", name="Add the statement").click()
    with open_case(path) as case:
        reading = case.load_reading(MERIDIAN.report.id)
    assert reading is not None
    assert "We have told" in {one.words for one in reading.statements}
