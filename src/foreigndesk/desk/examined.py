"""The errand of "what is behind this claim?": each side's voices, who leaves it open, and it without a report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from foreigndesk.casefile import CaseFile
from foreigndesk.desk.claims import Counting, claim_of
from foreigndesk.desk.contested import open_to
from foreigndesk.model import Claim, Contest, Position, Stance, VoiceCount
from foreigndesk.weighing.contests import judge_contest

MOST_REPORTS = 12  # that a claim is tried without, those with most tellings first: each is a count of all its voices

Sides = tuple[tuple[Stance, VoiceCount], ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What would be left of a claim without a report: the sides, and whether they still differ."""

    report: str
    tellings: int
    sides: Sides
    contested: bool


@dataclass(frozen=True, slots=True)
class Examined:
    """One claim, its contest if it is contested, who leaves it open, each side's voices, and it without each report."""

    claim: Claim
    contest: Contest | None
    undecided: tuple[Position, ...]
    sides: Sides
    without: tuple[Without, ...]


def examined(case: CaseFile, prefix: str) -> Examined:
    """A claim by the beginning of its id, with all that bears on it. Raises UnknownId for none, or several."""
    claim = claim_of(case, prefix)
    undecided = open_to(case, [claim])[claim.id]
    counting = Counting(case)
    told = Counter(position.cite.report for position in claim.positions)
    without = []
    for report, tellings in told.most_common(MOST_REPORTS):
        left = replace(claim, positions=tuple(one for one in claim.positions if one.cite.report != report))
        without.append(Without(report, tellings, sides(counting, left), judge_contest(left) is not None))
    return Examined(claim, judge_contest(claim, undecided), undecided, sides(counting, claim), tuple(without))


def sides(counting: Counting, claim: Claim) -> Sides:
    """The voices of each side that somebody takes on a claim."""
    found: list[tuple[Stance, VoiceCount]] = []
    for stance in Stance:
        voices = counting.behind(claim.id, [one for one in claim.positions if one.stance is stance])
        if voices is not None:
            found.append((stance, voices))
    return tuple(found)
