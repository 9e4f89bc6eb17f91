from __future__ import annotations

import csv
import io
from dataclasses import dataclass

import pytest

from foreigndesk.model import Actor, ActorKind, Event, Relation, RelationPoint, Statement
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.listings import (
    ActorCount,
    Entry,
    list_actors,
    list_events,
    list_reports,
    list_statements,
    list_timeline,
    reports_in,
)
from foreigndesk.showing.listings.relation import list_relation
from foreigndesk.showing.screen import Screen
from foreigndesk.showing.tables import Format, show_table
from foreigndesk.showing.words import width
from tests.showing.story import CLOSED, HOPE, closing, daily, undated


@dataclass(frozen=True)
class Telling:
    report: str
    published: str | None
    statement: Statement


@dataclass(frozen=True)
class Doing:
    report: str
    published: str | None
    event: Event


READINGS = (daily(1), closing("The Daily", "2024-10-30"), undated())
LABELS = Labels(reading.report for reading in READINGS)
TOLD = [Telling(one.report.id, one.report.published, statement) for one in READINGS for statement in one.statements]
DONE = [Doing(one.report.id, one.report.published, event) for one in READINGS for event in one.events]


def as_rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_statement_has_its_speaker_its_words_and_its_place() -> None:
    row = next(row for row in as_rows(show_table(list_statements(TOLD, LABELS), Format.CSV)) if row["content"] == HOPE)
    report = READINGS[1].report
    assert (row["speaker"], row["sourcing"], row["force"], row["actor"]) == ("Ana Lund", "named", "assert", "ana-lund")
    assert (row["report"], row["paragraph"], row["reported"]) == (report.id, "2", "2024-10-30")
    assert report.text[int(row["start"]) : int(row["end"])] == HOPE


def test_an_event_has_its_parties_its_day_and_its_sentence() -> None:
    row = next(row for row in as_rows(show_table(list_events(DONE, LABELS), Format.CSV)) if row["text"] == CLOSED)
    assert (row["when"], row["who"], row["event"]) == ("2024-10-29", "Norland → Sundia", "COERCE")
    assert (row["actor"], row["recipient"], row["paragraph"]) == ("norland", "sundia", "1")


def test_an_event_without_a_day_is_placed_before_its_report() -> None:
    shown = [
        row["when"] for row in as_rows(show_table(list_events(DONE, LABELS), Format.CSV)) if row["type"] == "THREATEN"
    ]
    assert shown == ["by 2024-10-30"]


def test_a_statement_without_content_or_cue_still_has_a_place() -> None:
    statement = TOLD[0].statement
    bare = Statement(
        statement.id,
        statement.kind,
        statement.speaker,
        None,
        (),
        statement.force,
        statement.certainty,
        statement.sourcing,
    )
    row = list_statements([Telling(TOLD[0].report, None, bare)], LABELS).rows[0]
    assert row[-2:] == (str(statement.speaker.start), str(statement.speaker.end))


@pytest.mark.parametrize("columns", [60, 80, 100, 200])
def test_listings_fit_the_screen(columns: int) -> None:
    tables = [
        list_statements(TOLD, LABELS),
        list_events(DONE, LABELS),
        list_reports([reading.report for reading in READINGS], lambda _: 2, lambda _: 1),
        list_timeline([Entry("2024-10-30", None, DONE[0]), Entry("2024-10-31", TOLD[0], None)], LABELS),
    ]
    lines = [line for table in tables for line in show_table(table, Format.TABLE, Screen(columns)).splitlines()]
    assert max(width(line) for line in lines) <= columns


def test_a_timeline_tells_deeds_and_words_in_one_course() -> None:
    entries = [Entry("2024-10-11", None, DONE[0]), Entry("2024-10-11", TOLD[0], None)]
    rows = list_timeline(entries, LABELS).rows
    assert [(row[0], row[1], row[2]) for row in rows] == [
        ("2024-10-11", "COERCE", "Sundia → Norland"),
        ("2024-10-11", "denial", "Rolf Brand"),
    ]
    assert list(reports_in(entries)) == [READINGS[0].report.id] * 2


def test_actors_are_listed_with_their_numbers() -> None:
    actor = Actor("norland", ActorKind.STATE, "Norland", "norland", None, ("Norland",))
    assert list_actors([ActorCount(actor, 3, 2, 1)]).rows == (
        ("norland", "Norland", "state", "norland", "", "3", "2", "1"),
    )


def test_months_of_which_no_report_is_held_are_one_row_for_a_reader_and_whole_as_data() -> None:
    months = [("02", 4.6, 3), ("03", None, 0), ("04", None, 0), ("05", None, 2), ("06", None, 0)]
    points = tuple(
        RelationPoint(f"2024-{month}-01", f"2024-{month}-28", scale is not None, scale, -10.0, 10.0, 0, 0, 0, held, ())
        for month, scale, held in months
    )
    relation = Relation("Norland", "Sudland", points, (), (), (), ())
    read = [(row[0], row[2]) for row in list_relation(relation, LABELS, brief=True).rows]
    assert read == [
        ("2024-02-01", "+4.6 [-10.0, +10.0]"),
        ("2024-03-01", "no report to 2024-04-28"),
        ("2024-05-01", "no deeds"),
        ("2024-06-01", "no report to 2024-06-28"),
    ]
    assert [row[0] for row in list_relation(relation, LABELS).rows] == [point.start for point in points]
