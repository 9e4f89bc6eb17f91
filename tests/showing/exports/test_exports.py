"""Events as other tools take them in. States and people are invented, as in the story they come from."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import jsonschema
from hypothesis import given

from foreigndesk.lexicon.codebook import load_types
from foreigndesk.model import Event, Granularity, Party, Passage, Place, Report, When
from foreigndesk.showing.exports import Coded, plover_schema, show_gdelt, show_plover, show_polecat
from foreigndesk.showing.exports.gdelt import ROOTS
from tests import strategies

TEXT = "Norland and Eastmark shelled Sundia in Port Sund on Tuesday, an official said."
REPORT = Report(
    "r-1", "one.txt", TEXT, headline="Shells fall", outlet="The Daily", published="2024-10-31", language="en"
)


def party(name: str, code: str, sector: str | None = None) -> Party:
    start = TEXT.index(name)
    return Party(code, sector, name, None, start, start + len(name), code)


EVENT = Event(
    "e-1",
    "ASSAULT",
    ("heavy-weapons",),
    ("military",),
    (party("Norland", "NOR", "MIL"), party("Eastmark", "EAS")),
    (party("Sundia", "SUN"),),
    Passage(0, len(TEXT), TEXT),
    Passage(21, 28, "shelled"),
    when=When("2024-10-29", "2024-10-29", "on Tuesday", Granularity.DAY, "weekday", 49, 59),
    place=Place("Port Sund", "SUN", 39, 48, "Port Sund", 54.5, 10.25),
)
CODED = Coded(REPORT, "desk/1", EVENT)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_plover_line_is_valid_against_the_schema_that_ships() -> None:
    line = json.loads(show_plover([CODED]))
    jsonschema.validate(line, plover_schema(), jsonschema.Draft202012Validator)
    assert (line["date"], line["enddate"], line["dated_by"]) == ("2024-10-29", "2024-10-29", "event")
    assert (line["event"], line["mode"], line["quad_code"], line["event_scale"]) == (
        ["ASSAULT"], ["heavy-weapons"], 4, -9.3,
    )  # fmt: skip
    assert [actor["code"] for actor in line["actor"]] == ["NOR", "EAS"]
    assert line["event_loc"]["lat"] == 54.5
    evidence = line["evidence"]
    assert TEXT[evidence["start"] : evidence["end"]] == "shelled"


def test_an_event_without_its_own_date_is_dated_by_its_report_and_says_so() -> None:
    line = json.loads(show_plover([replace(CODED, event=replace(EVENT, when=None))]))
    assert (line["date"], line["enddate"], line["dated_by"]) == ("2024-10-31", None, "report")


def test_an_event_without_any_date_is_no_plover_line_but_keeps_its_row_in_csv() -> None:
    undated = Coded(replace(REPORT, published=None), "desk/1", replace(EVENT, when=None))
    assert show_plover([undated]) == ""
    assert [row["Event Date"] for row in rows(show_polecat([undated]))] == [""]


def test_polecat_has_one_row_an_event_with_lists_in_cells() -> None:
    (row,) = rows(show_polecat([CODED]))
    assert row["Actor Name Raw"] == "Norland;Eastmark"
    assert row["Primary Actor Sector"] == "MIL;"
    assert (row["Source"], row["Publication Date"], row["Evidence"]) == ("The Daily", "2024-10-31", "r-1:21-28")
    assert (row["Latitude"], row["Longitude"]) == ("54.5", "10.25")


def test_gdelt_has_one_row_a_dyad_under_the_same_id() -> None:
    dyads = rows(show_gdelt([CODED]))
    assert [(row["Actor1Code"], row["Actor2Code"]) for row in dyads] == [("NORMIL", "SUN"), ("EAS", "SUN")]
    assert {row["GLOBALEVENTID"] for row in dyads} == {"e-1"}
    assert {row["EventRootCode"] for row in dyads} == {"19"}
    assert {row["SQLDATE"] for row in dyads} == {"20241029"}


def test_gdelt_shows_an_event_without_recipient_by_its_actors_alone() -> None:
    dyads = rows(show_gdelt([replace(CODED, event=replace(EVENT, recipient=()))]))
    assert [(row["Actor1Code"], row["Actor2Code"]) for row in dyads] == [("NORMIL", ""), ("EAS", "")]


def test_every_type_of_the_codebook_has_a_cameo_root() -> None:
    assert set(ROOTS) == set(load_types())


@given(strategies.readings())
def test_whatever_was_read_can_be_exported(reading) -> None:  # type: ignore[no-untyped-def]
    coded = [Coded(reading.report, reading.reader, event) for event in reading.events if event.type in load_types()]
    validator = jsonschema.Draft202012Validator(plover_schema())
    lines = [json.loads(line) for line in show_plover(coded).split("\n") if line]
    assert [error.message for line in lines for error in validator.iter_errors(line)] == []
    assert len(rows(show_polecat(coded))) == len(coded)
