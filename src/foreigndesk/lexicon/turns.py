"""Words that turn what is told round, doubt it, admit it or leave it open, from lexicon/data/turns.csv.

Each row is a regular expression for words without regard to case, by what they do:

* `negates`, `doubts`: what stands behind is told the other way round, once;
* `admits`: looks like a negation and is none ("could not deny", "not only");
* `open`: takes no side ("stopped short of denying"); `possible`: so, but against those who exclude it.
"""

from __future__ import annotations

import functools
import re

from foreigndesk.lexicon.tables import load_table

# What many patterns have in common, written {NOT} and {TELL} in the table.
NOT = r"(?:not|never|cannot|\w+n['’]t|refus\w+ to|declin\w+ to|fail\w* to|unable to|unwilling to|without)"
TELL = r"(?:say|tell|know|comment|verify|confirm|establish|determine|discuss|speculate|answer|specify|clarify|be drawn)"


@functools.cache
def load_turns() -> dict[str, re.Pattern[str]]:
    """What words do -> the pattern that finds them; the longest first where several begin at one place.

    >>> bool(load_turns()["open"].search("stopped short of denying"))
    True
    """
    found: dict[str, list[str]] = {}
    for row in load_table("turns"):
        found.setdefault(row["kind"], []).append(row["pattern"].replace("{NOT}", NOT).replace("{TELL}", TELL))
    return {kind: re.compile(rf"\b(?:{'|'.join(patterns)})", re.IGNORECASE) for kind, patterns in found.items()}
