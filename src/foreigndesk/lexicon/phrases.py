"""Fixed phrases of news ("on the same day", "condition of anonymity"), to see where one is broken."""

from __future__ import annotations

import functools

from foreigndesk.lexicon.tables import load_table


@functools.cache
def load_phrases() -> dict[str, str]:
    """Phrase -> its kind (date, post, ordinal or plain), from lexicon/data/phrases.csv.

    >>> load_phrases()["on the same day"], load_phrases()["foreign minister"]
    ('date', 'post')
    """
    return {row["phrase"]: row["kind"] for row in load_table("phrases")}
