"""Which contents may be one claim at all: found by sorted keys, so that nobody compares everything with everything.

Of two contents it is a fixed test, whatever else there is: that is why adding a report never undoes what stands
between two others, and why the order of reports does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from foreigndesk.weighing.contents import LOOSE, STATE_WEIGHT, Content
from foreigndesk.weighing.kinship.words import fingerprint

Ints: TypeAlias = NDArray[np.int64]
Bytes: TypeAlias = NDArray[np.int8]

WHOLE = 1000  # the keys of a content share out so much among them; whole numbers sum up alike in every order
# Of both contents' keys together, from 0 to twice WHOLE. On the first half of the gold no pair that is close enough to
# be joined has less; one that has 900 loses a twentieth of them. Of PolNeAR's statements two in 3,000 pairs pass.
LEAST_SHARED = 800
FEWEST_KEYS = 3  # in common: words, concepts, states
# Of contents told weeks apart more is asked: one in three of those that are joined for the rest of their words passes.
LEAST_SHARED_LATER = 1100
SOON = 21  # days: within three weeks one deed is told, and told again; later the same words mostly tell another
UNDATED = (-(1 << 40), 1 << 40)  # any day: nothing tells it apart in time
ALIKE = 0.6  # cosine of two contents' vectors
UNIT = 127  # the length of a content's vector in whole numbers; their products are exact in every order
BLOCK = 1024  # vectors multiplied at once


@dataclass(frozen=True, slots=True)
class Sign:
    """What a content is looked up by: its keys, how much of WHOLE each has, and its vector if contents have one."""

    keys: Ints
    shares: Ints
    vector: Bytes | None = None


def sign_of(content: Content) -> Sign:
    """The sign of a content: its words, the concepts they stand under or against, and its states.

    A word under a concept leaves the concept what a word of that meaning counts (LOOSE), and keeps the rest.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    for term in content.terms:
        concepts = term.concepts | term.contrary
        weights[term.stem] += (1 - LOOSE if concepts else 1) * term.weight
        for concept in concepts:
            weights[f"concept {concept}"] = max(weights[f"concept {concept}"], LOOSE * term.weight)
    for state in content.states:
        weights[f"state {state}"] = STATE_WEIGHT
    whole = sum(weights.values()) or 1.0
    keys = np.array([fingerprint(key) for key in weights], dtype=np.int64)
    shares = np.array([round(WHOLE * weight / whole) for weight in weights.values()], dtype=np.int64)
    vector = getattr(content, "vector", None)
    return Sign(keys, shares, None if vector is None else in_whole_numbers(vector))


def in_whole_numbers(vector: NDArray[np.float32]) -> Bytes:
    """A vector with length UNIT in whole numbers; zeros for one without length."""
    length = float(np.linalg.norm(vector))
    made: Bytes = np.rint(vector * (UNIT / length if length else 0.0)).astype(np.int8)
    return made


def candidates(signs: Sequence[Sign], spans: Ints, fresh: Ints) -> list[tuple[int, int]]:
    """The pairs of contents, by place, that may be one claim and of which at least one is fresh; each once, in order.

    `spans` are first and last day of each content as numbers, a row each; UNDATED where there is none.
    """
    codes = [*by_keys(signs, spans, fresh)]
    vectors = [sign.vector for sign in signs]
    if signs and all(vector is not None for vector in vectors):
        codes += by_vectors(np.stack([vector for vector in vectors if vector is not None]), fresh)
    if not codes:
        return []
    size = len(signs)
    return [(int(code) // size, int(code) % size) for code in np.unique(np.concatenate(codes))]


def gaps(spans: Ints, one: int, others: Ints) -> Ints:
    """The days that lie between the times at which contents are told; none where these overlap."""
    found: Ints = np.maximum(
        0, np.maximum(spans[one, 0], spans[others, 0]) - np.minimum(spans[one, 1], spans[others, 1])
    )
    return found


def by_keys(signs: Sequence[Sign], spans: Ints, fresh: Ints) -> Iterator[Ints]:
    """The pairs that share enough keys, as codes: one's place times their number, plus the other's, in order.

    Contents go one after the other into the index, the fresh ones last, and each of these looks up all before it.
    """
    size = len(signs)
    if not sum(len(sign.keys) for sign in signs):
        return
    known = np.setdiff1d(np.arange(size), fresh)
    order = np.concatenate([known, fresh])
    lengths = np.array([len(signs[place].keys) for place in order], dtype=np.int64)
    ends = np.cumsum(lengths)
    _, keys, often = np.unique(
        np.concatenate([signs[place].keys for place in order]), return_inverse=True, return_counts=True
    )
    shares = np.concatenate([signs[place].shares for place in order])
    owners = np.repeat(np.arange(size), lengths)
    begins = np.concatenate([[0], np.cumsum(often)[:-1]])
    under = np.argsort(keys, kind="stable")  # keys in turn, and under each its contents in order
    holders, held = owners[under], shares[under]
    filled = begins + np.bincount(keys[: len(keys) - lengths[len(known) :].sum()], minlength=len(often))
    for rank in range(len(known), size):
        mine = slice(ends[rank] - lengths[rank], ends[rank])
        found = [
            (holders[begins[key] : filled[key]], held[begins[key] : filled[key]] + share)
            for key, share in zip(keys[mine].tolist(), shares[mine].tolist(), strict=True)
        ]
        filled[keys[mine]] += 1
        if not found:
            continue
        others = np.concatenate([each for each, _ in found])
        shared = np.bincount(others, np.concatenate([each for _, each in found]), minlength=rank)
        others = np.flatnonzero(shared >= LEAST_SHARED)
        if not len(others):
            continue
        often_shared = np.bincount(np.concatenate([each for each, _ in found]), minlength=rank)[others]
        places = order[others]
        least = np.where(gaps(spans, int(order[rank]), places) > SOON, LEAST_SHARED_LATER, LEAST_SHARED)
        places = places[(often_shared >= FEWEST_KEYS) & (shared[others] >= least)]
        yield np.minimum(places, order[rank]) * size + np.maximum(places, order[rank])


def by_vectors(vectors: Bytes, fresh: Ints, least: float = ALIKE) -> Iterator[Ints]:
    """The pairs whose vectors point the same way, as codes; products of whole numbers, so that no order rounds them."""
    size, every = len(vectors), vectors.astype(np.float32)
    for begin in range(0, len(fresh), BLOCK):
        mine = fresh[begin : begin + BLOCK]
        row, other = np.nonzero(every[mine] @ every.T >= least * UNIT * UNIT)
        one = mine[row]
        low, high = np.minimum(one, other), np.maximum(one, other)
        yield (low * size + high)[low != high].astype(np.int64)
