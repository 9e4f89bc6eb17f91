"""Pictures of every page of the workbench, light and dark: `python -m docs.screenshots` (or `make screenshots`).

The case file is made of the reports that ship (examples/reports, and those of the tests' story); the pictures are
looked at by people, and the best of them stand in docs/.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect

from evals.browser import PATIENCE, browser, page_of, served
from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.desk import ach
from foreigndesk.desk.claims import contests
from foreigndesk.desk.collect import collect
from foreigndesk.desk.lineage import lineages
from foreigndesk.intake import Overrides
from foreigndesk.model import Fit, Level
from foreigndesk.reading.reader import Reader

ROOT = Path(__file__).parents[1]
REPORTS = ("examples/reports", "tests/way/story_of_the_strait/reports")
WIDE, HIGH = 1280, 860
BEST = ("report", "claim", "network")  # of a size that a page of documentation shows whole
PART = {"network": ".canvas"}


def make_case(path: Path) -> None:
    """A case file of the reports that ship, with a board of hypotheses."""
    with open_case(path, write=True) as case:
        collect(case, [str(ROOT / folder) for folder in REPORTS], Overrides(), Reader(), lambda _: None)
        begin_board(case)


def begin_board(case: CaseFile) -> None:
    """A board on the story of the strait, with evidence from it."""
    name, analyst = "who holds the tanker", "mara"
    ach.suppose(case, name, "armed Russian servicemen sail through the strait on tankers", analyst)
    ach.suppose(case, name, "the guards on the tankers are private, and no servicemen", analyst)
    ach.suppose(case, name, "there were no armed men on the tankers", analyst)
    contest = next(iter(contests(case)), None)
    for position in (contest.claim.positions if contest else ())[:6:2]:
        ach.adduce(case, name, position.statement, analyst)
    ach.adduce(case, name, "no photograph of an armed man was published", analyst, absent=True)
    ach.mark(case, name, 1, 1, Fit.CONSISTENT, analyst)
    ach.mark(case, name, 1, 3, Fit.INCONSISTENT, analyst)
    ach.mark(case, name, 4, 1, Fit.INCONSISTENT, analyst)
    ach.weigh(case, name, 4, Level.LOW, Level.HIGH, analyst)


def pages(path: Path) -> dict[str, str]:
    """A name for each page, and where it is."""
    with open_case(path) as case:
        family = lineages(case)[0]
        tie = next(tie for tie in case.load_ties() if tie.kind == "spun")
        contest = next(iter(contests(case)))
        busiest = max(contest.claim.positions, key=lambda one: one.day or "").statement
        first = case.load_reading(family.first)
        told = first.statements[0].id if first and first.statements else busiest
    return {
        "today": "/",
        "report": f"/report/{family.first}",
        "report-spun": f"/report/{tie.debtor}",
        "beside": f"/report/{tie.debtor}/beside/{tie.creditor}",
        "without": f"/report/{tie.creditor}/without",
        "reports": "/reports",
        "story": "/story",
        "story-month": "/story?by=day&from=2025-03&to=2025-03",
        "claims": "/claims",
        "claim": f"/claim/{contest.claim.id}",
        "actors": "/actors",
        "actor": "/actor/CHN",
        "relation": "/relation/RUS/PRK",
        "network": "/network",
        "watch": "/watch",
        "boards": "/ach",
        "board": "/ach/who%20holds%20the%20tanker",
        "voices": f"/voices/{told}",
        "setbacks": "/setbacks",
        "search": "/search?q=tanker",
        "search-statements": "/search?q=tanker&in=statements",
        "unknown": "/r-000000",
    }


def shoot(page: Page, address: str, places: dict[str, str], folder: Path, scheme: str) -> None:
    """A picture of each page."""
    for name, place in places.items():
        page.goto(address + place)
        expect(page).not_to_have_title(re.compile("^Weighing"), timeout=1000 * PATIENCE)
        page.screenshot(path=folder / f"{name}-{scheme}.png")


def main(folder: Path = ROOT / "build" / "screenshots") -> None:
    """Read the reports once, then take a picture of every page in both schemes, and of some on a phone and on paper."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "strait.db"
        make_case(path)
        places = pages(path)
        with served(path) as address, browser() as chromium:
            for scheme in ("light", "dark"):
                with page_of(chromium, color_scheme=scheme, viewport={"width": WIDE, "height": HIGH}) as page:
                    shoot(page, address, places, folder, scheme)
            few = {name: places[name] for name in ("today", "report", "claims", "claim", "board")}
            with page_of(chromium, viewport={"width": 360, "height": 800}) as phone:
                shoot(phone, address, few, folder, "phone")
            with page_of(chromium, viewport={"width": 1280, "height": 720}) as shown:
                for name in BEST:
                    shown.goto(address + places[name])
                    part = shown.locator(PART[name]) if name in PART else shown
                    part.screenshot(path=folder / f"workbench-{name}.png")
                shown.goto(address + places["report"])
                shown.pdf(path=folder / "report.pdf", format="A4")
    sys.stdout.write(f"{folder}\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
