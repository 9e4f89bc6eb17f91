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

import numpy as np
from spacy.tokens import Doc

from foreigndesk.model import Span
from foreigndesk.reading.statements.attribution import Attribution
from foreigndesk.reading.statements.tagging.decode import decode
from foreigndesk.reading.statements.tagging.tagger import WIDTH, Floats, Tagged, Tagger

TAGGER_VERSION = "tagger-2"  # part of the reader's version


class AttributionTagger:
    """The shipped tagger with its decoder. It remembers the text that it read last, so that whoever asks for the
    attributions and for the vectors of one Doc pays for one pass of the encoder."""

    def __init__(self, tagger: Tagger) -> None:
        """Take a loaded tagger."""
        self.tagger = tagger
        self.tagged = functools.lru_cache(maxsize=1)(self._tagged)

    def _tagged(self, text: str, sentences: tuple[int, ...]) -> Tagged:
        return self.tagger(text, sentences)

    def see(self, doc: Doc, text: str) -> Tagged:
        """All that the encoder says of a text (the Doc's), by words of its own: runs of letters, single marks."""
        return self.tagged(text, tuple(sentence.start_char for sentence in doc.sents))

    def vectors(self, doc: Doc) -> Floats:
        """A vector for each token of a Doc: tokens x 384, float32; zeros for white space.

        The encoder's last hidden states, averaged over the wordpieces of the words that the token touches. They are
        read in windows of whole sentences (at most 190 wordpieces), so a token's vector knows its neighbours'
        sentences. Before or after `find` with the same Doc they cost no further pass.
        """
        tagged = self.see(doc, doc.text)
        starts = np.array([token.idx for token in doc], dtype=np.int64)
        ends = starts + np.array([len(token) for token in doc], dtype=np.int64)
        first = np.searchsorted(tagged.words.ends, starts, "right")
        counts = np.maximum(np.searchsorted(tagged.words.starts, ends), first) - first
        rows = np.zeros((len(doc), WIDTH), dtype=np.float32)
        rows[counts > 0] = tagged.vectors[first[counts > 0]]
        for n in np.flatnonzero(counts > 1):  # few: most tokens are one word
            rows[n] = tagged.vectors[first[n] : first[n] + counts[n]].mean(axis=0)
        return rows

    def find(self, doc: Doc, text: str) -> list[Attribution]:
        """The outermost attributions of a text (the Doc's); `construct` is left open."""
        tagged = self.see(doc, text)
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


@functools.lru_cache(maxsize=1)
def vectors_of(doc: Doc) -> Floats:
    """The encoder's vectors of a Doc's tokens; those of the last Doc are remembered, as several steps ask in a row."""
    return load_tagger().vectors(doc)
