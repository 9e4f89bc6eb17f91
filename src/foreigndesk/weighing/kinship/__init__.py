"""Kinship between reports: copies, cuts, rewrites and spun text, found without comparing all with all, and judged.

kin = kin_of(report, spun)            # once for each report
index.candidates(kin.sketch)          # or the case file's table of bands: reports that share SHARED_BANDS keys
judge_kinship(kin, candidate)         # Kinship or None, whichever of the two is given first
"""

from foreigndesk.weighing.kinship.index import MOST_CANDIDATES, MOST_KEPT, Index, ranked
from foreigndesk.weighing.kinship.judge import judge_kinship
from foreigndesk.weighing.kinship.kin import Kin, kin_of
from foreigndesk.weighing.kinship.sketch import SHARED_BANDS, Sketch, sketch_of

# Raised whenever a rule changes what is found, so that a case file places its reports anew.
METHOD = "kinship-2"

__all__ = [
    "METHOD",
    "MOST_CANDIDATES",
    "MOST_KEPT",
    "SHARED_BANDS",
    "Index",
    "Kin",
    "Sketch",
    "judge_kinship",
    "kin_of",
    "ranked",
    "sketch_of",
]
