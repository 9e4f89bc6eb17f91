"""Where dates can stand: runs of the words that dates are made of, around one that only dates are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foreigndesk.model import Span
from foreigndesk.reading.dates.vocabulary import MONTHS, NUMBERS, SEASONS, SHORT_WEEKDAYS, UNITS, WEEKDAYS

WORD = re.compile(r"\d+s?|[^\W\d_]+")
GAP = re.compile(r"[^\S\n]*[.,’'‘(/–—-]?[.,’'‘(/–—-]?[^\S\n]*")

# A phrase needs one of these, or a number that looks like a year.
TRIGGERS = frozenset(
    {*MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS, *SEASONS, *UNITS, *(f"{unit}s" for unit in UNITS)}
    | set(
        "hour hours minutes ago today tonight yesterday tomorrow overnight weekend quarter recently lately soon "
        "shortly future night evening morning afternoon q".split()
    )
)
GLUE = frozenset(NUMBERS) | frozenset(
    """
    the a an this that these of in on at and or to as not no
    from between since ever until till by through up before prior ahead after starting beginning opening within
    early earlier late later mid middle end start close half first second third fourth very
    last final past previous previously preceding next following subsequent coming upcoming approaching
    same identical similar recent current latest near foreseeable just lately soon now
    few several many some couple number dozens countless other long too
    more less than over under fewer at least nearly almost about around roughly virtually only exactly
    afterward afterwards st nd rd th s
    """.split()
)


def _is_trigger(word: str) -> bool:
    """Whether a word makes a date likely: one of the names, a year (1987, 1990s, 90s), or 9 of 9/11."""
    if word[0].isdigit():
        return len(word) >= 4 or word[-1] == "s" or word == "11"
    return word in TRIGGERS


def find_islands(text: str) -> Iterator[list[Span]]:
    """The runs of date words that may hold a date, each as the spans of its words, in order."""
    island: list[Span] = []
    promising = False
    for match in WORD.finditer(text):
        word = match.group().lower()
        trigger = _is_trigger(word)
        if not (trigger or word in GLUE or word[0].isdigit()):
            continue
        span = Span(*match.span())
        if island and not GAP.fullmatch(text, island[-1].end, span.start):
            if promising:
                yield island
            island, promising = [], False
        island.append(span)
        promising = promising or trigger
    if promising:
        yield island
