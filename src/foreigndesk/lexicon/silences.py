"""The words of silences: who does not speak, and how papers say so. From lexicon/data/silences.csv."""

from __future__ import annotations

import functools

from foreigndesk.lexicon.tables import load_classes


@functools.cache
def load_silences() -> dict[str, frozenset[str]]:
    """The lemmas of each class of words that tell a silence, by the class.

    >>> "tongue" in load_silences()["silence"], "missile" in load_silences()["deed"]
    (True, True)
    """
    return load_classes("silences")
