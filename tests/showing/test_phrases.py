from __future__ import annotations

import pytest

from foreigndesk.model import Granularity, Mention, Sourcing, SourcingKind, When
from foreigndesk.showing.phrases import (
    first_day,
    is_named,
    is_unresolved,
    show_act,
    show_force,
    show_hedges,
    show_sourcing,
    show_when,
)
from tests.showing.story import closing, daily, make_report, says


def when(first: str | None, last: str | None, granularity: Granularity = Granularity.DAY) -> When:
    return When(first, last, "words", granularity, "rule", 0, 5)


@pytest.mark.parametrize(
    ("meant", "shown"),
    [
        (None, ""),
        (when(None, None, Granularity.VAGUE), ""),
        (when("2024-10-29", "2024-10-29"), "2024-10-29"),
        (when("2024-10-21", "2024-10-27", Granularity.WEEK), "week of 2024-10-21"),
        (when("2024-06-01", "2024-06-30", Granularity.MONTH), "2024-06"),
        (when("2024-01-01", "2024-12-31", Granularity.YEAR), "2024"),
        (when("2024-06-01", "2024-08-31", Granularity.SEASON), "2024-06-01/2024-08-31"),
        (when("2024-06-01", None, Granularity.VAGUE), "since 2024-06-01"),
        (when(None, "2024-06-01", Granularity.VAGUE), "until 2024-06-01"),
    ],
)
def test_a_time_is_shown_as_precisely_as_it_is_known(meant: When | None, shown: str) -> None:
    assert show_when(meant) == shown


def test_what_has_no_day_is_put_at_the_day_of_its_report() -> None:
    assert first_day(None, "2024-10-31T23:30:00-04:00") == "2024-10-31"


def test_a_spokesperson_without_a_name_is_not_named() -> None:
    reading = closing("The Daily", "2024-10-30")
    lund, official = reading.statements
    assert (is_named(lund), is_named(official)) == (True, False)


def test_a_pronoun_that_led_to_nobody_is_unresolved() -> None:
    assert is_unresolved(Mention(printed="he"))
    assert not is_unresolved(Mention(printed="he", name="Rolf Brand"))


def test_a_statement_without_any_speaker_is_not_a_pronoun_unresolved() -> None:
    assert not is_unresolved(Mention())


def test_an_unnamed_speaker_is_described_in_the_reports_words() -> None:
    sourcing = Sourcing(
        SourcingKind.UNNAMED, count=2, proximity="briefed on the talks", reason="on condition of anonymity"
    )
    assert show_sourcing(sourcing) == "unnamed, 2 people; briefed on the talks; on condition of anonymity"


def test_a_denial_is_told_as_one_and_a_plain_assertion_needs_no_word() -> None:
    assert show_force(daily(1).statements[0]) == "denial"
    assert show_force(closing("The Daily", "2024-10-30").statements[0]) == ""


def test_hedges_are_quoted() -> None:
    assert show_hedges(closing("The Daily", "2024-10-30").statements[1]) == "“might”"


def test_what_is_no_plain_telling_keeps_the_reports_cue() -> None:
    report = make_report("Norland opposes the closing of the strait. Sundia said it was open.")
    opposed = says(report, "the closing of the strait", "Norland", name="Norland", cue="opposes")
    said = says(report, "it was open", "Sundia", name="Sundia", cue="said")
    assert [show_act(one) for one in (opposed, said)] == ["opposes", ""]
