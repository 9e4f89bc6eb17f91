"""Where two texts run alongside each other: blocks of the same words in the same order, small changes in between.

Runs of three or more common words are laid out by position and chained while they keep step; what stands between two
runs of a chain is a gap, and the shape of its gaps tells how a text was changed (a word for a word, or a sentence
recast). As in plagiarism detection: seed, extend, filter (Potthast et al., Overview of the 4th International
Competition on Plagiarism Detection, 2012).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foreigndesk.weighing.kinship.words import ROW, Ints, Words

GAP = 12  # words between two runs of a block: longer changes are new text, and a new block follows
SLIP = 5  # words more on one side of a gap than on the other


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A stretch that two texts share: words [start, end) on both sides, the places of equal words, and the gaps.

    A gap is what differs between two runs: words [start, end) of the first text and of the other, four numbers a row;
    either may be empty.
    """

    one: tuple[int, int]
    other: tuple[int, int]
    here: Ints
    there: Ints
    gaps: NDArray[np.int64]

    def __len__(self) -> int:
        """How many words are equal."""
        return len(self.here)


def align(one: Words, other: Words) -> list[Block]:
    """The blocks that two texts share, in the order of the first text; no word is in two of them."""
    chains = apart(chained(shared_runs(one, other)), len(one), len(other))
    if not chains:
        return []
    forms, others = one.forms.tolist(), other.forms.tolist()
    return sorted((block_of(chain, forms, others) for chain in chains), key=lambda block: block.one)


Run = tuple[int, int, int]  # where it starts in either text, and its length, in words


def shared_runs(one: Words, other: Words) -> list[Run]:
    """Every longest run of ROW or more common words, seeds that are formulas left out, by place in the first text."""
    (grams, places), (others, other_places) = one.seeds, other.seeds
    first = np.searchsorted(others, grams, side="left")
    count = np.searchsorted(others, grams, side="right") - first
    hit = np.flatnonzero(count)
    if not len(hit):
        return []
    count = count[hit]
    rank = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    start = np.repeat(places[hit], count)
    there = other_places[np.repeat(first[hit], count) + rank]
    by_diagonal = np.lexsort((start, start - there))
    start, there = start[by_diagonal], there[by_diagonal]
    # Seeds without a content word are left out, so a run may miss a place or two and is one run all the same.
    breaks = np.flatnonzero((np.diff(start - there) != 0) | (np.diff(start) > ROW)) + 1
    heads = np.concatenate(([0], breaks))
    tails = np.concatenate((breaks, [len(start)])) - 1
    lengths = start[tails] - start[heads] + ROW
    return sorted(zip(start[heads].tolist(), there[heads].tolist(), lengths.tolist(), strict=True))


def chained(runs: list[Run]) -> list[list[Run]]:
    """Runs that keep step with each other, as chains; each run goes to the chain it leaves the smallest gap to."""
    chains: list[list[Run]] = []
    open_chains: list[tuple[int, int, list[Run]]] = []  # where its last run ends in either text, and the chain
    for run in runs:
        start, there, length = run
        best, least = -1, 2 * GAP + 1
        open_chains = [chain for chain in open_chains if start - chain[0] <= GAP]
        for place, (end, other_end, _) in enumerate(open_chains):
            ahead, behind = start - end, there - other_end
            steps = behind <= GAP and -SLIP <= ahead - behind <= SLIP and ahead > -ROW and behind > -ROW
            if steps and ahead + behind < least:
                best, least = place, ahead + behind
        if best < 0:
            chains.append([run])
            open_chains.append((start + length, there + length, chains[-1]))
        else:
            chain = open_chains[best][2]
            chain.append(run)
            open_chains[best] = (start + length, there + length, chain)
    return chains


def apart(chains: list[list[Run]], words: int, other_words: int) -> list[list[Run]]:
    """The chains, longest first, each without the words that a longer one has taken on either side."""
    taken, other_taken = bytearray(words), bytearray(other_words)
    kept = []
    for chain in sorted(chains, key=lambda chain: (-sum([run[2] for run in chain]), chain)):
        free = [rest for run in chain if (rest := free_part(run, taken, other_taken))[2] >= ROW]
        if free:
            kept.append(free)
            for start, there, length in free:
                taken[start : start + length] = other_taken[there : there + length] = b"\x01" * length
    return kept


def free_part(run: Run, taken: bytearray, other_taken: bytearray) -> Run:
    """A run without the taken words at its ends; of no length where what is taken lies in its middle."""
    start, there, length = run
    if taken.find(1, start, start + length) < 0 and other_taken.find(1, there, there + length) < 0:
        return run
    free = [shift for shift in range(length) if not (taken[start + shift] or other_taken[there + shift])]
    if not free or free[-1] - free[0] + 1 != len(free):
        return start, there, 0
    return start + free[0], there + free[0], len(free)


def block_of(chain: list[Run], forms: list[int], others: list[int]) -> Block:
    """A chain with its gaps filled: equal words in a gap are paired in order."""
    at, other_at, _ = chain[0]
    runs: list[Run] = []
    gaps: list[tuple[int, int, int, int]] = []
    for start, there, length in chain:
        overlap = max(at - start, other_at - there, 0)
        if overlap >= length:
            continue
        begin, begun = start + overlap, there + overlap
        for where in range(at, begin):
            if forms[where] in others[other_at:begun]:
                match = others.index(forms[where], other_at, begun)
                if at < where or other_at < match:
                    gaps.append((at, where, other_at, match))
                runs.append((where, match, 1))
                at, other_at = where + 1, match + 1
        if at < begin or other_at < begun:
            gaps.append((at, begin, other_at, begun))
        runs.append((begin, begun, length - overlap))
        at, other_at = start + length, there + length
    return Block(
        (chain[0][0], at), (chain[0][1], other_at), *places_in(runs), np.array(gaps, dtype=np.int64).reshape(-1, 4)
    )


def places_in(runs: list[Run]) -> tuple[Ints, Ints]:
    """The places of every word of some runs, in either text."""
    table = np.array(runs, dtype=np.int64).reshape(-1, 3)
    lengths = table[:, 2]
    inside = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return np.repeat(table[:, 0], lengths) + inside, np.repeat(table[:, 1], lengths) + inside
