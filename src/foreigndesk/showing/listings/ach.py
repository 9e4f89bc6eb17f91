"""A matrix of competing hypotheses as a table, and as a page of its own."""

from __future__ import annotations

from foreigndesk.model import EvidenceRow, Fit, Matrix
from foreigndesk.showing.listings.places import GLANCE
from foreigndesk.showing.tables import Column, Table
from foreigndesk.showing.words import one_line

SIGNS = {Fit.CONSISTENT: "+", Fit.INCONSISTENT: "–", Fit.NEUTRAL: "0"}


def list_matrix(matrix: Matrix) -> Table:
    """One row an item; under each hypothesis the analyst's mark, or in brackets what the desk would mark."""
    names = [f"H{hypothesis.rank}" for hypothesis in matrix.board.hypotheses]
    rows = [
        (
            str(row.evidence.rank),
            one_line(row.evidence.words),
            row.evidence.finding or "",
            *cells(row),
            notes(row),
        )
        for row in matrix.rows
    ]
    rows.append(("", "against it", "", *(str(count) for count in matrix.against), ""))
    columns = (
        Column("E", 2),
        Column("evidence", 24, grows=True, most=GLANCE),
        Column("finding", 14, spare=True),
        *(Column(name, 5) for name in names),
        Column("note", 10, spare=True),
    )
    return Table(columns, tuple(rows), (matrix,), "No hypotheses yet.")


def cells(row: EvidenceRow) -> tuple[str, ...]:
    """The marks of an item.

    >>> SIGNS[Fit.INCONSISTENT]
    '–'
    """
    pairs = zip(row.marked, row.suggested, strict=True)
    return tuple(SIGNS[mine] if mine else f"({SIGNS[desk]})" if desk else "" for mine, desk in pairs)


def notes(row: EvidenceRow) -> str:
    """What to know of an item."""
    words = ["the order hangs on it"] if row.sensitive else []
    if all(row.marked) and not row.diagnostic:
        words.append("tells nothing apart")
    return ", ".join(words)


def legend(matrix: Matrix) -> list[str]:
    """The hypotheses in the order of what speaks against them, and what to know of it."""
    by_rank = {hypothesis.rank: hypothesis for hypothesis in matrix.board.hypotheses}
    counts = dict(zip(by_rank, matrix.against, strict=True))
    lines = [f"H{rank} {by_rank[rank].words} ({counts[rank]} against)" for rank in matrix.order]
    return [*lines, *(f"- {reason.sentence}" for reason in matrix.reasons)]
