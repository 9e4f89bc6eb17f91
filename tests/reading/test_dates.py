"""Dates in text: what each kind of phrase means, and which date belongs to which verb."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from evals.dates import BAR, figures_of, load_phrases, read_gold
from foreigndesk.model import Granularity, When
from foreigndesk.reading.dates import find_whens, nearest_when
from foreigndesk.reading.dates.periods import DAY, DECADE, MONTH, SEASON, WEEK, YEAR, cut, step, unit_around
from foreigndesk.reading.dates.phrases import RULES
from foreigndesk.reading.dates.shifts import BOUNDS, PARTS
from foreigndesk.reading.dates.whens import why
from foreigndesk.reading.parse import parse

THURSDAY = dt.date(2024, 10, 31)
MONDAY = dt.date(2024, 11, 25)

read = functools.cache(parse)


def bounds(text: str, anchor: dt.date | None) -> list[tuple[str, str | None, str | None]]:
    """Words and bounds of every date found."""
    return [(when.printed, when.earliest, when.latest) for when in find_whens(read(text), anchor)]


# -- the gold ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return {figure.name: figure.value for figure in figures_of(*read_gold(load_phrases()))}


def test_the_gold_is_read_as_well_as_promised(figures: dict[str, float]) -> None:
    assert figures["dates.right"] >= BAR


def test_hardly_anything_that_is_no_date_is_taken_for_one(figures: dict[str, float]) -> None:
    assert figures["dates.precision"] >= 0.98


def test_every_phrase_of_the_gold_stands_where_it_says() -> None:
    assert [one.id for one in load_phrases() if one.text[one.start : one.end] != one.phrase] == []


# -- which day ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Thursday, the North fired a missile.", "2024-10-31"),
        ("The ministers are expected to talk on Thursday.", "2024-10-31"),
        ("The envoys met on Friday.", "2024-10-25"),
        ("The envoys will meet on Friday.", "2024-11-01"),
    ],
)
def test_a_weekday_is_the_nearest_on_the_side_of_its_verb_today_included(text: str, day: str) -> None:
    assert [earliest for _, earliest, _ in bounds(text, THURSDAY)] == [day]


def test_a_weekday_of_a_noun_that_is_only_dealt_with_is_the_nearer_one() -> None:
    assert bounds("They will discuss Saturday's strike.", MONDAY) == [("Saturday", "2024-11-23", "2024-11-23")]


@pytest.mark.parametrize(
    ("text", "anchor", "day"),
    [
        ("The pipeline was shut on Dec. 30.", dt.date(2025, 1, 2), "2024-12-30"),
        ("He will be sworn in on Jan. 5.", dt.date(2024, 12, 28), "2025-01-05"),
        ("He spoke of a meeting on Nov. 5.", THURSDAY, "2024-11-05"),
    ],
)
def test_a_day_without_a_year_may_lie_across_the_end_of_the_year(text: str, anchor: dt.date, day: str) -> None:
    assert [earliest for _, earliest, _ in bounds(text, anchor)] == [day]


def test_a_printed_weekday_tells_the_year() -> None:
    assert bounds("The coup began on Sunday, Dec. 10.", dt.date(2024, 12, 28)) == [
        ("Sunday, Dec. 10", "2023-12-10", "2023-12-10")
    ]


def test_a_day_that_does_not_exist_is_no_date_of_that_day() -> None:
    assert all(when.granularity is not DAY for when in find_whens(read("It fell on Feb. 30, 2023."), MONDAY))


def test_a_numeric_date_of_unknown_order_keeps_both_readings() -> None:
    assert bounds("Dated 03/04/2024, it names nine.", MONDAY) == [("03/04/2024", "2024-03-04", "2024-04-03")]


# -- the same day, a day later -----------------------------------------------------------------------------------------


def test_the_same_day_is_the_day_before_it_in_the_text() -> None:
    found = find_whens(read("They met on Tuesday. He called Kyiv the same day."), THURSDAY)
    assert [(when.earliest, when.anchor) for when in found] == [("2024-10-29", "2024-10-31"), ("2024-10-29",) * 2]


def test_a_date_two_paragraphs_back_is_not_counted_from() -> None:
    far = "They met on Tuesday.\nNothing came of it.\nHe called Kyiv the same day."
    assert bounds(far, THURSDAY)[1] == ("the same day", None, None)


def test_what_counts_from_an_event_is_open() -> None:
    assert bounds("They met on Tuesday. Two days after the coup, it reopened.", THURSDAY)[1][1:] == (None, None)


# -- bounds ------------------------------------------------------------------------------------------------------------


def test_a_bound_on_a_noun_leaves_its_date_alone() -> None:
    assert bounds("It has been shut since 2014.", MONDAY) == [("since 2014", "2014-01-01", "2024-11-25")]
    assert bounds("It has been shut since the 2014 vote.", MONDAY) == [("2014", "2014-01-01", "2014-12-31")]


def test_vague_words_have_no_bound_but_publication() -> None:
    found = find_whens(read("China pressed the issue in recent days. More will follow in the coming weeks."), MONDAY)
    assert [(when.earliest, when.latest, when.granularity) for when in found] == [
        (None, "2024-11-25", Granularity.VAGUE),
        ("2024-11-25", None, Granularity.VAGUE),
    ]


def test_without_a_day_of_publication_only_absolute_dates_have_bounds() -> None:
    text = "On Monday it was shut. It opened on May 3, 2021, and closed two days later."
    assert bounds(text, None) == [
        ("Monday", None, None),
        ("May 3, 2021", "2021-05-03", "2021-05-03"),
        ("two days later", "2021-05-05", "2021-05-05"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They met for several hours.",
        "The army may march on the capital.",
        "The 40-year-old leader, 61 days in office, has 2000 soldiers.",
        "The Good Friday Agreement and Vision 2030 came up.",
        "They meet every Thursday, at $5 billion a year.",
        "It was the first test in nearly a year.",
        "The fall of Kabul shocked the allies.",
    ],
)
def test_lengths_ages_amounts_and_names_are_no_dates(text: str) -> None:
    assert bounds(text, MONDAY) == []


# -- which date belongs to which word ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The army said on Monday that it shelled the town on Saturday.", {"said": "Monday", "shelled": "Saturday"}),
        ("On Monday, the ministers met in Doha and signed a truce.", {"met": "Monday", "signed": "Monday"}),
        ("The Pentagon announced on Tuesday that the North had sent troops.", {"sent": None, "troops": None}),
        ("The ministers are expected on Thursday to sign the deal.", {"sign": "Thursday"}),
        ("Iran agreed in the 2015 deal to limit enrichment.", {"agreed": None, "limit": None, "deal": "2015"}),
        ("After Wednesday's talks, the envoy left.", {"left": None, "talks": "Wednesday"}),
        ("At Monday's meeting, the envoy rejected the plan.", {"rejected": "Monday", "meeting": "Monday"}),
        ("The missile launched on Thursday fell into the sea.", {"launched": "Thursday", "fell": None}),
        ("If they meet next week, the embargo could be lifted in March.", {"meet": "next week", "lifted": "March"}),
    ],
)
def test_a_word_takes_the_date_of_its_own_clause_only(text: str, dates: dict[str, str | None]) -> None:
    doc = read(text)
    whens = find_whens(doc, THURSDAY)
    nearest = {token.text: nearest_when(whens, doc, token) for token in doc if token.text in dates}
    assert {word: when and when.printed for word, when in nearest.items()} == dates


def test_a_date_of_the_sentence_before_is_never_taken() -> None:
    doc = read("They met on Monday. They signed a truce.")
    signed = next(token for token in doc if token.text == "signed")
    assert nearest_when(find_whens(doc, THURSDAY), doc, signed) is None


# -- properties --------------------------------------------------------------------------------------------------------

WORDS = """
    on in by since until from to between and the a of last next this past early late end Monday Friday May March 2014
    1950-53 Oct. 31 12 3rd two weeks days year ago later earlier before after same day today weekend fall 1990s '90s
    quarter first Q3 9/11 03/04/2024 soon recently will met . , - said
