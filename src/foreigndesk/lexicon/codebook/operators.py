"""The table of operators: words that change what a deed under them counts for ("lift", "plan", "deny", "alleged")."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from foreigndesk.lexicon.tables import load_table


class Effect(StrEnum):
    """What an operator does to the deed under it."""

    CARRY = "carry"  # a light verb: it lends the noun its subject and tense ("launch an attack")
    ANNOUNCE = "announce"  # the deed is made known, and often lies ahead
    PLAN = "plan"  # the deed lies ahead
    SUPPOSE = "suppose"  # the deed is wished, feared, thought possible
    ATTEMPT = "attempt"  # the deed was tried
    DENY = "deny"  # the deed did not happen
    END = "end"  # what the deed set up is ended
    TELL = "tell"  # the deed is told by somebody
    PASS = "pass"  # the deed goes on: nothing changes  # noqa: S105
    ALLEGE = "allege"  # the deed is alleged: coded, with the word kept as doubt
    RECALL = "recall"  # the deed is remembered


@dataclass(frozen=True, slots=True)
class Operator:
    """A word, what part of speech it is, the preposition it needs (if any), and its effect."""

    words: tuple[str, ...]
    preposition: str | None
    effect: Effect


@functools.cache
def load_operators() -> Mapping[tuple[str, str], tuple[Operator, ...]]:
    """The operators by first word and part of speech (verb, noun, adjective, ...), those of several words first."""
    found: dict[tuple[str, str], list[Operator]] = {}
    for row in load_table("plover_operators"):
        words = tuple(row["word"].split())
        operator = Operator(words, row["with"] or None, Effect(row["effect"]))
        found.setdefault((words[0], row["part"]), []).append(operator)
    return {key: tuple(sorted(rows, key=lambda row: -len(row.words))) for key, rows in found.items()}
