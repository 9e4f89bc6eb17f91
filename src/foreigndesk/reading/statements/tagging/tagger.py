"""Run the shipped tagger over a text (onnxruntime and tokenizers; no torch)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from foreigndesk.reading.statements.tagging.windows import (
    BLANK_LINE,
    CLS,
    SEP,
    Words,
    load_tokenizer,
    pack,
    sentence_words,
    split_words,
)

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]
WINDOW = 190  # wordpieces; what the tagger was trained on
WIDTH = 384  # of the encoder's hidden states
OUTPUTS = ["roles", "links", "hidden"]


@dataclass(frozen=True)
class Tagged:
    """What the tagger saw in a text, word by word.

    tags: word x role (source, cue, content) x (outside, begins, inside), probabilities.
    windows: [start, end) word ranges read together; links: for each, relation x word x word logits
    (cue to a word of its source, cue to a word of its content, content word to a word of its source).
    vectors: word x 384, the mean of the encoder's last hidden states over the word's wordpieces.
    """

    words: Words
    tags: Floats
    windows: list[tuple[int, int]]
    links: list[Floats]
    vectors: Floats


class Tagger:
    """The tagger of a folder with tagger.onnx and tokenizer.json, on `threads` threads."""

    def __init__(self, folder: Path, threads: int = 1, file: str = "tagger.onnx") -> None:
        """Load graph and tokenizer."""
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self.session = ort.InferenceSession(str(folder / file), options, providers=["CPUExecutionProvider"])
        self.tokenizer = load_tokenizer(folder / "tokenizer.json")

    def __call__(self, text: str, sentences: Sequence[int]) -> Tagged:
        """Tags, links and vectors of every word; `sentences` are the first characters of the text's sentences."""
        words = split_words(text, self.tokenizer)
        paragraphs = {n for n, shape in enumerate(words.shapes) if shape >= BLANK_LINE}
        windows = pack([len(p) for p in words.pieces], sentence_words(words, sentences), WINDOW, None, paragraphs)
        tags = np.zeros((len(words.pieces), 3, 3), dtype=np.float32)
        vectors = np.zeros((len(words.pieces), WIDTH), dtype=np.float32)
        links = []
        for start, end in windows:
            counts = np.array([len(p) for p in words.pieces[start:end]])
            ids = np.array([[CLS, *chain.from_iterable(words.pieces[start:end]), SEP]], dtype=np.int64)
            shapes = np.zeros_like(ids)
            shapes[0, 1:-1] = np.repeat(words.shapes[start:end], counts)
            roles, linked, hidden = self.session.run(OUTPUTS, {"input_ids": ids, "shape_ids": shapes})
            firsts = 1 + np.cumsum(counts) - counts  # a word speaks through its first wordpiece
            logits = roles[firsts].reshape(-1, 3, 3)
            grown = np.exp(logits - logits.max(-1, keepdims=True))
            tags[start:end] = grown / grown.sum(-1, keepdims=True)
            links.append(linked[:, firsts][:, :, firsts])
            vectors[start:end] = np.add.reduceat(hidden[0, 1:-1], firsts - 1) / counts[:, None]
        return Tagged(words, tags, windows, links, vectors)
