"""What two contents have in common, and what holds them apart."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

import numpy as np

from foreigndesk.lexicon.meanings import WIDTH, Floats
from foreigndesk.weighing.contents.content import SHARP_WEIGHT, STATE_WEIGHT, Content
from foreigndesk.weighing.polarity import AGAINST

# Fewer words than these in common say nothing, however short the contents are.
FEWEST_SHARED = 3
# Two contents about the same names need something that is said of them in common.
FEWEST_SAID = 1
NEAR = 0.35  # cosine from which on two words count as near in meaning
NOWHERE: Floats = np.zeros(WIDTH, np.float32)
LOOSE = 0.6  # of a word's weight: where the other content has not the word but one of its meaning
# Of the longer content: of 34 pairs of the stories and of the gold's first half that share so much and are told apart
# by a name, by their parties or by the time, one is one claim; of those that share a little less, every sixth.
TWINS = 0.45


def rows_of(content: Content) -> Floats:
    """The vectors of a content's terms, a row each, zeros for those without."""
    return np.array([NOWHERE if term.vector is None else term.vector for term in content.terms], np.float32)


def coverages(one: Content, other: Content, least: float = 0.0) -> tuple[float, float, float]:
    """How much of the weight of each content the other has, in the same word or one of its meaning, in [0, 1].

    Third, the less of both: the weight that is so covered of words other than names, of what is said of those. Where
    the words and concepts in common come to less than `least`, vectors are not looked at.
    """
    if not one.terms or not other.terms:
        return 0.0, 0.0, 0.0
    shares = [exact_shares(one, other), exact_shares(other, one)]
    states = STATE_WEIGHT * len(set(one.states) & set(other.states))
    exact = sum(
        (states + sum(share * term.weight for share, term in zip(mine, content.terms, strict=True))) / content.weight
        for mine, content in zip(shares, (one, other), strict=True)
    )
    if exact >= least:
        alike = rows_of(one) @ rows_of(other).T
        for mine, near in zip(shares, (alike.max(1).tolist(), alike.max(0).tolist()), strict=True):
            for place, close in enumerate(near):
                if close > NEAR and close > mine[place]:
                    mine[place] = close
    found = []
    for mine, content in zip(shares, (one, other), strict=True):
        named, said = states, 0.0
        for share, term in zip(mine, content.terms, strict=True):
            if term.stem in content.names:
                named += share * term.weight
            else:
                said += share * term.weight
        found.append(((named + said) / content.weight, said))
    (mine_covered, mine_said), (theirs_covered, theirs_said) = found
    return mine_covered, theirs_covered, min(mine_said, theirs_said)


def exact_shares(one: Content, other: Content) -> list[float]:
    """How far the other content has each term of one: wholly the same word, mostly one under a concept of it."""
    stems, concepts = other.stems, other.concepts
    return [
        1.0
        if term.stem in stems
        else 0.0
        if concepts.isdisjoint(term.concepts) and concepts.isdisjoint(term.contrary)
        else LOOSE
        for term in one.terms
    ]


@dataclass(frozen=True, slots=True)
class Traits:
    """What two contents have in common: each between 0 and 1, the same from both sides.

    `near` is the cosine of their gists, `longer` how much of the longer content the other has, `one_against` whether
    just one of them is told by somebody who denies or doubts, `demand` whether just one of them demands.
    """

    near: float
    longer: float
    one_against: float
    demand: float


def nearness(one: Content, other: Content) -> float:
    """The cosine of two contents' vectors, 0 for those that point away, or of which one has none."""
    if one.vector is None or other.vector is None:
        return 0.0
    return max(0.0, float(one.vector @ other.vector))


def traits(one: Content, other: Content) -> Traits | None:
    """What two contents have in common; None for twins, which are told in the same words and are not the same."""
    mine, theirs, _ = coverages(one, other)
    longer = min(mine, theirs)
    one_against = (one.force in AGAINST) != (other.force in AGAINST)
    # who denies or doubts answers what was said, also by other names; of 5 such pairs all are one claim
    if longer >= TWINS and not one_against and are_apart(one, other):
        return None
    return Traits(
        near=nearness(one, other),
        longer=longer,
        one_against=float(one_against),
        demand=float(one.demands != other.demands),
    )


def are_apart(one: Content, other: Content) -> bool:
    """Whether two contents in like words tell of other names, of parties exchanged, or of another time.

    The guideline's "words in common count for nothing": whoever tells them in the same words makes the difference on
    purpose.
    """
    return apart(named(one), named(other)) or exchanged(one, other) or at_other_times(one, other)


def named(content: Content) -> frozenset[str]:
    """The names and states that a content tells of."""
    return content.names.union(() if is_of_its_own(content) else content.states)


def is_of_its_own(content: Content) -> bool:
    """Whether a content names no state but its speaker's, which may only be meant by "we" or "its aircraft"."""
    return content.states == (content.speaker,)


def at_other_times(one: Content, other: Content) -> bool:
    """Whether two contents name other months or years, or one names some where the other tells no time at all."""
    if one.times and other.times:
        return apart(one.times, other.times)
    return not (one.is_timed and other.is_timed) and bool(one.times or other.times)


def apart(one: Set[str], other: Set[str]) -> bool:
    """Whether each of two sets has something that the other lacks."""
    return bool(one - other and other - one)


def exchanged(one: Content, other: Content) -> bool:
    """Whether two contents give the same or like parts to other states: who does it to whom the other way round."""
    first, second = agent(one), agent(other)
    if first is None or second is None or first == second:
        return False
    if set(one.states) == set(other.states):
        return len(one.states) == len(other.states) == len(("actor", "recipient"))
    return first not in other.states and second not in one.states


def agent(content: Content) -> str | None:
    """The state that does what a content tells: the first, in the passive the last; None where that is not sure."""
    if not content.states or is_of_its_own(content):
        return None
    return content.states[-1 if "passive" in content.marks else 0]


def likeness(one: Content, other: Content) -> float:
    """The share of the shorter content's weight that both have, in [0, 1]; 0 where too few words are shared."""
    shared = one.words.keys() & other.words.keys()
    # a name at the head of a content does not show that it is one; the other content may
    weights = {word: max(one.words[word], other.words[word]) for word in shared}
    if len(shared) < FEWEST_SHARED or sum(weight < SHARP_WEIGHT for weight in weights.values()) < FEWEST_SAID:
        return 0.0
    lighter = min(sum((content.words | weights).values()) for content in (one, other))
    return sum(weights.values()) / lighter
