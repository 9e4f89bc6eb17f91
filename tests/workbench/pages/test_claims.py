"""The page of a claim: who moved, who leaves it open, its figures, its voices, and what hangs on one report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from foreigndesk.casefile import open_case
from foreigndesk.desk import claims
from foreigndesk.model import Force, Reading, SourcingKind
from tests.workbench.desk import ADDRESS, Pages, make_case, pages_of, report, says

CABLE = "that Iceland had cut 12 cables to the Faroe Islands"
MORE = "that Iceland had cut 14 cables to the Faroe Islands"


def told(
    outlet: str, day: str, sentence: str, speaker: str, content: str, force: Force, actor: str | None = None
) -> Reading:
    of = report(sentence, outlet, day, f"Cables, {outlet}")
    sourcing = SourcingKind.NAMED if actor or " " in speaker else SourcingKind.UNNAMED
    return Reading(of, "test/1", statements=(says(of, content, speaker, actor=actor, force=force, sourcing=sourcing),))


READINGS = (
    told("Fjord Wire", "2024-11-04", f"Tarje Holmvik said {CABLE}.", "Tarje Holmvik", CABLE, Force.ASSERT),
    told("Lake Post", "2024-11-05", f"Ana Lund said {MORE}.", "Ana Lund", MORE, Force.ASSERT),
    told("Radio North", "2024-11-06", f"Iceland denied {CABLE}.", "Iceland", CABLE, Force.DENY, "ISL"),
    told("Cape Mail", "2024-11-08", f"Denmark declined to say {CABLE}.", "Denmark", CABLE, Force.DECLINE, "DNK"),
    told("Hill Gazette", "2024-11-12", f"Tarje Holmvik denied {CABLE}.", "Tarje Holmvik", CABLE, Force.DENY),
)


@pytest.fixture
def cables(tmp_path: Path) -> Iterator[Pages]:
    path = make_case(tmp_path / "cables.db", READINGS)
    app = pages_of(path)
    with TestClient(app, base_url=ADDRESS) as client:
        yield Pages(client, path)
    app.close()


def claim(pages: Pages) -> str:
    with open_case(pages.path) as case:
        (found,) = claims.claims(case)
    return found.id


def section(page: str, name: str) -> str:
    """The words of one section of a page."""
    part = page.partition(f'<h2 id="{name}">')[2].partition("</section>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", part)).replace(" ,", ",")


def test_who_leaves_it_open_stands_in_a_column_of_its_own(cables: Pages) -> None:
    page = cables.get(f"/claim/{claim(cables)}")
    assert 'aria-label="Denmark leaves it open, 2024-11-08"' in page
    assert "1 leave it open" in page
    assert "2024-11-08 Denmark leaves it open" in section(page, "positions")
    assert re.search(r"Denmark</td><td[^>]*>", cables.get("/claims"))


def test_who_changed_position_is_told_with_both_days_and_where(cables: Pages) -> None:
    page = cables.get(f"/claim/{claim(cables)}")
    moved = section(page, "moves")
    assert "Tarje Holmvik asserted it (2024-11-04)" in moved
    assert "then denied it (2024-11-12)" in moved


def test_figures_stand_side_by_side_with_who_tells_them_since_when(cables: Pages) -> None:
    figures = section(cables.get(f"/claim/{claim(cables)}"), "figures")
    assert "14 2024-11-05 Ana Lund (2024-11-05)" in figures
    assert "12 2024-11-04 Tarje Holmvik (2024-11-04), Iceland (2024-11-06)" in figures


def test_the_voices_of_each_side_are_shown_with_their_arithmetic(cables: Pages) -> None:
    voices = section(cables.get(f"/claim/{claim(cables)}"), "voices")
    assert "asserts: 2 voices in 2 reports" in voices
    assert "denies: 2 voices in 2 reports" in voices
    assert "So it has 2 independent voices." in voices


def test_without_a_report_the_claim_is_told_to_stand_otherwise(cables: Pages) -> None:
    page = cables.get(f"/claim/{claim(cables)}")
    lines = section(page, "without")
    assert "Lake Post, 2024-11-05 1 asserts: 1 voice in 1 report; denies: 2 voices in 2 reports" in lines
    (place,) = re.findall(rf'href="(/report/{READINGS[1].report.id}/without)"', page)
    weighed = cables.get(place)
    assert "If this report were withdrawn" in weighed
    assert "1 statement" in weighed
    assert f'href="/{claim(cables)}"' in weighed


def test_what_rests_on_a_report_nobody_has_is_not_found(cables: Pages) -> None:
    assert "What to do" in cables.get("/report/r-000000000000/without", 404)
