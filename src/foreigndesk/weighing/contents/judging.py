"""Whether two contents say the same, from what they have in common and what holds them apart."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from foreigndesk.weighing.contents.comparing import (
    FEWEST_SHARED,
    Common,
    Numbers,
    Traits,
    apart,
    compare,
    likeness,
    nearness,
    pair_of,
    traits,
)
from foreigndesk.weighing.contents.content import Content
from foreigndesk.weighing.contents.outline import Facet, Ints, Outlines
from foreigndesk.weighing.polarity import Polarity, polarity

# Share of the shorter content's weight that the other has. Of the examples' contents no two that say different things
# share as much; a spun copy shares 0.7 with its original. Between kin, at the same place, less will do.
SAME = 0.6
SAME_AMONG_KIN = 0.4
# How much each trait speaks for one claim: logistic regressions by training/contents/judge. Anywhere: of two contents
# of which nothing is known beforehand; the pairs of 26 stories that the gists were not made with, and of the first half
# of evals/gold/claims. On one matter: of pairs put side by side as such, in which a denial mostly denies the other.
ANYWHERE = {
    "near": 6.13,
    "very_near": 0.4,
    "shorter": 2.02,
    "longer": 2.27,
    "said": 1.93,
    "demand": -1.36,
    "knowing": 0.21,
    "because": -0.32,
    "one_against": 0.55,
    "figures_apart": 0.82,
    "grounds_shared": 0.39,
    "grounds_apart": -0.95,
    "twins": -4.07,
}
ANYWHERE_BIAS = -6.69
MATTER = {
    "near": 0.23,
    "very_near": -0.3,
    "shorter": 1.81,
    "longer": 1.2,
    "said": 0.07,
    "demand": -1.53,
    "knowing": -0.46,
    "because": -0.7,
    "one_against": 0.37,
    "figures_apart": 1.08,
    "grounds_shared": -0.37,
    "grounds_apart": -0.3,
    "twins": -2.07,
    "exchanged": -0.61,
    "sharp_apart": 0.47,
    "times_apart": 0.15,
    "against": 1.56,
    "left_open": 0.82,
    "both_demand": 0.22,
}
MATTER_BIAS = -1.0
ONE_MATTER = -0.5
SURE = -0.5
LEAST_NEAR = 0.2  # cosine: of 428 pairs of one claim in the stories few are less near
# Closeness of two contents, the sum of what each has of the other: from TOGETHER on they are one claim wherever they
# stand (one in a thousand pairs from different topics of the gold is as close), below TOO_FAR a pair speaks against it.
IDENTICAL = 2.0
TOGETHER = 1.0
TOO_FAR = 0.8
SURELY = (
    1.6  # for a voice more is asked than for a claim: at TOGETHER one case in 27 of evals/gold/voices gets a voice more
)
LEAST_COVERED = 0.25  # of the longer content: a few words that a long one has too do not tell the same
LEAST_SAID = 0.6  # weight of words other than names in common: about one rare word
# What is taken off: the nearer two contents are otherwise, the more a difference in one of these is the point.
EXCHANGED = 1.5
OTHER_STATE = 0.7  # each names a state that the other does not
OTHER_NAME = 0.5
OTHER_TIME = 0.8  # each names a month or year, none in common
ONE_TIME = 0.3  # only one of them does; also a demand beside a report, and knowing of a thing beside the thing


def is_one_matter(one: Content, other: Content) -> bool:
    """Whether two contents that are known to be about one matter are one claim, and not only related."""
    return bool(score(traits_of(one, other), MATTER, MATTER_BIAS)[0] >= ONE_MATTER)


def traits_of(one: Content, other: Content) -> Traits:
    """What two contents have in common and what holds them apart, as arrays of one."""
    pair = pair_of(one, other)
    return traits(*pair, nearness(*pair), compare(*pair))


def closeness(one: Content, other: Content) -> float:
    """How close two contents are to being one claim, in [0, 2]: by gists and words; without gists by words."""
    return IDENTICAL if one == other else float(closenesses(*pair_of(one, other))[0])


def closenesses(outlines: Outlines, ones: Ints, others: Ints) -> Numbers:
    """How close the two contents of each pair are; pairs with one first content stand one after the other."""
    near = nearness(outlines, ones, others)
    gists = (outlines.lengths[ones] > 0) & (outlines.lengths[others] > 0)
    found = np.zeros(len(ones))
    for judged, some in ((by_gists, gists & (near >= LEAST_NEAR)), (by_words, ~gists)):
        places = np.flatnonzero(some)
        if len(places):
            pairs = ones[places], others[places]
            found[places] = judged(outlines, *pairs, near[places], compare(outlines, *pairs))
    return found


def by_gists(outlines: Outlines, ones: Ints, others: Ints, near: Numbers, common: Common) -> Numbers:
    """How close contents are that have gists."""
    told = score(traits(outlines, ones, others, near, common), ANYWHERE, ANYWHERE_BIAS)
    found: Numbers = IDENTICAL / (1.0 + np.exp(SURE - told))
    return found


def by_words(outlines: Outlines, ones: Ints, others: Ints, near: Numbers, common: Common) -> Numbers:
    """How much of each other contents without gists have; less where parts are exchanged or times differ."""
    found = traits(outlines, ones, others, near, common)
    mine, theirs, shared = outlines.sizes[ones], outlines.sizes[others], common.shared
    own = apart(mine, theirs, shared)
    timed = (mine > 0) & (theirs > 0)
    apart_in_time = (shared == 0) & (mine + theirs > 0)
    taken_off = (
        EXCHANGED * found.exchanged
        + OTHER_STATE * own[:, Facet.STATE]
        + OTHER_NAME * own[:, Facet.NAME]
        + (np.where(timed, OTHER_TIME, ONE_TIME) * apart_in_time)[:, Facet.TIME]
        + ONE_TIME * found.demand
        + ONE_TIME * found.knowing
    )
    enough = (common.words + shared[:, Facet.CONCEPT] + shared[:, Facet.STATE] >= FEWEST_SHARED) & (
        (found.longer >= LEAST_COVERED) & (common.said >= LEAST_SAID)
    )
    return enough * np.maximum(0.0, common.mine + common.theirs - taken_off)


def score(found: Traits, weights: Mapping[str, float], bias: float) -> Numbers:
    """How much speaks for one claim in what two contents have in common: the logit of a regression, of each pair."""
    told = np.full(len(found.near), bias)
    for name, weight in weights.items():
        told += weight * getattr(found, name)
    return told


def is_same(one: Content, other: Content, least: float = SAME) -> bool:
    """Whether two contents surely say the same thing, of whichever polarity; other figures or days make them two."""
    for mine, theirs in ((one.figures, other.figures), (one.weekdays, other.weekdays)):
        if mine and theirs and not mine & theirs:
            return False
    if likeness(one, other) >= least:
        return True
    return bool(one.gist and other.gist) and closeness(one, other) >= SURELY


def contradicts(one: Content, other: Content) -> bool:
    """Whether two contents say the opposite of the same thing."""
    return is_same(one, other) and polarity(one, other) is Polarity.OPPOSE


def agrees(one: Content, other: Content, least: float = SAME) -> bool:
    """Whether two contents say the same thing with the same polarity."""
    return is_same(one, other, least) and polarity(one, other) is Polarity.AGREE
