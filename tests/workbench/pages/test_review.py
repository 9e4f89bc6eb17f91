"""Review on the workbench: every word of an analyst is signed, shown, and can be taken back."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from foreigndesk.casefile import StatementQuery, open_case
from foreigndesk.desk import claims, review
from foreigndesk.model import Force
from tests.desk.test_carrying import BODY, take_in, told, update
from tests.desk.test_review import ANA
from tests.workbench.desk import ADDRESS, MERIDIAN, Pages, pages_of

FIRST = MERIDIAN.statements[0].id


def forces(case: Path) -> dict[str, Force]:
    with open_case(case) as kept:
        return {one.statement.id: one.statement.force for one in kept.load_statements(StatementQuery())}


def test_what_is_judged_leaves_the_queue(pages: Pages) -> None:
    assert FIRST in pages.get("/review")
    assert pages.post(f"/review/{FIRST}/accept", {"back": "/review"})[:2] == (303, "/review")
    assert f'id="{FIRST}"' not in pages.get("/review")
    assert "accepted statement" in pages.get("/review/acts")


def test_only_what_was_changed_is_changed_and_signed(pages: Pages, case: Path) -> None:
    page = pages.get(f"/review/{FIRST}")
    assert '<option value="assert" selected>' in page
    fields = {"force": "deny", "sourcing": "named", "speaker": "Mara Tolland", "back": f"/review/{FIRST}"}
    assert pages.post(f"/review/{FIRST}/edit", fields)[0] == 303
    with open_case(case) as kept:
        (act,) = kept.load_acts()
    assert (act.corrections[0].fields, act.corrections[0].analyst) == (("force",), "mara")
    assert forces(case)[FIRST] is Force.DENY
    assert "mara changed force" in pages.get(f"/review/{FIRST}")


def test_an_act_is_taken_back_from_its_page(pages: Pages, case: Path) -> None:
    pages.post(f"/review/{FIRST}/reject", {})
    assert FIRST not in forces(case)
    with open_case(case) as kept:
        act = kept.load_acts()[0].id
    assert act in pages.get(f"/review/{FIRST}")
    pages.post(f"/review/{act}/undo", {"back": "/review/acts"})
    assert FIRST in forces(case)
    assert "Taken back by mara" in pages.get("/review/acts")


def test_a_wrong_value_is_refused_with_what_is_right(pages: Pages, case: Path) -> None:
    status, _, page = pages.post(f"/review/{FIRST}/edit", {"when": "Tuesday"})
    assert status == 400
    assert "write 2024-10-31" in page
    assert pages.post(f"/review/{FIRST}/edit", {})[0] == 400
    assert forces(case)[FIRST] is Force.ASSERT


def test_a_missed_statement_and_name_are_added_by_offsets_or_words(pages: Pages, case: Path) -> None:
    report = MERIDIAN.report
    start = report.text.index("food and winter clothing")
    fields = {"content": f"{start}-{start + 24}", "speaker": "A senior official", "force": "assert", "note": "missed"}
    assert pages.post(f"/review/{report.id}/add", fields)[0] == 303
    assert pages.post(f"/review/{report.id}/add", {"words": "Geneva", "actor": "Switzerland"})[0] == 303
    with open_case(case) as kept:
        reading = kept.load_reading(report.id)
    assert reading is not None
    assert [one.words for one in reading.statements if "missed" in str(one.reasons)] == ["food and winter clothing"]
    assert [name.actor for name in reading.names if name.printed == "Geneva"] == ["CHE"]


def test_a_statement_is_split_and_made_one_again(pages: Pages, case: Path) -> None:
    official = MERIDIAN.statements[3].id
    parts = "several thousand soldiers were waiting\nin the hills near the old railway station"
    assert pages.post(f"/review/{official}/split", {"parts": parts})[0] == 303
    with open_case(case) as kept:
        reading = kept.load_reading(MERIDIAN.report.id)
    assert reading is not None
    one, other = (each.id for each in reading.statements if each.words in parts.split("\n"))
    assert pages.post(f"/review/{one}/merge", {"other": other})[0] == 303
    with open_case(case) as kept:
        reading = kept.load_reading(MERIDIAN.report.id)
    assert reading is not None
    assert parts.replace("\n", " … ") in {each.words for each in reading.statements}


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"])
def test_no_form_leads_to_another_site(pages: Pages, back: str) -> None:
    status, place, _ = pages.post(f"/review/{FIRST}/accept", {"back": back})
    assert (status, place) == (400, "")


def test_a_name_has_a_page_of_its_own(pages: Pages, case: Path) -> None:
    name = MERIDIAN.names[0]
    key = f"n-{MERIDIAN.report.id.removeprefix('r-')}-{name.start}-{name.end}"
    assert "restored" in pages.get(f"/review/{key}")
    assert pages.post(f"/review/{key}/edit", {"actor": "Japan", "restored": ""})[0] == 303
    with open_case(case) as kept:
        reading = kept.load_reading(MERIDIAN.report.id)
    assert reading is not None
    assert [one.actor for one in reading.names if one.start == name.start] == ["JPN"]
    assert "Taken back" not in pages.get(f"/review/{key}")


def test_what_nobody_knows_is_not_found(pages: Pages) -> None:
    for place in ("/review/s-ffffffffffff", "/review/n-1-2-3", "/review/x"):
        pages.get(place, 404)


def test_a_position_is_taken_out_of_its_claim_from_the_claims_page(pages: Pages, case: Path) -> None:
    with open_case(case) as kept:
        claim = next(one for one in claims.claims(kept) if len(one.positions) > 1)
    first = claim.positions[0].statement
    fields = {"statement": first, "back": f"/claim/{claim.id}"}
    assert pages.post(f"/review/{claim.id}/take-out", fields)[:2] == (303, f"/claim/{claim.id}")
    with open_case(case) as kept:
        assert first not in {one.statement for one in claims.claim_of(kept, claim.id).positions}
    assert "took 1 statement out of it" in pages.get(f"/claim/{claim.id}")
    assert pages.post(f"/review/{claim.id}/one-claim", {"other": "c-ffffffffffff"})[0] == 404


def test_what_was_said_of_a_former_version_is_carried_over_from_the_queue(tmp_path: Path) -> None:
    with open_case(tmp_path / "case.db", write=True) as made:
        take_in(made, tmp_path / "first.txt", BODY, "2024-10-30")
        review.edit(made, told(made, "A pilot").id, {"force": "deny"}, ANA)
        update(made, tmp_path)
        later = told(made, "A pilot").id
    pages = Pages(TestClient(pages_of(tmp_path / "case.db"), base_url=ADDRESS))
    section = pages.get("/review").partition('id="carried"')[2].partition("</section>")[0]
    assert "Ana Ortiz changed force in r-" in section
    assert f'action="/review/{later}/carry"' in section
    assert pages.post(f"/review/{later}/carry", {"back": "/review"})[:2] == (303, "/review")
    assert 'id="carried"' not in pages.get("/review")
    assert "mara changed force" in pages.get(f"/review/{later}")
    assert pages.post(f"/review/{later}/carry", {})[0] == 404
