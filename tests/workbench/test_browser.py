"""The workbench in real Chromium: read, walk by keys, run nothing that a report prints, and no finding of axe-core."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Page

from evals.browser import served
from foreigndesk.casefile import open_case
from foreigndesk.desk import ach, claims
from foreigndesk.model import Reading
from tests.workbench.browsing import browser_or_skip
from tests.workbench.desk import COURIER, MERIDIAN, make_case, readings, report, says, spun
from tests.workbench.pages.test_report import HOSTILE

chromium = pytest.fixture(scope="module")(browser_or_skip)


@pytest.fixture(scope="module")
def hostile() -> Reading:
    of = report(HOSTILE, "Hostile Post", headline="<script>document.title='owned'</script>")
    return Reading(of, "test/1", statements=(says(of, "the end", "<img src=x onerror=alert(1)>"),))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, hostile: Reading) -> Iterator[str]:
    path = make_case(tmp_path_factory.mktemp("case") / "case.db", (*readings(), hostile))
    with open_case(path, write=True) as case:
        ach.suppose(case, "troops", "the troops are there", "mara")
        ach.adduce(case, "troops", MERIDIAN.statements[0].id, "mara")
    with served(path) as place:
        yield place


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def claim(tmp_path: Path) -> str:
    with open_case(make_case(tmp_path / "claims.db")) as case:
        return claims.claims(case)[0].id


PLACES = {
    "today": "/",
    "report": f"/report/{MERIDIAN.report.id}",
    "spun report": f"/report/{spun().report.id}",
    "beside": f"/report/{COURIER.report.id}/beside/{MERIDIAN.report.id}",
    "reports": "/reports",
    "story": "/story",
    "claims": "/claims?show=all",
    "claim": "/claim/",
    "actors": "/actors",
    "actor": "/actor/CHN",
    "stranger": "/actor/Mara%20Tolland",
    "relation": "/relation/CHN/PRK",
    "network": "/network",
    "watch": "/watch",
    "boards": "/ach",
    "board": "/ach/troops",
    "voices": f"/voices/{MERIDIAN.statements[0].id}",
    "setbacks": "/setbacks",
    "review": "/review",
    "finding": f"/review/{MERIDIAN.statements[1].id}",
    "acts": "/review/acts",
    "drop": "/drop",
    "search": "/search?q=troops",
    "statements": "/search?q=troops&in=statements",
    "unknown": "/r-000000",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PLACES)
def test_no_page_has_a_finding_of_accessibility(
    chromium: Browser, address: str, tmp_path: Path, name: str, scheme: str
) -> None:
    place = PLACES[name] + (claim(tmp_path) if name == "claim" else "")
    context = chromium.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(address + place)
    for summary in page.locator("summary").all()[:5]:
        if summary.is_visible():
            summary.click()
    found = Axe().run(page)
    context.close()
    grave = [
        (one["id"], one["impact"], [node["html"] for node in one["nodes"]][:3]) for one in found.response["violations"]
    ]
    assert grave == []


def test_a_page_loads_nothing_from_elsewhere_and_breaks_no_policy(page: Page, address: str) -> None:
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    for place in ("/", f"/report/{MERIDIAN.report.id}", "/network", "/story", "/ach/troops"):
        page.goto(address + place)
    assert {url for url in asked if not url.startswith(address)} == set()
    assert told == []


def test_hostile_reports_are_shown_and_not_run(page: Page, address: str, hostile: Reading) -> None:
    opened: list[str] = []

    def note(dialog: Dialog) -> None:
        opened.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    for place in (f"/report/{hostile.report.id}", "/", "/search?q=NUL", "/reports"):
        page.goto(address + place)
        page.wait_for_timeout(50)
        assert "owned" not in page.title() or "<script>" in page.title()
    page.goto(f"{address}/report/{hostile.report.id}")
    assert "<script>document.title=" in page.locator(".leaf").inner_text()
    assert page.locator(".leaf script, .leaf img, .leaf [onerror]").count() == 0
    assert opened == []


def test_j_and_k_walk_through_findings_and_light_them_up(page: Page, address: str) -> None:
    page.goto(f"{address}/report/{MERIDIAN.report.id}")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    assert page.locator(f"#note-{first}").evaluate("one => one.classList.contains('lit')")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.id")
    assert second != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == first


def test_a_statement_under_the_pointer_lights_up_with_its_note(page: Page, address: str) -> None:
    page.goto(f"{address}/report/{MERIDIAN.report.id}")
    said = MERIDIAN.statements[0].id
    page.locator(f'.leaf span.h.said[data-f~="{said}"]').first.hover()
    assert page.locator(f"#note-{said}.lit").count() == 1
    assert "Mara Tolland" in page.locator(f"#note-{said}").inner_text()


def test_slash_searches_and_a_question_mark_tells_the_keys(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("winter clothing")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    assert page.locator("mark").all_inner_texts() == ["winter", "clothing"] * 2


def test_g_and_a_letter_go_to_a_page(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("g")
    page.keyboard.press("n")
    page.wait_for_url("**/network")


def test_a_layer_can_be_taken_away_without_script(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/report/{MERIDIAN.report.id}")
    assert page.locator("a.handle[data-f^='e-']").first.is_visible()
    page.locator(".layer-deed").uncheck()
    assert not page.locator("a.handle[data-f^='e-']").first.is_visible()
    context.close()


def test_everything_is_read_and_marked_without_script(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/ach/troops")
    page.locator("button[value=inconsistent]").first.click()
    assert page.locator("button[aria-pressed=true]").get_attribute("value") == "inconsistent"
    assert "1 against" in page.locator(".tag").all_inner_texts()
    context.close()


def test_on_paper_there_is_the_text_and_no_bar(page: Page, address: str) -> None:
    page.goto(f"{address}/report/{MERIDIAN.report.id}")
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert page.locator(".text").first.is_visible()
    assert page.locator(".note").first.is_visible()


def test_text_stands_at_sixteen_pixels_and_about_sixty_five_characters_a_line(page: Page, address: str) -> None:
    page.goto(f"{address}/report/{MERIDIAN.report.id}")
    size, width, height, line, words = page.evaluate(
        """() => {
          const one = [...document.querySelectorAll('.text')].at(-1), style = getComputedStyle(one);
          const line = parseFloat(style.lineHeight);
          return [style.fontSize, one.clientWidth, one.clientHeight, line, one.innerText.length];
        }"""
    )
    assert size == "16px"
    lines = height / line
    assert 50 < words / lines < 85, (width, lines)


def test_nothing_is_wider_than_a_phone(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    for place in ("/", f"/report/{MERIDIAN.report.id}", "/network", "/claims?show=all", "/story"):
        page.goto(address + place)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, place
    context.close()
