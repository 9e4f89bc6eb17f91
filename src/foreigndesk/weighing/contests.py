"""Contests: claims that some assert and others doubt or deny, and who changed position."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from foreigndesk.model import Claim, Contest, Move, Position, Reason, Stance


def judge_contests(claims: Iterable[Claim]) -> list[Contest]:
    """The contests among some claims, in their order: those that have somebody on both sides."""
    return [contest for claim in claims if (contest := judge_contest(claim)) is not None]


def judge_contest(claim: Claim, undecided: Sequence[Position] = ()) -> Contest | None:
    """The contest over a claim; None if all stand on one side.

    One who asserts on one day and denies on another is a contest by himself: he contradicts what he said. Who alone
    seems to stand on both sides on one day is none: two of his sentences are hardly one claim. `undecided` are
    positions of those who speak of the claim and take no side ("could neither confirm nor deny"): shown, never counted.
    """
    sides: dict[Stance, tuple[Position, ...]] = {
        stance: tuple(position for position in claim.positions if position.stance is stance) for stance in Stance
    }
    if not sides[Stance.ASSERT] or not (sides[Stance.DOUBT] or sides[Stance.DENY]):
        return None
    moves = tuple(moves_of(claim.positions))
    if len({(one.holder, one.day) for side in sides.values() for one in side}) == 1:
        return None
    sides[Stance.OPEN] = tuple(undecided)
    reasons = (*reasons_for(sides, moves), *course_of(sides))
    return Contest(
        claim, sides[Stance.ASSERT], sides[Stance.DOUBT], sides[Stance.DENY], moves, reasons, tuple(undecided)
    )


def moves_of(positions: Sequence[Position]) -> Iterator[Move]:
    """Who changed position, in order of time.

    Only days tell which came first: of one day, or without a day, two positions of one speaker are no move. Nobody
    unnamed moves: the next unnamed official may be another one.
    """
    former: dict[str, Position] = {}
    for position in sorted((one for one in positions if one.day), key=lambda one: (one.day or "", one.statement)):
        if not is_somebody(position):
            continue
        who = position.holder
        before = former.get(who)
        if before is not None and before.stance is not position.stance and before.day != position.day:
            yield Move(position.speaker, before, position)
        former[who] = position


def is_somebody(position: Position) -> bool:
    """Whether it is known who holds a position."""
    return position.sourcing.value in {"named", "spokesperson", "document"} or (
        position.sourcing.value == "title" and position.actor is not None
    )


def reasons_for(sides: dict[Stance, tuple[Position, ...]], moves: Sequence[Move]) -> Iterator[Reason]:
    """Who stands where, a sentence a side, and who moved."""
    for stance, verb in VERBS.items():
        told: defaultdict[str, list[str]] = defaultdict(list)
        for position in sides[stance]:
            told[position.speaker].append(position.day or "no day told")
        if told:
            who = "; ".join(f"{speaker} ({position_days(days)})" for speaker, days in told.items())
            yield Reason(stance.value, f"{verb} by {who}.")
    for move in moves:
        yield Reason(
            "move",
            f"{move.speaker} moved: {STANDS[move.before.stance]} on {move.before.day}, "
            f"{STANDS[move.after.stance]} on {move.after.day}.",
        )


def course_of(sides: dict[Stance, tuple[Position, ...]]) -> Iterator[Reason]:
    """How the contest went: when each side was first and last taken, where days are told."""
    spans = {
        stance: (min(days), max(days))
        for stance in VERBS
        if stance is not Stance.OPEN and (days := [one.day for one in sides[stance] if one.day])
    }
    if len({day for span in spans.values() for day in span}) > 1:
        told = [
            f"{VERBS[stance].lower()} " + (first if first == last else f"from {first} to {last}")
            for stance, (first, last) in sorted(spans.items(), key=lambda item: item[1])
        ]
        yield Reason("course", f"Over time: {'; '.join(told)}.")


VERBS = {
    Stance.ASSERT: "Asserted",
    Stance.DOUBT: "Doubted",
    Stance.DENY: "Denied",
    Stance.OPEN: "Left open",
}
STANDS = {Stance.ASSERT: "asserted it", Stance.DOUBT: "doubted it", Stance.DENY: "denied it"}


def position_days(days: Sequence[str]) -> str:
    """The days of some positions, each once.

    >>> position_days(["2024-10-01", "2024-10-01", "2024-10-03"])
    '2024-10-01, 2024-10-03'
    """
    return ", ".join(dict.fromkeys(days))
