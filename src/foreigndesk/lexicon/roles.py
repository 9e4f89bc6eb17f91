"""Bodies that every state has, named by rule: a foreign ministry, an army, a parliament."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from foreigndesk.lexicon.forms import normal_words
from foreigndesk.lexicon.tables import load_table

GOVERNMENT = "government"  # "the Chinese government" is China itself, no body of its own


@dataclass(frozen=True, slots=True)
class Role:
    """What a body is to its state.

    A `loose` role is also said of things that are no body ("Russian military aid"): the reader looks at the grammar.
    """

    id: str
    name: str
    sector: str
    loose: bool
    phrases: tuple[tuple[str, ...], ...]


@functools.cache
def load_roles() -> dict[str, Role]:
    """The roles by id, from lexicon/data/roles.csv."""
    return {
        row["role"]: Role(
            row["role"],
            row["name"],
            row["sector"],
            row["guard"] == "loose",
            tuple(normal_words(phrase) for phrase in row["phrases"].split("|")),
        )
        for row in load_table("roles")
    }


@functools.cache
def roles_by_phrase() -> dict[tuple[str, ...], Role]:
    """The role that each phrase names, the phrase as plain words.

    >>> roles_by_phrase()["ministry", "of", "foreign", "affairs"].id
    'foreign-ministry'
    """
    return {phrase: role for role in load_roles().values() for phrase in role.phrases}


def split_role_id(actor: str) -> tuple[str, Role] | None:
    """The state and the role that an id such as "chn-foreign-ministry" is made of; None for another id."""
    role = load_roles().get(actor[4:])
    return (actor[:3].upper(), role) if role and actor[3:4] == "-" else None
