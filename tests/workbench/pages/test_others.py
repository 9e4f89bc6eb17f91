"""Every other kind of page: what it shows, what it leads to, and what it says when there is nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from foreigndesk.casefile import open_case
from foreigndesk.desk import claims
from foreigndesk.model import Reading, Setback
from tests.workbench.desk import (
    ADDRESS,
    COURIER,
    MERIDIAN,
    NOON,
    SETBACK,
    Pages,
    make_case,
    pages_of,
    quiet,
    report,
    says,
    spun,
)

EVERY = (
    "/",
    "/story",
    "/reports",
    "/claims",
    "/claims?show=all",
    "/actors",
    "/network",
    "/watch",
    "/ach",
    "/setbacks",
    "/search",
    "/search?q=word",
    "/search?q=word&in=statements",
    "/search?q=word&in=actors",
    "/relation",
    "/relation/CHN/RUS",
    "/actor/CHN",
)


@pytest.mark.parametrize("address", EVERY)
def test_with_nothing_in_the_case_file_every_page_says_so(tmp_path: Path, address: str) -> None:
    open_case(tmp_path / "empty.db", write=True).close()
    answer = TestClient(pages_of(tmp_path / "empty.db"), base_url=ADDRESS).get(address)
    assert answer.status_code == 200
    assert "</html>" in answer.text


@pytest.mark.parametrize("address", EVERY)
def test_every_link_of_every_page_leads_to_a_page(pages: Pages, address: str) -> None:
    page = pages.get(address)
    places = {place.replace("&amp;", "&") for place in re.findall(r'href="([^"#][^"]*)"', page)}
    for place in sorted(places):
        where = place if place.startswith("/") else address.partition("?")[0] + place
        answer = pages.client.get(where)
        assert answer.status_code == 200, f"{address} -> {where}"


def test_reports_are_listed_with_what_was_read_in_them(pages: Pages) -> None:
    page = pages.get("/reports")
    assert page.index("Hill Gazette") < page.index("Meridian")
    assert f'href="/report/{MERIDIAN.report.id}"' in page
    assert "Harbour Courier" not in pages.get("/reports?outlet=Meridian").partition("<tbody>")[2]


def test_a_long_list_is_told_in_pages(tmp_path: Path) -> None:
    several = tuple(Reading(report(f"Report number {n}.", f"Paper {n}"), "test/1") for n in range(120))
    pages = Pages(TestClient(pages_of(make_case(tmp_path / "many.db", several)), base_url=ADDRESS))
    first, last = pages.get("/reports"), pages.get("/reports?page=3")
    assert 'href="?page=2"' in first
    assert first.count("<tr data-step>") == 50
    assert last.count("<tr data-step>") == 20
    assert pages.get("/reports?page=99").count("<tr data-step>") == 0


def test_two_reports_stand_beside_each_other_with_their_words_compared(pages: Pages) -> None:
    page = pages.get(f"/report/{COURIER.report.id}/beside/{MERIDIAN.report.id}")
    assert "is a copy of" in page
    assert "run only" not in page.partition("<tbody>")[2]


def test_two_reports_that_are_no_kin_say_so_and_stand_side_by_side(pages: Pages) -> None:
    page = pages.get(f"/report/{spun().report.id}/beside/{MERIDIAN.report.id}")
    assert "found no kinship" in page
    assert "shaky" in page


def test_an_actor_has_statements_events_silences_and_relations(pages: Pages) -> None:
    page = pages.get("/actor/CHN")
    assert f"/relation/CHN/{'PRK'}" in page
    assert "keep its troops away" in page
    assert "the troops" in page.partition('id="silences"')[2]
    assert "crossed the river" in pages.get("/actor/Russia")


def test_a_speaker_whom_no_table_knows_has_a_page_too(pages: Pages) -> None:
    page = pages.get("/actor/Mara%20Tolland")
    assert "whom no table knows" in page
    assert "this is dangerous" in page
    assert "What to do" in pages.get("/actor/Nobody%20Whatsoever", 404)


def test_a_relation_has_a_chart_with_a_table_and_the_reports_behind_each_point(pages: Pages) -> None:
    page = pages.get("/relation/CHN/PRK")
    assert 'class="pic pic-relation"' in page
    assert "The same as a table" in page
    assert f"/report/{MERIDIAN.report.id}?at=" in page
    answer = pages.client.get("/relation?one=Beijing&other=Pyongyang", follow_redirects=False)
    assert answer.headers["location"] == "/relation/CHN/PRK"


def test_the_story_zooms_by_links(pages: Pages) -> None:
    page = pages.get("/story?by=month&from=2024-10&to=2024-11")
    closer = re.findall(r'href="(/story\?by=day[^"]*from=2024-10[^"]*)"', page)
    assert closer
    assert "China" in pages.get(closer[0].replace("&amp;", "&"))
    assert "keep its troops away" in page


def test_the_story_can_be_told_of_one_actor(pages: Pages) -> None:
    page = pages.get("/story?about=Russia&from=2024-01&to=2025")
    assert "supplied North Korea with oil" in page
    assert "keep its troops away" not in page


def test_the_network_shows_signed_ties_that_lead_to_relations(pages: Pages) -> None:
    page = pages.get("/network?from=2024-10&to=2024-12")
    assert 'href="/relation/PRK/RUS"' in page
    assert "tie friendly" in page


def test_a_claim_has_its_matrix_and_every_position(case: Path, pages: Pages) -> None:
    with open_case(case) as opened:
        claim = claims.claims(opened)[0]
    page = pages.get(f"/claim/{claim.id}")
    assert 'class="pic pic-contest"' in page
    assert page.count("voices</a>") == len(claim.positions)
    assert pages.client.get(f"/{claim.id[:8]}", follow_redirects=False).headers["location"] == f"/claim/{claim.id}"
    assert "What to do" in pages.get("/claim/c-000000000000", 404)


def test_voices_lead_from_echo_to_origin(pages: Pages) -> None:
    page = pages.get(f"/voices/{MERIDIAN.statements[3].id}")
    assert "in 2 reports" in page
    assert page.index("Meridian, 2024-10-31") < page.index("Harbour Courier, 2024-11-01")
    assert "is a copy of the one above" in page


def test_a_forecast_is_confirmed_by_the_analyst_and_stays_so(pages: Pages) -> None:
    forecast = MERIDIAN.forecasts[0].id
    assert f'id="{forecast}"' in pages.get("/watch")
    status, place, _ = pages.post(f"/watch/{forecast}", {"outcome": "contradicted"})
    assert (status, place) == (303, f"/watch#{forecast}")
    assert "mara says: contradicted" in pages.get("/watch?outcome=contradicted")
    assert pages.post(f"/watch/{forecast}", {"outcome": "perhaps"})[0] == 400
    assert pages.post("/watch/f-000000000000", {"outcome": "open"})[0] == 404


def test_a_silence_is_told_under_watch(pages: Pages) -> None:
    page = pages.get("/watch")
    assert "told by a report" in page
    assert f"/report/{quiet().report.id}?at=" in page


def test_while_another_desk_writes_a_change_waits_and_what_was_typed_is_kept(case: Path, pages: Pages) -> None:
    with open_case(case, write=True):
        status, _, page = pages.post("/ach", {"board": "b", "words": "a long thought"})
    assert status == 503
    assert 'value="a long thought"' in page
    assert "Try again" in page


def test_setbacks_are_told_with_what_to_do(pages: Pages) -> None:
    page = pages.get("/setbacks")
    assert f'id="{SETBACK.id}"' in page
    assert "save the page again" in page


def test_a_setback_behind_the_first_page_is_found_by_its_id(case: Path, pages: Pages) -> None:
    with open_case(case, write=True) as writing:
        for number in range(120):
            writing.save_setback(Setback(f"file{number:03}.html", "intake", "empty"), NOON)
    last = Setback("file119.html", "intake", "empty").id
    place = pages.client.get(f"/{last}", follow_redirects=False).headers["location"]
    assert place == f"/setbacks?page=3#{last}"
    assert f'id="{last}"' in pages.get(place)


def test_search_finds_text_statements_and_actors_with_the_words_marked(pages: Pages) -> None:
    page = pages.get("/search?q=winter+clothing")
    assert "<mark>winter</mark> <mark>clothing</mark>" in page
    page = pages.get("/search?q=soldier&in=statements")
    assert "<mark>soldiers</mark>" in page
    assert "senior official" in page
    assert "/actor/PRK" in pages.get("/search?q=korea&in=actors")


def test_search_is_narrowed_by_links(pages: Pages) -> None:
    page = pages.get("/search?q=river")
    assert 'href="/search?q=river&amp;in=text&amp;outlet=Meridian"' in page
    narrowed = pages.get("/search?q=river&outlet=Meridian")
    assert narrowed.count("<li data-step>") == 1
    assert 'href="/search?q=river&amp;in=text"' in narrowed


@pytest.mark.parametrize("words", ['"', "NOT", "a AND", "* OR", "‘’", "\x00", "near(", "%", "<script>", "-", '" "'])
def test_whatever_is_searched_for_is_words(pages: Pages, words: str) -> None:
    for place in ("text", "statements", "actors"):
        answer = pages.client.get("/search", params={"q": words, "in": place})
        assert answer.status_code == 200, (words, place)


def test_a_search_of_more_than_anybody_types_is_refused(pages: Pages) -> None:
    pages.get("/search?q=" + "x" * 401, 400)
    pages.get("/search?q=x&in=nowhere", 400)


def test_words_of_hostile_reports_are_data_on_every_page(tmp_path: Path) -> None:
    from tests.workbench.pages.test_report import HOSTILE, dangers

    of = report(HOSTILE, '"><script>x</script>', headline="<svg onload=alert(1)>")
    told = says(of, "the end", "<img src=x onerror=alert(1)>", name='"><img src=x onerror=alert(2)>')
    case = make_case(tmp_path / "hostile.db", (Reading(of, "test/1", statements=(told,)),))
    pages = Pages(TestClient(pages_of(case), base_url=ADDRESS))
    for address in (*EVERY, "/search?q=NUL", f"/voices/{told.id}", f"/report/{of.id}/beside/{of.id}"):
        assert dangers(pages.get(address)) == [], address
