"""The body that somebody speaks for who is in no table: "Ana Lund, the defence minister" speaks for that ministry.

A body speaks with one voice, so it matters for counting voices that minister, spokesperson and "the ministry" are one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
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
    houses = (house_in(words, state, actors) for words in beside_name(name, text))
    return next((house for house in houses if house is not None), None)


def beside_name(name: str, text: str) -> Iterator[str]:
    """What a text says of a person in front of the name and in apposition behind it, wherever the name stands."""
    for printed in re.finditer(re.escape(name), text):
        title = TITLE.search(text, max(0, printed.start() - 80), printed.start())
        apposition = APPOSITION.match(text, printed.end())
        yield from (found.group() for found in (title, apposition) if found is not None)


# "the ministry" is the one that was named last.
BARE = re.compile(r"(?:the )?(?:ministry|department|minister)", re.IGNORECASE)
# A government may be any body of its state; so may "the authorities".
GOVERNMENT = re.compile(r"(?:.* )?(?:government|authorities|regime|junta|administration)", re.IGNORECASE)


def house_before(words: str, text: str, state: str | None, actors: Actors) -> House | None:
    """The house that "the ministry" means: the last that a text names before it; None for other words.

    >>> from foreigndesk.lexicon.actors import load_actors
    >>> house_before("the ministry", "Oslo's foreign ministry protested.", "NOR", load_actors()).role
    'foreign-ministry'
    """
    if not BARE.fullmatch(words.strip()):
        return None
    named = titles().findall(text)
    return house_in(named[-1], state, actors) if named else None


def is_government(label: str) -> bool:
    """Whether a speaker is a government or "the authorities" as a whole.

    >>> is_government("Mali's transitional government"), is_government("the government's lawyer")
    (True, False)
    """
    return GOVERNMENT.fullmatch(label.strip()) is not None


def belongs(name: str, text: str, body: str) -> bool:
    """Whether a report's text puts a person and a body together, in front of the name or in apposition behind it.

    >>> belongs("Ana Lund", "Ana Lund of the Harbour Watch counted ten ships.", "Harbour Watch")
    True
    """
    form = re.compile(rf"\b{re.escape(body)}(?!\w)")
    for beside in beside_name(name, text):
        held = form.search(beside)
        if held is not None and not FORMER.search(beside[: held.start()]):
            return True
    return False


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
