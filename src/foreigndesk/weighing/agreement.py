"""How far desk and analysts agree, and two analysts with each other: counted from corrections, with intervals."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from foreigndesk.model import Correction, Subject, Verdict

Z = 1.96  # of the normal distribution: intervals of 95 %


class Judged(StrEnum):
    """What an analyst made of a finding of the desk."""

    RIGHT = "right"
    CHANGED = "changed"
    WRONG = "wrong"


VERDICTS = {Verdict.ACCEPT: Judged.RIGHT, Verdict.EDIT: Judged.CHANGED, Verdict.REJECT: Judged.WRONG}


@dataclass(frozen=True, slots=True)
class WithDesk:
    """What analysts made of the desk's findings of one kind.

    `right`, `changed` and `wrong` are counts of findings by the last word on each, `added` of those that the desk had
    missed and somebody noticed. `kept` is the share of those reviewed that were right or changed, in [low, high] (95 %,
    Wilson 1927); None for none. `fields` are the fields that were changed, the most often changed first. Analysts
    choose what they review, and mostly what looks doubtful: these shares are no measure of all that the desk reads.
    """

    subject: Subject
    right: int
    changed: int
    wrong: int
    added: int
    kept: float | None
    low: float | None
    high: float | None
    fields: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class BetweenAnalysts:
    """How far two analysts agree on the findings that both have judged, as right, changed or wrong.

    `alike` is the share judged alike, `kappa` the same beyond chance (Cohen 1960), None where both always say one
    thing or nothing was judged by both.
    """

    one: str
    other: str
    both: int
    alike: float | None
    kappa: float | None
    apart: tuple[str, ...]


def judge_desk(corrections: Iterable[Correction]) -> tuple[WithDesk, ...]:
    """What analysts made of the desk's findings, by kind; kinds that nobody reviewed are left out."""
    by_subject: dict[Subject, list[Correction]] = {}
    for one in sorted(corrections, key=lambda one: one.made):
        by_subject.setdefault(one.subject, []).append(one)
    return tuple(with_desk(subject, by_subject[subject]) for subject in Subject if subject in by_subject)


def with_desk(subject: Subject, corrections: list[Correction]) -> WithDesk:
    """What analysts made of the findings of one kind, from corrections in the order in which they were made."""
    added = {one.finding for one in corrections if one.verdict is Verdict.ADD}
    last = {one.finding: VERDICTS[one.verdict] for one in corrections if one.verdict in VERDICTS}
    counts = Counter(judged for finding, judged in last.items() if finding not in added)
    fields = Counter(field for one in corrections if one.finding not in added for field in one.fields)
    kept, reviewed = counts[Judged.RIGHT] + counts[Judged.CHANGED], sum(counts.values())
    share, low, high = wilson(kept, reviewed)
    often = tuple(sorted(fields.items(), key=lambda each: (-each[1], each[0])))
    right, changed, wrong = (counts[judged] for judged in Judged)
    return WithDesk(subject, right, changed, wrong, len(added), share, low, high, often)


def judge_analysts(corrections: Iterable[Correction]) -> tuple[BetweenAnalysts, ...]:
    """How far each two analysts agree who have judged a finding in common, by name."""
    said: dict[str, dict[str, Judged]] = {}
    for one in sorted(corrections, key=lambda one: one.made):
        if one.verdict in VERDICTS:
            said.setdefault(one.analyst, {})[one.finding] = VERDICTS[one.verdict]
    names = sorted(said)
    pairs = [(one, other) for place, one in enumerate(names) for other in names[place + 1 :]]
    found = [between(one, other, said[one], said[other]) for one, other in pairs]
    return tuple(each for each in found if each.both)


def between(one: str, other: str, mine: dict[str, Judged], theirs: dict[str, Judged]) -> BetweenAnalysts:
    """How far two analysts agree, from what each made of each finding."""
    both = sorted(mine.keys() & theirs.keys())
    apart = tuple(finding for finding in both if mine[finding] is not theirs[finding])
    if not both:
        return BetweenAnalysts(one, other, 0, None, None, ())
    alike = 1 - len(apart) / len(both)
    by_chance = (
        sum(
            sum(mine[finding] is judged for finding in both) * sum(theirs[finding] is judged for finding in both)
            for judged in Judged
        )
        / len(both) ** 2
    )
    kappa = (alike - by_chance) / (1 - by_chance) if by_chance < 1 else None
    return BetweenAnalysts(one, other, len(both), alike, kappa, apart)


def wilson(hits: int, of: int) -> tuple[float | None, float | None, float | None]:
    """A share with the bounds of its 95 % interval (Wilson 1927); None for a share of nothing.

    >>> [round(each, 2) for each in wilson(9, 10)]
    [0.9, 0.6, 0.98]
    """
    if not of:
        return None, None, None
    share = hits / of
    middle = share + Z**2 / (2 * of)
    spread = Z * math.sqrt(share * (1 - share) / of + Z**2 / (4 * of**2))
    return share, (middle - spread) / (1 + Z**2 / of), (middle + spread) / (1 + Z**2 / of)
