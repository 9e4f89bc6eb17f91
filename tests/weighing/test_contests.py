"""Contests over claims, and who moves in them. People are invented."""

from __future__ import annotations

from foreigndesk.model import Cite, Claim, Position, SourcingKind, Stance
from foreigndesk.weighing.contests import judge_contest, judge_contests

CITE = Cite("r-1", 0, 5)


def position(
    speaker: str, stance: Stance, day: str | None, sourcing: SourcingKind = SourcingKind.NAMED, actor: str | None = None
) -> Position:
    """A position in a statement of its own."""
    return Position(speaker, actor, stance, f"s-{speaker}-{day}", sourcing, day, "l-1", CITE)


def claim(*positions: Position) -> Claim:
    """A claim with these positions."""
    return Claim("c-1", "it is so", CITE, positions, (), ())


LUND = position("Ana Lund", Stance.ASSERT, "2024-10-01")
KERN = position("Ivo Kern", Stance.DENY, "2024-10-02")


def test_a_claim_that_all_assert_is_no_contest() -> None:
    assert judge_contest(claim(LUND, position("Mara Holt", Stance.ASSERT, None))) is None


def test_a_claim_that_nobody_here_asserts_is_no_contest() -> None:
    assert judge_contests([claim(KERN)]) == []


def test_the_sides_of_a_contest_are_told_apart() -> None:
    doubt = position("Mara Holt", Stance.DOUBT, "2024-10-03")
    contest = judge_contest(claim(LUND, KERN, doubt))
    assert contest is not None
    assert (contest.asserting, contest.doubting, contest.denying) == ((LUND,), (doubt,), (KERN,))
    assert [reason.sentence for reason in contest.reasons] == [
        "Asserted by Ana Lund (2024-10-01).",
        "Doubted by Mara Holt (2024-10-03).",
        "Denied by Ivo Kern (2024-10-02).",
        "Over time: asserted 2024-10-01; denied 2024-10-02; doubted 2024-10-03.",
    ]


def test_who_leaves_it_open_is_shown_and_makes_no_contest_and_no_side() -> None:
    undecided = position("Mara Holt", Stance.OPEN, "2024-10-03")
    assert judge_contest(claim(LUND), [undecided]) is None
    contest = judge_contest(claim(LUND, KERN), [undecided])
    assert contest is not None
    assert contest.undecided == (undecided,)
    assert (contest.asserting, contest.doubting, contest.denying) == ((LUND,), (), (KERN,))
    assert "Left open by Mara Holt (2024-10-03)." in {reason.sentence for reason in contest.reasons}


def test_a_speaker_who_changes_position_is_shown_changing_it() -> None:
    later = position("Ana Lund", Stance.DENY, "2024-10-09")
    contest = judge_contest(claim(LUND, KERN, later))
    assert contest is not None
    (move,) = contest.moves
    assert (move.speaker, move.before, move.after) == ("Ana Lund", LUND, later)
    assert "Ana Lund moved: asserted it on 2024-10-01, denied it on 2024-10-09." in {
        reason.sentence for reason in contest.reasons
    }


def test_on_one_day_nobody_is_shown_moving() -> None:
    contest = judge_contest(claim(LUND, KERN, position("Ana Lund", Stance.DENY, LUND.day)))
    assert contest is not None
    assert contest.moves == ()


def test_who_alone_seems_to_stand_on_both_sides_on_one_day_makes_no_contest() -> None:
    assert judge_contest(claim(LUND, position("Ana Lund", Stance.DENY, LUND.day))) is None


def test_nobody_unnamed_moves() -> None:
    unnamed = [
        position("an official", stance, day, SourcingKind.UNNAMED)
        for stance, day in ((Stance.ASSERT, "2024-10-01"), (Stance.DENY, "2024-10-05"))
    ]
    contest = judge_contest(claim(*unnamed))
    assert contest is not None
    assert contest.moves == ()
