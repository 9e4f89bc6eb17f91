"""PLOVER 1.3 as the desk reads it: types, modes, contexts, sectors, settled rules, triggers and operators.

The tables are lexicon/data/plover_*.csv and triggers.csv. The specification is the draft of 5 February 2022 of the Open
Event Data Alliance (CC BY-SA 4.0); its wording is not repeated, its example sentences are not used.
"""

from foreigndesk.lexicon.codebook.book import (
    Context,
    EventType,
    Mode,
    Rule,
    Sector,
    load_auxiliary_modes,
    load_contexts,
    load_entity_codes,
    load_modes,
    load_rules,
    load_sectors,
    load_types,
    quad_name,
    reason_for,
)
from foreigndesk.lexicon.codebook.operators import Effect, Operator, load_operators
from foreigndesk.lexicon.codebook.triggers import Condition, Kind, Trigger, load_nouns, load_triggers

__all__ = [
    "Condition",
    "Context",
    "Effect",
    "EventType",
    "Kind",
    "Mode",
    "Operator",
    "Rule",
    "Sector",
    "Trigger",
    "load_auxiliary_modes",
    "load_contexts",
    "load_entity_codes",
    "load_modes",
    "load_nouns",
    "load_operators",
    "load_rules",
    "load_sectors",
    "load_triggers",
    "load_types",
    "quad_name",
    "reason_for",
]
