"""A content as numbers: all that decides which others it is compared with, and how close to them it is.

What is kept of a wording, so that nobody reads it again when another comes in; and many of them side by side as arrays.
"""

from __future__ import annotations

import functools
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from foreigndesk.lexicon.concepts import load_concepts
from foreigndesk.weighing.contents.content import STATE_WEIGHT, Content
from foreigndesk.weighing.contents.terms import Term
from foreigndesk.weighing.kinship.words import fingerprint
from foreigndesk.weighing.polarity import AGAINST

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float32]
Marks: TypeAlias = NDArray[np.bool_]

HEAVIEST = 1000  # what a word of weight one weighs: whole numbers sum up alike in every order, whatever is beside them
STATE = round(HEAVIEST * STATE_WEIGHT)
SHARED_OUT = 1000  # the keys of a content share out so much among them
LOOSE = 0.6  # of a word's weight: where the other content has not the word but one of its meaning
BITS = 64
NOBODY = -1  # the agent of a content without


class Facet(IntEnum):
    """The sets that are compared between contents."""

    STATE = 0
    NAME = 1
    TIME = 2
    CONCEPT = 3


KEY = np.dtype([("key", "<i8"), ("share", "<i4")])
TERM = np.dtype([("stem", "<i8"), ("meaning", "<i4"), ("weight", "<i4"), ("named", "?"), ("concepts", "<u8", (2,))])
FACET = np.dtype([("number", "<i8"), ("facet", "u1")])
MARKS = ("acts", "of_its_own", "timed", "demands", "knowing", "denied")
HEAD = np.dtype([("agent", "<i8"), *((mark, "?") for mark in MARKS)])


class Outline(NamedTuple):
    """A content as numbers: keys, terms, facets and head are arrays of the types above, the gist is one of bytes."""

    keys: bytes
    terms: bytes
    facets: bytes
    head: bytes
    gist: bytes


# compared one by one, a content meets several others
@functools.lru_cache(maxsize=1 << 12)
def outline_of(content: Content) -> Outline:
    """The outline of a content."""
    return Outline(
        keys_of(content).tobytes(),
        np.array([term_in_numbers(term, content.names) for term in content.terms], TERM).tobytes(),
        np.array(facets_of(content), FACET).tobytes(),
        np.array(head_of(content), HEAD).tobytes(),
        content.gist,
    )


@functools.lru_cache(maxsize=1 << 16)
def number_of(word: str) -> int:
    """A word as a number."""
    return fingerprint(word)


