"""Kinship between reports: copies, cuts, rewrites and spun text, found without comparing all with all, and judged.

kin = kin_of(report, spun)             # once for each report
index.place(kin)                       # its kinships with those kept before; or in the case file: desk.placing
judge_kinship(kin, other)              # Kinship or None, whichever of the two is given first
"""

from foreigndesk.weighing.kinship.index import Index
from foreigndesk.weighing.kinship.judge import judge_kinship
from foreigndesk.weighing.kinship.kin import Kin, kin_of
from foreigndesk.weighing.kinship.looking import (
    MOST_LISTED,
    OF_ONE_FAMILY,
    SHARED_KEYS,
    Lists,
    Placed,
    find_kin,
    joined,
    ranked,
)
from foreigndesk.weighing.kinship.sketch import Sketch, sketch_of

# Raised whenever a rule changes what is found, so that a case file places its reports anew.
METHOD = "kinship-3"

__all__ = [
    "METHOD",
    "MOST_LISTED",
    "OF_ONE_FAMILY",
    "SHARED_KEYS",
    "Index",
    "Kin",
    "Lists",
    "Placed",
    "Sketch",
    "find_kin",
    "joined",
    "judge_kinship",
    "kin_of",
    "ranked",
    "sketch_of",
]
