"""Claims, contests and what rests on a report, on the command line. People and outlets are invented."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from foreigndesk.casefile import open_case
from foreigndesk.cli import main
from foreigndesk.desk.gathering import METHOD
from tests.desk.test_gathering import keep
from tests.desk.test_withdraw import AGAINST, EVERY, FIRST


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.db"
    with open_case(path, write=True) as opened:
        for reading in EVERY:
            keep(opened, reading)
    return path


def call(capsys: pytest.CaptureFixture[str], case: Path, *words: str) -> str:
    assert main([*words, "--case", str(case)]) == 0
    return capsys.readouterr().out


def rows(capsys: pytest.CaptureFixture[str], case: Path, *words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(call(capsys, case, "claims", *words, "--format", "csv"))))


def test_claims_are_listed_with_voices_and_days(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    troops = next(row for row in rows(capsys, case) if "soldiers" in row["claim"])
    assert (troops["voices"], troops["fewest"], troops["reports"]) == ("3", "3", "3")
    assert (troops["first"], troops["last"]) == ("2024-10-01", "2024-10-03")
    assert troops["against"] == "Mara Holt"


def test_asking_for_claims_keeps_them_for_the_next_time(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, case, "claims")
    with open_case(case) as opened:
        assert opened.gathering.is_gathered(METHOD)


def test_the_voices_of_a_claim_are_those_who_assert_it(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (contest,) = json.loads(call(capsys, case, "contests", "--format", "json"))
    claim = contest["claim"]["id"]
    assert call(capsys, case, "voices", claim).startswith(f"{claim}: ")
    told = {
        cite["report"]
        for one in json.loads(call(capsys, case, "voices", claim, "--format", "json"))
        for cite in one["cites"]
    }
    assert told == {one["cite"]["report"] for one in contest["asserting"]}


def test_claims_are_chosen_by_contest_voices_and_days(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(rows(capsys, case)) == 2
    assert ["soldiers" in row["claim"] for row in rows(capsys, case, "--contested")] == [True]
    assert len(rows(capsys, case, "--min-voices", "3")) < len(rows(capsys, case, "--min-voices", "2"))
    assert rows(capsys, case, "--until", "2024-09") == []
    assert rows(capsys, case, "--min-voices", "9") == []


def test_what_is_left_out_of_a_list_is_told(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = call(capsys, case, "claims", "--most", "1")
    assert "and 1 more: --most 2" in shown
    assert len(rows(capsys, case, "--most", "1")) == 1


def test_a_claim_is_data_with_its_voices(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(call(capsys, case, "claims", "--format", "json"))
    assert {"claim", "voices"} == set(found[0])
    assert {one["voices"]["fewest"] for one in found if "soldiers" in one["claim"]["words"]} == {3}


def test_why_and_show_take_the_id_of_a_claim(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claim = rows(capsys, case)[0]["id"]
    assert "independent voices" in call(capsys, case, "why", claim)
    assert "soldiers" in call(capsys, case, "show", claim)


def test_what_rests_on_a_report_is_told_and_nothing_changed(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = AGAINST.report.id
    told = call(capsys, case, "whatif-withdrawn", report)
    assert f"With {report} go 1 statement" in told
    assert "contest" in told
    data = json.loads(call(capsys, case, "whatif-withdrawn", report, "--format", "json"))
    assert {"statement", "claim", "contest"} <= {effect["kind"] for effect in data[0]["effects"]}
    assert report in call(capsys, case, "reports", "--format", "csv")


def test_removing_a_report_tells_what_stands_otherwise_now(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = call(capsys, case, "remove", FIRST.report.id, "--yes")
    assert f"removed {FIRST.report.id}" in told
    assert "as many as 12,000" in " ".join(told.split())
    with open_case(case) as opened:
        assert opened.gathering.is_gathered(METHOD)
        assert opened.load_report(FIRST.report.id) is None


def test_claims_of_a_case_that_another_writes_to_are_gathered_aside(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_case(case, write=True):
        assert main(["claims", "--case", str(case), "--format", "csv"]) == 0
    captured = capsys.readouterr()
    assert "soldiers" in captured.out
    assert "gathered for this answer alone" in captured.err
