"""From what is named and what is said of it to the type that is coded: the boundary rules, without a parser."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.lexicon.codebook import load_auxiliary_modes, load_modes, load_rules, load_types
from foreigndesk.reading.events.marks import Mark
from foreigndesk.reading.events.settle import Outcome, content_mode, is_mode, settle, settle_content, threat_mode

TYPES = sorted(load_types())
NAMED = st.sampled_from(TYPES).flatmap(
    lambda kind: st.tuples(st.just(kind), st.sampled_from([None, *(mode.name for mode in load_modes()[kind])]))
)
MARKS = st.frozensets(st.sampled_from(list(Mark)))


@pytest.mark.parametrize("kind", ["CONSULT", "SUPPORT", "COOPERATE", "AID"])
def test_a_friendly_act_that_lies_ahead_is_an_agreement(kind: str) -> None:
    assert settle(kind, None, {Mark.FUTURE}) == Outcome("AGREE", None, None, "future-cooperation")


@pytest.mark.parametrize(
    ("kind", "mode", "threat"),
    [("SANCTION", "expel", "expel"), ("COERCE", "arrest", "arrest"), ("ASSAULT", "aerial", "violence")],
)
def test_a_hostile_act_that_lies_ahead_is_a_threat_and_its_mode_says_of_what(kind: str, mode: str, threat: str) -> None:
    assert settle(kind, mode, {Mark.FUTURE}) == Outcome("THREATEN", threat, None, "future-hostility")


def test_a_retreat_that_is_announced_is_conceded_and_one_agreed_to_is_agreed() -> None:
    assert settle("RETREAT", "withdraw", {Mark.FUTURE}).type == "CONCEDE"
    assert settle("RETREAT", "withdraw", {Mark.ANNOUNCED}, agreed=True).type == "AGREE"


def test_what_others_foretell_is_no_threat() -> None:
    assert settle("ASSAULT", None, {Mark.FUTURE}, foretold=True).auxiliary == "hypothetical"


def test_what_is_announced_with_words_that_do_it_is_done() -> None:
    assert settle("SANCTION", "discontinue", {Mark.ANNOUNCED}) == Outcome("SANCTION", "discontinue", None, "in-force")


@pytest.mark.parametrize(
    ("kind", "ender", "expected"),
    [
        ("SANCTION", "lift", ("CONCEDE", None, "lifted")),
        ("PROTEST", "end", ("CONCEDE", None, "lifted")),
        ("ASSAULT", "halt", ("RETREAT", "ceasefire", "fighting-ended")),
        ("AID", "suspend", ("SANCTION", "discontinue", "broken-off")),
        ("CONSULT", "cancel", ("REJECT", "meet", "cancelled-meeting")),
        ("CONSULT", "end", ("SANCTION", "discontinue", "broken-off")),
    ],
)
def test_ending_a_deed_is_a_deed_of_its_own(kind: str, ender: str, expected: tuple[str, str | None, str]) -> None:
    outcome = settle(kind, None, {Mark.ENDED}, ender=ender)
    assert (outcome.type, outcome.mode, outcome.rule) == expected


def test_a_cooperative_act_that_will_not_be_is_a_refusal_and_one_that_was_not_is_a_negation() -> None:
    assert settle("CONSULT", None, {Mark.FUTURE, Mark.NEGATED}) == Outcome("REJECT", "meet", None, "refused")
    assert settle("CONSULT", None, {Mark.NEGATED}).auxiliary == "negation"


def test_a_restriction_that_will_not_be_lifted_is_a_refusal_to_yield() -> None:
    outcome = settle("SANCTION", "discontinue", {Mark.ENDED, Mark.FUTURE, Mark.NEGATED}, ender="lift")
    assert (outcome.type, outcome.mode) == ("REJECT", "yield")


@pytest.mark.parametrize("mark", [Mark.WEIGHED, Mark.PURPOSE, Mark.ASKED])
def test_what_is_wanted_asked_or_done_for_is_not_coded(mark: Mark) -> None:
    assert settle("AID", None, {mark}).rule == "weighed"


def test_violence_that_was_tried_is_violence_and_help_that_was_tried_is_not() -> None:
    assert settle("ASSAULT", "assassinate", {Mark.TRIED}).rule == "in-force"
    assert settle("AID", None, {Mark.TRIED}).rule == "weighed"


def test_a_condition_makes_an_act_hypothetical() -> None:
    assert settle("ASSAULT", None, {Mark.SUPPOSED}).auxiliary == "hypothetical"


def test_a_promise_of_violence_is_a_threat_and_a_promise_of_troops_is_not() -> None:
    assert settle_content("AGREE", None, Outcome("ASSAULT", None, None, "in-force")).type == "THREATEN"
    assert settle_content("AGREE", None, Outcome("MOBILIZE", None, None, "in-force")).type == "AGREE"


def test_what_is_asked_for_or_refused_becomes_the_mode() -> None:
    met, freed = Outcome("CONSULT", None, None, "in-force"), Outcome("RETREAT", "release", None, "in-force")
    assert settle_content("REQUEST", None, met).mode == "meet"
    assert settle_content("REJECT", None, freed).mode == "yield"


@given(NAMED, MARKS, st.booleans(), st.booleans(), st.sampled_from(["", "lift", "cancel"]))
def test_every_outcome_is_in_the_codebook(
    named: tuple[str, str | None], marks: frozenset[Mark], agreed: bool, foretold: bool, ender: str
) -> None:
    outcome = settle(*named, marks, ender=ender, agreed=agreed, foretold=foretold)
    assert is_mode(outcome.type, outcome.mode)
    assert outcome.auxiliary in {None, *load_auxiliary_modes()}
    assert outcome.rule in load_rules()


def test_every_content_gives_a_type_and_mode_of_the_codebook() -> None:
    for (named, kind), mode in itertools.product(itertools.product(TYPES, TYPES), [None]):
        outcome = settle_content(named, mode, Outcome(kind, None, None, "in-force"))
        assert is_mode(outcome.type, outcome.mode)
        assert outcome.rule in load_rules()


@pytest.mark.parametrize("kind", TYPES)
def test_every_threat_and_content_mode_is_in_the_codebook(kind: str) -> None:
    for mode in (None, *(mode.name for mode in load_modes()[kind])):
        assert is_mode("THREATEN", threat_mode(kind, mode))
    assert is_mode("REQUEST", content_mode(kind))
