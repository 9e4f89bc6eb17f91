"""Where two texts run alongside each other: blocks of the same words in the same order, small changes in between.

Runs of three or more common words are laid out by position and chained while they keep step; what stands between two
runs of a chain is a gap, and the shape of its gaps tells how a text was changed (a word for a word, or a sentence
recast). As in plagiarism detection: seed, extend, filter (Potthast et al., Overview of the 4th International
Competition on Plagiarism Detection, 2012).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from foreigndesk.weighing.kinship.words import Ints, Words

SEED = 3  # words: two match by chance everywhere, four are rare where every third content word was exchanged
OFTEN = 4  # a seed that stands more often in either text is a formula (the president of the United States)
GAP = 12  # words between two runs of a block: longer changes are new text, and a new block follows
SLIP = 5  # words more on one side of a gap than on the other


class Gap(NamedTuple):
    """What differs between two runs of a block: words [start, end) on both sides, either may be empty."""

    one: tuple[int, int]
    other: tuple[int, int]


@dataclass(slots=True)
class Block:
    """A stretch that two texts share: words [start, end) on both sides, pairs of equal words, gaps."""

    one: tuple[int, int]
    other: tuple[int, int]
    pairs: list[tuple[int, int]] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)


def align(one: Words, other: Words) -> list[Block]:
    """The blocks that two texts share, in the order of the first text; no word is in two of them."""
    chains = apart(chained(shared_runs(one, other)), len(one), len(other))
    forms, others = one.forms.tolist(), other.forms.tolist()
    return sorted((block_of(chain, forms, others) for chain in chains), key=lambda block: block.one)


Run = tuple[int, int, int]  # where it starts in either text, and its length, in words


def seeds_of(words: Words) -> tuple[Ints, Ints]:
    """Fingerprints of every SEED words in a row that hold a content word, and where they start."""
    count = max(len(words) - SEED + 1, 0)
    grams = np.zeros(count, dtype=np.uint64)
    telling = np.zeros(count, dtype=np.bool_)
    for shift in range(SEED):
        grams = grams * np.uint64(0x9E3779B97F4A7C15) + words.forms[shift : shift + count].view(np.uint64)
        telling |= words.telling[shift : shift + count]
    places = np.flatnonzero(telling)
    return grams[places].view(np.int64), places


def shared_runs(one: Words, other: Words) -> list[Run]:
    """Every longest run of SEED or more common words, seeds that are formulas left out, by place in the first text."""
    (grams, places), (others, other_places) = seeds_of(one), seeds_of(other)
    order = np.argsort(others, kind="stable")
    ranked = others[order]
    first = np.searchsorted(ranked, grams, side="left")
    count = np.searchsorted(ranked, grams, side="right") - first
    hit = np.flatnonzero((count > 0) & (count <= OFTEN))
    if not len(hit):
        return []
    _, inverse, often = np.unique(grams[hit], return_inverse=True, return_counts=True)
    hit = hit[often[inverse] <= OFTEN]
    count = count[hit]
    if not len(hit):
        return []
    rank = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    start = np.repeat(places[hit], count)
    there = other_places[order[np.repeat(first[hit], count) + rank]]
    by_diagonal = np.lexsort((start, start - there))
    start, there = start[by_diagonal], there[by_diagonal]
    # Seeds without a content word are left out, so a run may miss a place or two and is one run all the same.
    breaks = np.flatnonzero((np.diff(start - there) != 0) | (np.diff(start) > SEED)) + 1
    heads = np.concatenate(([0], breaks))
    tails = np.concatenate((breaks, [len(start)])) - 1
    lengths = start[tails] - start[heads] + SEED
    return sorted(zip(start[heads].tolist(), there[heads].tolist(), lengths.tolist(), strict=True))


def chained(runs: list[Run]) -> list[list[Run]]:
    """Runs that keep step with each other, as chains; each run goes to the chain it leaves the smallest gap to."""
    chains: list[list[Run]] = []
    open_chains: list[list[Run]] = []
    for run in runs:
        start, there, _ = run
        open_chains = [chain for chain in open_chains if start - (chain[-1][0] + chain[-1][2]) <= GAP]
        best, least = None, 2 * GAP + 1
        for chain in open_chains:
            ahead, behind = start - (chain[-1][0] + chain[-1][2]), there - (chain[-1][1] + chain[-1][2])
            steps = min(ahead, behind) > -SEED and behind <= GAP and abs(ahead - behind) <= SLIP
            if steps and ahead + behind < least:
                best, least = chain, ahead + behind
        if best is None:
            chains.append([run])
            open_chains.append(chains[-1])
        else:
            best.append(run)
    return chains


def apart(chains: list[list[Run]], words: int, other_words: int) -> list[list[Run]]:
    """The chains, longest first, each without the words that a longer one has taken on either side."""
    taken, other_taken = bytearray(words), bytearray(other_words)
    kept = []
    for chain in sorted(chains, key=lambda chain: (-sum(run[2] for run in chain), chain)):
        free = [rest for run in chain if (rest := free_part(run, taken, other_taken))[2] >= SEED]
        if free:
            kept.append(free)
            for start, there, length in free:
                taken[start : start + length] = other_taken[there : there + length] = b"\x01" * length
    return kept


def free_part(run: Run, taken: bytearray, other_taken: bytearray) -> Run:
    """A run without the taken words at its ends; of no length where what is taken lies in its middle."""
    start, there, length = run
    if not (any(taken[start : start + length]) or any(other_taken[there : there + length])):
        return run
    free = [shift for shift in range(length) if not (taken[start + shift] or other_taken[there + shift])]
    if not free or free[-1] - free[0] + 1 != len(free):
        return start, there, 0
    return start + free[0], there + free[0], len(free)


def block_of(chain: list[Run], forms: list[int], others: list[int]) -> Block:
    """A chain with its gaps filled: equal words in a gap are paired in order."""
    start, there, _ = chain[0]
    block = Block((start, start), (there, there))
    for run in chain:
        at, other_at = block.one[1], block.other[1]
        overlap = max(at - run[0], other_at - run[1], 0)
        begin, begun, length = run[0] + overlap, run[1] + overlap, run[2] - overlap
        if length <= 0:
            continue
        for where in range(at, begin):
            try:
                match = others.index(forms[where], other_at, begun)
            except ValueError:
                continue
            note_gap(block, (at, where), (other_at, match))
            block.pairs.append((where, match))
            at, other_at = where + 1, match + 1
        note_gap(block, (at, begin), (other_at, begun))
        block.pairs.extend(zip(range(begin, begin + length), range(begun, begun + length), strict=True))
        block.one, block.other = (block.one[0], begin + length), (block.other[0], begun + length)
    return block


def note_gap(block: Block, one: tuple[int, int], other: tuple[int, int]) -> None:
    """Keep a gap if there is anything in it."""
    if one[0] < one[1] or other[0] < other[1]:
        block.gaps.append(Gap(one, other))
