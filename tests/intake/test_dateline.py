"""Datelines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.intake.dateline import Dateline, find_dateline
from foreigndesk.lexicon.outlets import load_outlets

OUTLETS = load_outlets()


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("SEOUL, Oct 31 (Yonhap) -- The", Dateline("SEOUL", "Oct 31", "Yonhap")),
        ("WASHINGTON (Reuters) - Two", Dateline("WASHINGTON", None, "Reuters")),
        ("NEWPORT, Va. - In a tradition", Dateline("NEWPORT, Va.", None, None)),
        ("COX'S BAZAR, Bangladesh (AP) — A", Dateline("COX'S BAZAR, Bangladesh", None, "AP")),
        ("MOSCOW, October 31. /TASS/. The", Dateline("MOSCOW", "October 31", "TASS")),
        ("Seoul, Oct. 31 (Yonhap) -- The", Dateline("Seoul", "Oct. 31", "Yonhap")),
        ("Washington (AFP) – The", Dateline("Washington", None, "AFP")),
        ("KYIV/BRUSSELS, Oct 31, 2024 (Reuters) - A", Dateline("KYIV/BRUSSELS", "Oct 31, 2024", "Reuters")),
        ("SÃO PAULO, Nov 2 (Reuters) - The", Dateline("SÃO PAULO", "Nov 2", "Reuters")),
        ("ST. LOUIS (AP) - A", Dateline("ST. LOUIS", None, "AP")),
        ("WASHINGTON, D.C. (AP) - A", Dateline("WASHINGTON, D.C.", None, "AP")),
        ("Brussels, 31 October 2024 – The", Dateline("Brussels", "31 October 2024", None)),
        ("HONG KONG -- The", Dateline("HONG KONG", None, None)),
        ("Oct 31 (Reuters) - The", Dateline(None, "Oct 31", "Reuters")),
    ],
)
def test_place_date_and_agency_are_read_from_a_dateline(line: str, dateline: Dateline) -> None:
    assert find_dateline(line, OUTLETS) == dateline


@pytest.mark.parametrize(
    "line",
    [
        "EXCLUSIVE - Two officials said",
        "UPDATE 2 - Two officials said",
        "US officials - some of them unnamed - said",
        "The talks – held in Seoul – failed",
        "A colonel (left) - said",
        "NATO (North Atlantic Treaty Organization) said",
        "On Oct. 31 – the day of the vote – nobody came",
        "TALKS STALL BUT NEITHER SIDE WALKS OUT - the week in brief",
        "U.S. and China - a chronology",
    ],
)
def test_a_sentence_with_a_dash_has_no_dateline(line: str) -> None:
    assert find_dateline(line, OUTLETS) is None


@given(st.text(alphabet="AB /.,'-–(a1)", max_size=160))
def test_no_line_takes_long_to_be_found_without_a_dateline(line: str) -> None:
    find_dateline(line, OUTLETS)
