"""Analysis of competing hypotheses (Heuer 1999, chapter 8; Tradecraft Primer 2009): the matrix worked out.

Hypotheses are tried by what speaks against them, not by what supports them. The order is an aid: it never overrules the
analyst, whose marks alone count; the desk's suggestions stand beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from foreigndesk.model import Board, Evidence, EvidenceRow, Fit, Hypothesis, Level, Matrix, Reason
from foreigndesk.weighing.contents import TOGETHER, Content, closeness, content_of, is_same
from foreigndesk.weighing.polarity import Polarity, Sign, polarity, sided

Marks = Mapping[tuple[int, int], Fit]
# After the weighted inconsistency of Xerox PARC's ACH 2.0: each step doubles the square, so that an item both credible
# and relevant counts twice, one that is neither half, and one that nobody weighed once.
WEIGHTS: dict[Level, float] = {Level.LOW: 0.5**0.5, Level.MEDIUM: 1.0, Level.HIGH: 2**0.5}
REVERSED = {Fit.CONSISTENT: Fit.INCONSISTENT, Fit.INCONSISTENT: Fit.CONSISTENT}
ROUNDING = 9  # places: of equal scores none is first by the last bit
AGAINST = {
    Sign.NO: "It denies what H{rank} says.",
    Sign.DOUBTED: "It doubts what H{rank} says.",
}


def judge_matrix(board: Board, contents: Mapping[int, Content] | None = None) -> Matrix:
    """The matrix of a board: what speaks against each hypothesis, what tells them apart, and what the order hangs on.

    `contents` are those of items that are statements or the like, by rank; of others the words alone count. A board
    without evidence or marks has every hypothesis at 0, in the order in which they were typed.
    """
    marks = marks_of(board)
    ranks = [hypothesis.rank for hypothesis in board.hypotheses]
    scores = scores_of(ranks, board.evidence, marks)
    first = leaders(scores)
    rows = []
    for item in board.evidence:
        marked = tuple(marks.get((item.rank, rank)) for rank in ranks)
        content = (contents or {}).get(item.rank) or content_of(item.words)
        suggestions = [suggest(item, content, hypothesis) for hypothesis in board.hypotheses]
        rows.append(
            EvidenceRow(
                item,
                marked,
                tuple(fit for fit, _ in suggestions),
                is_diagnostic(marked),
                sensitive=leaders_without(board, item) != first,
                if_false=leaders_if_false(board, item) != first,
                why=tuple(reason for _, reason in suggestions),
            )
        )
    return Matrix(
        board,
        tuple(rows),
        tuple(count_against(rank, board.evidence, marks) for rank in ranks),
        order_of(scores),
        tuple(reasons_of(board, rows)),
        tuple(scores.values()),
    )


def weight_of(item: Evidence) -> float:
    """How much an item counts: by the analyst's credibility and relevance, 1 where nobody weighed it."""
    return WEIGHTS[item.credibility] * WEIGHTS[item.relevance]


def count_against(rank: int, items: Iterable[Evidence], marks: Marks) -> int:
    """How many items are inconsistent with a hypothesis."""
    return sum(marks.get((item.rank, rank)) is Fit.INCONSISTENT for item in items)


def scores_of(ranks: Sequence[int], items: Sequence[Evidence], marks: Marks) -> dict[int, float]:
    """What speaks against each hypothesis, weighed."""
    return {
        rank: round(
            sum(weight_of(item) for item in items if marks.get((item.rank, rank)) is Fit.INCONSISTENT), ROUNDING
        )
        for rank in ranks
    }


def leaders(scores: Mapping[int, float]) -> frozenset[int]:
    """The hypotheses that the least speaks against."""
    return frozenset(rank for rank, score in scores.items() if score == min(scores.values()))


def leaders_without(board: Board, item: Evidence) -> frozenset[int]:
    """The hypotheses that would come first without an item."""
    return leaders_by(board, [one for one in board.evidence if one is not item])


def leaders_if_false(board: Board, item: Evidence) -> frozenset[int]:
    """The hypotheses that would come first if an item were false: what speaks for one then speaks against it."""
    marks = marks_of(board)
    turned = {key: REVERSED.get(fit, fit) if key[0] == item.rank else fit for key, fit in marks.items()}
    return leaders_by(board, board.evidence, turned)


