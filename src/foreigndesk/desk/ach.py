"""The errand of assessment: hypotheses against evidence, as an analyst types and marks them."""

from __future__ import annotations

import datetime as dt

from foreigndesk.casefile import CaseFile
from foreigndesk.desk.lineage import asked_for
from foreigndesk.errors import UnknownId
from foreigndesk.model import Evidence, Fit, Hypothesis, Marked, Matrix
from foreigndesk.weighing.ach import judge_matrix


def boards(case: CaseFile) -> list[str]:
    """The names of all boards."""
    return case.load_boards()


def matrix(case: CaseFile, board: str) -> Matrix:
    """A board worked out. Raises UnknownId for one that nobody began."""
    found = case.load_board(board)
    if not found.hypotheses:
        several = ", ".join(case.load_boards()) or "none yet"
        raise UnknownId(
            f"no board {board!r} in {case.path}", f"boards: {several}; `foreigndesk ach suppose` begins one"
        )
    return judge_matrix(found)


def suppose(case: CaseFile, board: str, words: str, analyst: str, now: dt.datetime | None = None) -> Hypothesis:
    """Add a hypothesis; the first begins the board."""
    return case.save_hypothesis(board, words, analyst, moment(now))


def adduce(case: CaseFile, board: str, words_or_id: str, analyst: str, now: dt.datetime | None = None) -> Evidence:
    """Add an item of evidence: a statement or event by the beginning of its id, or an assumption in words.

    Absence of what should be there is evidence too: say so in words. Raises UnknownId for a board that nobody began.
    """
    matrix(case, board)
    words, finding = words_or_id, None
    if words_or_id[:2] in {"s-", "e-"}:
        asked = asked_for(case, words_or_id)
        finding = asked.id
        words = asked.statement.words if asked.statement else ""
        words = words or (asked.event.passage.text if asked.event else "")
    return case.save_evidence(board, words, finding, analyst, moment(now))


def mark(
    case: CaseFile, board: str, evidence: int, hypothesis: int, fit: Fit, analyst: str, now: dt.datetime | None = None
) -> Marked:
    """Mark one item for one hypothesis, by their places on the board. Raises UnknownId for places it has not."""
    found = matrix(case, board).board
    if not (0 < evidence <= len(found.evidence) and 0 < hypothesis <= len(found.hypotheses)):
        size = f"{len(found.evidence)} items and {len(found.hypotheses)} hypotheses"
        raise UnknownId(f"the board {board!r} has {size}", "`foreigndesk ach show` numbers them")
    made = Marked(evidence, hypothesis, fit, analyst, moment(now))
    case.save_mark(board, made)
    return made


def moment(now: dt.datetime | None) -> str:
    """A time as it is kept: ISO 8601 in UTC, to the microsecond, so that later marks sort later."""
    return (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).isoformat()
