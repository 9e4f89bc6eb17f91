"""Names that are known as names and no more: bodies, institutes, media, wars, treaties, places that no actor's row has.

They say how a name is printed when it is whole; what they name is nobody the desk follows. Two tables: named.csv, and
offices.csv, the subjects that ministries and departments are named by.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from foreigndesk.lexicon.tables import load_table

# How states name the office for a subject; the first is the commonest in English.
OFFICES = ("{} Ministry", "Ministry of {}", "Ministry for {}", "Department of {}", "Department for {}", "{} Department")
# A subject of more words is never printed in front: "Agriculture, Forestry and Fisheries Ministry".
IN_FRONT = 3


@dataclass(frozen=True, slots=True)
class Named:
    """A name as printed when whole; its kind (body, institute, media, expression, post, office)."""

    name: str
    kind: str


@functools.cache
def load_named() -> tuple[Named, ...]:
    """Every name of named.csv, and every office of offices.csv in the ways offices are named.

    >>> {"Nuclear Regulation Authority", "Ministry of Health"} <= {one.name for one in load_named()}
    True
    """
    rows = [Named(row["name"], row["kind"]) for row in load_table("named")]
    for row in load_table("offices"):
        subject = row["subject"]
        fronted = len(subject.split()) <= IN_FRONT and not subject.startswith("the ")
        rows += [Named(way.format(subject), "office") for way in OFFICES if fronted or not way.startswith("{}")]
    return tuple(rows)
