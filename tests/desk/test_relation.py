"""Where actors stand, from a case file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.desk.collect import collect
from foreigndesk.desk.relation import relation, relations, triads
from foreigndesk.intake import Overrides
from foreigndesk.reading.reader import Reader
from foreigndesk.weighing.relations import Step

REPORTS = {
    "2024-10-31": """Norwegian police arrested two Russian sailors in Tromso on Tuesday.

Russia said on Wednesday that Norway had no right to do so and condemned the arrests.

Finland praised Norway on Wednesday and accused Russia of spying.
""",
    "2024-11-20": """Russia asked Norway through Switzerland on Monday to let the sailors go.

Norway rejected the demand on Tuesday.
""",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFile]:
    folder = tmp_path_factory.mktemp("relation")
    now = dt.datetime(2024, 12, 1, tzinfo=dt.UTC)
    with open_case(folder / "case.db", write=True) as opened:
        for day, text in REPORTS.items():
            path = folder / f"{day}.txt"
            path.write_text(text, encoding="utf-8")
            given = Overrides(published=day, outlet="Fjord Wire")
            collect(opened, [str(path)], given, Reader(), lambda _: None, now=now)
        yield opened


def test_events_and_statements_between_two_states_make_their_relation(case: CaseFile) -> None:
    found = relation(case, "Norway", "Russia", Step.WEEK, until=dt.date(2024, 11, 3))
    (point,) = found.points
    assert (point.start, point.reports, point.naming, point.hostile) == ("2024-10-28", 1, 1, point.events)
    assert point.events >= 1
    assert point.statements >= 1
    assert (found.one, found.other) == ("Norway", "Russia")


def test_what_each_does_and_says_is_kept_apart_and_turns_round_with_the_question(case: CaseFile) -> None:
    there, back = relation(case, "Norway", "Russia").ways
    assert relation(case, "Russia", "Norway").ways == (back, there)
    assert there.actor == "Norway"
    assert back.remarks


def test_whoever_carries_a_message_is_counted_with_its_way(case: CaseFile) -> None:
    (carrier,) = relation(case, "Russia", "Norway").carriers
    assert (carrier.name, carrier.there, carrier.back) == ("Switzerland", 1, 0)


def test_only_what_lies_between_two_days_counts(case: CaseFile) -> None:
    found = relation(case, "Norway", "Russia", since=dt.date(2024, 11, 1))
    assert [point.start for point in found.points] == ["2024-11-01"]


def test_about_an_actor_only_reports_that_name_it_count(case: CaseFile) -> None:
    found = relation(case, "Norway", "Russia", about=["Finland"])
    assert [point.start for point in found.points] == ["2024-10-01"]


def test_an_actor_has_bonds_with_all_others_it_has_to_do_with(case: CaseFile) -> None:
    names = [bond.name for bond in relations(case, "Russia")]
    assert names[0] == "Norway"
    assert "Finland" in names


def test_who_has_to_do_with_both_makes_a_triad(case: CaseFile) -> None:
    (triad,) = triads(case, "Norway", "Russia")
    assert (triad.name, triad.stands) == ("Finland", "too few deeds to say")
