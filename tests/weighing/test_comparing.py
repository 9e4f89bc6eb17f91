"""Contents compared many at once: each pair comes out as the plain definition says, whatever stands beside it."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.lexicon.meanings import WHOLE, load_meanings
from foreigndesk.model import Force
from foreigndesk.weighing.contents import Content, Outlines, closeness, closenesses, content_of, outline_of
from foreigndesk.weighing.contents.comparing import NEAR, compare, exchanged, nearness, traits
from foreigndesk.weighing.contents.outline import HEAVIEST, LOOSE, STATE, Facet
from foreigndesk.weighing.contents.terms import Term

WORDS = (
    "Norway Iceland Kellan Moravec troops soldiers ships vessels sent moved left talks denied should know 2023 in by"
    " were the port harbour trawlers shells rounds killed"
).split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
CONTENTS = st.builds(
    content_of,
    TEXTS,
    st.sampled_from((Force.ASSERT, Force.DENY, Force.URGE)),
    st.none(),
    st.sampled_from((None, "NOR")),
    st.one_of(st.just(b""), st.binary(min_size=3, max_size=3)),
)


def share(term: Term, other: Content) -> int:
    """How far a content has a term of another, in parts of WHOLE."""
    wholes, found = load_meanings().wholes.astype(np.int64), 0
    for its in other.terms:
        if its.stem == term.stem:
            return WHOLE
        alike = int(wholes[term.meaning] @ wholes[its.meaning])
        meet = (term.concepts | term.contrary) & (its.concepts | its.contrary)
        found = max(found, alike if alike > NEAR * WHOLE else 0, round(LOOSE * WHOLE) if meet else 0)
    return found


def covered(one: Content, other: Content, *, plain: bool = False) -> int:
    """What weight of a content's words another has."""
    terms = [term for term in one.terms if not plain or term.stem not in one.names]
    return sum(round(HEAVIEST * term.weight) * share(term, other) for term in terms)


def weight(one: Content) -> int:
    """What a content's words and states weigh."""
    return sum(round(HEAVIEST * term.weight) for term in one.terms) + STATE * len(one.states)


def agent(one: Content) -> str | None:
    """The state that acts."""
    if not one.states or one.states == (one.speaker,):
        return None
    return one.states[-1 if "passive" in one.marks else 0]


def is_exchanged(one: Content, other: Content) -> bool:
    """Whether the parts are exchanged."""
    first, second = agent(one), agent(other)
    if first is None or second is None or first == second:
        return False
    if set(one.states) == set(other.states):
        return len(one.states) == 2
    return first not in other.states and second not in one.states


@settings(max_examples=150, deadline=None)
@given(st.lists(CONTENTS, min_size=2, max_size=5))
def test_pairs_have_in_common_what_the_plain_definition_says(contents: list[Content]) -> None:
    pairs = [*itertools.permutations(range(len(contents)), 2)]
    ones, others = np.array(pairs).T
    outlines = Outlines([outline_of(one) for one in contents])
    common = compare(outlines, ones, others)
    turned = exchanged(outlines, ones, others, common)
    for rank, (one, other) in enumerate((contents[a], contents[b]) for a, b in pairs):
        if one.terms and other.terms:
            states = STATE * WHOLE * len(set(one.states) & set(other.states))
            assert common.mine[rank] == (covered(one, other) + states) / (weight(one) * WHOLE)
            assert common.theirs[rank] == (covered(other, one) + states) / (weight(other) * WHOLE)
            said = min(covered(one, other, plain=True), covered(other, one, plain=True))
            assert common.said[rank] == said / (HEAVIEST * WHOLE)
        else:
            assert common.mine[rank] == common.theirs[rank] == 0.0
        assert common.words[rank] == len(one.stems & other.stems)
        for facet, sets in {
            Facet.STATE: (set(one.states), set(other.states)),
            Facet.NAME: (one.names, other.names),
            Facet.TIME: (one.times, other.times),
            Facet.CONCEPT: (one.concepts, other.concepts),
        }.items():
            assert common.shared[rank, facet] == len(sets[0] & sets[1])
        assert turned[rank] == is_exchanged(one, other)


@settings(max_examples=100, deadline=None)
@given(st.lists(CONTENTS, min_size=2, max_size=5, unique=True))
def test_a_pair_is_as_close_among_others_as_by_itself_and_from_both_sides(contents: list[Content]) -> None:
    pairs = [*itertools.permutations(range(len(contents)), 2)]
    found = closenesses(Outlines([outline_of(one) for one in contents]), *np.array(pairs).T)
    alone = [closeness(contents[one], contents[other]) for one, other in pairs]
    assert found.tolist() == alone
    assert alone == [closeness(contents[other], contents[one]) for one, other in pairs]


def test_the_nearness_of_gists_is_their_cosine_and_none_without() -> None:
    one, other, without = (content_of("the port", gist=gist) for gist in (bytes([3, 4]), bytes([4, 3]), b""))
    outlines = Outlines([outline_of(content) for content in (one, other, without)])
    assert nearness(outlines, np.array([0, 0]), np.array([1, 2])).tolist() == [24 / 25, 0.0]


def test_twins_are_told_in_the_same_words_of_other_names() -> None:
    one, other = (content_of(f"troops of Norway left the harbour of {name}") for name in ("Kellan", "Moravec"))
    asked = Outlines([outline_of(one), outline_of(other)]), np.array([0]), np.array([1])
    assert traits(*asked, nearness(*asked), compare(*asked)).twins.tolist() == [True]
