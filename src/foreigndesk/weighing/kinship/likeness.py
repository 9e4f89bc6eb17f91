"""How much of each report the other accounts for, and how the shared words were changed, in numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from foreigndesk.weighing.kinship.align import Block, align
from foreigndesk.weighing.kinship.words import Ints, Marks, Words

# A block counts from eight equal words of which four carry content: shorter ones are titles, names and turns of phrase
# (on the PolNeAR reports of the development half, every pair of unrelated reports shares some).
LEAST_PAIRS = 8
LEAST_TELLING = 4
LEAST_EQUAL = 0.5  # of the longer side of a block: where more differs, the runs in it stand together by chance
LEAST_SENTENCE = 5  # words: shorter sentences are the same in many reports
BULK = 20  # words: the length of a sentence of news
TOUCHED, KEPT = 0.5, 0.95  # of a sentence's words
SWAP = 3  # words that one exchange may take up on either side (a 12 months, in regards to)
NO_GAPS = np.zeros((0, 4), dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Side:
    """What one report shares: `held` of its words lie in blocks, `own` of them outside quotation marks.

    `bulk` of these in blocks as long as a sentence: lines of furniture are shorter, and may come ten times. Of its
    sentences `touched` are mostly in blocks, and `kept` of these word for word.
    """

    words: int
    held: int
    own: int
    bulk: int
    touched: int
    kept: int

    @property
    def share(self) -> float:
        """The share of its words that lie in blocks, in [0, 1]."""
        return self.held / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two reports laid beside each other.

    `equal` is the share of the words in blocks that are the same on both sides; `swaps` counts gaps in which a few
    words stand for a few others, `quoted_swaps` those inside quotation marks, `recasts` all other gaps.
    """

    blocks: tuple[Block, ...]
    one: Side
    other: Side
    equal: float
    swaps: int
    quoted_swaps: int
    recasts: int


def likeness_of(one: Words, other: Words) -> Likeness:
    """What two texts share."""
    blocks = tuple(block for block in align(one, other) if solid(block, one))
    gaps = np.concatenate([block.gaps for block in blocks]) if blocks else NO_GAPS
    here, there = gaps[:, 1] - gaps[:, 0], gaps[:, 3] - gaps[:, 2]
    swaps = gaps[(here >= 1) & (here <= SWAP) & (there >= 1) & (there <= SWAP)]
    sides = (
        side_of(one, [block.one for block in blocks], [block.here for block in blocks]),
        side_of(other, [block.other for block in blocks], [block.there for block in blocks]),
    )
    return Likeness(
        blocks=blocks,
        one=sides[0],
        other=sides[1],
        equal=2 * sum(map(len, blocks)) / max(sides[0].held + sides[1].held, 1),
        swaps=len(swaps),
        quoted_swaps=int((one.quoted[swaps[:, 0]] & other.quoted[swaps[:, 2]]).sum()),
        recasts=len(gaps) - len(swaps),
    )


def solid(block: Block, one: Words) -> bool:
    """Whether a block is more than a name or a turn of phrase, and mostly the same words."""
    equal, longer = len(block), max(block.one[1] - block.one[0], block.other[1] - block.other[0])
    if equal < LEAST_PAIRS or equal < LEAST_EQUAL * longer:
        return False
    return int(one.telling[block.here].sum()) >= LEAST_TELLING


def marked(count: int, stretches: list[tuple[int, int]]) -> Marks:
    """Which of so many words lie in one of the stretches."""
    marks = np.zeros(count, dtype=np.bool_)
    for start, end in stretches:
        marks[start:end] = True
    return marks


def side_of(words: Words, stretches: list[tuple[int, int]], equal: list[Ints]) -> Side:
    """One side of a likeness: its stretches in blocks, and the words that are equal on the other side."""
    if not stretches:
        return Side(len(words), 0, 0, 0, 0, 0)
    held = marked(len(words), stretches)
    bulk = marked(len(words), [stretch for stretch in stretches if stretch[1] - stretch[0] >= BULK])
    same = np.zeros(len(words), dtype=np.bool_)
    same[np.concatenate(equal)] = True  # a word in the gap of one block may be in another, and counts once
    sizes = words.sizes
    shared = np.bincount(words.sentences[same], minlength=len(sizes))
    inside = np.bincount(words.sentences[held], minlength=len(sizes))
    counted = sizes >= LEAST_SENTENCE
    return Side(
        words=len(words),
        held=int(held.sum()),
        own=int((held & ~words.quoted).sum()),
        bulk=int((bulk & ~words.quoted).sum()),
        touched=int((counted & (inside >= TOUCHED * sizes)).sum()),
        kept=int((counted & (shared >= KEPT * sizes)).sum()),
    )
