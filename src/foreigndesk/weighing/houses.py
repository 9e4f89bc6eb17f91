"""The body that somebody speaks for who is in no table: "Ana Lund, the defence minister" speaks for that ministry.

A body speaks with one voice, so it matters for counting voices that minister, spokesperson and "the ministry" are one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.places import load_gazetteer
from foreigndesk.lexicon.roles import load_roles
from foreigndesk.model import Report

TITLE = re.compile(r"[^.!?;:,\n\"”]{0,60}$")  # in front of a name: "deputy foreign minister", up to a mark
APPOSITION = re.compile(r"\s?(?:,|\(|of\b|from\b)[^.!?;:,)\n\"”]{0,80}")  # behind it: ", the defence minister"
FORMER = re.compile(r"\b(?:former|ex|retired|then|late)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
DATELINE = re.compile(r"[A-Z][A-Z'’ -]{2,30}(?=[ ,(—–-])")
WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class House:
    """A role ("defence-ministry") and the state it is of, as far as told."""

    role: str
    state: str | None


@functools.cache
def titles() -> re.Pattern[str]:
    """Every way to name a body by its role, or its head: "foreign ministry", "foreign minister", "minister of ..."."""
    phrases = {" ".join(phrase): role.id for role in load_roles().values() for phrase in role.phrases if not role.loose}
    found = sorted(with_heads(phrases), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, found))})\b", re.IGNORECASE)


def with_heads(phrases: Iterable[str]) -> set[str]:
    """The phrases, and those of their heads.

    >>> sorted(with_heads(["foreign ministry"]))
    ['foreign minister', 'foreign ministry']
    """
    return {form for phrase in phrases for form in (phrase, phrase.replace("ministry", "minister"))}


@functools.cache
def role_named(title: str) -> str | None:
    """The role of a title; None for another phrase."""
    plain = title.lower().replace("minister", "ministry")
    for role in load_roles().values():
        if any(plain == " ".join(phrase) for phrase in role.phrases):
            return role.id
    return None


def house_in(words: str, state: str | None, actors: Actors) -> House | None:
    """The house that some words name: "the Slovene foreign minister"; None if they name none, or a former one."""
    found = titles().search(words)
    role = role_named(found.group()) if found else None
    if found is None or role is None or FORMER.search(words[: found.start()]):
        return None
    return House(role, state or state_in(words, actors))


def house_of(name: str, text: str, state: str | None, actors: Actors) -> House | None:
    """The house of a person, told in front of the name or in apposition behind it, anywhere in a report's text."""
    for printed in re.finditer(re.escape(name), text):
        title = TITLE.search(text, max(0, printed.start() - 80), printed.start())
        apposition = APPOSITION.match(text, printed.end())
        for words in (title.group() if title else "", apposition.group() if apposition else ""):
            house = house_in(words, state, actors)
            if house is not None:
                return house
    return None


def home_of(report: Report, actors: Actors) -> str | None:
    """The state from which a report is written, by its dateline; None where it has none or the place is not known."""
    place = report.dateline or (found.group() if (found := DATELINE.match(report.text)) else "")
    words = place.title().replace(",", " ").split()
    for size in range(len(words), 0, -1):
        state = actors.state_named(tuple(word.lower() for word in words[:size]))
        if state is not None:
            return state.id
        known = load_gazetteer().place(" ".join(words[:size]))
        if known is not None:
            return known.country
    return None


def state_in(words: str, actors: Actors) -> str | None:
    """The one state that some words name; None for none or several."""
    found = {state.id for word in WORDS.findall(words) if word[0].isupper() and (state := actors.state_named((word,)))}
    return found.pop() if len(found) == 1 else None
