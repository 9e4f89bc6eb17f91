"""The codebook's tables as values: what an event, a mode, a context, a sector or a rule is called and means."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from foreigndesk.lexicon.tables import load_table
from foreigndesk.model import Reason

# PLOVER 1.3, table 7.2. SANCTION stands there under verbal conflict; rule `sanction-quad` says why it is material here.
QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the 16 types: its quad (1 to 4), its conflict-cooperation score (-10 to 10), whether it needs a recipient.

    `explanation` is one sentence for users.
    """

    name: str
    quad: int
    scale: float
    needs_recipient: bool
    explanation: str
    origin: str

    @property
    def friendly(self) -> bool:
        """Whether the type is cooperation, in words or deeds."""
        return self.quad in {1, 2}


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event of a type was done; `words` around its trigger tell it where the trigger alone does not."""

    type: str
    name: str
    explanation: str
    words: frozenset[str]
    origin: str


@dataclass(frozen=True, slots=True)
class Context:
    """What an event was about; `words` finds its words in running text."""

    name: str
    explanation: str
    words: re.Pattern[str]
    origin: str


@dataclass(frozen=True, slots=True)
class Sector:
    """A part of society an actor belongs to, with the nouns that put somebody there ("minister", "troop")."""

    code: str
    explanation: str
    words: frozenset[str]
    origin: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of coding: `sentence` tells it to an analyst, `reading` says how the desk applies it.

    `kind` is "settled" where the manual contradicts itself or leaves the matter open, "boundary" for a line between two
    types, "reading" for what a sentence's words do to an event.
    """

    name: str
    kind: str
    sentence: str
    reading: str
    origin: str


def quad_name(quad: int) -> str:
    """The quad in words.

    >>> quad_name(4)
    'material conflict'
    """
    return QUADS[quad]


@functools.cache
def load_types() -> Mapping[str, EventType]:
    """The 16 types by name, in the manual's order.

    >>> load_types()["AID"].needs_recipient
    True
    """
    return {
        row["type"]: EventType(
            row["type"],
            int(row["quad"]),
            float(row["scale"]),
            row["needs_recipient"] == "yes",
            row["explanation"],
            row["origin"],
        )
        for row in load_table("plover_types")
    }


@functools.cache
def load_modes() -> Mapping[str, tuple[Mode, ...]]:
    """The modes of each type; a type without modes has none.

    >>> [mode.name for mode in load_modes()["CONSULT"]]
    ['visit', 'third-party', 'multilateral', 'phone']
    """
    modes = [
        Mode(
            row["type"],
            row["mode"],
            row["explanation"],
            frozenset(filter(None, row["words"].split(";"))),
            row["origin"],
        )
        for row in load_table("plover_modes")
    ]
    return {name: tuple(mode for mode in modes if mode.type == name) for name in load_types()}


@functools.cache
def load_contexts() -> Mapping[str, Context]:
    """The 37 contexts by name."""
    return {
        row["context"]: Context(row["context"], row["explanation"], word_pattern(row["words"]), row["origin"])
        for row in load_table("plover_contexts")
    }


def word_pattern(words: str) -> re.Pattern[str]:
    """A pattern for any of some words, in whatever case; a star stands for the rest of a word, "?" for one letter.

    >>> word_pattern("spy;missile*;defen?e pact").findall("Spy planes, missiles, a defence pact")
    ['Spy', 'missiles', 'defence pact']
    """
    choices = (
        re.escape(word.strip()).replace(r"\*", r"\w*").replace(r"\?", r"\w").replace(r"\ ", r"\s+")
        for word in words.split(";")
    )
    return re.compile(rf"\b(?:{'|'.join(choices)})\b", re.IGNORECASE)


@functools.cache
def load_sectors() -> Mapping[str, Sector]:
    """The sectors by code."""
    return {
        row["sector"]: Sector(
            row["sector"], row["explanation"], frozenset(filter(None, row["words"].split(";"))), row["origin"]
        )
        for row in load_table("plover_sectors")
    }


@functools.cache
def load_entity_codes() -> Mapping[str, str]:
    """Codes of entities that are no states (IGO, UNO, ...), each with its explanation."""
    return {row["code"]: row["explanation"] for row in load_table("plover_entities")}


@functools.cache
def load_auxiliary_modes() -> Mapping[str, str]:
    """The four auxiliary modes, each with its explanation."""
    return {row["mode"]: row["explanation"] for row in load_table("plover_auxiliary")}


@functools.cache
def load_rules() -> Mapping[str, Rule]:
    """The rules of coding by name."""
    return {
        row["rule"]: Rule(row["rule"], row["kind"], row["sentence"], row["reading"], row["origin"])
        for row in load_table("plover_rules")
    }


def reason_for(rule: str) -> Reason:
    """A rule as the reason of an event; KeyError for a rule that is not in the codebook.

    >>> reason_for("future-cooperation").sentence
    'A friendly act announced for later counts as an agreement to do it.'
    """
    found = load_rules()[rule]
    return Reason(f"plover/{found.name}", found.sentence)
