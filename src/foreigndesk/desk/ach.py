"""The errand of assessment: hypotheses against evidence, as an analyst types, weighs and marks them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from foreigndesk.casefile import CaseFile
from foreigndesk.desk.answer import labels
from foreigndesk.desk.claims import claim_of
from foreigndesk.desk.lineage import asked_for
from foreigndesk.desk.silence import silence_of
from foreigndesk.errors import UnknownId
from foreigndesk.model import (
    Board,
    BoardStep,
    Cite,
    Evidence,
    EvidenceKind,
    Fit,
    Hypothesis,
    Level,
    Marked,
    Matrix,
    Reason,
    Report,
    Silence,
    SilenceKind,
)
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.listings import cite_of_event, cite_of_statement
from foreigndesk.showing.reasons import Why
from foreigndesk.weighing.ach import judge_matrix
from foreigndesk.weighing.contents import Content, content_of_event, content_of_statement

FINDINGS = ("s-", "e-", "c-", "q-")
PARTS = {"H": "hypothesis", "E": "evidence"}


@dataclass(frozen=True, slots=True)
class Rests:
    """What is put on a board: its words, what it is, and the passages it rests on."""

    words: str
    finding: str | None
    kind: EvidenceKind
    cites: tuple[Cite, ...] = ()


def boards(case: CaseFile) -> list[str]:
    """The names of all boards."""
    return case.load_boards()


def matrix(case: CaseFile, board: str) -> Matrix:
    """A board worked out. Raises UnknownId for one that nobody began."""
    found = board_of(case, board)
    return judge_matrix(found, dict(contents_of(case, found)))


def board_of(case: CaseFile, board: str) -> Board:
    """A board as it stands. Raises UnknownId for one that nobody began."""
    found = case.load_board(board)
    if not found.hypotheses and board not in case.load_boards():
        several = ", ".join(case.load_boards()) or "none yet"
        raise UnknownId(
            f"no board {board!r} in {case.path}", f"boards: {several}; `foreigndesk ach suppose` begins one"
        )
    return found


def suppose(case: CaseFile, board: str, words: str, analyst: str, now: dt.datetime | None = None) -> Hypothesis:
    """Add a hypothesis; the first begins the board."""
    return case.save_hypothesis(board, words, analyst, moment(now))


def adduce(
    case: CaseFile,
    board: str,
    words_or_id: str,
    analyst: str,
    now: dt.datetime | None = None,
    *,
    absent: bool = False,
) -> Evidence:
    """Add an item of evidence: a statement, event, claim or silence by the beginning of its id, or words.

    Words are an assumption, or, with `absent`, what should be there and is not. Raises UnknownId for a board that
    nobody began, and for an id that nothing has.
    """
    board_of(case, board)
    found = resting(case, words_or_id, absent=absent)
    return case.save_evidence(board, found.words, found.finding, analyst, moment(now), found.kind, found.cites)


def resting(case: CaseFile, words_or_id: str, *, absent: bool) -> Rests:
    """What an id or words put on a board. Raises UnknownId."""
    begin = words_or_id.strip().lower()
    if not begin.startswith(FINDINGS) or " " in begin:
        return Rests(words_or_id, None, EvidenceKind.ABSENCE if absent else EvidenceKind.ASSUMPTION)
    if begin.startswith("c-"):
        claim = claim_of(case, begin)
        return Rests(claim.words, claim.id, EvidenceKind.CLAIM, claim.cites)
    if begin.startswith("q-"):
        silence = silence_of(case, begin)
        return Rests(told_silence(silence), silence.id, EvidenceKind.SILENCE, silence.cites)
    asked = asked_for(case, begin)
    report = asked.reading.report.id
    if asked.statement is not None:
        cite = cite_of_statement(report, asked.statement)
        return Rests(asked.statement.words, asked.id, EvidenceKind.STATEMENT, (cite,))
    assert asked.event is not None
    return Rests(asked.event.passage.text, asked.id, EvidenceKind.EVENT, (cite_of_event(report, asked.event),))


def told_silence(silence: Silence) -> str:
    """A silence in words: what a report tells, or what is not in this case file and how much of the time it holds."""
    days = f" since {silence.since}" if silence.since else ""
    if silence.kind is SilenceKind.REPORTED:
        return f"{silence.name} is told to have been silent on {silence.about}{days}"
    return f"Of {silence.name} nothing on {silence.about} is in this case file{days} ({silence.coverage})"


def mark(
    case: CaseFile, board: str, evidence: int, hypothesis: int, fit: Fit, analyst: str, now: dt.datetime | None = None
) -> Marked:
    """Mark one item for one hypothesis, by their numbers. Raises UnknownId for numbers the board has not."""
    found = board_of(case, board)
    known = {one.rank for one in found.evidence}, {one.rank for one in found.hypotheses}
    if evidence not in known[0] or hypothesis not in known[1]:
        size = f"{len(found.evidence)} items and {len(found.hypotheses)} hypotheses"
        raise UnknownId(f"the board {board!r} has {size}", "`foreigndesk ach show` numbers them")
    made = Marked(evidence, hypothesis, fit, analyst, moment(now))
    case.save_mark(board, made)
    return made


def weigh(
    case: CaseFile,
    board: str,
    evidence: int,
    credibility: Level,
    relevance: Level,
    analyst: str,
    now: dt.datetime | None = None,
) -> None:
    """Say how credible and relevant an item is. Raises UnknownId for one the board has not."""
    rank = present(board_of(case, board), f"E{evidence}")
    case.save_board_change(board, "evidence", rank, "weigh", analyst, moment(now), weights=(credibility, relevance))


def reword(case: CaseFile, board: str, part: str, words: str, analyst: str, now: dt.datetime | None = None) -> None:
    """Put a hypothesis ("H2") or an item ("E3") in other words; the former stay as history. Raises UnknownId."""
    found = board_of(case, board)
    rank = present(found, part)
    case.save_board_change(board, PARTS[part[:1].upper()], rank, "reword", analyst, moment(now), words=words)


def remove(case: CaseFile, board: str, part: str, analyst: str, now: dt.datetime | None = None) -> None:
    """Take a hypothesis ("H2") or an item ("E3") from a board; its number is not given again. Raises UnknownId."""
    rank = present(board_of(case, board), part)
    case.save_board_change(board, PARTS[part[:1].upper()], rank, "remove", analyst, moment(now))


def restore(case: CaseFile, board: str, part: str, analyst: str, now: dt.datetime | None = None) -> None:
    """Put back what was taken from a board, with its marks. Raises UnknownId for what never was on it, or still is."""
    letter, rank = part_of(part)
    if f"{letter}{rank}" not in {step.part for step in removed(case, board)}:
        raise UnknownId(f"{part} was not taken from {board!r}", "`foreigndesk ach history` shows what was")
    case.save_board_change(board, PARTS[letter], rank, "restore", analyst, moment(now))


def removed(case: CaseFile, board: str) -> list[BoardStep]:
    """What was taken from a board and not put back: who took it when, and its last words. Raises UnknownId."""
    words: dict[str, str] = {}
    gone: dict[str, BoardStep] = {}
    for step in history(case, board):
        if step.change in {"suppose", "adduce", "reword"}:
            words[step.part] = step.words
        elif step.change == "remove":
            gone[step.part] = step
        elif step.change == "restore":
            del gone[step.part]
    return [replace(step, words=words[part]) for part, step in gone.items()]


def present(board: Board, part: str) -> int:
    """The rank of a hypothesis ("H2") or item ("E3") that is on a board. Raises UnknownId."""
    letter, rank = part_of(part)
    if rank not in {one.rank for one in (board.hypotheses if letter == "H" else board.evidence)}:
        raise UnknownId(f"the board {board.name!r} has no {part}", "`foreigndesk ach show` numbers them")
    return rank


def part_of(part: str) -> tuple[str, int]:
    """Letter and number of a part of a board.

    >>> part_of("h2")
    ('H', 2)
    """
    letter, number = part[:1].upper(), part[1:]
    if letter not in PARTS or not number.isdecimal():
        raise UnknownId(f"{part!r} is no part of a board", "write H1 for a hypothesis, E1 for an item of evidence")
    return letter, int(number)


def history(case: CaseFile, board: str) -> list[BoardStep]:
    """All that analysts did on a board, in order of time. Raises UnknownId."""
    board_of(case, board)
    return case.load_board_history(board)


def why(case: CaseFile, board: str, evidence: int, hypothesis: int) -> Why:
    """Why the desk suggests what it does for a cell, and who marked it when. Raises UnknownId."""
    found = matrix(case, board)
    present(found.board, f"E{evidence}")
    present(found.board, f"H{hypothesis}")
    row = next(row for row in found.rows if row.evidence.rank == evidence)
    place = [one.rank for one in found.board.hypotheses].index(hypothesis)
    fit, reason = row.suggested[place], row.why[place]
    if fit is None or reason is None:
        reasons = [
            Reason("no-suggestion", "It tells of something else in words; how it goes with it is yours to judge.")
        ]
    else:
        reasons = [Reason(f"suggests {fit.value}", reason.sentence)]
    cell = f"E{evidence} H{hypothesis}"
    reasons += [
        Reason("marked", f"Marked {step.words} by {step.analyst}, {step.made[:16].replace('T', ' ')}.")
        for step in case.load_board_history(board)
        if step.part == cell
    ]
    cites = [cite for cite in row.evidence.cites if case.load_report(cite.report)][:1]
    return Why(cell, "The cell", tuple(reasons), labels(case, [cites[0].report]).ref(cites[0]) if cites else None, "")


def reports_of(case: CaseFile, found: Matrix) -> tuple[list[Report], Labels]:
    """The reports that a board's evidence rests on, as far as the case file has them; the labels of their cites."""
    ids = dict.fromkeys(cite.report for row in found.rows for cite in row.evidence.cites)
    reports = [report for each in ids if (report := case.load_report(each)) is not None]
    return reports, labels(case, [report.id for report in reports])


def contents_of(case: CaseFile, board: Board) -> Iterator[tuple[int, Content]]:
    """The contents of items that are statements, events or claims which the case file still holds."""
    for item in board.evidence:
        finding = item.finding
        if finding is None or finding[:2] not in {"s-", "e-", "c-"}:
            continue
        try:
            if finding.startswith("c-"):
                claim = claim_of(case, finding)
                finding = next((one.statement for one in claim.positions if one.cite == claim.cite), finding)
            asked = asked_for(case, finding)
        except UnknownId:  # its report was removed: the words on the board remain
            continue
        if asked.statement is not None:
            yield item.rank, content_of_statement(asked.statement)
        elif asked.event is not None:
            yield item.rank, content_of_event(asked.event)


def moment(now: dt.datetime | None) -> str:
    """A time as it is kept: ISO 8601 in UTC, to the microsecond, so that later marks sort later."""
    return (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).isoformat()
