"""The statement tagger: a small encoder that marks speakers, cues and contents and links them (weights/MODEL_CARD.md).

    windows.py  text -> words, wordpieces, windows
    tagger.py   windows -> tags and links of every word (onnxruntime; no torch)
    decode.py   tags and links -> attributions
    repair.py   what print makes plain without a model: whole quotations, signatures, transcripts

How the weights are made: training/statements.
"""

from __future__ import annotations

import functools
from importlib.resources import as_file, files

from spacy.tokens import Doc

from foreigndesk.model import Span
from foreigndesk.reading.statements.attribution import Attribution
from foreigndesk.reading.statements.tagging.decode import decode
from foreigndesk.reading.statements.tagging.tagger import Tagger

TAGGER_VERSION = "tagger-1"  # part of the reader's version


class AttributionTagger:
    """The shipped tagger with its decoder."""

    def __init__(self, tagger: Tagger) -> None:
        """Take a loaded tagger."""
        self.tagger = tagger

    def find(self, doc: Doc, text: str) -> list[Attribution]:
        """The outermost attributions of a text (the Doc's); `construct` is left open."""
        tagged = self.tagger(text, [sentence.start_char for sentence in doc.sents])
        return [
            Attribution(spans(one.source), spans(one.cue), spans(one.content), "", one.score)
            for one in decode(text, tagged)
            if one.content
        ]


def spans(pairs: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
    """Pairs of offsets as spans, those without words left out."""
    return tuple(Span(start, end) for start, end in pairs if start < end)


@functools.cache
def load_tagger() -> AttributionTagger:
    """The tagger with the weights that ship; loaded once a process, on one thread."""
    with as_file(files(__name__) / "weights") as folder:
        return AttributionTagger(Tagger(folder))
