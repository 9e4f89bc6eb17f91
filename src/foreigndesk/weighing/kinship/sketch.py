"""A small fingerprint of a report under which it is kept and looked up, so that kin are found without comparing all.

The keys of a sketch are the smallest hashes of a report's shingles (bottom-k sampling, Broder 1997). Two texts that
share a part p of the longer one share about p of its keys, so a cut is found as well as a copy. Three sorts of shingles
are kept: three words in a row (copies, cuts, spun text); pairs of names and figures near each other, in either order
(what a rewrite carries along however its sentences are recast); and three words in a row of each of the longest
quotations (what an independent report may take over and nothing else).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from foreigndesk.weighing.kinship.words import GOLDEN, Hashes, Words, words_of

# With 48 triples every planted copy, cut, edit and spun text of the development half shares three keys and more with
# its original, but for reports of a few lines; unrelated reports share three in 1 of 2,000 pairs. Deep rewrites share
# one or two triples and mostly nine or more pairs of names and figures.
TRIPLES = 48  # keys of three words in a row
PAIRS = 48  # keys of two names or figures near each other
NEAR = 3  # names and figures apart, in one sentence or two that follow each other
QUOTATIONS, QUOTED = 10, 4  # the longest quotations, and the keys of each: one shared quotation makes a candidate

# Keys are cut to six bytes, the size up to which SQLite keeps numbers short: among the hundred million keys of a
# million reports one in three million meets another by chance.
CUT = np.uint64(16)

MIXERS = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))  # splitmix64 (Steele et al. 2014)


@dataclass(frozen=True, slots=True)
class Sketch:
    """The keys of one report: numbers below 2^48, each once, at most TRIPLES + PAIRS + QUOTATIONS * QUOTED."""

    keys: tuple[int, ...]

    def shared(self, other: Sketch) -> int:
        """How many keys two sketches have in common."""
        return len(frozenset(self.keys) & frozenset(other.keys))


def sketch_of(text: str) -> Sketch:
    """The sketch of a text; one without keys for a text of fewer than three words.

    >>> one = sketch_of("The envoy of Norland left the talks in Sudmark on Tuesday.")
    >>> one.shared(sketch_of("On Tuesday the envoy of Norland left the talks.")) >= 4
    True
    """
    return sketch_from(words_of(text))


def sketch_from(words: Words) -> Sketch:
    """The sketch of a text whose words are known."""
    keys = (smallest(triples(words), TRIPLES), smallest(pairs(words), PAIRS), quotations(words))
    return Sketch(tuple(np.unique(np.concatenate(keys) >> CUT).tolist()))


def triples(words: Words) -> Hashes:
    """Every three words in a row of which two or more carry content."""
    hashes, telling = words.triples
    return hashes[telling >= 2]


def quotations(words: Words) -> Hashes:
    """The smallest hashes of three words in a row in each of the longest quotations."""
    edges = np.flatnonzero(np.diff(words.quoted.view(np.int8), prepend=0, append=0))
    starts, ends = edges[::2], edges[1::2]
    longest = np.argsort(starts - ends, kind="stable")[:QUOTATIONS]
    counts = np.maximum(ends[longest] - starts[longest] - 2, 0)
    number = np.repeat(np.arange(len(longest)), counts)
    places = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + starts[longest][number]
    hashes, telling = words.triples
    known = telling[places] >= 1
    number, hashed = number[known], mixed(hashes[places[known]] + np.uint64(2))
    order = np.lexsort((hashed, number))
    number, hashed = number[order], hashed[order]
    again = np.zeros(len(number), dtype=np.bool_)
    again[1:] = (number[1:] == number[:-1]) & (hashed[1:] == hashed[:-1])
    number, hashed = number[~again], hashed[~again]
    best: Hashes = hashed[np.arange(len(number)) - np.searchsorted(number, number) < QUOTED]
    return best


def pairs(words: Words) -> Hashes:
    """Every two names or figures at most NEAR of them apart in one sentence or neighbours, whichever comes first."""
    places = np.flatnonzero(words.sharp)
    stems, sentences = words.stems[places].view(np.uint64), words.sentences[places]
    found = [np.zeros(0, dtype=np.uint64)]
    for distance in range(1, min(NEAR, len(places) - 1) + 1):
        one, other = stems[:-distance], stems[distance:]
        together = (sentences[distance:] - sentences[:-distance] <= 1) & (one != other)
        low, high = np.minimum(one, other)[together], np.maximum(one, other)[together]
        found.append(low * GOLDEN + high + np.uint64(1))
    return np.concatenate(found)


def mixed(shingles: Hashes) -> Hashes:
    """Each shingle as a hash whose order has nothing to do with its words."""
    hashes = shingles
    for shift, mixer in zip((30, 27), MIXERS, strict=True):
        hashes = (hashes ^ (hashes >> np.uint64(shift))) * mixer
    return hashes ^ (hashes >> np.uint64(31))


def smallest(shingles: Hashes, most: int) -> Hashes:
    """The `most` smallest of the shingles' hashes, each once."""
    return np.unique(mixed(shingles))[:most]
