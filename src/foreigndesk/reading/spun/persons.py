"""Persons whose name is a word that a machine exchanged: "Yun Solar", and then "Ms. Solar", for Yun Sun.

Nobody can know an invented or unknown person; but a machine prints dictionary words where surnames stood, and few
surnames are near such a word in meaning.
"""

from __future__ import annotations

import functools
import math

from foreigndesk.lexicon.expressions import load_surnames
from foreigndesk.lexicon.given_names import load_given_names
from foreigndesk.lexicon.persons import EASTERN
from foreigndesk.reading.spun.alternatives import alternatives

# Distant neighbours are as numerous as surnames: only closer ones are looked at.
NEAR_ENOUGH = 3.6
# A surname that is so frequent (of 100,000) stays, whatever it means: "Young", "Green", "Cook".
STAYS = 40
# Rarer surnames are not looked for behind a word.
BORNE = 12
# By how much the best surname must be ahead of the next.
AHEAD = 1.8
COUNT_WEIGHT = 0.5  # how frequent a surname is says less than how near it is in meaning
ONE_STEM = 0.8  # what "Younger" for Young costs
# The family names of the East that the American census hardly has, as frequent among their own.
EASTERN_COUNT = 60


@functools.lru_cache(maxsize=4_096)
def surname_behind(printed: str, eastern: bool = False) -> tuple[str, float] | None:
    """The surname that a printed word or short phrase stands for, with its cost; None if the word stays.

    `eastern` is set where the rest of the name is Chinese, Korean or Vietnamese.

    >>> surname_behind("frosty")[0], surname_behind("petrov")
    ('frost', None)
    """
    own = bearers(printed, eastern)
    if own >= STAYS:
        return None
    ranked = sorted(
        (
            (COUNT_WEIGHT * math.log2(count) - 2 * cost, word, cost)
            for word, cost in near(printed)
            if (count := bearers(word, eastern)) >= max(BORNE, 2 * own)
        ),
        reverse=True,
    )
    if not ranked or (len(ranked) > 1 and ranked[1][0] > ranked[0][0] - AHEAD):
        return None
    return ranked[0][1], ranked[0][2]


def near(printed: str) -> list[tuple[str, float]]:
    """The close words, and those of one stem: "Younger" for Young, "Waters" for Water."""
    found = {word: cost for word, cost in alternatives(printed) if cost <= NEAR_ENOUGH}
    for word in load_surnames():
        if abs(len(word) - len(printed)) <= 2 and word[:4] == printed[:4] and inflects(printed, word):
            found[word] = min(ONE_STEM, found.get(word, ONE_STEM))
    return list(found.items())


def inflects(printed: str, word: str) -> bool:
    """Whether one is the other with an ending."""
    short, long = sorted((printed, word), key=len)
    return long != short and long.startswith(short) and long[len(short) :] in {"s", "er", "ly", "y", "ing", "ed"}


def bearers(word: str, eastern: bool) -> int:
    """How many of 100,000 bear a surname, Eastern ones among Easterners."""
    if eastern:
        return EASTERN_COUNT if word in EASTERN else 0
    return load_surnames().get(word, 0)


@functools.lru_cache(maxsize=4_096)
def given_name_behind(printed: str) -> tuple[str, float] | None:
    """The given name that a printed word stands for, with its cost; None if the word is a given name itself.

    >>> given_name_behind("invoice")[0], given_name_behind("mark")
    ('bill', None)
    """
    names = load_given_names()
    if printed in names:
        return None
    ranked = [(word, cost) for word, cost in alternatives(printed) if word in names and cost <= NEAR_ENOUGH]
    return ranked[0] if len(ranked) == 1 or (ranked and ranked[1][1] > ranked[0][1] + 0.3) else None