""".split()
GAPS = st.sampled_from([" ", " ", " ", "\n", "-"])


def blank_doc(text: str) -> Doc:
    """The words without a parse: rules must stand a parser that tells nothing."""
    return Doc(read("x").vocab, words=re.findall(r"\S+", text), spaces=None)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(WORDS), GAPS), max_size=25),
    st.none() | st.dates(dt.date(1605, 1, 1), dt.date(2899, 12, 31)),
)
def test_any_run_of_date_words_gives_sorted_whens_with_their_printed_words(
    words: list[tuple[str, str]], anchor: dt.date | None
) -> None:
    doc = blank_doc("".join(word + gap for word, gap in words) or "x")
    whens = find_whens(doc, anchor)
    assert all(doc.text[when.start : when.end] == when.printed for when in whens)
    assert all(before.end <= after.start for before, after in itertools.pairwise(whens))
    assert all(when.earliest <= when.latest for when in whens if when.earliest and when.latest)
    assert all(why(when.rule) for when in whens)


@given(st.dates(dt.date(1605, 1, 1), dt.date(2899, 12, 31)), st.sampled_from([DAY, WEEK, MONTH, SEASON, YEAR, DECADE]))
def test_a_unit_holds_its_day_and_its_parts_lie_inside(day: dt.date, unit: Granularity) -> None:
    whole = unit_around(day, unit)
    parts = [cut(whole, part) for part in ("early", "mid", "late")]
    assert whole.first is not None
    assert whole.last is not None
    assert whole.first <= day <= whole.last
    assert all(whole.first <= part.first <= part.last <= whole.last for part in parts if part.first and part.last)
    assert parts[0].first == whole.first
    assert parts[2].last == whole.last


@given(st.dates(dt.date(1700, 1, 1), dt.date(2600, 12, 31)), st.integers(-300, 300), st.sampled_from([DAY, WEEK, YEAR]))
def test_stepping_is_monotonous(day: dt.date, count: int, unit: Granularity) -> None:
    assert step(day, count, unit) <= step(day, count + 1, unit)


def test_very_long_chains_of_part_words_end_soon() -> None:
    assert [when.printed for when in find_whens(blank_doc("late " * 3000 + "2014"), MONDAY)] != []


def test_a_publication_before_the_first_newspaper_is_taken_for_unknown() -> None:
    assert bounds("They met on Monday.", dt.date(1, 1, 1)) == [("Monday", None, None)]


def test_an_absurd_count_is_only_some_time_ago() -> None:
    assert bounds("It stood here 900 decades ago.", MONDAY) == [("decades ago", None, "2024-11-25")]


# -- reasons -----------------------------------------------------------------------------------------------------------


def test_every_rule_has_a_name_of_its_own_and_a_reason() -> None:
    reasons = [(rule.name, rule.why) for rule in RULES] + [(shift.name, shift.why) for shift in (*BOUNDS, *PARTS)]
    assert len(dict(reasons)) == len(reasons)
    assert [name for name, reason in reasons if not reason.endswith(".")] == []


def test_the_reason_of_a_bounded_date_tells_both_parts() -> None:
    (when,) = find_whens(read("It has been shut since last June."), MONDAY)
    assert (when.rule, why(when.rule).startswith("From its first day up to the day of publication.")) == (
        "since month_last_or_next",
        True,
    )


def test_a_when_is_a_plain_value() -> None:
    (when,) = find_whens(read("They met on Tuesday."), THURSDAY)
    assert when == When("2024-10-29", "2024-10-29", "Tuesday", DAY, "weekday", 12, 19, "2024-10-31", "past")
