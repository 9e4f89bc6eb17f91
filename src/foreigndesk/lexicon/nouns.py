"""Nouns that speakers are described by: what they are, and what else they may be called."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from enum import StrEnum

from foreigndesk.lexicon.tables import load_table


class NounKind(StrEnum):
    """What a noun describes."""

    PERSON = "person"
    PEOPLE = "people"  # many as one: a crowd, the public
    BODY = "body"
    MEDIA = "media"
    DOCUMENT = "document"


class Manner(StrEnum):
    """How persons so described stand to what they tell."""

    PLAIN = ""
    INSIDER = "insider"  # speaks from inside knowledge: official, diplomat, aide
    GUARDED = "guarded"  # the same in the plural: officers, prosecutors
    SPOKESPERSON = "spokesperson"


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun; `also` are nouns that the same one may be called by afterwards ("the lawmaker" of a senator)."""

    noun: str
    kind: NounKind
    manner: Manner
    gender: str | None
    also: frozenset[str]


@functools.cache
def load_nouns() -> dict[str, Noun]:
    """The nouns by lemma, from lexicon/data/nouns.csv.

    >>> load_nouns()["spokeswoman"].gender, "lawmaker" in load_nouns()["senator"].also
    ('f', True)
    """
    return {
        row["noun"]: Noun(
            row["noun"],
            NounKind(row["kind"]),
            Manner(row["manner"]),
            row["gender"] or None,
            frozenset(row["also"].split("|")) - {""},
        )
        for row in load_table("nouns")
    }
