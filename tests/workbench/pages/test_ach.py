"""Boards of competing hypotheses: filled, marked, weighed and changed in place, each step signed and none lost."""

from __future__ import annotations

import csv
import io

import pytest

from foreigndesk.casefile import open_case
from foreigndesk.desk import ach
from tests.workbench.desk import MERIDIAN, Pages

BOARD = "/ach/troops"


@pytest.fixture
def board(pages: Pages) -> Pages:
    """A board of two hypotheses and two items, the first against the first hypothesis, the second against the other."""
    pages.post("/ach", {"board": "troops", "words": "the troops are there"})
    pages.post(f"{BOARD}/hypotheses", {"words": "there are none"})
    pages.post(f"{BOARD}/evidence", {"words": MERIDIAN.statements[3].id})
    pages.post(f"{BOARD}/evidence", {"words": "no photograph was published", "absent": "yes"})
    pages.post(f"{BOARD}/marks", {"cell": "1-2", "fit": "inconsistent"})
    pages.post(f"{BOARD}/marks", {"cell": "2-1", "fit": "inconsistent"})
    return pages


def rows(pages: Pages, file: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(pages.get(f"{BOARD}?file={file}"))))


def order(pages: Pages) -> list[str]:
    """The hypotheses in the order of the page."""
    lines = pages.get(BOARD).partition('<ol class="lines standing">')[2].partition("</ol>")[0]
    return [line[:2] for line in lines.split("<strong>")[1:]]


def test_a_board_is_begun_filled_and_marked(pages: Pages) -> None:
    status, place, _ = pages.post("/ach", {"board": "who/why?", "words": "the troops are there"})
    assert (status, place) == (303, "/ach/who%2Fwhy%3F")
    assert pages.post(f"{place}/evidence", {"words": MERIDIAN.statements[3].id})[1] == f"{place}#e1"
    assert pages.post(f"{place}/hypotheses", {"words": "<b>there are none</b>"})[1] == f"{place}#h2"
    assert pages.post(f"{place}/marks", {"cell": "1-2", "fit": "inconsistent"})[1] == f"{place}#e1-h2"
    page = pages.get(place)
    assert "several thousand soldiers" in page
    assert f"/report/{MERIDIAN.report.id}?at=" in page
    assert "&lt;b&gt;there are none" in page
    assert page.count('aria-pressed="true"') == 1
    assert "who/why?" in pages.get("/ach")


def test_what_is_missing_is_evidence_of_its_own_kind(board: Pages) -> None:
    assert [row["kind"] for row in rows(board, "matrix.csv")[:2]] == ["statement", "absence"]


def test_weights_decide_the_order_and_are_signed(board: Pages) -> None:
    assert order(board) == ["H1", "H2"]
    weight = {"item": "2", "credibility": "high", "relevance": "low"}
    assert board.post(f"{BOARD}/weights", weight)[:2] == (303, f"{BOARD}#e2")
    board.post(f"{BOARD}/weights", {"item": "1", "credibility": "low", "relevance": "low"})
    assert order(board) == ["H2", "H1"]
    page = board.get(BOARD)
    assert "1 against, weighed 0.50" in page
    assert "Were all items weighed alike, <strong>H1, H2</strong> would come first" in page
    step = rows(board, "history.csv")[-1]
    assert (step["part"], step["step"], step["analyst"]) == ("E1", "weigh", "mara")


def test_what_the_order_hangs_on_is_told_with_who_would_come_first(board: Pages) -> None:
    page = board.get(BOARD)
    assert "Without E1, <strong>H2</strong> would come first" in page
    assert "Without E2, <strong>H1</strong> would come first" in page


