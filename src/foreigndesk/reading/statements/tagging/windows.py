"""Words, wordpieces and windows of a text: what the tagger is given, in training and at run time (no torch here)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

CLS, SEP = 101, 102  # ids of the uncased BERT vocabulary that the encoder was made with
SHAPES = 16  # 4 casings x 4 kinds of gap
FULL = 0.5  # share of its room that a window should use
BLANK_LINE = 12  # shapes from here on follow a blank line
Ids = NDArray[np.int64]


@dataclass(frozen=True)
class Words:
    """The words of one text: [start, end) characters, wordpiece ids and a shape each."""

    starts: Ids
    ends: Ids
    pieces: list[list[int]]
    shapes: list[int]


def load_tokenizer(path: Path) -> Tokenizer:
    """The wordpiece tokenizer, without the truncation and padding that its file may ask for."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def casing(word: str) -> int:
    """0 no capitals, 1 Capitalised, 2 ALL CAPITALS, 3 mIxed; the encoder's own vocabulary is lower case.

    >>> [casing(w) for w in ("said", "Obama", "CIA", "I", "iPhone")]
    [0, 1, 2, 1, 3]
    """
    if word == word.lower():
        return 0
    if word[0].isupper() and (len(word) == 1 or word[1:] == word[1:].lower()):
        return 1
    return 2 if word == word.upper() else 3


def gap(between: str) -> int:
    """0 nothing between two words, 1 a space, 2 a new line, 3 a blank line: paragraphs carry quotations."""
    if not between:
        return 0
    return 1 + min(between.count("\n"), 2)


def split_words(text: str, tokenizer: Tokenizer) -> Words:
    """The words of a text as the tokenizer cuts them (runs of letters and digits, single marks)."""
    encoded = tokenizer.encode(text, add_special_tokens=False)
    starts: list[int] = []
    ends: list[int] = []
    pieces: list[list[int]] = []
    shapes: list[int] = []
    ids, offsets = encoded.ids, encoded.offsets
    for _, group in groupby(range(len(ids)), key=encoded.word_ids.__getitem__):
        run = list(group)
        start, end = offsets[run[0]][0], offsets[run[-1]][1]
        shapes.append(casing(text[start:end]) + 4 * gap(text[ends[-1] if ends else start : start]))
        starts.append(start)
        ends.append(end)
        pieces.append([ids[i] for i in run])
    return Words(np.array(starts, dtype=np.int64), np.array(ends, dtype=np.int64), pieces, shapes)


def pack(
    lengths: Sequence[int],
    sentences: Sequence[int],
    limit: int,
    first: int | None = None,
    paragraphs: Collection[int] = (),
) -> list[tuple[int, int]]:
    """[start, end) word ranges of windows: whole sentences as long as they fit, long sentences cut.

    `lengths` are wordpieces per word, `sentences` the first word of each sentence (0 among them), `limit` the most
    wordpieces of a window, `first` that of the first window (training shifts the cuts with it). A window rather ends
    before one of `paragraphs` (first words) if it is then still more than FULL.

    >>> pack([1] * 10, [0, 3, 6], 6)
    [(0, 6), (6, 10)]
    >>> pack([1] * 10, [0, 3, 4, 6], 6, paragraphs={4})
    [(0, 4), (4, 10)]
    """
    upto = [0, *accumulate(lengths)]
    windows: list[tuple[int, int]] = []
    start, room = 0, limit if first is None else first
    while start < len(lengths):
        last = bisect_right(upto, upto[start] + room) - 1  # the first word that does not fit
        if last < len(lengths):
            ends = sentences[bisect_right(sentences, start) : bisect_right(sentences, last)]
            breaks = [s for s in ends if s in paragraphs and upto[s] - upto[start] > room * FULL]
            last = (breaks or ends or [max(last, start + 1)])[-1]
        windows.append((start, last))
        start, room = last, limit
    return windows


def sentence_words(words: Words, sentences: Sequence[int]) -> list[int]:
    """The first word of each sentence, from the sentences' first characters."""
    found = np.searchsorted(words.starts, np.asarray(sentences, dtype=np.int64))
    return sorted({0, *(int(w) for w in found if w < len(words.starts))})
