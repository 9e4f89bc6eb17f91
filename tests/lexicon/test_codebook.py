"""The codebook is PLOVER 1.3: its sixteen types, its modes, its contexts, and tables that hold together."""

from __future__ import annotations

import collections

import pytest

from foreigndesk.lexicon.codebook import (
    Condition,
    Effect,
    Kind,
    load_auxiliary_modes,
    load_contexts,
    load_entity_codes,
    load_modes,
    load_operators,
    load_rules,
    load_sectors,
    load_triggers,
    load_types,
    quad_name,
    reason_for,
)
from foreigndesk.lexicon.codebook.book import word_pattern
from foreigndesk.lexicon.codebook.triggers import parse_condition, parse_roles
from foreigndesk.lexicon.tables import load_table
from foreigndesk.reading.events.paths import RELATIONS

TABLES = (
    "triggers plover_types plover_modes plover_contexts plover_sectors plover_entities plover_auxiliary plover_rules "
    "plover_nouns plover_operators"
).split()
PREPOSITIONS = frozenset(
    "about against along among around as at before behind belonging between by for from in into near of off on outside "
    "over past through to toward towards under until upon using with across".split()
)
KINDS = frozenset(
    "party person state place official spoken several joined self infinitive organisation civilian".split()
)
ALL_TRIGGERS = [trigger for rows in load_triggers().values() for trigger in rows]


@pytest.mark.parametrize("table", TABLES)
def test_every_row_of_every_table_says_where_it_comes_from(table: str) -> None:
    assert all(row["origin"] for row in load_table(table))


def test_there_are_sixteen_types_four_in_each_quad_but_for_the_split_of_yield() -> None:
    quads = collections.Counter(kind.quad for kind in load_types().values())
    assert quads == {1: 4, 2: 3, 3: 4, 4: 5}


def test_only_cooperation_aid_and_sanctions_need_a_recipient() -> None:
    needing = {name for name, kind in load_types().items() if kind.needs_recipient}
    assert needing == {"COOPERATE", "AID", "SANCTION"}


def test_cooperation_scores_above_zero_and_conflict_below() -> None:
    assert all((kind.scale > 0) == kind.friendly for kind in load_types().values())


def test_a_quad_has_a_name() -> None:
    assert [quad_name(quad) for quad in (1, 3)] == ["verbal cooperation", "verbal conflict"]


def test_modes_are_as_many_as_in_the_manuals_tables() -> None:
    counts = {name: len(modes) for name, modes in load_modes().items() if modes}
    assert counts == {
        "CONSULT": 4, "RETREAT": 7, "REQUEST": 4, "ACCUSE": 3, "REJECT": 4, "THREATEN": 7, "PROTEST": 6, "SANCTION": 4,
        "MOBILIZE": 4, "COERCE": 11, "ASSAULT": 19,
    }  # fmt: skip


def test_requests_and_refusals_share_their_modes() -> None:
    assert [m.name for m in load_modes()["REQUEST"]] == [m.name for m in load_modes()["REJECT"]]


def test_there_are_thirty_seven_contexts_and_four_auxiliary_modes() -> None:
    assert (len(load_contexts()), len(load_auxiliary_modes())) == (37, 4)


def test_sectors_and_entities_have_the_manuals_codes() -> None:
    assert {"GOV", "MIL", "REB", "JRN", "MED", "ELI", "UNK"} <= set(load_sectors())
    assert set(load_entity_codes()) == {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}


def test_a_word_of_a_context_is_found_as_a_word_and_not_inside_another() -> None:
    pattern = word_pattern("spy;missile*")
    assert [bool(pattern.search(text)) for text in ("a spy", "crispy", "two missiles")] == [True, False, True]


def test_a_rule_is_a_reason_in_plain_words_and_an_unknown_rule_an_error() -> None:
    assert reason_for("carried").rule == "plover/carried"
    with pytest.raises(KeyError):
        reason_for("no such rule")


def test_every_rule_has_a_sentence_for_users_and_a_kind() -> None:
    assert all(rule.sentence.endswith(".") for rule in load_rules().values())
    assert {rule.kind for rule in load_rules().values()} == {"settled", "boundary", "reading"}


# -- triggers ----------------------------------------------------------------------------------------------------------


def test_there_are_more_than_six_hundred_triggers_and_some_for_every_type() -> None:
    types = collections.Counter(trigger.type for trigger in ALL_TRIGGERS)
    assert len(ALL_TRIGGERS) >= 600
    assert set(types) == set(load_types())


def test_every_trigger_has_a_type_and_a_mode_of_that_type() -> None:
    modes = {name: {mode.name for mode in modes} for name, modes in load_modes().items()}
    wrong = [t.name for t in ALL_TRIGGERS if t.mode is not None and t.mode not in modes[t.type]]
    assert wrong == []


def test_no_trigger_stands_twice_with_the_same_company() -> None:
    rows = [(row["trigger"], row["kind"], row["with"]) for row in load_table("triggers")]
    assert [row for row, n in collections.Counter(rows).items() if n > 1] == []


def test_every_path_is_made_of_relations_and_prepositions() -> None:
    paths = {path for t in ALL_TRIGGERS for roles in (t.actor, t.recipient) for group in roles for path in group}
    paths |= {condition.path for trigger in ALL_TRIGGERS for condition in trigger.conditions}
    assert {step for path in paths for step in path} - set(RELATIONS) - PREPOSITIONS == set()


def test_every_kind_a_condition_asks_for_is_known() -> None:
    kinds = {condition.kind for trigger in ALL_TRIGGERS for condition in trigger.conditions} - {None}
    assert kinds <= KINDS


def test_a_condition_reads_its_path_words_kind_and_negation() -> None:
    assert parse_condition("!obj.mod:joint,bilateral") == Condition(
        ("obj", "mod"), frozenset({"joint", "bilateral"}), None, True
    )
    assert parse_condition("with#party") == Condition(("with",), frozenset(), "party", False)
    assert "tariff" in parse_condition("obj:@sanction,toll").words


@pytest.mark.parametrize("text", ["", "obj:", "#party", "obj mod"])
def test_what_is_no_condition_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a condition"):
        parse_condition(text)


def test_roles_are_tried_in_turn_and_added_up_and_a_dash_is_nobody() -> None:
    assert parse_roles("subj+obj.with|by") == ((("subj",), ("obj", "with")), (("by",),))
    assert parse_roles("-") == ()


def test_the_row_that_asks_for_more_comes_first() -> None:
    rows = load_triggers()["launch", False]
    assert [row.weight for row in rows] == sorted((row.weight for row in rows), reverse=True)


def test_a_noun_is_filed_under_the_word_that_carries_it() -> None:
    assert any(row.words == ("air", "strike") for row in load_triggers()["strike", True])
    assert any(row.kind is Kind.THING for row in load_triggers()["sanction", True])


# -- operators ---------------------------------------------------------------------------------------------------------


def test_every_effect_is_used_and_no_word_has_one_effect_twice() -> None:
    rows = [(row["word"], row["part"], row["with"], row["effect"]) for row in load_table("plover_operators")]
    assert {row[3] for row in rows} == {str(effect) for effect in Effect}
    assert len(rows) == len(set(rows))


def test_a_word_of_two_parts_comes_before_the_same_word_alone() -> None:
    lengths = [len(row.words) for row in load_operators()["take", "verb"]]
    assert lengths == sorted(lengths, reverse=True)
    assert max(lengths) == 2
