"""Whether one report tells what the other tells: the same names and figures, joined in the same way, in other words.

Two reporters at one event share its main names and figures and little else; who rewrites a report has hardly a name or
figure of their own. On the development half of the hand-written stories direct rewrites, deep ones too, held 85 % to
100 % of their names and figures in common with the report they rest on; independent reports of the same event at most
56 %.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foreigndesk.weighing.kinship.words import Ints, Marks, Words, among

SHORT = 4  # content words: a sentence with fewer tells nothing that could be recognised
SHARP = 2.0  # a name or figure weighs as much as two other words
TOLD = 0.3  # of a sentence's weight, for it to count as told by a sentence of the other report


@dataclass(frozen=True, slots=True)
class Telling:
    """How much of one report the other tells.

    `sharp` of its names and figures (each once) stand in the other, which is the share `sharp_share`; `told` is the
    mean share of its sentences' weight that one sentence of the other holds; `partners` pairs its sentences with the
    other's that tell them.
    """

    sharp: int
    sharp_share: float
    told: float = 0.0
    partners: tuple[tuple[int, int], ...] = ()


UNTOLD = Telling(0, 0.0)


def sharp_in(one: Words, other: Words) -> Telling:
    """How many of the names and figures of one text stand in the other."""
    both = int(among(one.names, other.contents).sum())
    return Telling(both, both / max(len(one.names), 1))


def tellings(one: Words, other: Words, aside: Marks, other_aside: Marks) -> tuple[Telling, Telling]:
    """How much of either report the other tells; words set `aside` (quotations in both) are left out."""
    telling, other_telling = one.telling & ~aside, other.telling & ~other_aside
    stems = np.unique(np.concatenate((one.stems[telling], other.stems[other_telling])))
    sharp = np.isin(stems, np.concatenate((one.stems[one.sharp], other.stems[other.sharp])))
    here, there = sentence_table(one, telling, stems), sentence_table(other, other_telling, stems)
    often = here.sum(axis=0) + there.sum(axis=0)
    # A word in many sentences of both is their subject and tells little; the root keeps it from telling nothing.
    weights = np.where(sharp, SHARP, 1.0).astype(np.float32) / np.sqrt(np.maximum(often, 1))
    shared = (here * weights) @ there.T
    return (
        telling_of(sharp_in(one, other), here @ weights, here.sum(axis=1), shared),
        telling_of(sharp_in(other, one), there @ weights, there.sum(axis=1), shared.T),
    )


Table = NDArray[np.float32]


def sentence_table(words: Words, counted: Marks, stems: Ints) -> Table:
    """A row for each sentence, a column for each stem: 1 where the sentence has it."""
    rows = int(words.sentences[-1]) + 1 if len(words) else 0
    table = np.zeros((rows, len(stems)), dtype=np.float32)
    table[words.sentences[counted], np.searchsorted(stems, words.stems[counted])] = 1.0
    return table


def telling_of(sharp: Telling, weight: Table, size: Table, shared: Table) -> Telling:
    """How much of a report is told by another, from its sentences' weights and sizes and what each shares with each."""
    full = size >= SHORT
    if not full.any() or not shared.shape[1]:
        return sharp
    best, held = shared.argmax(axis=1), shared.max(axis=1)
    partners = np.flatnonzero(full & (held >= TOLD * weight))
    return Telling(
        sharp.sharp,
        sharp.sharp_share,
        told=float(held[full].sum() / weight[full].sum()),
        partners=tuple((int(sentence), int(best[sentence])) for sentence in partners),
    )
