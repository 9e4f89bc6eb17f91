"""PLOVER's types as a brief speaks of them: words or deeds, friendly or hostile."""

from __future__ import annotations

import functools

from foreigndesk.lexicon.tables import load_table
from foreigndesk.model import Event
from foreigndesk.showing.phrases import show_deed

# PLOVER's quad codes 1 to 4 (manual 1.3, 2.5).
QUADS = {
    "1": "cooperation in words",
    "2": "cooperation in deeds",
    "3": "conflict in words",
    "4": "conflict in deeds",
}


# The types as a brief calls them, for readers who do not know PLOVER; listings and data keep its names.
PLAIN = {
    "AGREE": "agreement",
    "CONSULT": "talks",
    "SUPPORT": "backing",
    "CONCEDE": "concession",
    "COOPERATE": "cooperation",
    "AID": "help",
    "RETREAT": "retreat",
    "REQUEST": "demand",
    "ACCUSE": "accusation",
    "REJECT": "refusal",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "forces moved",
    "COERCE": "coercion",
    "ASSAULT": "violence",
}


@functools.cache
def quads() -> dict[str, str]:
    """The quad code of each type."""
    return {row["type"]: row["quad"] for row in load_table("plover_types")}


def is_material(kind: str) -> bool:
    """Whether events of the type are deeds rather than words.

    >>> is_material("AID"), is_material("CONSULT")
    (True, False)
    """
    return quads().get(kind) in {"2", "4"}


def plain(event: Event) -> str:
    """The event's type in plain words with its modes and auxiliary mode: "talks (visit), future"."""
    return show_deed(event).replace(event.type, PLAIN.get(event.type, event.type), 1)


def meaning(kind: str) -> str:
    """What sort of event the type is: "cooperation in deeds"."""
    return QUADS[quads()[kind]] if kind in quads() else ""


def known_types() -> tuple[str, ...]:
    """The 16 types, in the order of the manual."""
    return tuple(quads())
