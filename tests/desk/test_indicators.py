"""Indicators: set, looked for in what is collected, seen or not, and taken off the list."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.desk import expected
from foreigndesk.desk.collect import collect
from foreigndesk.desk.indicators import add_indicator, drop_indicator, indications
from foreigndesk.desk.silence import expect, expect_no_more, silence_of, silences
from foreigndesk.desk.watch import check
from foreigndesk.errors import DeskError, UnknownActor, UnknownId
from foreigndesk.intake import Overrides
from foreigndesk.model import SilenceKind
from foreigndesk.reading.reader import Reader

NOW = dt.datetime(2025, 4, 1, tzinfo=dt.UTC)
BEFORE = "Norway closed its border with Russia at Storskog on Monday.\n"
QUIET = "The harbour of Bodo was full of herring boats.\n"
SEEN = "Norway has closed its border with Russia again, the customs chief Liv Sande said on Wednesday.\n"

Collect = Callable[[str, str], None]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    with open_case(tmp_path / "case.db", write=True) as made:
        yield made


@pytest.fixture
def collected(case: CaseFile, tmp_path: Path) -> Collect:
    reader = Reader()

    def collect_one(day: str, text: str) -> None:
        path = tmp_path / f"{day}.txt"
        path.write_text(text, encoding="utf-8")
        collect(case, [str(path)], Overrides(published=day, outlet=f"Paper of {day}"), reader, lambda _: None, now=NOW)
        check(case, dt.date.fromisoformat(day))

    return collect_one


def test_what_was_told_before_is_the_baseline_and_not_seen_is_recorded(case: CaseFile, collected: Collect) -> None:
    collected("2025-03-03", BEFORE)
    made = add_indicator(case, "Norway closes its border with Russia", "ada", note="a break", now=NOW)
    assert made.since == "2025-03-03"
    collected("2025-03-05", QUIET)
    (one,) = indications(case)
    assert (one.seen, one.before, one.reports, one.checked) == (0, 1, 1, "2025-03-05")
    assert one.reasons[0].sentence == "Not in this case file from 2025-03-03 to 2025-03-05."
    collected("2025-03-12", SEEN)
    (one,) = indications(case)
    assert (one.seen, one.first, one.before) == (1, "2025-03-12", 1)
    (seen,) = one.cites
    report = case.load_report(seen.report)
    assert report is not None
    assert "closed its border" in report.text[seen.start : seen.end]
    why = expected.why(case, made.id[:6])
    assert (why.id, why.kind) == (made.id, "Indicator")
    assert expected.place_of(case, made.id).startswith("r-")


def test_each_report_is_gone_through_once(case: CaseFile, collected: Collect) -> None:
    add_indicator(case, "Norway closes its border with Russia", "ada", now=NOW)
    collected("2025-03-03", BEFORE)
    assert case.load_unread() == []
    collected("2025-03-12", SEEN)
    assert case.load_unread() == []
    assert len(case.load_seen()) == 2


def test_an_indicator_off_the_list_stays_as_history(case: CaseFile) -> None:
    made = add_indicator(case, "the bridge is closed", "ada", now=NOW)
    drop_indicator(case, made.id[:8], "ben", NOW)
    assert indications(case) == []
    (one,) = indications(case, history=True)
    assert one.indicator.removed_by == "ben"
    with pytest.raises(UnknownId):
        drop_indicator(case, made.id, "ben", NOW)


@pytest.mark.parametrize("words", ["", "war", "f-ffffffffffff"])
def test_what_could_not_be_seen_is_no_indicator(case: CaseFile, words: str) -> None:
    with pytest.raises(DeskError):
        add_indicator(case, words, "ada", now=NOW)


def test_an_actor_whose_words_are_awaited_is_told_as_not_in_this_case_file(case: CaseFile, collected: Collect) -> None:
    collected("2025-03-03", QUIET)
    assert silences(case) == []
    expect(case, "Japan", "ada", "the border", now=NOW)
    (one,) = silences(case)
    assert (one.kind, one.actor) == (SilenceKind.OBSERVED, "JPN")
    assert one.coverage.startswith("not in this case file: 1 reports of these days")
    assert silence_of(case, one.id[:7]) == one
    assert "an analyst awaits it" in expected.why(case, one.id).reasons[0].sentence
    with pytest.raises(UnknownId, match="rests on what is not in the case file"):
        expected.place_of(case, one.id)
    collected("2025-03-08", "Japan's foreign ministry said on Saturday that the border was a matter for Norway.\n")
    assert [each.until for each in silences(case) if each.actor == "JPN"] in ([], ["2025-03-08"])
    assert expect_no_more(case, "Japan", "ben", NOW) == 1
    assert expect_no_more(case, "Japan", "ben", NOW) == 0


def test_words_of_nobody_known_cannot_be_awaited(case: CaseFile) -> None:
    with pytest.raises(UnknownActor):
        expect(case, "Norland", "ada", now=NOW)
