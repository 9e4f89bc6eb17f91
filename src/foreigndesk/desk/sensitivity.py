"""What the order of a board hangs on: which hypotheses would come first if one thing about it were otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from foreigndesk.model import Board, Level
from foreigndesk.weighing.ach import leaders_by, leaders_if_false, leaders_without


@dataclass(frozen=True, slots=True)
class Hinge:
    """One thing that, were it otherwise, would put other hypotheses first: what, in words, and which, by number."""

    what: str
    first: tuple[int, ...]


def hinges(board: Board) -> Iterator[Hinge]:
    """Each hinge of a board: without an item, with an item false, and with all items weighed alike."""
    first = leaders_by(board, board.evidence)
    alike = [replace(one, credibility=Level.MEDIUM, relevance=Level.MEDIUM) for one in board.evidence]
    cases = [
        (what, then)
        for item in board.evidence
        for what, then in (
            (f"Without E{item.rank}", leaders_without(board, item)),
            (f"Were E{item.rank} false", leaders_if_false(board, item)),
        )
    ]
    for what, then in (*cases, ("Were all items weighed alike", leaders_by(board, alike))):
        if then != first:
            yield Hinge(what, tuple(sorted(then)))
