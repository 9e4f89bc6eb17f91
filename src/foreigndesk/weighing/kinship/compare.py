"""Two reports laid beside each other once: what they share word for word, and what each tells of the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from foreigndesk.weighing.kinship.align import Block
from foreigndesk.weighing.kinship.facts import UNTOLD, Telling, tellings
from foreigndesk.weighing.kinship.kin import Kin
from foreigndesk.weighing.kinship.likeness import Likeness, likeness_of
from foreigndesk.weighing.kinship.words import Marks


@dataclass(frozen=True, slots=True)
class Compared:
    """Two reports compared, seen from the first: what they share, what the other tells of it, and it of the other."""

    one: Kin
    other: Kin
    likeness: Likeness
    telling: Telling = UNTOLD
    told_back: Telling = UNTOLD


def compare(one: Kin, other: Kin) -> Compared:
    """Two reports compared as to their words."""
    return Compared(one, other, likeness_of(one.words, other.words))


def compare_sentences(compared: Compared) -> Compared:
    """The same with their sentences compared: five times as dear, so only where names and figures give cause."""
    one, other, likeness = compared.one, compared.other, compared.likeness
    telling, told_back = tellings(one.words, other.words, *quoted_in_both(one, other, likeness))
    return Compared(one, other, likeness, telling, told_back)


def quoted_in_both(one: Kin, other: Kin, likeness: Likeness) -> tuple[Marks, Marks]:
    """The words that stand in both reports inside quotation marks: they are the speaker's, and tell of no debt."""
    marks = np.zeros(len(one.words), dtype=np.bool_), np.zeros(len(other.words), dtype=np.bool_)
    for block in likeness.blocks:
        quoted = one.words.quoted[block.here] & other.words.quoted[block.there]
        marks[0][block.here[quoted]] = marks[1][block.there[quoted]] = True
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
    return Block(block.other, block.one, block.there, block.here, block.gaps[:, [2, 3, 0, 1]])
