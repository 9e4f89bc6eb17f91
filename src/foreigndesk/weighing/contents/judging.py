"""Whether two contents say the same, from what they have in common and what holds them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from foreigndesk.weighing.contents.comparing import (
    FEWEST_SHARED,
    Common,
    Numbers,
    Traits,
    apart,
    compare,
    exchanged,
    exchanges,
    likeness,
    nearness,
    pair_of,
    traits,
)
from foreigndesk.weighing.contents.content import Content
from foreigndesk.weighing.contents.outline import Facet, Ints, Outlines, outline_of
from foreigndesk.weighing.polarity import Polarity, polarity

# Share of the shorter content's weight that the other has. Of the examples' contents no two that say different things
# share as much; a spun copy shares 0.7 with its original. Between kin, at the same place, less will do.
SAME = 0.6
SAME_AMONG_KIN = 0.4


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each trait speaks for one claim, and how much has to; see `Traits`."""

    near: float
    longer: float
    one_against: float
    demand: float
    bias: float

    def score(self, found: Traits) -> Numbers:
        """How much speaks for one claim in what the contents of each pair have in common: the logit of a regression.

        Nothing does in twins.
        """
        told = (
            self.near * found.near
            + self.longer * found.longer
            + self.one_against * found.one_against
            + self.demand * found.demand
            + self.bias
        )
        return np.where(found.twins, -np.inf, told)


# Learned by training/contents/judge: from pairs of which nothing is known beforehand, and from pairs put side by side
# as one matter, in which a denial mostly denies the other.
ANYWHERE = Weights(near=8.17, longer=6.42, one_against=0.58, demand=-1.26, bias=-7.26)
MATTER = Weights(near=1.47, longer=3.22, one_against=0.74, demand=-1.89, bias=-0.94)
ONE_MATTER = -0.5
LEAST_NEAR = 0.2  # cosine: of 428 pairs of one claim in the stories few are less near
# Closeness of two contents, the sum of what each has of the other: from TOGETHER on they are one claim wherever they
# stand: likelier so than not by the regression; one in a thousand pairs from different topics of the gold is as close.
# Below TOO_FAR a pair speaks against it; between 0.4 and 0.8 it makes no difference to what is joined.
IDENTICAL = 2.0
TOGETHER = 1.0
TOO_FAR = 0.6
# For a voice more is asked: at 1.2 the voices of most of the stories' statements are told right, and of what is taken
# for a voice most is one (0.31 of these hard examples; from 1.0 on 0.27, by words alone 0.10).
SURELY = 1.2
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
    pair = pair_of(one, other)
    found = traits(*pair, nearness(*pair), compare(*pair))
    return bool(MATTER.score(found)[0] >= ONE_MATTER)


def closeness(one: Content, other: Content) -> float:
    """How close two contents are to being one claim, in [0, 2]: by gists and words; without gists by words."""
    return closenesses_to(one, [other])[0]


def closenesses_to(one: Content, others: Sequence[Content]) -> list[float]:
    """How close a content is to each of some others, all at once."""
    if not others:
        return []
    outlines = Outlines([outline_of(one), *map(outline_of, others)])
    found = closenesses(outlines, np.zeros(len(others), np.int64), np.arange(1, len(others) + 1))
    return [IDENTICAL if one == other else float(each) for other, each in zip(others, found, strict=True)]


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
    told = ANYWHERE.score(traits(outlines, ones, others, near, common))
    found: Numbers = IDENTICAL / (1.0 + np.exp(-told))
    return found


def by_words(outlines: Outlines, ones: Ints, others: Ints, near: Numbers, common: Common) -> Numbers:
    """How much of each other contents without gists have; less where parts are exchanged or times differ."""
    found = traits(outlines, ones, others, near, common)
    mine, theirs, shared = outlines.sizes[ones], outlines.sizes[others], common.shared
    own = apart(mine, theirs, shared)
    timed = (mine > 0) & (theirs > 0)
    apart_in_time = (shared == 0) & (mine + theirs > 0)
    taken_off = (
        EXCHANGED * exchanged(outlines, ones, others, common)
        + OTHER_STATE * own[:, Facet.STATE]
        + OTHER_NAME * own[:, Facet.NAME]
        + (np.where(timed, OTHER_TIME, ONE_TIME) * apart_in_time)[:, Facet.TIME]
        + ONE_TIME * found.demand
        + ONE_TIME * (outlines.heads["knowing"][ones] != outlines.heads["knowing"][others])
    )
    enough = (common.words + shared[:, Facet.CONCEPT] + shared[:, Facet.STATE] >= FEWEST_SHARED) & (
        (found.longer >= LEAST_COVERED) & (common.said >= LEAST_SAID)
    )
    close: Numbers = enough * np.maximum(0.0, common.mine + common.theirs - taken_off)
    return close


def is_same(one: Content, other: Content, *, among_kin: bool = False, close: float | None = None) -> bool:
    """Whether a content surely says what one does, of whichever polarity; other figures or times make them two.

    `among_kin` is for contents at the same place of reports that are kin: there less in common will do. `close` is
    their closeness where it is known.
    """
    for mine, theirs in ((one.weekdays, other.weekdays), (one.months, other.months), (one.years, other.years)):
        if mine and theirs and not mine & theirs:
            return False
    if miscounts(one, other):
        return False
    if likeness(one, other) >= (SAME_AMONG_KIN if among_kin else SAME):
        return among_kin or not exchanges(one, other)
    if not (one.gist and other.gist and tells_enough(one) and tells_enough(other)):
        return False
    return (closeness(one, other) if close is None else close) >= SURELY


def miscounts(asked: Content, told: Content) -> bool:
    """Whether a content gives other numbers than the one that is asked about; 14 are also "at least ten".

    >>> from foreigndesk.weighing.contents import content_of
    >>> ten, fourteen = content_of("at least ten ships left the port"), content_of("14 ships left the port")
    >>> miscounts(ten, fourteen), miscounts(fourteen, ten)
    (False, True)
    """
    if not asked.figures or not told.figures or asked.figures & told.figures:
        return False
    counted = [int(figure) for figure in told.figures if figure.isdecimal()]
    return not any(number >= least for number in counted for least in asked.least)


def tells_enough(content: Content) -> bool:
    """Whether a content has words enough to be known by itself: "the men on the tankers" tells nothing of them."""
    return len(content.terms) + len(content.states) >= FEWEST_SHARED


def agrees(one: Content, other: Content, *, among_kin: bool = False) -> bool:
    """Whether two contents say the same thing with the same polarity."""
    return polarity_of_same(one, other, among_kin=among_kin) is Polarity.AGREE


def polarity_of_same(
    one: Content, other: Content, *, among_kin: bool = False, close: float | None = None
) -> Polarity | None:
    """Whether two contents agree or oppose each other; None where they do not surely say the same thing.

    Among kin less in common will do to agree, and not to oppose. `close` is their closeness where it is known.

    >>> from foreigndesk.weighing.contents import content_of
    >>> told = content_of("troops were sent to Kursk by rail")
    >>> polarity_of_same(told, content_of("no troops were sent to Kursk by rail"))
    <Polarity.OPPOSE: 'oppose'>
    """
    if not is_same(one, other, among_kin=among_kin, close=close):
        return None
    side = polarity(one, other)
    return None if side is Polarity.OPPOSE and among_kin and not is_same(one, other, close=close) else side
