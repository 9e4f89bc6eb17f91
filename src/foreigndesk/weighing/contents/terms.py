"""The words of a content that carry it, by meaning; the states and other names that it tells of."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.lexicon.concepts import load_concepts, stem
from foreigndesk.lexicon.meanings import NOWHERE, Floats, load_meanings
from foreigndesk.lexicon.thesaurus import load_company
from foreigndesk.weighing.kinship.words import WORD, carries_content, fold

# Of the binary logarithm of a word's share in print: at the first it says nothing, at the second as much as any word.
COMMONEST, RAREST = -9.0, -17.0
LEAST_WEIGHT = 0.25
NAME_WEIGHT = 1.5
FURTHER_NAME = 0.3  # of the words of one name the first weighs as a name: "Kim Jong-un" is one


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a content: its stem, the concepts it stands under or against, its vector if it has one, its weight.

    `meaning` is the place of the vector among all (lexicon.meanings).
    """

    stem: str
    concepts: frozenset[str]
    contrary: frozenset[str]
    vector: Floats | None
    weight: float
    meaning: int = NOWHERE


@functools.lru_cache(maxsize=1 << 16)
def weight_of(word: str) -> float:
    """What a word weighs, by its share in print, from LEAST_WEIGHT to 1."""
    share = load_company().share(word)
    if share is None:
        return 1.0
    return min(1.0, max(LEAST_WEIGHT, (share - COMMONEST) / (RAREST - COMMONEST)))


@functools.lru_cache(maxsize=1 << 16)
def term_of(printed: str) -> Term | None:
    """The term of a printed word; None for one that carries no content."""
    form = fold(printed)
    if not carries_content(printed):
        return None
    found = load_concepts().of(form)
    return Term(
        stem(form),
        frozenset(one.name for one in found if not one.contrary),
        frozenset(one.name for one in found if one.contrary),
        load_meanings().of(form),
        weight_of(form),
        load_meanings().place(form),
    )


@functools.lru_cache(maxsize=1 << 16)
def state_of(words: str) -> str | None:
    """The state that a name in one or two words means; None for another word, and in small letters."""
    if not words[:1].isupper():
        return None
    state = load_actors().state_named(tuple(words.lower().replace(".", "").split()))
    return state.id if state else None


def phrases_in(text: str) -> Iterator[Term]:
    """The terms of several words in a text: "let go"."""
    concepts = load_concepts()
    for phrase in sorted(set(concepts.phrase.findall(text.lower()))):
        found = concepts.phrases[phrase]
        yield Term(
            phrase,
            frozenset(one.name for one in found if not one.contrary),
            frozenset(one.name for one in found if one.contrary),
            None,
            LEAST_WEIGHT,
        )


def telling_of(cue: str) -> list[str]:
    """The words of a cue that are of what is told: "called the killings at Dioro" tells of killings."""
    words = WORD.findall(cue)
    return words[words.index("the") :] if "the" in words else []


def meanings(printed: Sequence[str]) -> tuple[tuple[Term, ...], tuple[str, ...], frozenset[str]]:
    """The terms, the states in order and the other names of some words."""
    terms: dict[str, Term] = {}
    states: dict[str, None] = {}
    names: set[str] = set()
    at, running = 0, False
    while at < len(printed):
        word = printed[at]
        double = (
            state_of(f"{word} {printed[at + 1]}") if at + 1 < len(printed) and printed[at + 1][:1].isupper() else None
        )
        state = double or state_of(word)
        if state is not None:
            states[state] = None
            at += 2 if double else 1
            running = False
            continue
        term = term_of(word)
        if term is not None:
            if word[:1].isupper() and (at > 0 or term.weight == 1.0) and not word.isupper():
                term = replace(term, weight=FURTHER_NAME if running else NAME_WEIGHT)
                names.add(term.stem)
                running = True
            else:
                running = False
            terms.setdefault(term.stem, term)
        at += 1
    return tuple(terms.values()), tuple(states), frozenset(names)
