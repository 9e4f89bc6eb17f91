"""English words that one foreign word covers, so that a text that went through another language comes back with one for
the other: Spanish "partido" is a party and a match, "extranjero" foreign and overseas.
"""

from __future__ import annotations

import functools
from collections import defaultdict

from foreigndesk.lexicon.forms import normal_words
from foreigndesk.lexicon.tables import load_table

# Nouns are exchanged in the plural too.
SIBILANTS = ("s", "x", "z", "ch", "sh")


@functools.cache
def load_pivots() -> dict[str, frozenset[str]]:
    """Printed word or short phrase (small letters) -> the words that some language does not tell apart from it.

    >>> sorted(load_pivots()["partnership"])[:3]
    ['alliance', 'association', 'coalition']
    """
    found: dict[str, set[str]] = defaultdict(set)
    for row in load_table("pivots"):
        words = [" ".join(normal_words(word)) for word in row["english"].split("|")]
        for printed in words:
            for expected in words:
                if printed != expected and " " not in expected:
                    found[printed].add(expected)
                    found[plural(printed)].add(plural(expected))
    return {printed: frozenset(words) for printed, words in found.items()}


def plural(word: str) -> str:
    """A word or phrase in the plural, if it is a noun that has one.

    >>> plural("company"), plural("get together"), plural("watch")
    ('companies', 'get togethers', 'watches')
    """
    if word.endswith("y") and word[-2:-1] not in set("aeou"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(SIBILANTS) else "s")
