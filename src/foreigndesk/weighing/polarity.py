"""Whether two contents that are the same agree or oppose each other: by the side that each takes of what it tells."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.lexicon.concepts import load_concepts, stem
from foreigndesk.model import Force
from foreigndesk.weighing.kinship.words import WORD, fold, told_apart
from foreigndesk.weighing.sides import AGAINST, Side, Turns, clauses, is_open, side_of, turns


class Told(Protocol):
    """What is told: its words, the force and the words with which it is told."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def force(self) -> Force | None:
        """The force that was read in it."""

    @property
    def telling(self) -> str | None:
        """The words of telling; None where none are known."""


class Polarity(StrEnum):
    """How the sides of two contents stand to each other."""

    AGREE = "agree"
    OPPOSE = "oppose"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a content: the stems and concepts of its words, and what turns it round."""

    keys: frozenset[str]
    contrary: frozenset[str]
    turns: Turns


# copies are told in the same words
@functools.lru_cache(maxsize=1 << 14)
def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a content, each with its own negations."""
    return tuple(clause_of(part) for part in clauses(text))


def clause_of(part: str) -> Clause:
    """One clause."""
    concepts = load_concepts()
    keys: set[str] = set(states_in(part))
    plain: set[str] = set()
    contrary: set[str] = set()
    found = [concepts.phrases[phrase] for phrase in set(concepts.phrase.findall(part.lower()))]
    for word in WORD.finditer(part):
        if told_apart(word.group())[2]:
            keys.add(stem(fold(word.group())))
            found.append(concepts.of(fold(word.group())))
    for concept in (one for several in found for one in several):
        (contrary if concept.contrary else plain).add(concept.name)
    return Clause(frozenset(keys | plain | contrary), frozenset(contrary - plain), turns(part))


def states_in(text: str) -> Iterator[str]:
    """The states that a text names in one word or two."""
    words = [word.group() for word in WORD.finditer(text)]
    for size in (1, 2):
        for place in range(len(words) - size + 1):
            name = words[place : place + size]
            if all(word[:1].isupper() for word in name):
                state = load_actors().state_named(tuple(word.lower().replace(".", "") for word in name))
                if state is not None:
                    yield state.id


def cue_of(content: Told) -> Turns:
    """What turns a content round in the words of telling; without such words a denial does, once."""
    if content.telling is None:
        return Turns(int(content.force in AGAINST), content.force is Force.DOUBT)
    return turns(content.telling)


def left_open(content: Told) -> Side | None:
    """The side of a content where it takes none."""
    return is_open(content.telling or "", content.text, content.force)


def sided(content: Told) -> Side:
    """The side of a content by itself: that of its first clause that is turned round, else of its first clause."""
    found = left_open(content)
    if found is not None:
        return found
    parts = clauses_of(content.text)
    told = next((clause for clause in parts if clause.turns.count % 2), parts[0])
    return side_of(cue_of(content), told.turns, content.force)


def told_against(one: Told, other: Told) -> tuple[Clause, Clause]:
    """Of both contents the clauses that have most in common; the first where none has anything."""
    pairs = [(mine, theirs) for mine in clauses_of(one.text) for theirs in clauses_of(other.text)]
    return max(pairs, key=lambda pair: len(pair[0].keys & pair[1].keys))


def polarity(one: Told, other: Told) -> Polarity | None:
    """Whether two contents that are the same agree or oppose each other; None where either leaves it open."""
    mine, theirs = told_against(one, other)
    if not mine.keys & theirs.keys:
        sides = [sided(one), sided(other)]
    else:
        sides = [
            left_open(content) or side_of(cue_of(content), clause.turns, content.force)
            for content, clause in ((one, mine), (other, theirs))
        ]
    if Side.OPEN in sides:
        return None
    if Side.POSSIBLE in sides:
        rest = sides[1 - sides.index(Side.POSSIBLE)]
        return Polarity.OPPOSE if rest is Side.AGAINST else None
    # where the force alone tells the side, the contrary words are what it was read in
    by_force = any(
        content.force in AGAINST and not cue_of(content).count + clause.turns.count
        for content, clause in ((one, mine), (other, theirs))
    )
    turned = not by_force and bool((mine.contrary & theirs.keys) ^ (theirs.contrary & mine.keys))
    return Polarity.OPPOSE if (sides[0].is_against != sides[1].is_against) != turned else Polarity.AGREE
