"""What the order of a board hangs on: which hypotheses would come first if one thing about it were otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from foreigndesk.model import Board, Evidence, Level
from foreigndesk.weighing.ach import REVERSED, Marks, leaders, scores_of


@dataclass(frozen=True, slots=True)
class Hinge:
    """One thing that, were it otherwise, would put other hypotheses first: what, in words, and which, by number."""

    what: str
    first: tuple[int, ...]


def hinges(board: Board) -> Iterator[Hinge]:
    """Each hinge of a board: without an item, with an item false, and with all items weighed alike."""
    marks = {(mark.evidence, mark.hypothesis): mark.fit for mark in board.marks}
    first = first_of(board, board.evidence, marks)
    for item in board.evidence:
        name = f"E{item.rank}"
        others = [one for one in board.evidence if one is not item]
        false = {key: REVERSED.get(fit, fit) if key[0] == item.rank else fit for key, fit in marks.items()}
        for what, then in (
            (f"Without {name}", first_of(board, others, marks)),
            (f"Were {name} false", first_of(board, board.evidence, false)),
        ):
            if then != first:
                yield Hinge(what, then)
    alike = [replace(one, credibility=Level.MEDIUM, relevance=Level.MEDIUM) for one in board.evidence]
    then = first_of(board, alike, marks)
    if then != first:
        yield Hinge("Were all items weighed alike", then)


def first_of(board: Board, items: Sequence[Evidence], marks: Marks) -> tuple[int, ...]:
    """The hypotheses that the least of some items speaks against."""
    return tuple(sorted(leaders(scores_of([one.rank for one in board.hypotheses], items, marks))))
