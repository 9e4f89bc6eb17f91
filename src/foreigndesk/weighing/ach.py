"""Analysis of competing hypotheses (Heuer 1999, chapter 8; Tradecraft Primer 2009): the matrix worked out.

Hypotheses are tried by what speaks against them, not by what supports them. The order is an aid: it never overrules the
analyst, whose marks alone count; the desk's suggestions stand beside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from foreigndesk.model import Board, EvidenceRow, Fit, Matrix, Reason
from foreigndesk.weighing.contents import agrees, content_of, contradicts


def judge_matrix(board: Board) -> Matrix:
    """The matrix of a board: what speaks against each hypothesis, what tells them apart, and what the order hangs on.

    A board without evidence or marks has every hypothesis at 0, in the order in which they were typed.
    """
    marks = {(mark.evidence, mark.hypothesis): mark.fit for mark in board.marks}
    ranks = [hypothesis.rank for hypothesis in board.hypotheses]
    items = [item.rank for item in board.evidence]
    against = count_against(ranks, items, marks)
    order = order_of(ranks, against)
    rows = []
    for item in board.evidence:
        marked = tuple(marks.get((item.rank, rank)) for rank in ranks)
        without = order_of(ranks, count_against(ranks, [one for one in items if one != item.rank], marks))
        suggested = tuple(suggest(item.words, hypothesis.words) for hypothesis in board.hypotheses)
        rows.append(EvidenceRow(item, marked, suggested, is_diagnostic(marked), without[:1] != order[:1]))
    return Matrix(board, tuple(rows), tuple(against[rank] for rank in ranks), order, tuple(reasons_of(board, rows)))


def count_against(ranks: Sequence[int], items: Sequence[int], marks: Mapping[tuple[int, int], Fit]) -> dict[int, int]:
    """How many items are inconsistent with each hypothesis."""
    return {rank: sum(marks.get((item, rank)) is Fit.INCONSISTENT for item in items) for rank in ranks}


def order_of(ranks: Sequence[int], against: Mapping[int, int]) -> tuple[int, ...]:
    """Hypotheses by how little speaks against them; of equals the one typed first."""
    return tuple(sorted(ranks, key=lambda rank: (against[rank], rank)))


def is_diagnostic(marked: Sequence[Fit | None]) -> bool:
    """Whether an item goes differently with different hypotheses; what goes with all of them tells nothing.

    >>> is_diagnostic([Fit.CONSISTENT, Fit.CONSISTENT]), is_diagnostic([Fit.CONSISTENT, Fit.INCONSISTENT])
    (False, True)
    """
    return len({fit for fit in marked if fit is not None}) > 1


def suggest(evidence: str, hypothesis: str) -> Fit | None:
    """What the desk would mark: only where the item says the same as the hypothesis, or its opposite; else None.

    >>> suggest("troops were not sent to Kursk by rail", "troops were sent to Kursk by rail")
    <Fit.INCONSISTENT: 'inconsistent'>
    """
    one, other = content_of(evidence), content_of(hypothesis)
    if contradicts(one, other):
        return Fit.INCONSISTENT
    return Fit.CONSISTENT if agrees(one, other) else None


def reasons_of(board: Board, rows: Sequence[EvidenceRow]) -> list[Reason]:
    """What an analyst should know of the matrix before trusting its order."""
    reasons = [Reason("order", "The hypothesis with the fewest items against it stands first; support does not count.")]
    unmarked = sum(fit is None for row in rows for fit in row.marked)
    if unmarked:
        reasons.append(
            Reason("unmarked", f"{unmarked} of {len(rows) * len(board.hypotheses)} cells are not marked yet.")
        )
    idle = [str(row.evidence.rank) for row in rows if all(row.marked) and not row.diagnostic]
    if idle:
        reasons.append(Reason("not-diagnostic", f"These items tell no hypotheses apart: {', '.join(idle)}."))
    hinges = [str(row.evidence.rank) for row in rows if row.sensitive]
    if hinges:
        reasons.append(
            Reason("sensitive", f"Without one of these another hypothesis would come first: {', '.join(hinges)}.")
        )
    return reasons
