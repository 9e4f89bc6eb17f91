"""Whether an act belongs to a past era: by its date, or by the era its sentence names."""

from __future__ import annotations

import datetime as dt
import re

from foreigndesk.model import When

# An act more than this many years before the report is told as background. PLOVER 1.3, 2.3, gives an example that lies
# decades back and no figure; five is what the project's gold guideline settled on (rule `past-era`).
YEARS = 5
ERAS = re.compile(
    r"\b(?:(?:Cold|World|Korean|Vietnam|Gulf) War|Soviet era|Soviet-era|Soviet Union|U\.S\.S\.R\.|"
    r"colonial (?:era|rule|times)|(?:nineteenth|twentieth|19th|20th) century|decades ago|centuries ago|"
    r"(?:hundred|thousand)s? (?:of )?years ago|under the (?:last )?(?:shah|tsar|czar|emperor|kaiser)|"
    r"(?:in|during|since) the (?:1[89]\d0s|[4-9]0s|(?:four|fif|six|seven|eigh|nine)ties))\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b1[0-9]\d\d\b|\b20\d\d\b")
RECENT = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|last (?:week|month|night)|this)\b"
)


def is_past_era(sentence: str, when: When | None, day: dt.date | None) -> bool:
    """Whether the act lies more than five years before the report, or in an era that its sentence names.

    An act without a date of its own takes the sentence's year where that is the only time told.

    >>> is_past_era("It fought U.S.-led troops in the Korean War.", None, None)
    True
    >>> is_past_era("When the airlift began in 1948, crews flew in coal.", None, dt.date(2024, 10, 31))
    True
    """
    if when is not None and when.latest is not None and day is not None:
        return dt.date.fromisoformat(when.latest).year < day.year - YEARS
    if ERAS.search(sentence) is not None:
        return True
    years = [int(year) for year in YEAR.findall(sentence)]
    return bool(years) and day is not None and max(years) < day.year - YEARS and RECENT.search(sentence) is None
