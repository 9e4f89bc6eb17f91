"""The commands about who stands behind what, called as people call them. Outlets are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from foreigndesk.casefile import open_case
from foreigndesk.cli import main

TEXT = """Envoys meet in Geneva

GENEVA, Oct. 31, 2024 — Envoys of China and Norway met in Geneva on Tuesday, the Norwegian foreign ministry said.

The ministry said the fishing fleet may stay off Svalbard until the summer, when the talks will be held again in Oslo.
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lineage")
    for name, outlet in (("one", "Fjord Wire"), ("two", "Lake Post")):
        (folder / f"{name}.txt").write_text(f"{TEXT}\n{outlet}\n", encoding="utf-8")
        args = ["collect", str(folder / f"{name}.txt"), "--outlet", outlet, "--case", str(folder / "case.db")]
        assert main(args) == 0
    return folder / "case.db"


def report_of(case: Path, outlet: str) -> str:
    with open_case(case) as opened:
        return next(report.id for report in opened.load_reports() if report.outlet == outlet)


def call(capsys: pytest.CaptureFixture[str], *args: str) -> str:
    capsys.readouterr()
    assert main([*args]) == 0
    return capsys.readouterr().out


def test_kin_and_lineages_show_the_copy(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = report_of(case, "Lake Post")
    (tie,) = json.loads(call(capsys, "kin", report, "--format", "json", "--case", str(case)))
    assert tie["kind"] == "copy"
    assert tie["score"] > 0.9
    assert "copy" in call(capsys, "kin", report, "--case", str(case))
    (family,) = json.loads(call(capsys, "lineages", "--format", "json", "--case", str(case)))
    assert len(family["reports"]) == 2
    assert "of them the same" in call(capsys, "why", tie_id(case), "--case", str(case))
    assert "owes to" in call(capsys, "show", tie_id(case), "--case", str(case))


def tie_id(case: Path) -> str:
    with open_case(case) as opened:
        return opened.load_ties()[0].id


def test_voices_show_their_arithmetic_and_grade_suggests_a_digit(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_case(case) as opened:
        statement = next(
            one.statement.id for one in opened.load_statements() if "fleet" in one.statement.content[0].text
        )
    shown = call(capsys, "voices", statement, "--case", str(case))
    assert shown.startswith(f"{statement}: 1 voice in 2 reports")
    assert "- So it has 1 independent voice." in shown
    assert "F6" in call(capsys, "grade", statement, "--case", str(case))
    assert json.loads(call(capsys, "grade", statement, "--format", "json", "--case", str(case)))["digit"] == 6


def test_a_letter_is_given_listed_and_used(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "rate", "Fjord Wire", "B", "--analyst", "A. Novak", "--note", "right so far", "--case", str(case))
    (given,) = json.loads(call(capsys, "rate", "--format", "json", "--case", str(case)))
    assert (given["of"], given["letter"], given["analyst"]) == ("outlet:Fjord Wire", "B", "A. Novak")
    assert main(["rate", "Fjord Wire", "--case", str(case)]) == 2


def test_removing_a_report_tells_what_went_with_it(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, tie = report_of(case, "Lake Post"), tie_id(case)
    shown = call(capsys, "remove", report, "--yes", "--case", str(case))
    assert f"removed {report}" in shown
    assert tie in shown
    assert main(["kin", report, "--case", str(case)]) == 1
