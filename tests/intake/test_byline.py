"""Author lines."""

from __future__ import annotations

import pytest

from foreigndesk.intake.byline import Byline, is_byline, read_byline
from foreigndesk.lexicon.outlets import load_outlets

OUTLETS = load_outlets()


@pytest.mark.parametrize(
    ("line", "persons", "wire"),
    [
        ("By Jane Q. Doe and Li Wei", ("Jane Q. Doe", "Li Wei"), None),
        ("By Jane Doe, Li Wei and Ana de la Cruz in Seoul", ("Jane Doe", "Li Wei", "Ana de la Cruz"), None),
        ("By JANE DOE, Associated Press Writer", ("JANE DOE",), "Associated Press"),
        ("Jane Doe (Yonhap)", ("Jane Doe",), "Yonhap News Agency"),
        ("By Jane Doe, Staff Writer, and Ann Roe of the Associated Press", ("Jane Doe", "Ann Roe"), "Associated Press"),
        ("Reuters Staff", (), "Reuters"),
        ("AFP", (), "Agence France-Presse"),
        ("By The Associated Press", (), "Associated Press"),
        ("Jane Doe, Senior Diplomatic Correspondent", ("Jane Doe",), None),
        ("By Robert Doe, Jr. and Li Wei", ("Robert Doe, Jr.", "Li Wei"), None),
        ("By Jane Doe | The Korea Herald", ("Jane Doe",), None),
        ("By Sung-ho Park at the United Nations", ("Sung-ho Park",), None),
        ("j.doe@paper.example (Jane Doe)", ("Jane Doe",), None),
        ("Jane Doe jane@paper.example @janedoe", ("Jane Doe",), None),
        ("Jane Doe, Seoul", ("Jane Doe",), None),
        ("Staff writer", (), None),
        ("By our foreign staff", (), None),
        ("admin", (), None),
        ("No Author", (), None),
        ("Meridian News Agency", (), "Meridian News Agency"),
        ("News Agencies", (), None),
        ("BBC News", (), None),
    ],
)
def test_persons_are_told_from_agencies_titles_places_and_outlets(
    line: str, persons: tuple[str, ...], wire: str | None
) -> None:
    assert read_byline([line], OUTLETS) == Byline(persons, wire)


def test_a_person_named_twice_is_listed_once() -> None:
    assert read_byline(["Jane Doe", "By Jane Doe and Li Wei"], OUTLETS).persons == ("Jane Doe", "Li Wei")


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "BY JANE DOE",
        "By Jane Doe and Li Wei in Seoul",
        "Written by: Jane Doe",
        "By The Associated Press",
    ],
)
def test_an_author_line_is_known_as_one(line: str) -> None:
    assert is_byline(line, OUTLETS)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday, the talks had collapsed.",
        "By Tuesday Talks Collapsed",
        "By the end of October",
        "By and large a success",
        "By Kim Jong-un's order, the army moved.",
        "By 2025",
        "Bystanders Saw Smoke",
        "Jane Doe",
    ],
)
def test_a_sentence_that_begins_with_by_is_no_author_line(line: str) -> None:
    assert not is_byline(line, OUTLETS)
