"""The two letters of a state, for tools that do not take the three of ISO 3166-1 alpha-3."""

from __future__ import annotations

import functools

from foreigndesk.lexicon.tables import load_table


@functools.cache
def load_alpha2() -> dict[str, str]:
    """Alpha-3 -> alpha-2, of the states that ISO 3166-1 has; from lexicon/data/alpha2.csv.

    >>> load_alpha2()["PRK"]
    'KP'
    """
    return {row["alpha3"]: row["alpha2"] for row in load_table("alpha2")}
