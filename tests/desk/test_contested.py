"""Contests with who moved and who leaves it open, asked of a real case file. People and outlets are invented."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from foreigndesk.casefile import open_case
from foreigndesk.cli import main
from foreigndesk.desk import claims, contested
from foreigndesk.desk.collect import collect
from foreigndesk.intake import Overrides
from foreigndesk.model import Stance
from foreigndesk.reading.reader import Reader

NOW = dt.datetime(2024, 11, 20, 12, tzinfo=dt.UTC)
REPORTS = (
    (
        "Fjord Wire",
        "2024-11-04",
        "Tarje Holmvik, a Norwegian minister, said that Iceland had cut the cable to the Faroe Islands.",
    ),
    (
        "Radio North",
        "2024-11-06",
        "Sigrun Halldal, Iceland's foreign minister, denied that Iceland had cut the cable to the Faroe Islands.",
    ),
    (
        "Lake Post",
        "2024-11-08",
        "A Danish spokesman declined to say whether Iceland had cut the cable to the Faroe Islands.",
    ),
    ("Cape Mail", "2024-11-12", "Tarje Holmvik denied that Iceland had cut the cable to the Faroe Islands."),
)


@pytest.fixture(scope="module")
def case_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contested")
    reader = Reader()
    with open_case(folder / "case.db", write=True) as case:
        for outlet, day, text in REPORTS:
            file = folder / f"{outlet}.txt"
            file.write_text(
                f"{text}\n\nThe night in {outlet.split()[0]} was quiet, and nothing moved.\n", encoding="utf-8"
            )
            collect(case, [str(file)], Overrides(published=day, outlet=outlet), reader, lambda _: None, now=NOW)
    return folder / "case.db"


def test_who_declines_to_say_stands_beside_the_sides_and_in_none(case_path: Path) -> None:
    with open_case(case_path) as case:
        (contest,) = contested.contests(case)
        sides = claims.Counting(case).sides(contest)
    assert [(one.speaker, one.stance) for one in contest.undecided] == [("Denmark", Stance.OPEN)]
    assert all(one.stance is not Stance.OPEN for one in contest.claim.positions)
    assert sides.asserting is not None
    assert sides.asserting.most == 1


def test_a_speaker_who_changes_position_is_shown_with_both_cites(
    case_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["contests", "--case", str(case_path), "--format", "md"]) == 0
    shown = capsys.readouterr().out
    assert "leaves open" in shown
    (moved,) = [line for line in shown.splitlines() if line.startswith("- Tarje Holmvik moved")]
    assert "asserted it on 2024-11-04" in moved
    assert "denied it on 2024-11-12" in moved
    assert moved.count("[r-") + moved.count("\\[r-") == 2
