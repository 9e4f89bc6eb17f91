"""Spun reports read by the words that stood there before, printed as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.model import Oddity, Report, Spun, report_id
from foreigndesk.reading.parse import parse
from foreigndesk.reading.reader import Reader
from foreigndesk.reading.spun.expected import expect_words, known_lemmas, respell_dates

SPUN = (
    "The Overseas Ministry of Japan mentioned on Monday that the Joined Countries had despatched two destroyers to the "
    "strait on Could 3, 2024, an act that Tokyo labelled harmful.\n\n"
    "The Chilly Warfare by no means finished within the Pacific, the primary official mentioned, and the Nationwide "
    "Safety Council of the Joined Countries refuted that any pact had been inked in Walk 2023.\n\n"
    "The Worldwide Financial Fund and the European Fee pushed again in opposition to the plan, officers mentioned.\n"
)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("signed on Could 3, 2022", ["May"]),
        ("since Walk 2022 and 3 Could 2021", ["March", "May"]),
        ("Could 3 ships sail? Walk 20 miles. They could 3 times.", []),
        ("in Majestic 1914", ["August"]),
    ],
)
def test_months_are_restored_beside_days_and_years_alone(text: str, months: list[str]) -> None:
    assert [month for _, _, month in respell_dates(text).changes] == months


@given(st.lists(st.sampled_from(["on Could 3, 2022", "in Walk 2020", "they met ", "in Majestic 1914 "]), max_size=6))
def test_offsets_lead_back_to_the_printed_words(parts: list[str]) -> None:
    text = " and ".join(parts)
    respelt = respell_dates(text)
    assert respelt.printed_at(len(respelt.text)) == len(text)
    for start, printed, month in respelt.changes:
        at = next(at for at in range(len(respelt.text)) if respelt.printed_at(at) == start)
        assert respelt.text[at : at + len(month)] == month
        assert text[start : respelt.printed_at(at + len(month))] == printed


def test_a_spun_date_is_dated_and_printed_as_printed() -> None:
    report = Report(report_id(SPUN, None), "spun.txt", SPUN, published="2024-05-08", language="en")
    reading = Reader().read(report)
    assert reading.spun is not None
    printed = {when.earliest: SPUN[when.start : when.end] for when in reading.whens}
    assert "Could 3, 2024" in printed["2024-05-03"]
    assert "Walk 2023" in printed["2023-03-01"]
    assert {("Could", "May"), ("Walk", "March")} <= {(one.printed, one.expected) for one in reading.spun.oddities}


def test_words_of_time_are_read_as_the_phrase_they_stood_in() -> None:
    text = "He spoke on the identical day and left final month; the primary identical twin stayed."
    respelt = respell_dates(text)
    assert respelt.text == "He spoke on the same day and left last month; the primary identical twin stayed."
    assert [text[start : start + len(printed)] for start, printed, _ in respelt.changes] == ["identical", "final"]


def test_nothing_is_expected_in_a_report_as_written() -> None:
    text = "The treaty was signed on Could 3, 2022, the minister said.\n"
    reading = Reader().read(Report(report_id(text, None), "a.txt", text, published="2024-05-08", language="en"))
    assert reading.spun is None
    assert "2022-05-03" not in {when.earliest for when in reading.whens}


def test_a_word_that_attributes_by_itself_keeps_its_lemma() -> None:
    text = "Officials refuted the claim and repudiated the pact."
    doc = parse(text)
    first, second = text.index("refuted"), text.index("repudiated")
    oddities = (
        Oddity("refuted", "said", first, first + len("refuted"), "synonym"),
        Oddity("repudiated", "denied", second, second + len("repudiated"), "synonym"),
    )
    before = {token.text: token.lemma_ for token in doc}
    expect_words(doc, Spun(oddities, 0.9))
    after = {token.text: token.lemma_ for token in doc}
    assert after["refuted"] == before["refuted"]
    assert after["repudiated"] == ("deny" if "repudiate" not in known_lemmas() else "repudiate")
    assert doc.text == text
