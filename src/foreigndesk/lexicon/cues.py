"""The table of cues: how often a word in a construction was marked as attributing, by people."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from foreigndesk.lexicon.tables import load_table

# A pair seen n times counts as n of its own uses and this many of its construction's average: one odd use in three
# should not make a cue.
PRIOR_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class CueTable:
    """Counts of (lemma, construct): seen, marked as cue; '*' stands for a construct's average."""

    counts: dict[tuple[str, str], tuple[int, int]]

    def share(self, lemma: str, construct: str) -> float:
        """The share of uses of a lemma in a construct that are cues, drawn towards the construct's average."""
        seen, cued = self.counts.get((lemma, construct), (0, 0))
        all_seen, all_cued = self.counts.get(("*", construct), (1, 0))
        return (cued + PRIOR_WEIGHT * all_cued / all_seen) / (seen + PRIOR_WEIGHT)


@functools.cache
def load_cues() -> CueTable:
    """The packaged table, from lexicon/data/cues.csv."""
    rows = load_table("cues")
    return CueTable({(row["lemma"], row["construct"]): (int(row["seen"]), int(row["cued"])) for row in rows})
