"""Words that news would hardly print where they stand, beside neighbours in meaning that it would: "the identical day".

Each plain word is weighed: how likely is it here if the writer wrote it, how likely if a machine put it for a word that
it can stand for? (A noisy channel: Kernighan, Church and Gale, "A spelling correction program based on a noisy channel
model", 1990, with a thesaurus in place of typing errors.)
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

from foreigndesk.lexicon.thesaurus import load_company, load_thesaurus
from foreigndesk.reading.names.words import Words

# How often a machine puts one certain word for another, by closeness in the thesauri (1 to 5); in bits.
PUT = {close: math.log2(share) for close, share in {1: 0.005, 2: 0.015, 3: 0.05, 4: 0.1, 5: 0.15}.items()}
# The share of words that a machine exchanges: in seven spun reports 20 to 35 of 100 words that could be.
EXCHANGED = 0.25
WRITTEN = math.log2(1 - EXCHANGED)
# A pair that neither books nor news have is this much rarer than by chance (bits), or rarer still where both words
# are so frequent that they would have met.
STRANGERS = -1.0
# A word is only put for one that is at least an eighth as frequent: machines take the best known synonym.
RARER = 3.0
# The likeliest are enough: the sum over all differs by less than a tenth of a bit on average.
MOST_RIVALS = 15
# No one word may decide: bits of evidence at most.
MOST = 6.0
# Fewer words make no mean.
FEWEST = 30
# Two words so close on both sides (bits) that nothing was exchanged; spares looking at every neighbour.
SETTLED = 3.0


@dataclass(frozen=True, slots=True)
class Exchange:
    """A word (its index among the words of the text), the word expected there, and the evidence in bits."""

    index: int
    expected: str
    bits: float


@functools.lru_cache(maxsize=65_536)
def association(one: str, other: str) -> float:
    """How many bits likelier two words stand side by side than by chance."""
    company = load_company()
    known = company.pair(one, other)
    return known if known is not None else min(STRANGERS, company.at_most(one, other))


@functools.lru_cache(maxsize=16_384)
def rivals(word: str) -> tuple[tuple[str, float], ...]:
    """The words that a word can have been put for, and in bits how likely each is before its neighbours are seen."""
    company = load_company()
    share = company.share(word)
    if share is None:
        return ()
    found = []
    for expected, close in load_thesaurus().expected(word).items():
        other = company.share(expected)
        if other is not None and other >= share - RARER:
            found.append((expected, PUT[close] + other - share))
    return tuple(sorted(found, key=lambda rival: -rival[1])[:MOST_RIVALS])


def weigh_words(words: Words, most: int | None = None) -> list[Exchange]:
    """Every plain word that could have been exchanged, with its evidence; of these the first `most`, if it is given."""
    found: list[Exchange] = []
    for index, word in enumerate(words.normals):
        if not words.texts[index].islower() or not rivals(word):
            continue
        before = words.normals[index - 1] if words.gap(index - 1) == " " else None
        behind = words.normals[index + 1] if words.gap(index) == " " else None
        found.append(weigh(index, word, before, behind))
        if len(found) == most:
            break
    return found


def mean_bits(found: list[Exchange]) -> float:
    """The mean evidence of some words; of few words as if the others spoke for the writer."""
    return sum(one.bits for one in found) / max(len(found), FEWEST)


def weigh(index: int, word: str, before: str | None, behind: str | None) -> Exchange:
    """The evidence for an exchange of one word between its neighbours."""
    left = association(before, word) if before else 0.0
    right = association(word, behind) if behind else 0.0
    if left > SETTLED and right > SETTLED:
        return Exchange(index, "", WRITTEN)
    total, best, expected = 0.0, 0.0, ""
    for rival, prior in rivals(word):
        bits = prior - left - right
        bits += association(before, rival) if before else 0.0
        bits += association(rival, behind) if behind else 0.0
        likelier = 2.0**bits
        total += likelier
        if likelier > best:
            best, expected = likelier, rival
    return Exchange(index, expected, min(MOST, math.log2(1 - EXCHANGED + EXCHANGED * total)))
