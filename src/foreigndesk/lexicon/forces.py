"""What a cue does: the force of a statement it introduces, and whether the writer keeps a distance by it."""

from __future__ import annotations

import functools

from foreigndesk.lexicon.tables import load_table
from foreigndesk.model import Force


@functools.cache
def load_forces() -> dict[str, Force]:
    """Cue lemma -> force, for cues that do not merely assert; from lexicon/data/forces.csv."""
    return {row["lemma"]: Force(row["force"]) for row in load_table("forces") if row["force"] != Force.ASSERT}


@functools.cache
def load_distances() -> frozenset[str]:
    """The lemmas of cues by which the writer does not vouch for what is said ("claimed")."""
    return frozenset(row["lemma"] for row in load_table("forces") if row["distance"])
