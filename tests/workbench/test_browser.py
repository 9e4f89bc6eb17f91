"""The workbench in real Chromium: read, walk by keys, run nothing that a report prints, and no finding of axe-core."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Page, expect

from evals.browser import page_of, served
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
        for board in ("troops", "plain"):  # one for a test with script, one for that without
            ach.suppose(case, board, "the troops are there", "mara")
            ach.adduce(case, board, MERIDIAN.statements[0].id, "mara")
    with served(path) as place:
        yield place


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with page_of(chromium) as opened:
        yield opened


@pytest.fixture
def plain(chromium: Browser) -> Iterator[Page]:
    """A page that runs no script."""
    with page_of(chromium, java_script_enabled=False) as opened:
        yield opened


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
    "without": f"/report/{MERIDIAN.report.id}/without",
    "unknown": "/r-000000",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PLACES)
def test_no_page_has_a_finding_of_accessibility(
    chromium: Browser, address: str, tmp_path: Path, name: str, scheme: str
) -> None:
    place = PLACES[name] + (claim(tmp_path) if name == "claim" else "")
    with page_of(chromium, color_scheme=scheme) as page:
        page.goto(address + place)
        page.evaluate("[...document.querySelectorAll('main details')].slice(0, 8).forEach(one => { one.open = true; })")
        found = Axe().run(page)
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
        page.goto(address + place)  # until all is loaded, or has failed to: whatever could open something has run
        assert "owned" not in page.title() or "<script>" in page.title()
    page.goto(f"{address}/report/{hostile.report.id}")
    expect(page.locator(".leaf")).to_contain_text("<script>document.title=")
    expect(page.locator(".leaf script, .leaf img, .leaf [onerror]")).to_have_count(0)
    assert opened == []


def lit(page: Page, finding: str) -> None:
    """Wait until the note of a finding is lit up."""
    expect(page.locator(f"#note-{finding}")).to_have_class(re.compile(r"\blit\b"))


def focused(page: Page, other_than: str = "") -> str:
    """Wait until something with an id has the focus; its id."""
    page.wait_for_function("one => !['', one].includes(document.activeElement.id)", arg=other_than)
    return str(page.evaluate("document.activeElement.id"))


def test_j_and_k_walk_through_findings_and_light_them_up(page: Page, address: str) -> None:
    page.goto(f"{address}/report/{MERIDIAN.report.id}")
    page.keyboard.press("j")
    first = focused(page)
    lit(page, first)
    page.keyboard.press("j")
    lit(page, focused(page, first))
    page.keyboard.press("k")
    expect(page.locator(f"#{first}")).to_be_focused()


def test_a_statement_under_the_pointer_lights_up_with_its_note(page: Page, address: str) -> None:
    page.goto(f"{address}/report/{MERIDIAN.report.id}")
    said = MERIDIAN.statements[0].id
    page.locator(f'.leaf span.h.said[data-f~="{said}"]').first.hover()
    lit(page, said)
    expect(page.locator(f"#note-{said}")).to_contain_text("Mara Tolland")


def test_slash_searches_and_a_question_mark_tells_the_keys(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("winter clothing")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    expect(page.locator("mark")).to_have_text(["winter", "clothing"] * 2)


def test_g_and_a_letter_go_to_a_page_however_slowly_they_are_typed(page: Page, address: str) -> None:
    page.clock.install()
    page.goto(address)
    page.keyboard.press("g")
    page.clock.fast_forward("01:00")
    page.keyboard.press("n")
    page.wait_for_url("**/network")


def test_a_key_that_leads_nowhere_lets_go_of_g(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("g")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    assert page.url.rstrip("/") == address


def test_a_board_is_marked_weighed_and_changed_by_keys_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/ach/troops#e1")
    cell = page.locator("#e1-h1")
    page.locator("tr#e1 th a").first.focus()
    page.keyboard.press("j")
    page.keyboard.press("-")
    expect(cell.locator("[aria-pressed=true]")).to_have_attribute("value", "inconsistent")
    page.wait_for_url(re.compile("#e1-h1$"))  # and for the script of that page, which hears the keys
    page.keyboard.press("k")  # goes on from the cell that the address leads to
    page.keyboard.press("w")
    expect(page.get_by_label("credibility")).to_be_visible()
    page.get_by_label("credibility").focus()
    page.keyboard.press("h")
    page.get_by_role("button", name="Weigh E1").focus()
    page.keyboard.press("Enter")
    expect(page.locator("tr#e1 summary")).to_contain_text("credibility high")
    page.wait_for_load_state()
    page.locator("tr#e1 th a").first.focus()
    page.keyboard.press("x")
    put_back = page.get_by_role("button", name="Put E1 back")
    put_back.focus()
    page.keyboard.press("Enter")
    expect(cell.locator("[aria-pressed=true]")).to_have_attribute("value", "inconsistent")


def test_a_layer_can_be_taken_away_without_script(plain: Page, address: str) -> None:
    plain.goto(f"{address}/report/{MERIDIAN.report.id}")
    handle = plain.locator("a.handle[data-f^='e-']").first
    expect(handle).to_be_visible()
    plain.locator(".layer-deed").uncheck()
    expect(handle).to_be_hidden()


def test_everything_is_read_and_marked_without_script(plain: Page, address: str) -> None:
    plain.goto(f"{address}/ach/plain")
    plain.locator("button[value=inconsistent]").first.click()
    expect(plain.locator("button[aria-pressed=true]")).to_have_attribute("value", "inconsistent")
    expect(plain.locator(".standing .tag").first).to_have_text("1 against")
    plain.locator("tr#e1 summary").click()
    plain.get_by_label("relevance").select_option("low")
    plain.get_by_role("button", name="Weigh E1").click()
    expect(plain.locator("tr#e1 summary")).to_contain_text("relevance low")


def test_on_paper_there_is_the_text_and_no_bar(page: Page, address: str) -> None:
    page.goto(f"{address}/report/{MERIDIAN.report.id}")
    page.emulate_media(media="print")
    expect(page.locator(".bar")).to_be_hidden()
    expect(page.locator(".text").first).to_be_visible()
    expect(page.locator(".note").first).to_be_visible()


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


def test_nothing_is_wider_than_a_phone(chromium: Browser, address: str, tmp_path: Path) -> None:
    places = (*(PLACES[name] for name in ("today", "report", "network", "claims", "story", "board")),)
    with page_of(chromium, viewport={"width": 360, "height": 800}) as page:
        for place in (*places, f"/claim/{claim(tmp_path)}", f"{PLACES['report']}/without"):
            page.goto(address + place)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, place
