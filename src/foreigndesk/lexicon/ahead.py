"""The words of what is to come, by what they do. From lexicon/data/ahead.csv."""

from __future__ import annotations

import functools

from foreigndesk.lexicon.tables import load_classes


@functools.cache
def load_ahead() -> dict[str, frozenset[str]]:
    """The lemmas of each class of words that tell of what is to come, by the class.

    >>> "vow" in load_ahead()["bind"], "vow" in load_ahead()["due"]
    (True, False)
    """
    return load_classes("ahead")
