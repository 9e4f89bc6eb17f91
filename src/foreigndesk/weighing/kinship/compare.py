"""Two reports laid beside each other once: what they share word for word, and what each tells of the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from foreigndesk.weighing.kinship.align import Block, Gap
from foreigndesk.weighing.kinship.facts import Telling, sharp_in, tellings
from foreigndesk.weighing.kinship.kin import Kin
from foreigndesk.weighing.kinship.likeness import Likeness, likeness_of
from foreigndesk.weighing.kinship.words import Marks


@dataclass(frozen=True, slots=True)
class Compared:
    """Two reports compared, seen from the first: what they share, what the other tells of it, and it of the other."""

    one: Kin
    other: Kin
    likeness: Likeness
    telling: Telling
    told_back: Telling


def compare(one: Kin, other: Kin) -> Compared:
    """Two reports compared as to their words, and as to how many names and figures they have in common."""
    likeness = likeness_of(one.words, other.words)
    return Compared(one, other, likeness, sharp_in(one.words, other.words), sharp_in(other.words, one.words))


def compare_sentences(compared: Compared) -> Compared:
    """The same with their sentences compared: five times as dear, so only where names and figures give cause."""
    one, other, likeness = compared.one, compared.other, compared.likeness
    telling, told_back = tellings(one.words, other.words, *quoted_in_both(one, other, likeness))
    return Compared(one, other, likeness, telling, told_back)


def quoted_in_both(one: Kin, other: Kin, likeness: Likeness) -> tuple[Marks, Marks]:
    """The words that stand in both reports inside quotation marks: they are the speaker's, and tell of no debt."""
    marks = np.zeros(len(one.words), dtype=np.bool_), np.zeros(len(other.words), dtype=np.bool_)
    for block in likeness.blocks:
        for here, there in block.pairs:
            if one.words.quoted[here] and other.words.quoted[there]:
                marks[0][here] = marks[1][there] = True
    return marks


def turned(compared: Compared) -> Compared:
    """The same, seen from the other report."""
    likeness = compared.likeness
    blocks = sorted((turned_block(block) for block in likeness.blocks), key=lambda block: block.one)
    back = Likeness(
        blocks=tuple(blocks),
        one=likeness.other,
        other=likeness.one,
        equal=likeness.equal,
        swaps=likeness.swaps,
        quoted_swaps=likeness.quoted_swaps,
        recasts=likeness.recasts,
    )
    return Compared(compared.other, compared.one, back, compared.told_back, compared.telling)


def turned_block(block: Block) -> Block:
    """A block seen from the other report."""
    pairs = [(there, here) for here, there in block.pairs]
    return Block(block.other, block.one, pairs, [Gap(gap.other, gap.one) for gap in block.gaps])
