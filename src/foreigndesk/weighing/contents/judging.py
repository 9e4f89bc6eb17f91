"""Whether two contents say the same, from what they have in common and what holds them apart."""

from __future__ import annotations

from dataclasses import fields

from foreigndesk.weighing.contents.comparing import (
    DEMANDS,
    FEWEST_SHARED,
    Traits,
    coverages,
    exchanged,
    likeness,
    traits,
)
from foreigndesk.weighing.contents.content import Content
from foreigndesk.weighing.polarity import Polarity, polarity

# Share of the shorter content's weight that the other has. Of the examples' contents no two that say different things
# share as much; a spun copy shares 0.7 with its original. Between kin, at the same place, less will do.
SAME = 0.6
SAME_AMONG_KIN = 0.4
# Learned on the first half of the topics of evals/gold/claims, with pairs across its topics as further examples of
# different claims: logistic regression, in the order of the traits (evals/claims.py measures both halves).
WEIGHTS = (3.36, 1.84, -0.10, 0.09, 0.28, -0.50, -0.77, -0.03, 1.30, -1.53, -0.32, -0.72, -0.36, -1.37)
BIAS = -2.27
ON_ONE_MATTER = -1.5  # score of the same claim in two statements that are known to be about one matter: best F1 there
# Closeness of two contents, the sum of what each has of the other: from TOGETHER on they are one claim wherever they
# stand (one in a thousand pairs from different topics of the gold is as close), below TOO_FAR a pair speaks against it.
IDENTICAL = 2.0
TOGETHER = 1.0
TOO_FAR = 0.8
LEAST_COVERED = 0.25  # of the longer content: a few words that a long one has too do not tell the same
LEAST_SAID = 0.6  # weight of words other than names in common: about one rare word
LEAST_EXACT = 0.6  # of TOGETHER: of less in common by words and concepts vectors hardly ever make as much
# What is taken off: the nearer two contents are otherwise, the more a difference in one of these is the point.
EXCHANGED = 1.5
OTHER_STATE = 0.7  # each names a state that the other does not
OTHER_NAME = 0.5
OTHER_TIME = 0.8  # each names a month or year, none in common
ONE_TIME = 0.3  # only one of them does; also a demand beside a report, and knowing of a thing beside the thing
NAMES = tuple(field.name for field in fields(Traits))


def is_one_matter(one: Content, other: Content) -> bool:
    """Whether two contents that are known to be about one matter are one claim, and not only related."""
    return score(one, other) >= ON_ONE_MATTER


def closeness(one: Content, other: Content) -> float:
    """How much of each other two contents have, in [0, 2]; less where parts are exchanged or times differ."""
    if one is other:  # copies: contents of the same words are one value
        return IDENTICAL
    shared = (
        len(one.stems & other.stems) + len(one.concepts & other.concepts) + len(set(one.states) & set(other.states))
    )
    if shared < FEWEST_SHARED:  # spares the vectors of most pairs
        return 0.0
    mine, theirs, said = coverages(one, other, LEAST_EXACT)
    if min(mine, theirs) < LEAST_COVERED or said < LEAST_SAID:
        return 0.0
    states, others = set(one.states), set(other.states)
    apart = (
        EXCHANGED * exchanged(one, other)
        + OTHER_STATE * bool(states - others and others - states)
        + OTHER_NAME * bool(one.names - other.names and other.names - one.names)
        + (OTHER_TIME if one.times and other.times else ONE_TIME)
        * one.times.isdisjoint(other.times)
        * bool(one.times | other.times)
        + ONE_TIME * ((one.force in DEMANDS) != (other.force in DEMANDS))
        + ONE_TIME * (("knowing" in one.marks) != ("knowing" in other.marks))
    )
    return max(0.0, mine + theirs - apart)


def score(one: Content, other: Content) -> float:
    """How much speaks for one claim in two contents: the logit of a regression, the same from both sides."""
    found = traits(one, other)
    values: list[float] = [getattr(found, name) for name in NAMES]
    return BIAS + sum(weight * value for weight, value in zip(WEIGHTS, values, strict=True))


def is_same(one: Content, other: Content, least: float = SAME) -> bool:
    """Whether two contents surely say the same thing, of whichever polarity; other figures or days make them two."""
    for mine, theirs in ((one.figures, other.figures), (one.weekdays, other.weekdays)):
        if mine and theirs and not mine & theirs:
            return False
    return likeness(one, other) >= least


def contradicts(one: Content, other: Content) -> bool:
    """Whether two contents say the opposite of the same thing."""
    return is_same(one, other) and polarity(one, other) is Polarity.OPPOSE


def agrees(one: Content, other: Content, least: float = SAME) -> bool:
    """Whether two contents say the same thing with the same polarity."""
    return is_same(one, other, least) and polarity(one, other) is Polarity.AGREE
