"""What is told in reports is heard alike in this process and in a worker. People and outlets are invented."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from foreigndesk.casefile import open_case
from foreigndesk.desk.hearing import hear, hear_all, hear_in
from tests.desk.scribe import Line, reading_of

NOW = dt.datetime(2024, 11, 20, 12, tzinfo=dt.UTC)
PORTS = Line("Norway has closed its ports to trawlers from Iceland until the spring", "Ana Lund")
CLOSED = Line("the ports of Norway are closed to trawlers from Iceland until spring", "Ivo Kern")


def case_of(folder: Path) -> tuple[Path, list[str]]:
    path = folder / "case.db"
    readings = [
        reading_of(lines, outlet, "2024-10-01")
        for lines, outlet in (([PORTS], "Fjord Wire"), ([PORTS, CLOSED], "Lake Post"))
    ]
    with open_case(path, write=True) as case:
        for reading in readings:
            case.save_report(reading.report, reading.report.text.encode(), NOW)
            case.save_reading(reading, NOW)
    return path, [reading.report.id for reading in readings]


def test_a_worker_hears_what_is_heard_here(tmp_path: Path) -> None:
    path, reports = case_of(tmp_path)
    with open_case(path) as case:
        here = hear(case, reports)
        assert [*hear_all(case, reports, workers=1)] == [here]
    assert hear_in(path, reports) == here


def test_the_same_words_are_one_wording_however_often_they_are_told(tmp_path: Path) -> None:
    path, reports = case_of(tmp_path)
    heard = hear_in(path, reports)
    assert len(heard.tellings) == 3
    assert {one.wording for one, _ in heard.tellings} == heard.wordings.keys()
    assert sorted(worded.text for worded, _ in heard.wordings.values()) == sorted(
        (
            "Norway has closed its ports to trawlers from Iceland until the spring",
            "the ports of Norway are closed to trawlers from Iceland until spring",
        )
    )