def test_a_part_is_taken_off_and_put_back_with_its_marks(board: Pages) -> None:
    assert board.post(f"{BOARD}/out", {"part": "H2"})[:2] == (303, f"{BOARD}#removed")
    page = board.get(BOARD)
    assert 'id="h2"' not in page
    assert "Put H2 back" in page
    assert page.count('aria-pressed="true"') == 1
    assert board.post(f"{BOARD}/back", {"part": "H2"})[:2] == (303, f"{BOARD}#h2")
    page = board.get(BOARD)
    assert page.count('aria-pressed="true"') == 2
    assert "Put H2 back" not in page


def test_a_board_from_which_all_was_taken_still_opens(board: Pages) -> None:
    for part in ("H1", "H2", "E1", "E2"):
        board.post(f"{BOARD}/out", {"part": part})
    assert "No hypothesis stands on this board" in board.get(BOARD)


def test_other_words_leave_the_former_ones_in_the_history(board: Pages) -> None:
    board.post(f"{BOARD}/words", {"part": "E2", "words": "no photograph was printed"})
    page = board.get(BOARD)
    assert "no photograph was printed" in page.partition('id="history"')[0]
    assert "no photograph was published" in page.partition('id="history"')[2]
    assert [step["step"] for step in rows(board, "history.csv")].count("reword") == 1


def test_the_page_to_take_away_needs_nothing_else_and_is_sent_to_be_kept(board: Pages) -> None:
    answer = board.client.get(f"{BOARD}?file=matrix.html")
    assert answer.headers["content-disposition"] == 'attachment; filename="troops matrix.html"'
    assert "<style>" in answer.text
    assert "<script" not in answer.text
    assert "What to do" in board.get(f"{BOARD}?file=matrix.exe", 400)


def test_what_was_done_on_the_command_line_shows_on_the_page(board: Pages) -> None:
    with open_case(board.path, write=True) as case:
        ach.suppose(case, "troops", "they left again", "ivo")
    assert "they left again" in board.get(BOARD)
    assert rows(board, "history.csv")[-1]["analyst"] == "ivo"


@pytest.mark.parametrize("cell", ["9-9", "0-0", "x-1", "1", "", "1-1-1", "99999999-1", "²-1"])
def test_a_mark_that_is_not_on_the_board_is_refused(board: Pages, cell: str) -> None:
    assert board.post(f"{BOARD}/marks", {"cell": cell, "fit": "neutral"})[0] in {400, 404}


@pytest.mark.parametrize(
    ("change", "fields", "status"),
    [
        ("weights", {"item": "1", "credibility": "perhaps", "relevance": "low"}, 400),
        ("weights", {"item": "7", "credibility": "low", "relevance": "low"}, 404),
        ("marks", {"cell": "1-1", "fit": "perhaps"}, 400),
        ("words", {"part": "E1"}, 400),
        ("words", {"part": "X1", "words": "other"}, 404),
        ("out", {"part": "E9"}, 404),
        ("out", {}, 400),
        ("back", {"part": "E1"}, 404),
        ("anything", {"part": "E1"}, 404),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(
    board: Pages, change: str, fields: dict[str, str], status: int
) -> None:
    before = rows(board, "history.csv")
    assert board.post(f"{BOARD}/{change}", fields)[0] == status
    assert rows(board, "history.csv") == before


def test_a_long_history_is_told_in_pages(pages: Pages) -> None:
    pages.post("/ach", {"board": "troops", "words": "the troops are there"})
    with open_case(pages.path, write=True) as case, case.together():
        for number in range(60):
            ach.reword(case, "troops", "H1", f"wording {number}", "mara")
    assert "wording 59" in pages.get(BOARD)
    last = pages.get(f"{BOARD}?step=2")
    assert "suppose" in last
    assert "wording 30" not in last.partition('id="history"')[2]


def test_an_unknown_board_and_an_empty_hypothesis_are_told(pages: Pages) -> None:
    assert "What to do" in pages.get("/ach/nobody", 404)
    assert pages.post("/ach", {"board": "x", "words": "  "})[0] == 400
    assert pages.post("/ach/nobody/evidence", {"words": "y"})[0] == 404
