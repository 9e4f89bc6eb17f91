"""Who stands behind what, asked of a real case file with the examples' kin. People and outlets are invented."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.desk import lineage
from foreigndesk.desk.collect import collect
from foreigndesk.errors import UnknownActor, UnknownId
from foreigndesk.intake import Overrides
from foreigndesk.model import KinshipKind
from foreigndesk.reading.reader import Reader

NOW = dt.datetime(2024, 11, 4, 12, tzinfo=dt.UTC)
WIRE = """Envoys of China and Norway met in Geneva on Tuesday, and the talks will go on in December.

“The fishing fleet may stay until the summer,” said Tarje Holmvik, a spokesman for the Norwegian foreign ministry, after
the talks in the villa above the lake, which had lasted for nine hours and had ended without a dinner.

The two sides had last spoken in the spring, when a trawler lost its nets off Svalbard and its captain his patience.
"""
OTHER = """The Norwegian foreign ministry said on Tuesday that the fishing fleet may stay until the summer.

Fishermen in Tromso did not wait for the papers. On the quay they were loading ice, and a band played.
"""


@pytest.fixture(scope="module")
def case_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lineage")
    path = folder / "case.db"
    with open_case(path, write=True) as case:
        for name, text, outlet in (
            ("wire", WIRE, "Fjord Wire"),
            ("paper", WIRE + "\nSubscribe to our letter.\n", "Lake Post"),
            ("radio", OTHER, "Radio North"),
        ):
            file = folder / f"{name}.txt"
            file.write_text(text, encoding="utf-8")
            collect(
                case, [str(file)], Overrides(published="2024-10-31", outlet=outlet), Reader(), lambda _: None, now=NOW
            )
    return path


def report_of(case: CaseFile, outlet: str) -> str:
    return next(report.id for report in case.load_reports() if report.outlet == outlet)


def test_collecting_places_each_report_among_its_kin(case_path: Path) -> None:
    with open_case(case_path) as case:
        _, kinships, others = lineage.kin(case, report_of(case, "Lake Post"))
        assert [tie.kind for tie in kinships] == [KinshipKind.COPY]
        assert [report.outlet for report in others.values()] == ["Fjord Wire"]
        (family,) = lineage.lineages(case)
        assert set(family.reports) == {report_of(case, "Fjord Wire"), report_of(case, "Lake Post")}


def test_three_reports_of_one_ministry_are_one_voice(case_path: Path) -> None:
    with open_case(case_path) as case:
        statement = next(
            one.statement for one in case.load_statements() if "fleet" in one.statement.content[0].text.lower()
        )
        counted = lineage.voices(case, statement.id)
        assert (counted.reports, counted.lineages, counted.fewest, counted.most) == (3, 2, 1, 1)
        assert lineage.grade(case, statement.id).digit == 6


def test_voices_stand_behind_statements_and_events_only(case_path: Path) -> None:
    with open_case(case_path) as case, pytest.raises(UnknownId, match="is a report"):
        lineage.voices(case, report_of(case, "Radio North"))


def test_a_letter_is_kept_for_an_outlet_or_a_known_speaker(case_path: Path) -> None:
    with open_case(case_path, write=True) as case:
        given = lineage.give_letter(case, "Fjord Wire", "b", "A. Novak", now=NOW)
        assert (given.of, given.letter, given.given) == ("outlet:Fjord Wire", "B", "2024-11-04T12:00:00+00:00")
        assert lineage.give_letter(case, "NATO", "C", "A. Novak").of == "speaker:nato"
        with pytest.raises(UnknownActor):
            lineage.give_letter(case, "Nobody Whatsoever", "B", "A. Novak")
        with pytest.raises(ValueError, match="no letter"):
            lineage.give_letter(case, "Fjord Wire", "G", "A. Novak")


def test_names_of_a_spun_report_are_restored_from_the_one_it_was_spun_from(tmp_path: Path) -> None:
    examples = Path(__file__).parents[2] / "examples" / "reports"
    with open_case(tmp_path / "case.db", write=True) as case:
        for name in ("01-meridian-wire.txt", "04-daily-beacon.txt"):
            collect(case, [str(examples / name)], Overrides(), Reader(), lambda _: None, now=NOW)
        (spun,) = [reading for reading in case.load_readings() if "beacon" in reading.report.path]
    restored = {name.printed: (name.restored, name.reasons[-1].rule) for name in spun.names if name.restored}
    assert restored["Stimson Heart"] == ("Stimson Center", "restored-by-kin")
    assert restored["White Home"] == ("White House", "restored-by-kin")
    assert all(spun.report.text[name.start : name.end] == name.printed for name in spun.names)
