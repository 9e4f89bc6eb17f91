"""Marks in a text that may overlap: the text is cut wherever one begins or ends, so that pieces never do."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from foreigndesk.model import Span


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch [start, end) of a text and what it is marked as."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks: those that cover it, and those that begin and end with it."""

    text: str
    over: tuple[Mark, ...]
    begins: tuple[Mark, ...]
    ends: tuple[Mark, ...]


def cut(text: str, within: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The text within a span in pieces that add up to it; a mark that reaches beyond the span is cut off there.

    >>> [(piece.text, len(piece.over)) for piece in cut("abcdef", Span(0, 6), [Mark(1, 4, "x"), Mark(2, 5, "y")])]
    [('a', 0), ('b', 1), ('cd', 2), ('e', 1), ('f', 0)]
    """
    inside = sorted(mark for mark in set(marks) if mark.start < within.end and within.start < mark.end)
    inner = {place for mark in inside for place in (mark.start, mark.end) if within.start < place < within.end}
    edges = [within.start, *sorted(inner), within.end]
    starting: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in inside:
        if mark.start < mark.end:
            starting[max(mark.start, within.start)].append(mark)
    pieces = []
    over: list[Mark] = []  # in order; from edge to edge, so that thousands of marks cost no more than they cover
    for start, end in pairwise(edges):
        over = [mark for mark in over if mark.end > start]
        for mark in starting[start]:
            insort(over, mark)
        ends = tuple(mark for mark in over if min(mark.end, within.end) == end)
        pieces.append(Piece(text[start:end], tuple(over), tuple(starting[start]), ends))
    return tuple(pieces)
