"""Quotation marks -> quotations: also over several paragraphs, nested, curly or straight."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foreigndesk.model import Span, paragraphs

OPENING, CLOSING, STRAIGHT = "“«„", "”»", '"'
# Two single marks stand for a double one in some feeds; a single mark opens only before a word at the start of one,
# and closes only where no letter follows, so that apostrophes stay out.
MARK = re.compile(r"''|``|[“”«»„\"]|(?<![\w’'])[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation, marks included; `parts` holds a span a paragraph where it runs over several."""

    parts: tuple[Span, ...]

    @property
    def whole(self) -> Span:
        """From the first mark to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)

    @property
    def length(self) -> int:
        """Characters quoted."""
        return sum(part.end - part.start for part in self.parts)


def find_quotations(text: str) -> tuple[Quotation, ...]:
    r"""The outermost quotations of a text, in order.

    A paragraph that opens a quotation and does not close it goes on in the next paragraph if that opens with a mark
    again (the newspapers' way with long quotations); otherwise it ends with its paragraph.

    >>> [text[q.whole.start:q.whole.end] for text in ['“Go,” she said.'] for q in find_quotations(text)]
    ['“Go,”']
    """
    found: list[Quotation] = []
    unclosed: list[Span] = []
    for paragraph in paragraphs(text):
        marks = quotation_marks(text, paragraph)
        if unclosed and not (marks and marks[0].start == paragraph.start):
            found.append(Quotation(tuple(unclosed)))
            unclosed = []
        start: int | None = None
        single = False
        for mark in marks:
            sign = text[mark.start : mark.end]
            if start is None:
                if sign not in CLOSING + "’":
                    start, single = mark.start, sign in "‘'"
            elif closes(sign, single) and mark.end - start > 2:
                found.append(Quotation((*unclosed, Span(start, mark.end))))
                unclosed, start = [], None
        if start is not None and not single:
            unclosed.append(Span(start, paragraph.end))
    if unclosed:
        found.append(Quotation(tuple(unclosed)))
    return tuple(found)


def quotation_marks(text: str, paragraph: Span) -> list[Span]:
    """The quotation marks of a paragraph."""
    return [Span(m.start(), m.end()) for m in MARK.finditer(text, paragraph.start, paragraph.end)]


def closes(sign: str, single: bool) -> bool:
    """Whether a mark can close a quotation that a single or a double mark opened."""
    return sign in "’'" if single else sign in CLOSING + STRAIGHT or sign == "''"
