"""What two contents have in common, and what holds them apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from foreigndesk.lexicon.meanings import WIDTH, Floats
from foreigndesk.model import Force
from foreigndesk.weighing.contents.content import SHARP_WEIGHT, STATE_WEIGHT, Content
from foreigndesk.weighing.polarity import sided
from foreigndesk.weighing.sides import Side

# Fewer words than these in common say nothing, however short the contents are.
FEWEST_SHARED = 3
# Two contents about the same names need something that is said of them in common.
FEWEST_SAID = 1
NEAR = 0.35  # cosine from which on two words count as near in meaning
NOWHERE: Floats = np.zeros(WIDTH, np.float32)
LOOSE = 0.6  # of a word's weight: where the other content has not the word but one of its meaning
DEMANDS = frozenset({Force.URGE})


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
    """What is compared between two contents; each between 0 and 1."""

    shorter: float
    longer: float
    states_shared: float
    states_apart: float
    names_shared: float
    names_apart: float
    exchanged: float
    times_apart: float
    against: float
    demand: float
    knowing: float
    because: float
    open_: float
    figure_shared: float


def traits(one: Content, other: Content) -> Traits:
    """What two contents have in common and what holds them apart, the same from both sides."""
    mine, theirs, _ = coverages(one, other)
    states, others = set(one.states), set(other.states)
    demands = [content.force in DEMANDS for content in (one, other)]
    return Traits(
        max(mine, theirs),
        min(mine, theirs),
        float(bool(states & others)),
        float(bool(states - others and others - states)),
        float(bool(one.names & other.names)),
        float(bool(one.names - other.names and other.names - one.names)),
        float(exchanged(one, other)),
        float(bool(one.times != other.times)),
        float(any(sided(content) is not Side.FOR for content in (one, other))),
        float(demands[0] != demands[1]),
        float(("knowing" in one.marks) != ("knowing" in other.marks)),
        float(("because" in one.marks) != ("because" in other.marks)),
        float(any(content.left_open is not None for content in (one, other))),
        float(bool(one.figures & other.figures)),
    )


def exchanged(one: Content, other: Content) -> bool:
    """Whether two contents give the same or like parts to other states: who does it to whom the other way round."""
    first, second = agent(one), agent(other)
    if first is None or second is None or first == second:
        return False
    if set(one.states) == set(other.states):
        return len(one.states) == len(other.states) == len(("actor", "recipient"))
    return first not in other.states and second not in one.states


def agent(content: Content) -> str | None:
    """The state that does what a content tells: the first, in the passive the last."""
    if not content.states:
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
