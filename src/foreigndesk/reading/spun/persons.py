"""Persons whose name is a word that a machine exchanged: "Yun Solar", and then "Ms. Solar", for Yun Sun.

Nobody can know an invented or unknown person; but a machine prints dictionary words where surnames stood, few surnames
are near such a word in meaning, and how many people bear each is known. The same noisy channel as for bodies.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping

from foreigndesk.lexicon.expressions import load_surnames
from foreigndesk.lexicon.given_names import load_given_names
from foreigndesk.lexicon.persons import EASTERN
from foreigndesk.lexicon.pivots import load_pivots
from foreigndesk.lexicon.thesaurus import load_thesaurus
from foreigndesk.reading.spun.channel import Channel

# Of words that are surnames a machine exchanges most: it takes them for the words they are. In bits.
EXCHANGED, KEPT = math.log2(0.6), math.log2(0.4)
# A word that nobody in the census is called may yet be a name: so much beside one that one in 100,000 bears.
NOBODY = 0.02
# Who invents a person, and who is in the news, has a rare name oftener than a census says.
COUNT_WEIGHT = 0.5
# By how many bits the best surname must be ahead of all others and of the printed word itself. Of 418 words drawn from
# WordNet's synonyms of surnames 0.94 of those restored are then right, a quarter of all; at 0.3 bits 0.86, a third.
AHEAD = 1.0
# Distant neighbours are as numerous as surnames; up to here they are rivals to be counted. With 5 bits 0.86 are right.
NEAR_ENOUGH = 6.5
# Family names of the East that are English words, as frequent among their own; the American census hardly has them.
EASTERN_WORDS = EASTERN | {"ban", "long", "hope", "gong", "kong", "yin", "shin", "sung"}
EASTERN_COUNT = 60
# Machines keep the number: "Streams" is not Brook; only an ending alone is lost or added ("Water" for Waters).
OTHER_NUMBER = 3.0
# Given names are counted nowhere here: each as likely as any other.
GIVEN_COUNT = 10


@functools.cache
def surnames(eastern: bool) -> Channel:
    """What words can stand for among surnames."""
    return Channel(EASTERN_WORDS if eastern else load_surnames(), derived=False)


@functools.cache
def given_names() -> Channel:
    """What words can stand for among given names that are words as well."""
    words = (word for word in load_given_names() if load_thesaurus().expected(word) or word in load_pivots())
    return Channel(words, derived=False)


@functools.lru_cache(maxsize=4_096)
def surname_behind(printed: str, eastern: bool = False) -> tuple[str, float] | None:
    """The surname that a printed word or short phrase stands for, with its bits ahead; None if the word stays.

    `eastern` is set where the rest of the name is Chinese, Korean or Vietnamese.

    >>> surname_behind("frosty")[0], surname_behind("petrov")
    ('frost', None)
    """
    counts = dict.fromkeys(EASTERN_WORDS, EASTERN_COUNT) if eastern else load_surnames()
    return likeliest(printed, surnames(eastern).puts(printed), counts)


@functools.lru_cache(maxsize=4_096)
def given_name_behind(printed: str) -> tuple[str, float] | None:
    """The given name that a printed word stands for, with its bits ahead; None if the word is a given name itself.

    >>> given_name_behind("invoice")[0], given_name_behind("mark")
    ('bill', None)
    """
    if printed in load_given_names():
        return None
    puts = given_names().puts(printed)
    return likeliest(printed, puts, dict.fromkeys(puts, GIVEN_COUNT))


def likeliest(printed: str, puts: Mapping[str, float], counts: Mapping[str, int]) -> tuple[str, float] | None:
    """The name that a printed word stands for and by how many bits it is ahead, if that is enough."""
    bits = {
        word: EXCHANGED - cost - across(printed, word) + COUNT_WEIGHT * math.log2(counts[word])
        for word, cost in puts.items()
        if word in counts and cost <= NEAR_ENOUGH
    }
    if not bits:
        return None
    best = max(bits, key=lambda word: (bits[word], word))
    others = sum(2.0 ** bits[word] for word in bits if word != best)
    own = 2.0**KEPT * (counts[printed] ** COUNT_WEIGHT if printed in counts else NOBODY)
    ahead = bits[best] - math.log2(others + own)
    return (best, ahead) if ahead >= AHEAD else None


def across(printed: str, word: str) -> float:
    """What it costs that one of two words is a plural and the other is not."""
    one_root = printed.rstrip("s") == word.rstrip("s")
    return 0.0 if one_root or printed.endswith("s") == word.endswith("s") else OTHER_NUMBER
