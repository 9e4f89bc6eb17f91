"""Two kindred reports beside each other: shared passages in one row, their words compared, the rest where it stands."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from foreigndesk.model import Kinship, Report, Span, paragraphs

WORD = re.compile(r"\s+|\w+|[^\w\s]")
MOST_WORDS = 4_000  # of a passage compared word by word: difflib grows with the square of what differs
MOST_ROWS = 400


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one side: shared with the other, or only here."""

    text: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """One row: a stretch of the debtor's text beside one of the creditor's; None where the other has nothing."""

    left: tuple[Run, ...] | None
    right: tuple[Run, ...] | None
    left_span: Span | None
    right_span: Span | None


@dataclass(frozen=True, slots=True)
class Beside:
    """Both texts in rows, in the order of the first; `left_out` rows are not shown, `kept` is the share in common."""

    pairs: tuple[Pair, ...]
    left_out: int
    kept: float


def beside(left: Report, right: Report, kinship: Kinship | None) -> Beside:
    """Two reports in rows by what a kinship says they share; without one, paragraph by paragraph unaligned."""
    shared = sorted(spans_of(left.id, kinship)) if kinship else []
    taken = sorted(there for _, there in shared)
    rows = list(rows_of(left, right, shared))
    rows += [
        Pair(None, (Run(right.text[rest.start : rest.end], False),), None, rest) for rest in rest_of(right.text, taken)
    ]
    ordered = in_order(rows)
    same = sum(len(run.text) for row in rows for run in row.left or () if run.shared)
    return Beside(tuple(ordered[:MOST_ROWS]), max(len(ordered) - MOST_ROWS, 0), same / max(len(left.text), 1))


def spans_of(left: str, kinship: Kinship) -> Iterator[tuple[Span, Span]]:
    """What is shared: here in the one, there in the other."""
    for one in kinship.shared:
        here, there = (one.debtor, one.creditor) if one.debtor.report == left else (one.creditor, one.debtor)
        yield Span(here.start, here.end), Span(there.start, there.end)


def rows_of(left: Report, right: Report, shared: Sequence[tuple[Span, Span]]) -> Iterator[Pair]:
    """Shared passages compared, and what of the left stands between them."""
    for here, there in shared:
        ours, theirs = compared(left.text[here.start : here.end], right.text[there.start : there.end])
        yield Pair(ours, theirs, here, there)
    for rest in rest_of(left.text, [here for here, _ in shared]):
        yield Pair((Run(left.text[rest.start : rest.end], False),), None, rest, None)


def rest_of(text: str, taken: Sequence[Span]) -> list[Span]:
    """What of a text's paragraphs lies in none of the spans; stretches without a letter are left out."""
    rest = []
    for paragraph in paragraphs(text):
        start = paragraph.start
        for span in taken:
            if span.end <= start or span.start >= paragraph.end:
                continue
            if span.start > start:
                rest.append(Span(start, span.start))
            start = max(start, span.end)
        if start < paragraph.end:
            rest.append(Span(start, paragraph.end))
    return [span for span in rest if re.search(r"\w", text[span.start : span.end])]


def in_order(rows: Sequence[Pair]) -> list[Pair]:
    """Rows by where they stand on the left; what is only on the right behind the shared passage before it.

    What stands in one only between two shared passages is put in one row with what the other has there.
    """
    anchors = sorted((row.right_span.start, row.left_span.start) for row in rows if row.left_span and row.right_span)

    def key(row: Pair) -> tuple[int, int, int]:
        if row.left_span is not None:
            return row.left_span.start, 0, 0
        start = row.right_span.start if row.right_span else 0
        before = [left for right, left in anchors if right < start]
        return before[-1] if before else -1, 1, start

    ordered: list[Pair] = []
    alone: list[Pair] = []
    for row in sorted(rows, key=key):
        if row.left_span and row.right_span:
            ordered += [*joined(alone), row]
            alone = []
        else:
            alone.append(row)
    return [*ordered, *joined(alone)]


def joined(alone: Sequence[Pair]) -> Iterator[Pair]:
    """Stretches that stand on one side only, side by side as far as both sides have some."""
    ours = [row for row in alone if row.left_span is not None]
    theirs = [row for row in alone if row.left_span is None]
    for left, right in zip_longest(ours, theirs):
        if left is None or right is None:
            yield left or right
            continue
        mine, other = compared(words_of(left.left), words_of(right.right))
        yield Pair(mine, other, left.left_span, right.right_span)


def words_of(runs: Sequence[Run] | None) -> str:
    """The words of runs."""
    return "".join(run.text for run in runs or ())


def compared(one: str, other: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Two passages word by word, in runs of shared and other words.

    >>> compared("a cold war", "a chilly war")[1]
    (Run(text='a ', shared=True), Run(text='chilly', shared=False), Run(text=' war', shared=True))
    """
    ours, theirs = WORD.findall(one), WORD.findall(other)
    if max(len(ours), len(theirs)) > MOST_WORDS:
        return (Run(one, one == other),), (Run(other, one == other),)
    matcher = difflib.SequenceMatcher(None, [w.casefold() for w in ours], [w.casefold() for w in theirs], False)
    left: list[Run] = []
    right: list[Run] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        same = kind == "equal"
        left += [Run("".join(ours[a:b]), same)] if b > a else []
        right += [Run("".join(theirs[c:d]), same)] if d > c else []
    return tuple(left), tuple(right)
