"""Long lists a page at a time, search with the words around, and whether a case file has changed."""

from __future__ import annotations

import datetime as dt
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.casefile import Lookout, open_case, state_of
from foreigndesk.casefile.searching import Narrowed, found_in
from foreigndesk.model import Force, Reading
from tests.casefile.examples import event, fresh_case, keep, name, party, report, statement

DAYS = (dt.date(2024, 1, 1), dt.date(2024, 12, 31))


def reading(number: int, outlet: str = "The Daily") -> Reading:
    text = f"China warned Japan of storm {number}. The navy boarded ship {number}."
    of = report(text, f"2024-11-{number:02}", outlet=outlet, headline=f"Storm {number}")
    force = Force.THREATEN if number % 2 else Force.ASSERT
    told = statement(of, f"China warned Japan of storm {number}", speaker="CHN", force=force)
    done = event(of, f"boarded ship {number}", "COERCE", actor=(party(actor="CHN"),), recipient=(party(actor="JPN"),))
    names = (name(text, "China", "CHN"), name(text, "Japan", "JPN"))
    return Reading(of, "test/1", names=names, statements=(told,), events=(done,))


def test_statements_of_an_actor_come_a_page_at_a_time_the_latest_first() -> None:
    with fresh_case() as case:
        for number in range(1, 8):
            keep(case, reading(number))
        total, first = case.leafing.statements(frozenset({"CHN"}), most=3)
        _, last = case.leafing.statements(frozenset({"CHN"}), most=3, after=6)
        assert total == 7
        assert [one.published for one in first] == ["2024-11-07", "2024-11-06", "2024-11-05"]
        assert [one.published for one in last] == ["2024-11-01"]
        assert case.leafing.statements(frozenset({"JPN"})) == (0, [])


def test_actors_are_counted_by_reports_statements_and_events() -> None:
    with fresh_case() as case:
        keep(case, reading(1))
        keep(case, reading(2))
        china, japan = case.leafing.actors()
        assert (china.actor, china.reports, china.statements, china.events) == ("CHN", 2, 2, 2)
        assert (japan.reports, japan.statements, japan.events) == (2, 0, 2)
        assert [one.actor for one in case.leafing.actors(5, frozenset({"JPN"}))] == ["JPN"]
        assert case.leafing.beside(frozenset({"CHN"})) == [("JPN", 2)]


def test_reports_are_listed_with_what_was_read_in_them() -> None:
    with fresh_case() as case:
        keep(case, reading(1))
        keep(case, reading(2, "Other"))
        total, listed = case.leafing.reports()
        assert (total, [one.outlet for one in listed]) == (2, ["Other", "The Daily"])
        assert (listed[0].statements, listed[0].events, listed[0].is_read) == (1, 1, 1)
        assert case.leafing.reports("Other")[0] == 1
        assert case.leafing.outlets() == [("Other", 1), ("The Daily", 1)]


def test_days_are_counted_by_kind() -> None:
    with fresh_case() as case:
        assert case.leafing.days() is None
        assert case.leafing.usual_days() is None
        keep(case, reading(1))
        keep(case, reading(2))
        assert case.leafing.days() == ("2024-11-01", "2024-11-02")
        assert [(one.day, one.kind, one.count) for one in case.leafing.event_days(*DAYS)] == [
            ("2024-11-01", "COERCE", 1),
            ("2024-11-02", "COERCE", 1),
        ]
        assert case.leafing.event_days(*DAYS, frozenset({"FRA"})) == []
        assert {one.kind for one in case.leafing.statement_days(*DAYS, frozenset({"CHN"}))} == {"threaten", "assert"}
        assert len(case.leafing.events_between(*DAYS, None, 1)) == 1


def test_the_day_of_the_latest_reports_bounds_how_many_are_read() -> None:
    with fresh_case() as case:
        for number in range(1, 8):
            keep(case, reading(number))
        since = case.leafing.day_of_latest(3)
        assert since == dt.date(2024, 11, 5)
        assert [one.report.published for one in case.load_readings(since)] == ["2024-11-05", "2024-11-06", "2024-11-07"]
        assert case.leafing.day_of_latest(7) is None


def test_search_tells_passages_with_the_words_marked_and_how_to_narrow_it() -> None:
    with fresh_case() as case:
        keep(case, reading(1))
        keep(case, reading(2, "Other"))
        found = case.searching.text("warnings")
        assert found.total == 2
        hit = found.hits[0]
        assert [hit.text[span.start : span.end] for span in hit.found] == ["warned"]
        assert {(one.field, one.value, one.count) for one in found.facets} >= {("outlet", "Other", 1)}
        assert case.searching.text("warned", Narrowed(outlet="Other")).total == 1
        headline = case.searching.text("Storm 2").hits
        assert {(one.start, one.end, one.text) for one in headline} >= {(0, 0, "Storm 2")}


def test_search_of_statements_is_narrowed_by_force_and_speaker() -> None:
    with fresh_case() as case:
        keep(case, reading(1))
        keep(case, reading(2))
        assert case.searching.statements("storm").total == 2
        assert case.searching.statements("", Narrowed(force="threaten")).total == 1
        assert case.searching.statements("storm", Narrowed(speaker="CHN")).total == 2
        assert case.searching.statements("storm", Narrowed(speaker="JPN")).total == 0
        assert case.searching.statements("...").total == 0


@given(st.text(max_size=80), st.text(max_size=20))
def test_what_was_found_lies_in_the_text(text: str, words: str) -> None:
    from foreigndesk.casefile.words import match_of

    shown, spans = found_in([text], match_of(words) or "")[0]
    assert all(0 <= span.start <= span.end <= len(shown) for span in spans)


def test_a_case_file_has_another_state_after_each_change_and_none_after_a_look(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with open_case(path, write=True) as case:
        keep(case, reading(1))
    states = [state_of(path)]
    with open_case(path) as case:
        case.counts()
        assert state_of(path) == states[0]
    assert state_of(path) == states[0]
    with open_case(path, write=True) as case:
        keep(case, reading(2))
        assert state_of(path) != states[0]
    assert state_of(tmp_path / "nothing.db") == ((0, 0), (0, 0))


def test_the_lookout_sees_a_writer_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    lookout = Lookout(path, every=0)
    assert not lookout.is_written()
    for _ in range(2):
        with open_case(path, write=True):
            assert lookout.is_written()
        with open_case(path):
            assert not lookout.is_written()


def test_a_writer_gets_the_lock_however_often_somebody_looks(tmp_path: Path) -> None:
    path, lookout = tmp_path / "case.db", Lookout(tmp_path / "case.db", every=0)
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            lookout.is_written()

    looking = threading.Thread(target=look)
    looking.start()
    try:
        for _ in range(20):
            open_case(path, write=True).close()
    finally:
        stop.set()
        looking.join()


@pytest.mark.parametrize("setbacks", [0, 3])
def test_setbacks_come_a_page_at_a_time(setbacks: int) -> None:
    from foreigndesk.model import Setback
    from tests.casefile.examples import NOON

    several = [Setback(f"file{number}", "intake", "empty") for number in range(setbacks)]
    with fresh_case() as case:
        for one in several:
            case.save_setback(one, NOON)
        total, page = case.leafing.setbacks(2, 0)
        assert (total, len(page)) == (setbacks, min(setbacks, 2))
        assert [case.leafing.setbacks_before(one.id) for one in several] == list(range(setbacks))
