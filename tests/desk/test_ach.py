"""Hypotheses and marks kept in a real case file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from foreigndesk.casefile import open_case
from foreigndesk.cli import main
from foreigndesk.desk import ach
from foreigndesk.errors import UnknownId
from foreigndesk.model import Fit

NOW = dt.datetime(2024, 11, 4, 12, tzinfo=dt.UTC)


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
