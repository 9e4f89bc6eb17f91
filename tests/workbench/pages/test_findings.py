"""Every finding has an address of its own."""

import pytest

from tests.workbench.desk import COURIER, MERIDIAN, SETBACK, Pages


def test_a_statement_and_an_event_lead_to_their_place_in_the_report(pages: Pages) -> None:
    for finding in (MERIDIAN.statements[0].id, MERIDIAN.events[0].id, MERIDIAN.forecasts[0].id):
        answer = pages.client.get(f"/{finding}", follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith(f"/report/{MERIDIAN.report.id}?at=")
        assert answer.headers["location"].endswith(f"#{finding}")


def test_a_kinship_leads_to_both_reports_beside_each_other(case: object, pages: Pages) -> None:
    from foreigndesk.model import name_id

    kinship = name_id("k", *sorted((COURIER.report.id, MERIDIAN.report.id)))
    place = pages.client.get(f"/{kinship}", follow_redirects=False).headers["location"]
    assert place == f"/report/{COURIER.report.id}/beside/{MERIDIAN.report.id}"


def test_a_setback_leads_to_its_line(pages: Pages) -> None:
    place = pages.client.get(f"/{SETBACK.id}", follow_redirects=False).headers["location"]
    assert place == f"/setbacks#{SETBACK.id}"


@pytest.mark.parametrize("asked", ["/s-000000000000", "/favicon.png", "/..%2f..%2fetc%2fpasswd", "/s-" + "0" * 400])
def test_what_is_no_id_or_unknown_is_a_page_that_says_so(pages: Pages, asked: str) -> None:
    assert "What to do" in pages.get(asked, 404)
