"""Given names that are near always a man's or a woman's, for "he" and "she"."""

from __future__ import annotations

import functools

from foreigndesk.lexicon.forms import normal_word
from foreigndesk.lexicon.tables import load_table


@functools.cache
def load_given_names() -> dict[str, str]:
    """Given name without case and accents -> "m" or "f", from lexicon/data/given_names.csv."""
    return {normal_word(row["name"]): row["gender"] for row in load_table("given_names")}


def gender_of(name: str) -> str | None:
    """The gender of a person's given name, None if it tells nothing.

    >>> gender_of("Antony Blinken"), gender_of("Lin Jian")
    ('m', None)
    """
    for word in name.split()[:-1]:
        found = load_given_names().get(normal_word(word))
        if found:
            return found
    return None
