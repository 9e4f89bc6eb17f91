"""What one printed word of a name can stand for: neighbours in meaning, and words of one stem."""

from __future__ import annotations

import functools
import math

from foreigndesk.lexicon.thesaurus import Thesaurus, load_thesaurus

# What an exchange costs, by closeness in the thesauri (1 to 5): closer pairs are what rewriting machines print.
COSTS = {5: 1.0, 4: 1.5, 3: 2.0, 2: 3.0, 1: 4.0}
# A word that many can stand for ("states", 459) is less likely meant by each than one that few can ("nations", 138).
USUAL_SPREAD = 150
SPREAD_WEIGHT = 0.4  # of the binary logarithm
# "Nationwide" for national, "democracy" for democratic: a common beginning of five letters that is most of the shorter.
STEM = 5
STEM_SHARE = 0.7
STEM_COST = 3.0


@functools.lru_cache(maxsize=16_384)
def alternatives(printed: str) -> tuple[tuple[str, float], ...]:
    """The words that a printed word or short phrase (small letters) can stand for, each with its cost, cheapest first.

    >>> alternatives("warfare")[0][0]
    'war'
    """
    thesaurus = load_thesaurus()
    found = {word: COSTS[close] + spread_cost(thesaurus, word) for word, close in thesaurus.expected(printed).items()}
    return tuple(sorted(found.items(), key=lambda item: (item[1], item[0])))


def spread_cost(thesaurus: Thesaurus, word: str) -> float:
    """What is added for a word that many can stand for, or taken off, at most one step of closeness."""
    return max(-0.5, min(1.0, SPREAD_WEIGHT * math.log2(max(1, thesaurus.spread(word)) / USUAL_SPREAD)))


def one_stem(printed: str, expected: str) -> bool:
    """Whether two words have one stem.

    >>> one_stem("nationwide", "national"), one_stem("politics", "police")
    (True, False)
    """
    shared = 0
    for one, other in zip(printed, expected, strict=False):
        if one != other:
            break
        shared += 1
    return printed != expected and shared >= STEM and shared >= STEM_SHARE * min(len(printed), len(expected))
