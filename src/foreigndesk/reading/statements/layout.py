"""Where the words of a report stand: in which sentence, paragraph and quotation."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from foreigndesk.model import Span
from foreigndesk.reading.statements.quotations import Quotation, find_quotations

NONE = -1


class Layout:
    """For every token the number of its sentence and paragraph, and of the quotation it stands in (-1: in none)."""

    def __init__(self, doc: Doc, text: str) -> None:
        """Number everything once, so that no later step walks the sentences again."""
        self.tokens: list[Token] = list(doc)
        self.starts: list[int] = [token.idx for token in self.tokens]
        self.sentence: list[int] = []
        for number, sentence in enumerate(doc.sents):
            self.sentence += [number] * len(sentence)
        self.paragraph: list[int] = []
        paragraph = 0
        for token in self.tokens:
            self.paragraph.append(paragraph)
            paragraph += token.is_space and "\n" in token.text
        self.quotations: Sequence[Quotation] = find_quotations(text)
        self.quotation = [NONE] * len(self.tokens)
        for number, quotation in enumerate(self.quotations):
            for part in quotation.parts:
                first, end = self.between(part)
                self.quotation[first:end] = [number] * (end - first)

    def between(self, span: Span) -> tuple[int, int]:
        """[first, end) token numbers of those that a span of characters touches."""
        first = max(bisect.bisect_right(self.starts, span.start) - 1, 0)
        end = bisect.bisect_left(self.starts, span.end)
        if first < end and self.starts[first] + len(self.tokens[first]) <= span.start:
            first += 1
        return first, end

    def at(self, span: Span) -> list[Token]:
        """The tokens that a span of characters touches."""
        first, end = self.between(span)
        return self.tokens[first:end]


def head_of(tokens: Sequence[Token]) -> Token | None:
    """The word of a phrase that the others hang on."""
    if not tokens:
        return None
    first, last = tokens[0].i, tokens[-1].i
    for token in tokens:
        head = token.head.i
        if (not first <= head <= last or head == token.i) and not (token.is_space or token.is_punct):
            return token
    return tokens[0]
