"""Outlets by name and host, and the agencies that reports credit."""

from __future__ import annotations

import pytest

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.lexicon.outlets import load_outlets
from foreigndesk.model import ActorKind

OUTLETS = load_outlets()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.nytimes.com/2024/10/31/world/asia/x.html", "The New York Times"),
        ("en.yna.co.kr", "Yonhap News Agency"),
        ("https://asia.nikkei.com/Politics", "Nikkei"),
        ("http://www.firstpost.com:80/world", "Firstpost"),
        ("t.me/somebody", "Telegram"),
    ],
)
def test_an_outlet_is_found_at_its_host_and_below(address: str, expected: str) -> None:
    outlet = OUTLETS.at(address)
    assert outlet is not None
    assert outlet.name == expected


@pytest.mark.parametrize("address", ["https://example.org/x", "notnytimes.com", "", "com"])
def test_an_unknown_host_is_no_outlet(address: str) -> None:
    assert OUTLETS.at(address) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("SEOUL, Oct. 31 (Yonhap) -- South Korea's military said", "Yonhap News Agency"),
        ("BEIJING, Oct. 31 (Xinhua) -- China", "Xinhua News Agency"),
        ("MOSCOW, October 31. /TASS/.", "TASS"),
        ("WASHINGTON (AP) — The United States", "Associated Press"),
        ("By JANE DOE, Associated Press", "Associated Press"),
        ("Agence France-Presse", "Agence France-Presse"),
        ("Jane Doe | Reuters", "Reuters"),
        ("(Reuters)", "Reuters"),
    ],
)
def test_the_credit_line_of_an_agency_is_read(line: str, expected: str) -> None:
    assert OUTLETS.wire_in(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "The minister told Reuters that talks would go on.",
        "An official said, Yonhap reported",
        "AP Photo/Jane Doe",
        "REUTERS/Jane Doe",
        "A gap in the line, and a map of the coast",
        "By Jane Doe, Staff Writer",
        "",
    ],
)
def test_an_agency_that_is_only_quoted_or_made_the_picture_is_not_credited(line: str) -> None:
    assert OUTLETS.wire_in(line) is None


def test_outlets_are_actors_under_the_same_id() -> None:
    actors = load_actors()
    assert [o.id for o in OUTLETS if (a := actors.get(o.id)) is None or a.kind is not ActorKind.MEDIA] == []


def test_a_state_owner_is_named_wherever_an_outlet_is_called_state_owned() -> None:
    assert [outlet.name for outlet in OUTLETS if outlet.state_owned and not outlet.owner] == []
    kcna = OUTLETS.named("KCNA")
    assert kcna is not None
    assert (kcna.state_owned, kcna.country) == (True, "PRK")


def test_every_agency_has_a_credit_line() -> None:
    assert [outlet.name for outlet in OUTLETS if outlet.kind == "agency" and not outlet.credits] == []
