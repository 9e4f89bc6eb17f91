"""Hypotheses and marks kept in a real case file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from foreigndesk.casefile import open_case
from foreigndesk.cli import main
from foreigndesk.desk import ach
from foreigndesk.desk.collect import collect
from foreigndesk.errors import UnknownId
from foreigndesk.intake import Overrides
from foreigndesk.model import EvidenceKind, Fit, Level
from foreigndesk.reading.reader import Reader
from foreigndesk.weighing.ach import weight_of

NOW = dt.datetime(2024, 11, 4, 12, tzinfo=dt.UTC)
REPORT = """The Norwegian ministry denied on Monday that its engineers had been sent to the port of Sarn.

Ivo Kern, an opposition lawmaker, said that Norwegian engineers had been sent to the port of Sarn last week.

The mayor of Sarn has a dog, and the weather was fine.
"""


def collect_text(path: Path, text: str) -> None:
    """Take a report in and read it."""
    file = path.with_suffix(".txt")
    file.write_text(text, encoding="utf-8")
    with open_case(path, write=True) as case:
        overrides = Overrides(published="2024-11-04", outlet="Lake Post")
        collect(case, [str(file)], overrides, Reader(), lambda _: None, now=NOW)


def test_a_board_lasts_and_a_later_mark_replaces_a_former_one(tmp_path: Path) -> None:
    with open_case(tmp_path / "case.db", write=True) as case:
        ach.suppose(case, "missile", "from the north", "A. Novak", NOW)
        ach.suppose(case, "missile", "from the south", "A. Novak", NOW)
        ach.adduce(case, "missile", "no launch was announced, and one should have been", "A. Novak", NOW)
        ach.mark(case, "missile", 1, 1, Fit.CONSISTENT, "A. Novak", NOW)
        ach.mark(case, "missile", 1, 1, Fit.INCONSISTENT, "B. Vik", NOW + dt.timedelta(minutes=1))
    with open_case(tmp_path / "case.db") as case:
        assert ach.boards(case) == ["missile"]
        matrix = ach.matrix(case, "missile")
        assert matrix.order == (2, 1)
        assert [(mark.fit, mark.analyst) for mark in matrix.board.marks] == [(Fit.INCONSISTENT, "B. Vik")]


def test_a_board_that_nobody_began_and_places_it_has_not_are_said(tmp_path: Path) -> None:
    with open_case(tmp_path / "case.db", write=True) as case:
        with pytest.raises(UnknownId, match="no board"):
            ach.adduce(case, "missile", "a shadow", "A. Novak", NOW)
        ach.suppose(case, "missile", "from the north", "A. Novak", NOW)
        with pytest.raises(UnknownId, match="0 items and 1 hypotheses"):
            ach.mark(case, "missile", 1, 1, Fit.NEUTRAL, "A. Novak", NOW)


def test_what_is_removed_reworded_and_weighed_stays_in_the_history_and_can_be_put_back(tmp_path: Path) -> None:
    def at(minute: int) -> dt.datetime:
        return NOW + dt.timedelta(minutes=minute)

    with open_case(tmp_path / "case.db", write=True) as case:
        ach.suppose(case, "missile", "from the north", "A. Novak", at(0))
        ach.suppose(case, "missile", "from the south", "A. Novak", at(1))
        ach.adduce(case, "missile", "a shadow on the picture", "A. Novak", at(2))
        ach.mark(case, "missile", 1, 2, Fit.INCONSISTENT, "A. Novak", at(3))
        ach.reword(case, "missile", "H1", "from an arsenal in the north", "B. Vik", at(4))
        ach.weigh(case, "missile", 1, Level.HIGH, Level.HIGH, "B. Vik", at(5))
        ach.remove(case, "missile", "H2", "B. Vik", at(6))
        found = ach.matrix(case, "missile")
        assert [one.words for one in found.board.hypotheses] == ["from an arsenal in the north"]
        assert found.board.marks == ()
        assert weight_of(found.board.evidence[0]) == pytest.approx(2)
        with pytest.raises(UnknownId):
            ach.mark(case, "missile", 1, 2, Fit.NEUTRAL, "B. Vik", at(7))
        ach.restore(case, "missile", "H2", "A. Novak", at(8))
        assert [mark.fit for mark in ach.matrix(case, "missile").board.marks] == [Fit.INCONSISTENT]
        with pytest.raises(UnknownId, match="was not taken"):
            ach.restore(case, "missile", "H2", "A. Novak", at(9))
        steps = [(step.part, step.change, step.analyst) for step in ach.history(case, "missile")]
    assert steps == [
        ("H1", "suppose", "A. Novak"),
        ("H2", "suppose", "A. Novak"),
        ("E1", "adduce", "A. Novak"),
        ("E1 H2", "mark", "A. Novak"),
        ("H1", "reword", "B. Vik"),
        ("E1", "weigh", "B. Vik"),
        ("H2", "remove", "B. Vik"),
        ("H2", "restore", "A. Novak"),
    ]


def test_a_number_that_was_taken_from_the_board_is_not_given_again(tmp_path: Path) -> None:
    with open_case(tmp_path / "case.db", write=True) as case:
        ach.suppose(case, "missile", "from the north", "A. Novak", NOW)
        ach.remove(case, "missile", "H1", "A. Novak", NOW)
        assert ach.suppose(case, "missile", "from the south", "A. Novak", NOW).rank == 2
        assert ach.boards(case) == ["missile"]


def test_statements_and_absences_are_evidence_with_passages_that_open(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    collect_text(path, REPORT)
    with open_case(path, write=True) as case:
        told = {one.statement.force.value: one.statement for one in case.load_statements()}
        ach.suppose(case, "port", "engineers of the ministry had been sent to the port of Sarn", "A. Novak", NOW)
        denial = ach.adduce(case, "port", told["deny"].id, "A. Novak", NOW)
        ach.adduce(case, "port", told["assert"].id[:8], "A. Novak", NOW)
        absence = ach.adduce(case, "port", "no ship was seen", "A. Novak", NOW, absent=True)
        assert (denial.kind, absence.kind) == (EvidenceKind.STATEMENT, EvidenceKind.ABSENCE)
        (cite,) = denial.cites
        report = case.load_report(cite.report)
        assert report is not None
        assert "engineers" in report.text[cite.start : cite.end]
        matrix = ach.matrix(case, "port")
        assert [row.suggested for row in matrix.rows] == [(Fit.INCONSISTENT,), (Fit.CONSISTENT,), (None,)]
        why = ach.why(case, "port", 1, 1)
        assert [reason.sentence for reason in why.reasons] == ["It denies what H1 says."]
        assert why.cite is not None


def test_a_board_outlasts_the_report_its_evidence_rests_on(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    collect_text(path, REPORT)
    with open_case(path, write=True) as case:
        told = case.load_statements()[0]
        ach.suppose(case, "port", "engineers were sent to Sarn", "A. Novak", NOW)
        ach.adduce(case, "port", told.statement.id, "A. Novak", NOW)
        case.remove_report(told.report)
        matrix = ach.matrix(case, "port")
        assert matrix.rows[0].evidence.words == told.statement.words
        assert ach.reports_of(case, matrix)[0] == []


def test_the_commands_build_a_board_and_write_it_as_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = ["--case", str(tmp_path / "case.db")]
    assert main(["ach", "suppose", "missile", "from the <north>", *case]) == 0
    assert main(["ach", "adduce", "missile", "a shadow on the picture", *case]) == 0
    assert main(["ach", "mark", "missile", "1", "1", "inconsistent", *case]) == 0
    capsys.readouterr()
    assert main(["ach", "show", "missile", "--html", str(tmp_path / "m.html"), *case]) == 0
    assert "H1 from the <north> (1 against)" in capsys.readouterr().out
    page = (tmp_path / "m.html").read_text(encoding="utf-8")
    assert "from the &lt;north&gt;" in page
    assert "<north>" not in page
    assert main(["ach", "show", "other", *case]) == 1
    assert main(["ach", "weigh", "missile", "1", "--credibility", "high", *case]) == 0
    assert main(["ach", "reword", "missile", "E1", "two shadows", *case]) == 0
    assert main(["ach", "remove", "missile", "H1", *case]) == 0
    assert main(["ach", "remove", "missile", "H1", "--undo", *case]) == 0
    capsys.readouterr()
    assert main(["ach", "show", "missile", "--format", "csv", *case]) == 0
    head, row, *_ = capsys.readouterr().out.splitlines()
    assert head.endswith("kind,analyst,H1_mark,H1_desk")
    assert "two shadows" in row
    assert row.endswith("inconsistent,")
    assert main(["ach", "history", "missile", "--format", "csv", *case]) == 0
    assert "reword" in capsys.readouterr().out
    assert main(["ach", "why", "missile", "1", "1", *case]) == 0
    assert "Marked inconsistent by" in capsys.readouterr().out
