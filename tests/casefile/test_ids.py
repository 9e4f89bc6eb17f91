from __future__ import annotations

import pytest

from foreigndesk.casefile import Found
from foreigndesk.errors import UnknownId
from foreigndesk.model import Reading, Setback
from tests.casefile.examples import NOON, event, forecast, fresh_case, keep, report, statement

TALKS = report("Talks went on.")
READING = Reading(
    TALKS,
    "reader/1",
    statements=(statement(TALKS, "Talks"),),
    events=(event(TALKS, "Talks"),),
    forecasts=(forecast(TALKS, "went on"),),
)
LOST = Setback("bad.html", "intake", "it has no text")
FAILED = Setback("one.txt", "reading", "the reader failed", report=TALKS.id)

EVERYTHING = [
    Found("report", TALKS.id, TALKS.id),
    Found("statement", READING.statements[0].id, TALKS.id),
    Found("event", READING.events[0].id, TALKS.id),
    Found("forecast", READING.forecasts[0].id, TALKS.id),
    Found("setback", LOST.id, None),
    Found("setback", FAILED.id, TALKS.id),
]


@pytest.mark.parametrize("thing", EVERYTHING, ids=lambda thing: f"{thing.kind}-{thing.report}")
def test_an_id_is_found_whole_or_begun_with_its_letter_or_without(thing: Found) -> None:
    with fresh_case() as case:
        keep(case, READING)
        case.save_setback(LOST, NOON)
        case.save_setback(FAILED, NOON)
        whole = thing.id
        for written in (whole, whole[:9], whole[2:], whole[2:9], f"  {whole.upper()} "):
            assert case.find_id(written) == thing


@pytest.mark.parametrize("prefix", ["s-ffffffffffff", "zzz", "", " ", "%", "r-_"])
def test_an_id_that_nothing_has_is_unknown_and_the_hint_tells_where_ids_stand(prefix: str) -> None:
    with fresh_case() as case:
        keep(case, READING)
        with pytest.raises(UnknownId, match="nothing in") as caught:
            case.find_id(prefix)
        assert caught.value.hint


def test_a_beginning_that_several_ids_have_is_refused_and_they_are_listed() -> None:
    with fresh_case() as case:
        kept = [report(f"Talks, day {n}.") for n in range(20)]
        for each in kept:
            case.save_report(each, b"", NOON)
        with pytest.raises(UnknownId, match="20 ids begin with 'r-'") as caught:
            case.find_id("r-")
        assert f"report {min(each.id for each in kept)}" in caught.value.hint
        assert caught.value.hint.endswith("and 12 more")
