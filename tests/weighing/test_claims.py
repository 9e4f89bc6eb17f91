"""Claims gathered from tellings. People are invented."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.model import Cite, Force, SourcingKind, Stance, name_id
from foreigndesk.weighing.claims import Said, figures_in, judge_claim, judge_claims
from foreigndesk.weighing.contents import content_of


def said(
    speaker: str,
    words: str,
    *,
    cue: str = "said",
    force: Force = Force.ASSERT,
    sourcing: SourcingKind = SourcingKind.NAMED,
    day: str | None = "2024-10-28",
    report: str = "",
) -> Said:
    """A telling in a report of its own."""
    report = report or name_id("r", speaker, words, cue)
    return Said(
        name_id("s", report, words),
        speaker,
        None,
        force,
        sourcing,
        day,
        name_id("l", report),
        Cite(report, 0, len(words)),
        words,
        content_of(words, force, cue),
    )


TROOPS = said(
    "an official", "North Korea sent about 10,000 soldiers to Russia for training", sourcing=SourcingKind.UNNAMED
)
MORE = said("Ana Lund", "as many as 12,000 North Korean troops had been moved to Russia to train", day="2024-10-30")
DENIED = said(
    "Ivo Kern",
    "that North Korea had sent soldiers to Russia for training",
    cue="denied",
    force=Force.DENY,
    day="2024-10-31",
)
DOUBTED = said(
    "Mara Holt", "that North Korean troops had been moved to Russia to train", cue="doubted", force=Force.DOUBT
)
BACK = said("Ivo Kern", "Russia sent about 10,000 soldiers to North Korea for training")
SHIP = said("Ana Lund", "Norway has closed its ports to trawlers from Iceland until the spring")


def test_tellings_in_other_words_are_one_claim() -> None:
    claims = judge_claims([TROOPS, MORE, SHIP])
    assert sorted(len(claim.positions) for claim in claims) == [1, 2]
    assert {position.speaker for position in claims[0].positions} == {"an official", "Ana Lund"}


def test_parties_exchanged_make_another_claim() -> None:
    assert [len(claim.positions) for claim in judge_claims([TROOPS, BACK])] == [1, 1]


def test_a_claim_is_worded_by_the_best_sourced_who_asserts_it() -> None:
    (claim,) = judge_claims([TROOPS, MORE, DENIED])
    assert (claim.words, claim.cite) == (MORE.printed, MORE.cite)


def test_who_denies_and_who_doubts_stand_against_it() -> None:
    (claim,) = judge_claims([TROOPS, MORE, DENIED, DOUBTED])
    stances = {position.speaker: position.stance for position in claim.positions}
    assert stances == {
        "an official": Stance.ASSERT,
        "Ana Lund": Stance.ASSERT,
        "Ivo Kern": Stance.DENY,
        "Mara Holt": Stance.DOUBT,
    }
    assert any(reason.rule == "against" and "Ivo Kern" in reason.sentence for reason in claim.reasons)


def test_other_figures_stand_side_by_side_with_their_days() -> None:
    (claim,) = judge_claims([TROOPS, MORE])
    assert [(one.figure, one.first_day) for one in claim.variants] == [
        ("about 10,000", "2024-10-28"),
        ("as many as 12,000", "2024-10-30"),
    ]


def test_who_leaves_it_open_takes_no_position() -> None:
    silent = said("Ana Lund", "whether North Korea had sent soldiers to Russia", cue="could not say")
    assert judge_claims([silent]) == []


def test_a_claim_that_only_its_denial_tells_has_nobody_who_asserts_it() -> None:
    (claim,) = judge_claims([DENIED])
    assert [position.stance for position in claim.positions] == [Stance.DENY]


def test_the_id_of_a_claim_stays_as_others_join() -> None:
    (before,) = judge_claims([TROOPS])
    (after,) = judge_claims([TROOPS, MORE, DENIED])
    assert before.id == after.id


def test_a_statement_and_one_inside_it_are_no_two_tellings() -> None:
    inner = said("Ivo Kern", f"{TROOPS.printed} there", report=TROOPS.cite.report)
    assert [len(claim.positions) for claim in judge_claims([TROOPS, inner])] == [1, 1]


def test_no_tellings_make_no_claim() -> None:
    assert judge_claims([]) == []
    with pytest.raises(ValueError, match="somewhere"):
        judge_claim([])


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("more than 3 million shells", ["more than 3 million"]),
        ("on March 3, 2024, and in 2025", []),
        ("two dozen vehicles, some 400 men", ["two dozen", "some 400"]),
    ],
)
def test_figures_are_taken_with_their_hedges_and_without_dates(words: str, figures: list[str]) -> None:
    assert figures_in(words) == figures


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 7))
def test_the_order_of_the_tellings_changes_nothing(draw: random.Random, size: int) -> None:
    tellings = [
        TROOPS,
        MORE,
        DENIED,
        DOUBTED,
        BACK,
        SHIP,
        said("Ivo Kern", "the ports of Norway are closed to trawlers"),
    ]
    chosen = draw.sample(tellings, size)
    assert judge_claims(chosen) == judge_claims(sorted(chosen, key=lambda one: one.id))


def test_what_turns_another_matter_takes_no_side_and_is_named_among_the_reasons() -> None:
    other = said("Ivo Kern", "any plan to close the harbour at Orsha to trawlers", cue="denied", force=Force.DENY)
    claim = judge_claim([TROOPS, DENIED, other])
    assert [(one.speaker, one.stance) for one in claim.positions] == [
        ("an official", Stance.ASSERT),
        ("Ivo Kern", Stance.DENY),
    ]
    (reason,) = (reason for reason in claim.reasons if reason.rule == "unclear")
    assert reason.sentence.endswith(f"another matter: Ivo Kern ({other.id}, 2024-10-28).")


def test_where_nobody_asserts_it_all_denials_stand() -> None:
    other = said("Mara Holt", "that soldiers had ever been sent by North Korea", cue="denied", force=Force.DENY)
    assert [one.stance for one in judge_claim([DENIED, other]).positions] == [Stance.DENY, Stance.DENY]


def test_what_two_say_that_they_themselves_will_do_contests_nothing() -> None:
    yes = said("Ana Lund", "she would support the treaty with Norway in the vote on Friday")
    no = said("Ivo Kern", "he would not support the treaty with Norway in the vote on Friday")
    spokesman = said(
        "a spokesman", "she would not support the treaty with Norway in the vote", sourcing=SourcingKind.UNNAMED
    )
    assert {one.speaker: one.stance for one in judge_claim([yes, no, spokesman]).positions} == {
        "Ana Lund": Stance.ASSERT,
        "a spokesman": Stance.DENY,
    }
