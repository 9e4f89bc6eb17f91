"""Whether an act belongs to a past era: by its date, or by the era its sentence names."""

from __future__ import annotations

import datetime as dt
import re

from foreigndesk.model import When

# An act this many years before the report is told as background (PLOVER 1.3, 2.3, gives no figure; its example lies
# decades back). Ten years keep what news still reports on as current: Crimea 2014 in a report of 2022.
YEARS = 10
ERAS = re.compile(
    r"\b(?:(?:Cold|World|Korean|Vietnam|Gulf) War|Soviet era|Soviet-era|Soviet Union|U\.S\.S\.R\.|"
    r"colonial (?:era|rule|times)|(?:nineteenth|twentieth|19th|20th) century|decades ago|"
    r"(?:in|during|since) the (?:1[89]\d0s|[4-9]0s|(?:four|fif|six|seven|eigh|nine)ties))\b",
    re.IGNORECASE,
)


def is_past_era(sentence: str, when: When | None, day: dt.date | None) -> bool:
    """Whether the act lies ten years or more before the report, or in an era that its sentence names.

    >>> is_past_era("It fought U.S.-led troops in the Korean War.", None, None)
    True
    """
    if when is not None and when.latest is not None and day is not None:
        return dt.date.fromisoformat(when.latest).year <= day.year - YEARS
    return ERAS.search(sentence) is not None
