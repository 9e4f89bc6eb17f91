"""What contents have in common, and what holds them apart: for many pairs at once, on arrays.

Pairs are given as two arrays of places among outlines, those with one first content one after the other; what comes out
has a number for each pair. All that is summed up is whole numbers, so that a pair comes out the same to the last digit
whatever pairs stand beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from foreigndesk.lexicon.meanings import WHOLE, load_meanings
from foreigndesk.weighing.contents.content import SHARP_WEIGHT, Content
from foreigndesk.weighing.contents.outline import (
    HEAVIEST,
    LOOSE,
    NOBODY,
    STATE,
    Facet,
    Ints,
    Marks,
    Outlines,
    counted,
    outline_of,
    runs,
)

Numbers: TypeAlias = NDArray[np.float64]

# Fewer words than these in common say nothing, however short the contents are.
FEWEST_SHARED = 3
# Two contents about the same names need something that is said of them in common.
FEWEST_SAID = 1
NEAR = 0.35  # cosine from which on two words count as near in meaning
# Of the longer content: of 34 pairs of the stories and of the gold's first half that share so much and are told apart
# by a name, by their parties or by the time, one is one claim; of those that share a little less, every sixth.
TWINS = 0.45
AT_ONCE = 4096  # pairs: what is held of them fits into a processor's cache
PARTIES = 2  # to an exchange


@dataclass(frozen=True, slots=True)
class Common:
    """What the two contents of each pair have in common.

    `mine` and `theirs` are how much of the weight of each the other has, in the same word or one of its meaning, in
    [0, 1]; `said` is the less of both in words other than names, as a weight; `words` is how many words are the same,
    `shared` how many of each Facet (a row for each pair). `agent_there` and `agent_here` tell whether the state that
    acts in the one is named in the other.
    """

    mine: Numbers
    theirs: Numbers
    said: Numbers
    words: Ints
    shared: Ints
    agent_there: Marks
    agent_here: Marks


def compare(outlines: Outlines, ones: Ints, others: Ints) -> Common:
    """What the two contents of each pair have in common."""
    parts = [
        compare_some(outlines, ones[begin : begin + AT_ONCE], others[begin : begin + AT_ONCE])
        for begin in range(0, max(len(ones), 1), AT_ONCE)
    ]
    return Common(*(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Common)))


def compare_some(outlines: Outlines, ones: Ints, others: Ints) -> Common:
    """What the contents of pairs have in common of which not too many are laid out at once."""
    shared, agent_there, agent_here = facets_in_common(outlines, ones, others)
    words, covered = words_in_common(outlines, ones, others)
    both = (outlines.term_rows.lengths[ones] > 0) & (outlines.term_rows.lengths[others] > 0)
    states = STATE * shared[:, Facet.STATE] * float(WHOLE)
    mine, theirs = (
        both * (weight + states) / np.maximum(outlines.weights[places] * float(WHOLE), 1.0)
        for weight, places in ((covered[0], ones), (covered[2], others))
    )
    said = np.minimum(covered[1], covered[3]) / (HEAVIEST * float(WHOLE))
    return Common(mine, theirs, said, words, shared, agent_there, agent_here)


def facets_in_common(outlines: Outlines, ones: Ints, others: Ints) -> tuple[Ints, Marks, Marks]:
    """How many of each Facet are in both (pairs x Facet); whether the agent of the one is in the other, and back."""
    places, rows = outlines.facet_rows.places(others)
    facets, pairs = outlines.facets[places], np.repeat(np.arange(len(ones)), rows.lengths)
    several, row = np.unique(ones, return_inverse=True)
    own, beside = outlines.facet_rows.places(several)
    codes = np.sort(np.repeat(np.arange(len(several)), beside.lengths) * outlines.distinct + outlines.facets[own])
    found = are_among(codes, row[pairs] * outlines.distinct + facets)
    agents = outlines.agents[others]
    agent_here = are_among(codes, row * outlines.distinct + agents) & (agents != NOBODY)
    shared = counted(pairs[found] * len(Facet) + outlines.kinds[places[found]], len(ones))
    agent_there = np.bincount(pairs, facets == outlines.agents[ones][pairs], len(ones)) > 0
    return shared, agent_there, agent_here


def are_among(ordered: Ints, asked: Ints) -> Marks:
    """Which of some numbers are among others that are in order."""
    if not len(ordered):
        return np.zeros(len(asked), bool)
    found: Marks = ordered[np.minimum(np.searchsorted(ordered, asked), len(ordered) - 1)] == asked
    return found


def words_in_common(outlines: Outlines, ones: Ints, others: Ints) -> tuple[Ints, Numbers]:
    """How many words are the same, and what weight of each content the other has, as a row of four numbers.

    Of the one all, of the one without names, of the other all, of the other without names; in parts of WHOLE.
    """
    places, rows = outlines.term_rows.places(others)
    terms, pairs = outlines.terms[places], np.repeat(np.arange(len(ones)), rows.lengths)
    theirs, covered = np.zeros(len(terms)), np.zeros((4, len(ones)))
    for one, several in runs(ones):
        row, stretch = outlines.term_rows.row(one), rows.stretch(several)
        if row.start == row.stop or stretch.start == stretch.stop:
            continue
        own = outlines.terms[row]
        shares = alike(own, terms[stretch])
        theirs[stretch] = shares.max(axis=0)
        told = np.flatnonzero(rows.lengths[several])
        best = np.maximum.reduceat(shares, rows.begins[several][told] - stretch.start, axis=1)
        weights = np.stack([own["weight"], own["weight"] * ~own["named"]]).astype(np.float64)
        covered[:2, several.start + told] = weights @ best.astype(np.float64)
    weighed = theirs * terms["weight"]
    covered[2] = np.bincount(pairs, weighed, len(ones))
    covered[3] = np.bincount(pairs, weighed * ~terms["named"], len(ones))
    return np.bincount(pairs, theirs == WHOLE, len(ones)).astype(np.int64), covered


def alike(one: NDArray[np.void], other: NDArray[np.void]) -> NDArray[np.float32]:
    """How alike each TERM of one is to each of the other, in parts of WHOLE; a row for each of one.

    Wholly the same word, mostly one under a concept of it, else one of near meaning as far as the cosine goes.
    """
    wholes = load_meanings().wholes
    found: NDArray[np.float32] = wholes[one["meaning"]] @ wholes[other["meaning"]].T
    found[found <= NEAR * WHOLE] = 0.0
    under = np.flatnonzero(one["concepts"].any(axis=1))
    if len(under):
        meet = (one["concepts"][under, None] & other["concepts"]).any(axis=2)
        found[under] = np.maximum(found[under], meet * np.float32(LOOSE * WHOLE))
    found[one["stem"][:, None] == other["stem"]] = WHOLE
    return found


@dataclass(frozen=True, slots=True)
class Traits:
    """What the two contents of each pair have in common: each between 0 and 1, the same from both sides.

    `near` is the cosine of their gists, `longer` how much of the longer content the other has, `one_against` whether
    just one of them is told by somebody who denies or doubts, `demand` whether just one of them demands. `twins` are
    told in the same words and are not the same.
    """

    near: Numbers
    longer: Numbers
    one_against: Marks
    demand: Marks
    twins: Marks


def nearness(outlines: Outlines, ones: Ints, others: Ints) -> Numbers:
    """The cosine of the gists of each pair, 0 for those that point away, or of which one has none."""
    found = np.zeros(len(ones))
    for begin in range(0, len(ones), AT_ONCE):
        one, other = ones[begin : begin + AT_ONCE], others[begin : begin + AT_ONCE]
        gists = (outlines.gists[places].astype(np.float32) for places in (one, other))
        both = outlines.lengths[one] * outlines.lengths[other]
        found[begin : begin + AT_ONCE] = np.einsum("ij,ij->i", *gists) / np.maximum(both, 1.0)
    return np.maximum(found, 0.0)


def traits(outlines: Outlines, ones: Ints, others: Ints, near: Numbers, common: Common) -> Traits:
    """What the contents of each pair, so near and with so much in common, are told by."""
    one, other = outlines.heads[ones], outlines.heads[others]
    longer = np.minimum(common.mine, common.theirs)
    one_against = one["denied"] != other["denied"]
    # who denies or doubts answers what was said, also by other names; of 5 such pairs all are one claim
    twins = (longer >= TWINS) & ~one_against & are_apart(outlines, ones, others, common)
    return Traits(near, longer, one_against, one["demands"] != other["demands"], twins)


def are_apart(outlines: Outlines, ones: Ints, others: Ints, common: Common) -> Marks:
    """Whether two contents in like words tell of other names, of parties exchanged, or of another time.

    The guideline's "words in common count for nothing": whoever tells them in the same words makes the difference on
    purpose.
    """
    counts, own = (outlines.sizes[ones], outlines.sizes[others], common.shared), outlines.heads["of_its_own"]
    named = (~own[ones], ~own[others], ~own[ones] & ~own[others])  # a state that is only meant is not named
    sharp = (each[:, Facet.NAME] + each[:, Facet.STATE] * states for each, states in zip(counts, named, strict=True))
    return apart(*sharp) | exchanged(outlines, ones, others, common) | at_other_times(outlines, ones, others, common)


def at_other_times(outlines: Outlines, ones: Ints, others: Ints, common: Common) -> Marks:
    """Whether two contents name other months or years, or one names some where the other tells no time at all."""
    mine, theirs = outlines.sizes[ones, Facet.TIME], outlines.sizes[others, Facet.TIME]
    timed = outlines.heads["timed"][ones] & outlines.heads["timed"][others]
    return np.where(
        (mine > 0) & (theirs > 0), apart(mine, theirs, common.shared[:, Facet.TIME]), ~timed & (mine + theirs > 0)
    )


def apart(mine: Ints, theirs: Ints, shared: Ints) -> Marks:
    """Whether each of two sets has something that the other lacks, from how many they have and share."""
    return (mine > shared) & (theirs > shared)


def exchanged(outlines: Outlines, ones: Ints, others: Ints, common: Common) -> Marks:
    """Whether two contents give the same or like parts to other states: who does it to whom the other way round."""
    first, second = outlines.agents[ones], outlines.agents[others]
    mine, theirs, shared = (
        each[:, Facet.STATE] for each in (outlines.sizes[ones], outlines.sizes[others], common.shared)
    )
    same = (mine == shared) & (theirs == shared)
    turned = np.where(same, mine == PARTIES, ~common.agent_there & ~common.agent_here)
    found: Marks = turned & (first != NOBODY) & (second != NOBODY) & (first != second)
    return found


def pair_of(one: Content, other: Content) -> tuple[Outlines, Ints, Ints]:
    """Two contents as the one pair of two outlines."""
    return Outlines([outline_of(one), outline_of(other)]), np.array([0]), np.array([1])


def exchanges(one: Content, other: Content) -> bool:
    """Whether two contents give the same or like parts to other states."""
    pair = pair_of(one, other)
    return bool(exchanged(*pair, compare(*pair))[0])


def likeness(one: Content, other: Content) -> float:
    """The share of the shorter content's weight that both have, in [0, 1]; 0 where too few words are shared."""
    shared = one.words.keys() & other.words.keys()
    # a name at the head of a content does not show that it is one; the other content may
    weights = {word: max(one.words[word], other.words[word]) for word in shared}
    if len(shared) < FEWEST_SHARED or sum(weight < SHARP_WEIGHT for weight in weights.values()) < FEWEST_SAID:
        return 0.0
    lighter = min(sum((content.words | weights).values()) for content in (one, other))
    return sum(weights.values()) / lighter