def leaders_by(board: Board, items: Sequence[Evidence], marks: Marks | None = None) -> frozenset[int]:
    """The hypotheses of a board that the least of some items speaks against, by its own marks or others."""
    ranks = [hypothesis.rank for hypothesis in board.hypotheses]
    return leaders(scores_of(ranks, items, marks_of(board) if marks is None else marks))


def marks_of(board: Board) -> Marks:
    """How analysts marked a board, by item and hypothesis."""
    return {(mark.evidence, mark.hypothesis): mark.fit for mark in board.marks}


def order_of(scores: Mapping[int, float]) -> tuple[int, ...]:
    """Hypotheses by how little speaks against them; of equals the one typed first."""
    return tuple(sorted(scores, key=lambda rank: (scores[rank], rank)))


def is_diagnostic(marked: Sequence[Fit | None]) -> bool:
    """Whether an item goes differently with different hypotheses; what goes with all of them tells nothing.

    >>> is_diagnostic([Fit.CONSISTENT, Fit.CONSISTENT]), is_diagnostic([Fit.CONSISTENT, Fit.INCONSISTENT])
    (False, True)
    """
    return len({fit for fit in marked if fit is not None}) > 1


def suggest(item: Evidence, content: Content, hypothesis: Hypothesis) -> tuple[Fit | None, Reason | None]:
    """What the desk would mark, and why: only where the item tells what the hypothesis does, or its opposite.

    What leaves it open is neutral. What tells of something else is the analyst's to judge, and so is a silence or an
    absence: whether somebody should have spoken if the hypothesis were true, no words tell.
    """
    if item.kind.value in {"silence", "absence"}:
        return None, None
    other = content_of(hypothesis.words)
    if not is_same(content, other) and closeness(content, other) < TOGETHER:
        return None, None
    told = polarity(content, other)
    if told is None:
        return Fit.NEUTRAL, Reason("leaves-open", f"It speaks of what H{hypothesis.rank} says and takes no side.")
    if told is Polarity.AGREE:
        return Fit.CONSISTENT, Reason("says-the-same", f"It tells the same as H{hypothesis.rank}.")
    against = AGAINST.get(sided(content)) if not sided(other).is_against else None
    sentence = (against or "It tells the contrary of H{rank}.").format(rank=hypothesis.rank)
    return Fit.INCONSISTENT, Reason("says-the-opposite", sentence)


def reasons_of(board: Board, rows: Sequence[EvidenceRow]) -> list[Reason]:
    """What an analyst should know of the matrix before trusting its order."""
    reasons = [Reason("order", "The hypothesis with the least against it stands first; support does not count.")]
    if any(weight_of(row.evidence) != 1 for row in rows):
        reasons.append(Reason("weighed", "Items count by the credibility and relevance that analysts gave them."))
    unmarked = sum(fit is None for row in rows for fit in row.marked)
    if unmarked:
        reasons.append(
            Reason("unmarked", f"{unmarked} of {len(rows) * len(board.hypotheses)} cells are not marked yet.")
        )
    differing = sum(
        mine is not None and desk is not None and mine is not desk
        for row in rows
        for mine, desk in zip(row.marked, row.suggested, strict=True)
    )
    if differing:
        plural = "s differ" if differing > 1 else " differs"
        reasons.append(Reason("differing", f"{differing} mark{plural} from what the desk suggests; the mark counts."))
    for rule, sentence, chosen in (
        (
            "not-diagnostic",
            "These items tell no hypotheses apart: {}.",
            [row for row in rows if all(row.marked) and not row.diagnostic],
        ),
        ("sensitive", "Without one of these others would come first: {}.", [row for row in rows if row.sensitive]),
        ("if-false", "Were one of these false, others would come first: {}.", [row for row in rows if row.if_false]),
    ):
        if chosen:
            reasons.append(Reason(rule, sentence.format(", ".join(f"E{row.evidence.rank}" for row in chosen))))
    if rows and not any(row.evidence.kind.value in {"absence", "silence"} for row in rows):
        reasons.append(
            Reason(
                "no-absence", "No item tells of what should be there and is not: is nothing that was expected missing?"
            )
        )
    return reasons
