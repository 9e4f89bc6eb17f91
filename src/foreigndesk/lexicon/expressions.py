"""Fixed expressions printed like names ("Cold War", "Middle East"), and surnames that are words as well."""

from __future__ import annotations

import functools

from foreigndesk.lexicon.tables import load_table


@functools.cache
def load_expressions() -> tuple[str, ...]:
    """The fixed expressions as printed, from lexicon/data/expressions.csv (WordNet).

    >>> "Cold War" in load_expressions()
    True
    """
    return tuple(row["expression"] for row in load_table("expressions"))


@functools.cache
def load_surnames() -> dict[str, int]:
    """Surname in small letters -> how many of 100,000 people in the United States bear it (census of 1990)."""
    return {row["surname"]: int(row["in_100000"]) for row in load_table("surnames")}
