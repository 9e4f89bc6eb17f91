"""What a running text says of itself."""

from __future__ import annotations

import pytest

from foreigndesk.intake.head import line_date, read_head
from foreigndesk.lexicon.outlets import load_outlets

OUTLETS = load_outlets()
BODY = "The two governments agreed on a military hotline on Wednesday, officials of both of them said in the evening."


def test_the_first_line_is_the_headline_if_a_longer_paragraph_follows() -> None:
    assert read_head(f"Hotline agreed\n\n{BODY}\n", OUTLETS).headline == "Hotline agreed"


@pytest.mark.parametrize("first", ["The two sides agreed.", "The two sides agreed.”", f"{BODY} {BODY}", "He said:"])
def test_a_sentence_is_no_headline(first: str) -> None:
    assert read_head(f"{first}\n\n{BODY}\n", OUTLETS).headline is None


def test_a_lone_line_is_no_headline() -> None:
    assert read_head("Hotline agreed", OUTLETS).headline is None


def test_header_lines_between_headline_and_body_are_recognised() -> None:
    text = f"Hotline agreed\n\nBy Jane Doe | Published: Oct. 31, 2024, 9:12 a.m. KST\nYonhap\n\n{BODY}"
    head = read_head(text, OUTLETS)
    assert head.headline == "Hotline agreed"
    assert head.authors == ("By Jane Doe",)
    assert [date.value for date in head.dates] == ["2024-10-31T09:12+09:00"]
    assert head.wire == "Yonhap News Agency"


def test_an_author_line_that_ends_with_a_date_gives_both() -> None:
    head = read_head(f"Hotline agreed\n\nBy Jane Doe 31 October 2024, 3:51 pm\n\n{BODY}", OUTLETS)
    assert head.authors == ("By Jane Doe",)
    assert [date.value for date in head.dates] == ["2024-10-31T15:51"]


def test_a_line_that_is_an_address_is_the_url() -> None:
    assert read_head(f"https://example.org/a\nHotline agreed\n{BODY}", OUTLETS).url == "https://example.org/a"


def test_the_dateline_ends_the_head() -> None:
    head = read_head(f"SEOUL, Oct 31 (Yonhap) -- {BODY}\n\nBy Jane Doe\n", OUTLETS)
    assert head.dateline is not None
    assert head.dateline.place == "SEOUL"
    assert head.authors == ()


@pytest.mark.parametrize(
    "line",
    [
        "Copyright 2026 The Daily",
        "© Oct. 31, 2024 The Daily",
        "All rights reserved, 31 October 2024",
        "The treaty was published on Oct. 31, 2024 in Seoul",
        "On Oct. 31, 2024",
        "2024",
    ],
)
def test_a_copyright_year_or_a_date_in_a_sentence_is_never_a_publication_date(line: str) -> None:
    assert line_date(line) is None


def test_a_line_of_update_is_told_from_one_of_publication() -> None:
    updated = line_date("Last updated: 2 November 2024")
    assert updated is not None
    assert (updated.value, updated.origin) == ("2024-11-02", "byline-text-modified")


@pytest.mark.parametrize(
    "foot", ["(Reporting by Jane Doe, Reuters; Editing by Li Wei)", "Source: Reuters", "- Reuters"]
)
def test_an_agency_credited_at_the_foot_is_the_wire(foot: str) -> None:
    assert read_head(f"{BODY}\n\n{BODY}\n\n{foot}\n", OUTLETS).wire == "Reuters"


def test_an_agency_that_was_merely_told_something_is_not_the_wire() -> None:
    assert read_head(f"{BODY}\n\nThe minister told Reuters that he would resign.\n", OUTLETS).wire is None
