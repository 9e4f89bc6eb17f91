"""How much a brief shows: two minutes' reading, or all there is."""

from __future__ import annotations

from dataclasses import dataclass

ALL = 1_000_000  # more than any case file has of anything


@dataclass(frozen=True, slots=True)
class Size:
    """How many of each a brief shows at most. `alike` are events of one type between the same parties."""

    events: int
    alike: int
    subjects: int
    speakers: int
    unnamed: int
    lines: int  # of the two weightiest speakers
    fewer: int  # of the others
    doubts: int  # lines of each kind of uncertainty
    news: int
    claims: int
    contests: int
    watched: int
    silences: int
    relations: int
    reports: int  # described at the end


# Some 750 words before the reports at the end, cites and commands not counted: a chief skims at 350 words a minute,
# between reading (240, Brysbaert 2019) and scanning. What is weighed comes before what is merely listed.
SHORT = Size(
    events=6,
    alike=2,
    subjects=3,
    speakers=3,
    unnamed=1,
    lines=2,
    fewer=1,
    doubts=0,
    news=5,
    claims=3,
    contests=2,
    watched=3,
    silences=2,
    relations=2,
    reports=12,
)
FULL = Size(ALL, ALL, 40, ALL, ALL, ALL, ALL, ALL, ALL, ALL, ALL, ALL, ALL, 12, ALL)
