"""Words by which a speaker hedges, the bands of ICD 203, and words by which a writer keeps a distance."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from foreigndesk.lexicon.tables import load_table

DEGREE = r"(?:\b(?:very|highly|quite|most|more than|extremely|rather|fairly|increasingly|entirely|not) )?"


@dataclass(frozen=True, slots=True)
class Hedges:
    """Hedging words by whose they are, and the ICD 203 band (percent) of those that have one."""

    speaker: re.Pattern[str]
    writer: re.Pattern[str]
    bands: dict[str, str]


@functools.cache
def load_hedges() -> Hedges:
    """The packaged table, from lexicon/data/hedges.csv; longer expressions are tried first."""
    rows = load_table("hedges")

    def pattern(whose: str) -> re.Pattern[str]:
        words = sorted((row["words"] for row in rows if row["whose"] == whose), key=len, reverse=True)
        # As the table writes them: "May" is a month, "may" a hedge. A degree belongs to its hedge: "very likely".
        return re.compile(DEGREE + r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")

    return Hedges(pattern("speaker"), pattern("writer"), {row["words"]: row["band"] for row in rows if row["band"]})
