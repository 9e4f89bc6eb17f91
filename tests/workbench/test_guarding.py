"""Who may come in, and what every answer tells a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from foreigndesk.workbench.guarding import COOKIE, Door
from tests.workbench.desk import ADDRESS, OWN, Pages, pages_of

OUTSIDE = "http://192.168.1.20:8017"


@pytest.mark.parametrize("address", ["/", "/nowhere", "/static/desk.css", "/r-000000"])
def test_every_answer_forbids_scripts_frames_and_content_from_elsewhere(pages: Pages, address: str) -> None:
    headers = pages.client.get(address).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none';")
    for rule in ("script-src 'self'", "style-src 'self'", "form-action 'self'", "frame-ancestors 'none'"):
        assert rule in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("host", ["desk.example", "127.0.0.1.evil.example:8017", "", "localhost.evil:80", "[::1"])
def test_a_name_that_is_not_this_machine_gets_nothing(pages: Pages, host: str) -> None:
    answer = pages.client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Meridian" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:9000", "[::1]:8017", "LOCALHOST:8017"])
def test_loopback_is_let_in_by_every_name_and_port(pages: Pages, host: str) -> None:
    assert pages.client.get("/setbacks", headers={"host": host}).status_code != 421


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:9999"},
        {"origin": ADDRESS, "sec-fetch-site": "cross-site"},
    ],
)
def test_a_change_from_anywhere_else_is_refused(pages: Pages, headers: dict[str, str]) -> None:
    answer = pages.client.post("/ach", data={"board": "x", "words": "y"}, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize("headers", [OWN, {"origin": ADDRESS}])
def test_a_change_from_an_own_page_is_let_in(pages: Pages, headers: dict[str, str]) -> None:
    assert pages.client.post("/nowhere", headers=headers).status_code in {404, 405}


@pytest.fixture
def outside(case: Path) -> TestClient:
    app = pages_of(case, Door("192.168.1.20", "sesame"))
    return TestClient(app, base_url=OUTSIDE, follow_redirects=False)


def test_from_another_machine_the_token_is_asked_for(outside: TestClient) -> None:
    assert outside.get("/").status_code == 401
    assert outside.get("/?token=wrong").status_code == 401
    outside.cookies.set(COOKIE, "wrong")
    assert outside.get("/").status_code == 401


def test_the_token_becomes_a_cookie_and_leaves_the_address(outside: TestClient) -> None:
    answer = outside.get("/setbacks?page=1&token=sesame")
    assert (answer.status_code, answer.headers["location"]) == (303, "/setbacks?page=1")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    outside.cookies.set(COOKIE, "sesame")
    assert outside.get("/static/desk.css").status_code == 200


def test_the_way_back_from_the_token_never_leads_to_another_host(outside: TestClient) -> None:
    assert outside.get(f"{OUTSIDE}//evil.example/?token=sesame").headers["location"].startswith("/evil.example")


def test_outside_of_loopback_only_addresses_and_own_names_are_let_in() -> None:
    door = Door("0.0.0.0", "sesame")
    assert door.lets_in("10.0.0.7:8017")
    assert not door.lets_in("desk.example:8017")


def test_a_change_over_plain_http_needs_the_cookie_where_a_browser_tells_no_origin(outside: TestClient) -> None:
    assert outside.post("/nowhere", headers={"origin": "null"}).status_code == 401
    outside.cookies.set(COOKIE, "sesame")
    assert outside.post("/nowhere", headers={"origin": "null"}).status_code in {404, 405}


def test_more_than_a_form_holds_is_refused_before_it_is_read(pages: Pages) -> None:
    answer = pages.client.post("/ach", content=b"x" * 1_000_001, headers=OWN)
    assert answer.status_code == 413


def test_a_body_that_gives_no_length_is_cut_off_where_it_grows_too_long(pages: Pages) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(40):
            yield b"words=" + b"x" * 50_000

    headers = {**OWN, "content-type": "application/x-www-form-urlencoded"}
    assert pages.client.post("/ach", content=endless(), headers=headers).status_code == 413
