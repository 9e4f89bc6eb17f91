"""The words of a stretch by which it is laid beside another: stems, concepts, states, and which of two opposites."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.lexicon.concepts import load_concepts, stem
from foreigndesk.lexicon.meanings import load_meanings
from foreigndesk.lexicon.opposites import load_opposites
from foreigndesk.lexicon.thesaurus import load_company
from foreigndesk.weighing.kinship.words import carries_content, fold

# Of the binary logarithm of a word's share in print: at the first it says nothing, at the second as much as any word.
COMMONEST, RAREST = -9.0, -17.0
LEAST_WEIGHT = 0.2
CONCEPT_WEIGHT = 0.6
STATE_WEIGHT = 0.5
NAME_WEIGHT = 0.5
OPPOSITE_WEIGHT = 1.6
SHORTEST_BASE = 4  # letters behind a prefix that denies: "unarmed", not "until"
PREFIXES = ("un", "non", "non-")
NO_PREFIX = frozenset(
    "under unite united union uniform unique universe universal university unit units unless unlike until unilateral"
    " unison unity uncle understand understanding understood undergo undertake undermine unrest unveil unveiled unleash"
    " unleashed".split()
)
NEGATED_BY = "≠"  # marks the key of a word behind a prefix that denies

Key = tuple[str, int, float]  # the key, which side of it (1, or -1 for its opposite), and its weight


@functools.lru_cache(maxsize=1 << 16)
def weight_of(word: str) -> float:
    """What a word weighs, by its share in print, from LEAST_WEIGHT to 1."""
    share = load_company().share(word)
    if share is None:
        return 1.0
    return min(1.0, max(LEAST_WEIGHT, (share - COMMONEST) / (RAREST - COMMONEST)))


@functools.lru_cache(maxsize=1 << 16)
def keys_of_word(printed: str) -> tuple[Key, ...]:
    """The keys of one printed word; none for one that carries no content."""
    if not carries_content(printed):
        return ()
    form = fold(printed)
    if printed[:1].isupper():
        state = load_actors().state_named((printed.lower().replace(".", ""),))
        if state is not None:
            return ((state.id, 1, STATE_WEIGHT),)
    base = unprefixed(form)
    weight = weight_of(base or form)
    if printed[:1].isupper():
        weight = min(weight, NAME_WEIGHT)
    found: list[Key] = [(stem(base or form), -1 if base else 1, weight)]
    found += ((f"#{concept.name}", 1, CONCEPT_WEIGHT) for concept in load_concepts().of(form))
    return tuple(found)


def unprefixed(form: str) -> str | None:
    """The word that a prefix denies; None where there is none.

    >>> unprefixed("unarmed"), unprefixed("until"), unprefixed("uncle")
    ('armed', None, None)
    """
    if form in NO_PREFIX:
        return None
    for prefix in PREFIXES:
        base = form.removeprefix(prefix)
        if base != form and len(base) >= SHORTEST_BASE and load_meanings().of(base) is not None:
            return base
    return None


def opposites_at(words: Sequence[str], place: int) -> tuple[int, list[Key]]:
    """How many words the longest opposite has that begins at a place of some words in small letters, and its keys."""
    size, found = load_opposites().at(words, place)
    return size, [(f"={row}", side, OPPOSITE_WEIGHT) for row, side in found]


def state_of_two(one: str, other: str) -> str | None:
    """The state that two words name together."""
    if not (one[:1].isupper() and other[:1].isupper()):
        return None
    state = load_actors().state_named((one.lower(), other.lower()))
    return state.id if state else None


def is_agent(key: str) -> bool:
    """Whether a key is that of a state or of a group that acts."""
    return key in AGENTS or (key.isupper() and len(key) == CODE)


CODE = 3  # letters of the code of a state
AGENTS = frozenset(
    stem(word)
    for word in """soldier army militia rebel insurgent jihadist terrorist government police demonstrator protest
    protester crowd
    gang bandit drone separatist guerrilla mercenary fighter militant student farmer smuggler pirate trafficker
    hacker intruder settler resident villager gunman fisherman extremist nationalist opposition loyalist regime junta
    cartel""".split()
)