def keys_of(content: Content) -> NDArray[np.void]:
    """What a content is looked up by: its words, the concepts they stand under or against, and its states, as KEYs.

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
    return np.array([(number_of(key), round(SHARED_OUT * weight / whole)) for key, weight in weights.items()], KEY)


def term_in_numbers(term: Term, names: frozenset[str]) -> tuple[int, int, int, bool, tuple[int, int]]:
    """A term as a TERM."""
    bits = bits_of(term.concepts | term.contrary)
    return number_of(term.stem), term.meaning, round(HEAVIEST * term.weight), term.stem in names, bits


@functools.lru_cache(maxsize=1 << 12)
def bits_of(concepts: frozenset[str]) -> tuple[int, int]:
    """Concepts as the bits of two numbers."""
    numbers = load_concepts().numbers
    bits = sum(1 << numbers[concept] for concept in concepts)
    return bits % (1 << BITS), bits >> BITS


def facets_of(content: Content) -> list[tuple[int, int]]:
    """The FACETs of a content."""
    sets: dict[Facet, Iterable[str]] = {
        Facet.STATE: content.states,
        Facet.NAME: content.names,
        Facet.TIME: content.times,
        Facet.CONCEPT: content.concepts,
    }
    return [(number_of(f"{facet} {value}"), facet) for facet, values in sets.items() for value in sorted(values)]


def head_of(content: Content) -> tuple[int | bool, ...]:
    """The HEAD of a content: the state that acts (the first, in the passive the last; if sure), and its marks."""
    states = content.states
    agent = states[-1 if "passive" in content.marks else 0] if states else ""
    return (
        number_of(f"{Facet.STATE} {agent}"),
        bool(states) and not content.is_of_its_own,
        content.is_of_its_own,
        content.is_timed,
        content.demands,
        "knowing" in content.marks,
        content.force in AGAINST,
    )


@dataclass(frozen=True)
class Ragged:
    """Rows of different length, one after the other: where each begins in what they are rows of, and its length."""

    begins: Ints
    lengths: Ints

    @classmethod
    def of(cls, lengths: Sequence[int] | Ints) -> Ragged:
        """Rows of these lengths."""
        made = np.asarray(lengths, dtype=np.int64)
        return cls(np.cumsum(made) - made, made)

    def row(self, place: int) -> slice:
        """Where a row stands."""
        return slice(self.begins[place], self.begins[place] + self.lengths[place])

    def stretch(self, rows: slice) -> slice:
        """Where some rows stand that follow each other; there must be one."""
        last = rows.stop - 1
        return slice(self.begins[rows.start], self.begins[last] + self.lengths[last])

    def places(self, rows: Ints) -> tuple[Ints, Ragged]:
        """Where all that is in some rows stands, and how these rows stand one after the other."""
        beside = Ragged.of(self.lengths[rows])
        shifts = np.repeat(self.begins[rows] - beside.begins, beside.lengths)
        return shifts + np.arange(len(shifts)), beside


def with_following(following: Ints) -> tuple[Ints, Ints]:
    """The pairs of things with those that follow them, of each so many, as places: the first of each, the second.

    >>> firsts, seconds = with_following(np.array([2, 1, 0]))
    >>> firsts.tolist(), seconds.tolist()
    ([0, 0, 1], [1, 2, 2])
    """
    things = np.arange(len(following))
    seconds, _ = Ragged(things + 1, following).places(things)
    return np.repeat(things, following), seconds


def runs(ones: Ints) -> Iterator[tuple[int, slice]]:
    """Each first content, and which pairs it has."""
    bounds = [0, *(np.flatnonzero(np.diff(ones)) + 1).tolist(), len(ones)]
    for begin, end in itertools.pairwise(bounds):
        if begin < end:
            yield int(ones[begin]), slice(begin, end)


class Outlines:
    """Many contents as numbers, side by side, told by their place.

    `key_rows`, `term_rows` and `facet_rows` tell which of `keys` (KEY), `terms` (TERM) and `facets` are of which
    content. In `facets` each that occurs has a number of its own from 0, `agents` have one of these or NOBODY; `kinds`
    tells the Facet of each place. Of `sizes` (how many of each Facet it has), `heads` (HEAD) and `gists` (zeros for one
    without) each content has a row; `lengths` are those of the gists, `weights` what terms and states weigh together.
    """

    def __init__(self, outlines: Sequence[Outline]) -> None:
        """Lay them side by side."""
        self.size = len(outlines)
        self.keys = np.frombuffer(b"".join(one.keys for one in outlines), KEY)
        self.key_rows = Ragged.of([len(one.keys) // KEY.itemsize for one in outlines])
        self.terms = np.frombuffer(b"".join(one.terms for one in outlines), TERM)
        self.term_rows = Ragged.of([len(one.terms) // TERM.itemsize for one in outlines])
        facets = np.frombuffer(b"".join(one.facets for one in outlines), FACET)
        self.facet_rows = Ragged.of([len(one.facets) // FACET.itemsize for one in outlines])
        distinct, self.facets = np.unique(facets["number"], return_inverse=True)
        self.distinct = len(distinct)
        self.kinds = facets["facet"].astype(np.int64)
        owners = np.repeat(np.arange(self.size), self.facet_rows.lengths)
        self.sizes = counted(owners * len(Facet) + self.kinds, self.size)
        self.heads = np.frombuffer(b"".join(one.head for one in outlines), HEAD)
        self.agents = np.where(self.heads["acts"], np.searchsorted(distinct, self.heads["agent"]), NOBODY)
        width = max((len(one.gist) for one in outlines), default=0)
        self.gists = np.frombuffer(b"".join(one.gist or bytes(width) for one in outlines), np.int8)
        self.gists = self.gists.reshape(self.size, width)
        self.lengths = np.sqrt(np.einsum("ij,ij->i", self.gists, self.gists, dtype=np.int64))
        owners = np.repeat(np.arange(self.size), self.term_rows.lengths)
        weighed = np.bincount(owners, self.terms["weight"], self.size).astype(np.int64)
        self.weights = weighed + STATE * self.sizes[:, Facet.STATE]


def counted(codes: Ints, rows: int) -> Ints:
    """How often each Facet stands in each row, from row times the number of Facets plus Facet."""
    return np.bincount(codes, minlength=rows * len(Facet)).reshape(rows, len(Facet))
